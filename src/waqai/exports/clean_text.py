"""Text that may hold anything, made fit for a line that people read, for XML and for links."""

import re
from urllib.parse import urlsplit

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"{}|\\^`]")
_LONGEST_ADDRESS = 2000  # code points; servers and readers give up on more


def one_line(text: str, most: int | None = None) -> str:
    r"""The text on one line, at most `most` code points of it, "…" where it was cut.

    Control characters go, and those that turn the direction of what follows them: they would reach
    beyond the text that they stand in.

    >>> one_line("a\x00 b\n\u202ec", 4)
    'a b…'
    """
    plain = " ".join(_UNSEEN.sub("", " ".join(text.split())).split())
    return plain if most is None or len(plain) <= most else plain[: most - 1].rstrip() + "…"


def xml_text(text: str) -> str:
    r"""The text with U+FFFD for each character that XML 1.0 has no way to write.

    No offset moves.

    >>> xml_text("a\x00b")
    'a\ufffdb'
    """
    return _NOT_XML.sub("\ufffd", text)


def web_address(url: str | None) -> str | None:
    """`url` if it is an address on the web that a link may hold, else None.

    >>> web_address("https://example.org/a?b=1"), web_address("javascript:alert(1)")
    ('https://example.org/a?b=1', None)
    """
    if url is None or len(url) > _LONGEST_ADDRESS:
        return None
    if _NOT_IN_ADDRESS.search(url) or _UNSEEN.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # "http://[" is no address
        return None
    return url if parts.scheme in ("http", "https") and host else None
