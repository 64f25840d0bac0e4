"""The sentence in which something stands, short enough to show."""

import re
from dataclasses import dataclass

from waqai.model.page import Span

_REACH = 180  # code points shown at most on each side of the mention
_STOP = re.compile(r"\n|(?<![.!?؟])[.!?؟]+[\"”»)]*(?=\s|$)|(?<!…)…+(?=\s|$)")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a page around `mention`; "…" stands where the sentence was cut.

    `span` and `mention` are offsets into the page's text.
    """

    span: Span
    mention: Span
    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return self.before + self.words + self.after


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """The sentence of `text` around `[start, end)`, at most about 400 code points of it.

    >>> str(excerpt("بدأ الاجتماع. انتهى أمس بلا اتفاق. وعاد الوفد.", 20, 23))
    'انتهى أمس بلا اتفاق.'
    """
    low, cut_before = _left(text, start)
    high, cut_after = _right(text, end)
    before = ("… " if cut_before else "") + _one_line(text[low:start]).lstrip()
    after = _one_line(text[end:high]).rstrip() + (" …" if cut_after else "")
    return Excerpt(Span(low, high), Span(start, end), before, _one_line(text[start:end]), after)


def opening(text: str, blocks: tuple[Span, ...], length: int = 90) -> str:
    """The first words of a story, for want of a title; "" when it has none."""
    words = " ".join(text[a:b] for a, b in blocks[:2]).split()
    shown = ""
    for word in words:
        if len(shown) + len(word) >= length:
            return f"{shown} …" if shown else word[:length]
        shown = f"{shown} {word}" if shown else word
    return shown


def _left(text: str, start: int) -> tuple[int, bool]:
    """Where the sentence that holds `start` begins, and whether it is cut there."""
    edge = max(0, start - _REACH)
    stops = [m.end() for m in _STOP.finditer(text, edge, start)]
    if stops:
        return _past_space(text, stops[-1], start), False
    if edge == 0:
        return _past_space(text, 0, start), False
    space = _SPACE.search(text, edge, start)
    return (space.end() if space else edge), True


def _right(text: str, end: int) -> tuple[int, bool]:
    """Where the sentence that holds `end` ends, and whether it is cut there."""
    edge = min(len(text), end + _REACH)
    if stop := _STOP.search(text, end, edge):
        return (stop.start() if text[stop.start()] == "\n" else stop.end()), False
    if edge == len(text):
        return edge, False
    space = max(text.rfind(" ", end, edge), end)
    return (space if space > end else edge), True


def _past_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text)
