"""A story: its page with what was found marked, and each line of the record beside its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib import resources

from fastapi import APIRouter
from markupsafe import Markup
from starlette.responses import Response

from waqai.chronicle.excerpts import opening
from waqai.chronicle.identity import story_id
from waqai.exports import annotations
from waqai.exports.cast import Cast
from waqai.exports.marks import marks_of
from waqai.exports.nesting import Marking
from waqai.exports.painting import Paint, Stretch, stretches
from waqai.model.annotated import DatedPage, DatedStory
from waqai.model.chronicle import Window
from waqai.model.names import Entity
from waqai.model.page import Span
from waqai.store.queries import entities, pages
from waqai.store.queries.of_story import happenings_in, named_in
from waqai.store.resolving import resolved
from waqai.web import pictures
from waqai.web.asked import Asked
from waqai.web.errors import Refused
from waqai.web.foreign import foreign, visible
from waqai.web.reader import Reader
from waqai.web.record import Line, Record, beside
from waqai.web.screen import Listed, Shown, add
from waqai.web.source_link import Source
from waqai.web.spoken import SpokenTo

router = APIRouter(include_in_schema=False)
_NOWHERE = Span(0, 0)
_LONGEST = 20_000  # code points of one paragraph that are shown
#: In rem: how high a line of the record is, and a code point of the text; what may stay white.
_LINE, _TEXT, _SPARE = 3.6, 2.4 / 60, 6.0


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the text as HTML, and the lines of the record that begin in it.

    `more` is how many code points at its end are left out.
    """

    html: Markup
    lines: Sequence[Line] = ()
    more: int = 0
    span: Span = _NOWHERE

    @property
    def under(self) -> bool:
        """Whether so much is recorded of so few words that it stands below them, not beside."""
        return len(self.lines) * _LINE > (self.span.end - self.span.start) * _TEXT + _SPARE


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the page: of the story shown, of another one (its index), or of none."""

    rows: Sequence[Row]
    own: bool
    other: int | None = None


def show(asked: Asked) -> Shown:
    """The story with the id of the path. Raises Refused when there is none."""
    connection, id = asked.chronicle.connection, asked.request.path_params["id"]
    of_page, _, position = id.rpartition(".")
    try:
        page = resolved(connection, of_page, pages.page_of(connection, of_page))
        index = int(position)
        story = page.stories[index] if id == story_id(of_page, index) and index >= 0 else None
    except (ValueError, IndexError):
        story = None
    if story is None:
        raise Refused("not_found")
    named = named_in(connection, id)
    known = entities.by_ids(connection, named.values())
    cast = {n: known.get(named.get(n, "")) for n, _ in enumerate(story.entities)}
    names = reading(asked.reader, page, index, cast, happenings_in(connection, id))
    at = asked.number("at", 0, max(1, len(page.page.text)))  # the end of a sentence looked for
    ids = [story_id(of_page, n) for n in range(len(page.stories))]
    names |= {"id": id, "ids": ids, "tried": False, "at": at}
    return Shown(names, lambda: _listed(page, index))


def reading(
    reader: Reader,
    page: DatedPage,
    index: int,
    cast: Mapping[int, Entity | None],
    happenings: Mapping[int, str],
) -> dict[str, object]:
    """What the template shows of the story of `page` with `index`.

    `cast` gives the chronicle's entity of each of the story's, by index, None where it has none;
    `happenings` the happening that an event tells, by the event's index.
    """
    text, story = page.page.text, page.stories[index]
    who = {n: cast.get(n) or one for n, one in enumerate(story.entities)}
    source = Source(page.page.url, text)
    record = Record(text, story, index + 1, source, who, happenings).lines()
    return {
        "page": page,
        "index": index,
        "story": story,
        "headlines": [_headline(page, each) for each in page.stories],
        "published": Window(story.published.earliest, story.published.latest),
        "parts_of_page": tuple(_parts(reader, page, index, record)),
        "statements": len(story.annotated.statements),
        "events": len(story.annotated.events),
        "figures": Cast(text, story).figures(),
        "known": {entity.id: cast.get(n) for n, entity in enumerate(story.entities)},
        "source": Source(page.page.url, "").jump(0, 0),
        "tone": pictures.tone_of,
        "layers": ("times", "names", "quantities", "statements", "events", "residue", "record"),
    }


def _parts(reader: Reader, page: DatedPage, index: int, record: Sequence[Line]) -> Iterator[Part]:
    """The page in its order; lines of the record stand beside the paragraph they begin in."""
    text, waiting = page.page.text, list(record)
    paint = Paint(
        text,
        Marking(text, marks_of(page, 1, SpokenTo(reader)), _written),
        lambda kind: escape(reader.label("residue", kind.value)),
        _LONGEST,
    )
    groups = [group for group, _ in stretches(page)]
    last = max((n for n, group in enumerate(groups) if group[0].story == index), default=0)
    for number, group in enumerate(groups):
        if group[0].story != index:
            title = None if group[0].story is None else _title(page, group)
            rows = tuple(_row(*line) for line in paint.each_line(group, title))
            if rows:
                yield Part(rows, own=False, other=group[0].story)
            continue
        painted = list(paint.each_line(group, page.stories[index].annotated.story.title_span))
        spans = [span for span, _ in painted]
        rows = tuple(
            _row(*line, lines) for line, lines in zip(painted, beside(spans, waiting), strict=True)
        )
        waiting = waiting[sum(len(row.lines) for row in rows) :]
        if number == last and waiting:
            rows += (Row(Markup(""), waiting),)
        yield Part(rows, own=True)


def _row(span: Span, html: str, lines: Sequence[Line] = ()) -> Row:
    return Row(Markup(html), lines, max(0, span.end - span.start - _LONGEST), span)


def _title(page: DatedPage, group: list[Stretch]) -> Span | None:
    assert group[0].story is not None
    return page.stories[group[0].story].annotated.story.title_span


def _written(words: str) -> str:
    return escape(visible(words), quote=False)


def _headline(page: DatedPage, story: DatedStory) -> Markup:
    told = story.annotated.story
    return foreign(told.title or opening(page.page.text, told.blocks, 80))


def _listed(page: DatedPage, index: int) -> Listed:
    whole = annotations.annotation(page)
    return Listed("stories", 1, [whole["stories"][index]])


def _marks_css() -> Response:
    """The colours of the marks, which the pages of `waqai annotate` have too."""
    sheet = resources.files("waqai.exports").joinpath("marks.css").read_text(encoding="utf-8")
    return Response(sheet, media_type="text/css; charset=utf-8")


router.add_api_route("/static/marks.css", _marks_css, methods=["GET"])
add(router, "/story/{id:path}", "story.html", show)
