"""A page's text as HTML lines: what is a story, what is residue, and the marks in both."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from waqai.arabic.letters import arabic_share
from waqai.exports.nesting import Marking
from waqai.knowledge import load
from waqai.model.annotated import DatedPage
from waqai.model.page import Span
from waqai.model.story import ResidueKind

_ARABIC_ENOUGH = 0.2  # a line with this share of Arabic letters runs right to left


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text: a block of the story with this index, or residue of this kind."""

    start: int
    end: int
    story: int | None
    residue: ResidueKind | None = None


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


def residue_ar(kind: ResidueKind) -> str:
    """What a kind of residue is called."""
    name: str = load("labels")["residue"][kind.value]
    return name


class Paint:
    """The text of a page with its marks, to be written out stretch by stretch.

    `residue` gives what a kind of residue is called, as HTML. Of a line only the first `longest`
    code points are shown, all of it with None.
    """

    def __init__(
        self,
        text: str,
        marking: Marking,
        residue: Callable[[ResidueKind], str] = residue_ar,
        longest: int | None = None,
    ) -> None:
        self._text = text
        self._marking = marking
        self._residue = residue
        self._longest = longest

    def lines(self, group: list[Stretch], title: Span | None) -> str:
        """The paragraphs of a group, one a line of the page; the title's line is a heading."""
        return "\n".join(html for _, html in self.each_line(group, title))

    def each_line(self, group: list[Stretch], title: Span | None) -> Iterator[tuple[Span, str]]:
        """The lines of a group that show anything, each with its paragraph."""
        before: ResidueKind | None = None
        for line in self._cut_at_line_ends(group):
            if any(self._text[part.start : part.end].strip() for part in line):
                span = Span(line[0].start, line[-1].end)
                yield span, self._paragraph(self._shown(line), title, before)
                before = line[0].residue

    def _shown(self, line: list[Stretch]) -> list[Stretch]:
        """As much of a line as is shown."""
        if self._longest is None or line[-1].end - line[0].start <= self._longest:
            return line
        end = line[0].start + self._longest
        return [replace(part, end=min(part.end, end)) for part in line if part.start < end]

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
            label = "" if line[0].residue is before else self._kind(line[0])
            inner = "".join(self._marking.html(part.start, part.end) for part in line)
            return f'<p class="r"{way}>{label}{inner}</p>'
        inner = "".join(
            self._marking.html(part.start, part.end)
            if part.story is not None
            else f'<span class="r">{self._kind(part)}'
            f"{self._marking.html(part.start, part.end)}</span>"
            for part in line
        )
        if title and title.start < line[-1].end and title.end > line[0].start:
            return f"<h3{way}>{inner}</h3>"
        return f"<p{way}>{inner}</p>"

    def _kind(self, part: Stretch) -> str:
        kind = part.residue or ResidueKind.OTHER
        if kind in (ResidueKind.OTHER, ResidueKind.BLANK):
            return ""
        return f'<span class="kind">{self._residue(kind)}</span>'


def _direction(line: str) -> str:
    """An attribute for a line that is not Arabic: the page runs right to left."""
    latin = any(map(str.isalpha, line)) and arabic_share(line) < _ARABIC_ENOUGH
    return ' dir="ltr"' if latin else ""
