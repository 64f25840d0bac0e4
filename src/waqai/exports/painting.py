"""A page's text as HTML lines: what is a story, what is residue, and the times marked in both."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from waqai.arabic.letters import arabic_share
from waqai.exports.annotations import stamp_span, stamp_value, stamps_in_residue
from waqai.exports.days import day_ar, window_ar
from waqai.knowledge import load
from waqai.model.annotated import DatedPage, Timex
from waqai.model.page import Span, Stamp
from waqai.model.story import ResidueKind

_ARABIC_ENOUGH = 0.2  # a line with this share of Arabic letters runs right to left


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text: a block of the story with this index, or residue of this kind."""

    start: int
    end: int
    story: int | None
    residue: ResidueKind | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be coloured: `type` is a class of the style sheet, `value` stands behind them."""

    start: int
    end: int
    type: str
    value: str
    explanation: str


def stretches(page: DatedPage) -> Iterator[tuple[list[Stretch], bool]]:
    """The text in page order, cut where a story begins or ends; True: a story that goes on.

    Residue between two blocks of one story stays with it. A group is of one story, or of none.
    """
    begun: set[int] = set()
    waiting: list[Stretch] = []  # residue that may yet turn out to stand inside the story
    group: list[Stretch] = []
    for stretch in [*_covering(page), Stretch(0, 0, None)]:
        if stretch.story is None and stretch.end:
            waiting.append(stretch)
            continue
        if group and stretch.story == group[0].story:
            group += [*waiting, stretch]
            waiting = []
            continue
        if group:
            owner = group[0].story
            assert owner is not None
            yield group, owner in begun
            begun.add(owner)
        if waiting:
            yield waiting, False
        waiting, group = [], [stretch]


def _covering(page: DatedPage) -> Iterator[Stretch]:
    """Blocks and residue in page order, and whatever neither covers as residue."""
    parts = [
        Stretch(block.start, block.end, index)
        for index, story in enumerate(page.stories)
        for block in story.annotated.story.blocks
    ]
    parts += [Stretch(r.start, r.end, None, r.kind) for r in page.residue]
    at = 0
    for part in sorted(parts, key=lambda p: (p.start, p.end)):
        if part.start > at:
            yield Stretch(at, part.start, None, ResidueKind.OTHER)
        if part.end > at:
            yield Stretch(max(at, part.start), part.end, part.story, part.residue)
            at = part.end
    if at < len(page.page.text):
        yield Stretch(at, len(page.page.text), None, ResidueKind.OTHER)


def marks_of(page: DatedPage) -> list[Mark]:
    """The times of the stories and the date stamps in the residue, in page order."""
    marks = [_time_mark(timex) for story in page.stories for timex in story.times]
    marks += [mark for stamp in stamps_in_residue(page) if (mark := _stamp_mark(stamp))]
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


class Paint:
    """The text of a page with its marks, to be written out stretch by stretch."""

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._text = text
        self._marks = marks
        self._starts = [mark.start for mark in marks]

    def lines(self, group: list[Stretch], title: Span | None) -> str:
        """The paragraphs of a group, one a line of the page; the title's line is a heading."""
        out = []
        before: ResidueKind | None = None
        for line in self._cut_at_line_ends(group):
            if any(self._text[part.start : part.end].strip() for part in line):
                out.append(self._paragraph(line, title, before))
                before = line[0].residue
        return "\n".join(out)

    def _cut_at_line_ends(self, group: list[Stretch]) -> Iterator[list[Stretch]]:
        line: list[Stretch] = []
        for stretch in group:
            at = stretch.start
            while (stop := self._text.find("\n", at, stretch.end)) >= 0:
                line.append(Stretch(at, stop, stretch.story, stretch.residue))
                yield line
                line, at = [], stop + 1
            if at < stretch.end:
                line.append(Stretch(at, stretch.end, stretch.story, stretch.residue))
        yield line

    def _paragraph(
        self, line: list[Stretch], title: Span | None, before: ResidueKind | None
    ) -> str:
        """One line; residue of the same kind as the line `before` is not labelled again."""
        line = [part for part in line if part.end > part.start]
        way = _direction(self._text[line[0].start : line[-1].end])
        if all(part.story is None for part in line):
            label = "" if line[0].residue is before else _kind(line[0])
            inner = "".join(self._painted(part.start, part.end) for part in line)
            return f'<p class="r"{way}>{label}{inner}</p>'
        inner = "".join(
            self._painted(part.start, part.end)
            if part.story is not None
            else f'<span class="r">{_kind(part)}{self._painted(part.start, part.end)}</span>'
            for part in line
        )
        if title and title.start < line[-1].end and title.end > line[0].start:
            return f"<h3{way}>{inner}</h3>"
        return f"<p{way}>{inner}</p>"

    def _painted(self, start: int, end: int) -> str:
        """The text of `[start, end)` with its marks; a mark that goes on is marked again there."""
        out: list[str] = []
        at = start
        first = max(0, bisect_right(self._starts, start) - 1)
        for mark in self._marks[first:]:
            if mark.start >= end:
                break
            low, high = max(mark.start, at), min(mark.end, end)
            if low < high:
                out.append(escape(self._text[at:low], quote=False))
                out.append(self._marked(mark, low, high))
                at = high
        out.append(escape(self._text[at:end], quote=False))
        return "".join(out)

    def _marked(self, mark: Mark, start: int, end: int) -> str:
        words = escape(self._text[start:end], quote=False)
        value = f'<bdi class="v" dir="ltr">{escape(mark.value)}</bdi>' if end == mark.end else ""
        span = f'data-start="{start}" data-end="{end}"'
        title = f'title="{escape(mark.explanation)}"'
        return f'<mark class="{mark.type}" {span} {title}>{words}{value}</mark>'


