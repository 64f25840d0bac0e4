"""Marks over a text, which may lie within one another or cross, as well-formed HTML.

Of two marks on the same letters the longer stands outside, so that a mark within another stays in
one piece; where two cross, the shorter is cut at the edge of the longer.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """An element around `[start, end)` of a text; `layer` orders marks of one length, outer first.

    `attributes` is HTML, and stands in the tag of each of its pieces. `anchor` (an id) stands in
    that of the piece with the first visible letter alone, which also opens with the HTML `before`;
    the piece with the last visible letter closes with the HTML `after`.
    """

    start: int
    end: int
    tag: str
    attributes: str
    layer: int = 0
    anchor: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters under the same marks: their ranks, outermost first."""

    start: int
    end: int
    marks: tuple[int, ...]


def written(words: str) -> str:
    """Words of a text as HTML."""
    return escape(words, quote=False)


class Marking:
    """A text with its marks, to be written out stretch by stretch.

    `write` turns the words between the marks into HTML.
    """

    def __init__(
        self, text: str, marks: Iterable[Mark], write: Callable[[str], str] = written
    ) -> None:
        self._text = text
        self._write = write
        outer_first = sorted(
            (mark for mark in marks if mark.start < mark.end),
            key=lambda mark: (mark.start - mark.end, mark.layer, mark.start),
        )
        self._marks = outer_first
        self._visible = [_visible(text, mark) for mark in outer_first]
        #: ranks in the order of their starts, the starts, and how far any mark up to there reaches
        self._order = sorted(range(len(outer_first)), key=lambda rank: outer_first[rank].start)
        self._starts = [outer_first[rank].start for rank in self._order]
        self._reach: list[int] = []
        furthest = 0
        for rank in self._order:
            furthest = max(furthest, outer_first[rank].end)
            self._reach.append(furthest)

    def html(self, start: int, end: int) -> str:
        """The text of `[start, end)` with its marks; one that goes on is closed and reopened."""
        if start >= end:
            return ""
        runs = list(self._runs(start, end))
        shared = [_shared(before.marks, after.marks) for before, after in pairwise(runs)]
        out: list[str] = []
        begun: list[int] = []  # where the pieces now open began
        for run, stops, common, kept in zip(
            runs, _piece_ends(runs, shared), [0, *shared], [*shared, 0], strict=True
        ):
            for rank, stop in zip(run.marks[common:], stops[common:], strict=True):
                begun.append(run.start)
                out.append(self._opening(rank, run.start, stop))
            out.append(self._write(self._text[run.start : run.end]))
            out += [self._closing(r, begun.pop(), run.end) for r in reversed(run.marks[kept:])]
        return "".join(out)

    def _runs(self, start: int, end: int) -> Iterator[_Run]:
        """`[start, end)` cut wherever a mark begins or ends."""
        low = bisect_right(self._reach, start)
        high = bisect_left(self._starts, end)
        ranks = [rank for rank in self._order[low:high] if self._marks[rank].end > start]
        edges = {start, end}
        for rank in ranks:
            edges |= {max(start, self._marks[rank].start), min(end, self._marks[rank].end)}
        active: list[int] = []
        at = 0
        for here, there in pairwise(sorted(edges)):
            begun = at
            while at < len(ranks) and self._marks[ranks[at]].start <= here:
                at += 1
            active = [rank for rank in active if self._marks[rank].end > here]
            active = sorted([*active, *ranks[begun:at]])
            yield _Run(here, there, tuple(active))

    def _opening(self, rank: int, start: int, end: int) -> str:
        mark = self._marks[rank]
        first = start <= self._visible[rank][0] < end
        span = f'data-start="{start}" data-end="{end}"'
        id = f" {mark.anchor}" if first and mark.anchor else ""
        return f"<{mark.tag} {mark.attributes}{id} {span}>{mark.before if first else ''}"

    def _closing(self, rank: int, start: int, end: int) -> str:
        mark = self._marks[rank]
        last = start < self._visible[rank][1] <= end
        return f"{mark.after if last else ''}</{mark.tag}>"


def _visible(text: str, mark: Mark) -> tuple[int, int]:
    """Where the first visible letter of a mark stands, and where the last one ends."""
    words = text[mark.start : mark.end]
    inner = words.strip()
    if not inner:
        return mark.start, mark.end
    start = mark.start + len(words) - len(words.lstrip())
    return start, start + len(inner)


def _shared(first: tuple[int, ...], second: tuple[int, ...]) -> int:
    """How many marks of two neighbouring runs go on, from the outermost inwards."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _piece_ends(runs: list[_Run], shared: list[int]) -> list[list[int]]:
    """For each mark of each run, where the piece of it ends that the run belongs to."""
    ends: list[list[int]] = []
    behind: list[int] = []
    for run, common in zip(reversed(runs), [0, *reversed(shared)], strict=True):
        behind = behind[:common] + [run.end] * (len(run.marks) - common)
        ends.append(behind)
    return ends[::-1]
