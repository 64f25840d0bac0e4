"""The site's own lines at the top of a page: its name, its menu, the number of the issue.

A page's own name is the best witness for its signatures: "شبكة التلة الإخبارية" above the menu
makes "التلة - قال …" a dateline, though no list knows the outlet.
"""

import re
from dataclasses import dataclass
from functools import cache

from waqai.knowledge import load
from waqai.pages.lines import Word, trimmed, words
from waqai.pages.vocabulary import folded, phrases

_NAME_WORDS = 6  # words of a line that may be a site's name
_OUTLET_WORDS = 4  # words of a name that its kind alone ("صحيفة …") makes an outlet
# White space is taken from where it begins, or long runs of it are gone through at every step.
_PARTED = re.compile(r"(?:(?<!\s)\s+)?(?:\|+|/+|\\+|[•·▪●◦]+|\s[›»>–—-]\s|[ \u00a0\t]{3,})\s*")
_MAY = re.compile(r"[|/\\•·▪●◦›»>\t–—-]|   |\u00a0\u00a0")
_ENTRY_WORDS = 4
_MANY, _FEW = 4, 3  # entries of a menu; and when every entry has a word or two
_SIGNATURE = re.compile(
    r"(?:(?<!\s)\s+)?(?<![-–—ـ])[-–—ـ]+\s+|(?<!\s)\s+[-–—ـ]+\s*|(?:(?<!\s)\s+)?[:|/]\s*"
)
_SIGNED_IN = 60  # code points of a line in which its signature ends


def is_menu(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is a row of short entries parted by signs or wide gaps.

    >>> is_menu("محلي // عربي ودولي // ثقافة // رياضة", 0, 36)
    True
    """
    if not _MAY.search(text, start, end):
        return False
    if text[end - 1] in ".؟?!:،" or ":" in text[start:end]:
        return False
    signs = {match[0].strip() or " " for match in _PARTED.finditer(text, start, end)}
    if len(signs) != 1:
        return False
    entries = [entry for entry in _PARTED.split(text[start:end]) if entry.strip()]
    most = max((len(entry.split()) for entry in entries), default=0)
    if not all(any(map(str.isalpha, entry)) for entry in entries):
        return False
    return (len(entries) >= _MANY and most <= _ENTRY_WORDS) or (
        len(entries) >= _FEW and most <= _FEW - 1
    )


@dataclass(frozen=True, slots=True)
class Masthead:
    """The names a page gives itself, as folded words, with the way they are written."""

    names: tuple[tuple[tuple[str, ...], str], ...]

    def signature(self, text: str, start: int, end: int) -> tuple[int, str] | None:
        """The page's own name that begins a line before a dash or colon.

        As the offset behind the sign, and the name as written there.
        """
        sign = _SIGNATURE.search(text, start, min(end, start + _SIGNED_IN))
        if sign is None or sign.end() >= end:
            return None
        line = words(text, start, sign.start())
        if not self.names_it(line):
            return None
        return sign.end(), text[line[0].start : line[-1].end]

    def names_it(self, line: list[Word]) -> bool:
        """Whether the words `line` are the page's name or two words of it or more."""
        own = tuple(word.form for word in line)
        for name, _ in self.names:
            if own == name[-len(own) :] and len(own) == len(name):
                return True
            if len(own) > 1 and any(
                name[k : k + len(own)] == own for k in range(len(name) - len(own) + 1)
            ):
                return True
        return False


def masthead(text: str, lines: list[tuple[int, int]], outlet: str | None) -> Masthead:
    """What the page calls itself: `outlet`, if the source gave one, and short `lines` at its top.

    `lines` are `[start, end)` of the lines above the title of the first story.
    """
    names = [(folded(outlet), outlet)] if outlet else []
    for start, end in lines:
        line = words(text, start, end)
        if 0 < len(line) <= _NAME_WORDS and not _SIGNATURE.search(text, start, end):
            names.append((tuple(word.form for word in line), text[start:end]))
    return Masthead(tuple((name, written) for name, written in names if name))


@cache
def _kinds() -> frozenset[str]:
    return frozenset(folded(kind)[0] for kind in load("pages")["outlets"]["kinds"])


def outlet_line(text: str, start: int, end: int) -> str | None:
    """The outlet that a line of a few words names by its kind: "جريدة المدينة", else None.

    Without the word for its kind where a name of more than the kind is left.
    """
    start, end = trimmed(text, start, end)
    bracket = text.find("(", start, end)
    start, end = trimmed(text, start, bracket if bracket > start else end)
    line = words(text, start, end)
    if not 1 < len(line) <= _OUTLET_WORDS or line[0].form not in _kinds():
        return None
    stops = phrases("prose", "stops")
    if any(stops.at(line, i) for i in range(len(line))) or text[end - 1] in ".؟?!:":
        return None
    kept = line[2:] if line[1].form in _of_news() else line[1:]
    return text[kept[0].start : end] if kept else None


@cache
def _of_news() -> frozenset[str]:
    return frozenset(folded(word)[0] for word in load("pages")["outlets"]["of_news"])
