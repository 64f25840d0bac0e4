"""A text as tokens: words, digit runs, Latin runs, single signs and line ends."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from waqai.arabic.letters import LETTERS, MARKS, fold, strip_marks

_TOKEN = re.compile(rf"[{LETTERS}][{LETTERS}{MARKS}]*|\d+|[a-zÀ-ɏ]+|\n|[^\s{MARKS}]")
_MARKED = re.compile(rf"[{MARKS}]")
_GAP = re.compile(rf"[{MARKS}]+")
#: Signs that are not seen: they belong to no word that they end.
_UNSEEN = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a stretch of text, as parallel lists.

    `words[i]` is the folded, unmarked form; `text[starts[i]:ends[i]]` the characters of the page.
    Offsets count from the beginning of the page, whatever stretch was tokenised. A line end is
    a token "\\n"; other white space is none.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """Whether token `i` follows token `i - 1` with no space between, marks not counted."""
        if not 0 < i < len(self):
            return False
        end, start = self.ends[i - 1], self.starts[i]
        return end == start or _GAP.fullmatch(self.text, end, start) is not None

    def cut(self, i: int, letters: int) -> int:
        """The offset behind the first `letters` letters of token `i`, marks on them passed over.

        >>> tokens = tokenize("بـالقاهرة")
        >>> tokens.cut(0, 1)
        2
        """
        at = self.starts[i]
        while letters or (at > self.starts[i] and _MARKED.match(self.text, at)):
            letters -= not _MARKED.match(self.text, at)
            at += 1
        return at


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`.

    >>> tokenize("الخميس 4 ديسمبر/كانون الأوّل").words
    ['الخميس', '4', 'ديسمبر', '/', 'كانون', 'الاول']
    """
    return _tokens(text, fold(text), start, len(text) if end is None else end)


def _tokens(text: str, folded: str, start: int, stop: int) -> Tokens:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(folded, start, stop):
        words.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    if _MARKED.search(folded, start, stop):
        for i, word in enumerate(words):
            ends[i] -= len(word) - len(word.rstrip(_UNSEEN))
        words = [strip_marks(w) for w in words]
    return Tokens(text, words, starts, ends)


def tokenize_spans(text: str, spans: Iterable[tuple[int, int]]) -> Tokens:
    """The tokens of all `spans` of `text` as one run, a line end between them.

    >>> tokenize_spans("قال | أمس", [(0, 3), (6, 9)]).words
    ['قال', '\\n', 'امس']
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    folded = fold(text)
    for start, end in spans:
        part = _tokens(text, folded, start, end)
        if words:
            words.append("\n")
            starts.append(start)
            ends.append(start)
        words += part.words
        starts += part.starts
        ends += part.ends
    return Tokens(text, words, starts, ends)
