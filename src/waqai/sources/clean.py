"""Fields that come from outside, made safe to show, to store and to write in any format."""

import re

_LONGEST = 2000  # code points: a headline has hardly ever two hundred
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]")
# Control characters; embeddings, overrides and isolates, which make a line read other than it is
# written; tags, which nobody sees; and what is no character at all. The marks that Arabic is
# written with (U+200C to U+200F) stay.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)


def clean_text(field: str, longest: int = _LONGEST) -> str:
    """A title, name, address or other field as one line of at most `longest` code points.

    Line ends and tabs become spaces, lone surrogates U+FFFD; what is not seen, or turns the
    reading around, goes; what is too long ends in "…".
    """
    if len(field) > longest:
        field = field[: longest - 1] + "…"
    if field.isascii() and field.isprintable():
        return field
    return _UNSEEN.sub("", whole_characters(_SPACE.sub(" ", field)))


def whole_characters(text: str) -> str:
    """`text` with U+FFFD for each lone surrogate, which no encoding can write."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        # What JSON escapes as a pair comes decoded; what is left stands alone.
        return _SURROGATE.sub("\ufffd", text)
    return text