def _direction(line: str) -> str:
    """An attribute for a line that is not Arabic: the page runs right to left."""
    latin = any(map(str.isalpha, line)) and arabic_share(line) < _ARABIC_ENOUGH
    return ' dir="ltr"' if latin else ""


def _kind(part: Stretch) -> str:
    kind = part.residue or ResidueKind.OTHER
    if kind in (ResidueKind.OTHER, ResidueKind.BLANK):
        return ""
    return f'<span class="kind">{load("labels")["residue"][kind.value]}</span>'


def _time_mark(timex: Timex) -> Mark:
    labels, mention = load("labels"), timex.mention
    said = [labels["types"][mention.type.value]]
    if mention.portion:
        said.append(labels["portions"][mention.portion.value])
    said += _window(timex.earliest, timex.latest)
    if mention.part:
        said.append(labels["parts"][mention.part.value])
    mod = f" {mention.portion.value}" if mention.portion else ""
    return Mark(
        mention.start,
        mention.end,
        mention.type.value,
        timex.value + mod,
        labels["comma"].join(said),
    )


def _window(earliest: str | None, latest: str | None) -> list[str]:
    low = None if earliest is None else date.fromisoformat(earliest)
    high = None if latest is None else date.fromisoformat(latest)
    words = load("labels")["page"]
    if low is None and high is None:
        return []
    if low is None or high is None:
        phrase: str = words["until"] if low is None else words["from"]
        return [phrase.format(a=low and day_ar(low), b=high and day_ar(high))]
    if low == high:
        return [window_ar(low, high)]
    return [words["window"].format(a=day_ar(low), b=day_ar(high))]


def _stamp_mark(stamp: Stamp) -> Mark | None:
    span = stamp_span(stamp)
    if span is None:
        return None
    labels = load("labels")
    said = [labels["page"]["stamp"], labels["roles"][stamp.role.value], day_ar(stamp.day)]
    return Mark(*span, "stamp", stamp_value(stamp), labels["comma"].join(said))
