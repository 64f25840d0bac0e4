"""A page's text as lines, and a line as words: the ground on which everything else stands."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from waqai.arabic.letters import LETTERS, MARKS, bare, fold, strip_marks

#: What ends a line: every separator that Unicode or a crawler may leave.
_BREAKS = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_BREAKS}]+")
_EDGES = re.compile(rf"[\s{MARKS}\x00-\x1f\x7f]")
_WORD = re.compile(rf"[{LETTERS}][{LETTERS}{MARKS}]*|\d+|[A-Za-zÀ-ɏ]+")
_FIRST_WORD = re.compile(rf"[^{LETTERS}A-Za-z]*([{LETTERS}][{LETTERS}{MARKS}]*|[A-Za-zÀ-ɏ]+)")
_ARABIC = re.compile(f"[{LETTERS}]")
_MARK = re.compile(f"[{MARKS}]")
_SPELLINGS = {
    letter: f"[{letters}]" for letters in ("اأإآٱ", "هة", "يىئ", "وؤ") for letter in letters
}
#: Signs that may stand behind the full stop of a sentence.
_CLOSING = " \"'”’»)]\u00a0\u200f\u200e"


class Word(NamedTuple):
    """A word of a line: its folded, unmarked form and its place on the page."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page without the white space around it, `gap` blank lines below the last."""

    start: int
    end: int
    count: int  # words: runs between spaces


def read_lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        start, end = trimmed(text, match.start(), match.end())
        if start < end:
            lines.append(Line(start, end, len(text[start:end].split())))
    return lines


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` without white space, control signs and invisible marks at its edges."""
    while start < end and _EDGES.match(text, start):
        start += 1
    while end > start and _EDGES.match(text, end - 1):
        end -= 1
    return start, end


def words(text: str, start: int, end: int) -> list[Word]:
    """The words and numbers of `text[start:end]`; signs are passed over.

    >>> [w.form for w in words("المصدر: أ.ف.ب", 0, 13)]
    ['المصدر', 'ا', 'ف', 'ب']
    """
    folded = fold(text[start:end])
    found = _WORD.finditer(folded)
    if _MARK.search(folded):
        return [Word(strip_marks(m[0]), start + m.start(), start + m.end()) for m in found]
    return [Word(m[0], start + m.start(), start + m.end()) for m in found]


def first_word(text: str, start: int, end: int) -> str:
    """The folded form of the first word that is no number, or ""."""
    match = _FIRST_WORD.match(text, start, min(end, start + 60))
    return bare(match[1]) if match else ""


def last_word(text: str, start: int, end: int) -> str:
    """The folded form of the last word of `text[start:end]`, or ""."""
    found = _WORD.findall(text, max(start, end - 24), end)
    return bare(found[-1]) if found else ""


def has_arabic(text: str, start: int, end: int) -> bool:
    """Whether a letter of Arabic script stands in `text[start:end]`."""
    return _ARABIC.search(text, start, end) is not None


def last_sign(text: str, start: int, end: int) -> str:
    """The last character of `text[start:end]`, closing quotation marks and brackets apart."""
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    return text[end - 1] if end > start else ""


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` ends as a sentence does."""
    return last_sign(text, start, end) in ".!؟?…"


def loosely(phrase: str) -> str:
    """A regular expression for `phrase` in every spelling that folds to the same letters."""
    return "".join(_SPELLINGS.get(c, re.escape(c)) for c in phrase)
