"""The sentences behind a finding: where they stand, and what each says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, Table, bindparam, select

from waqai.chronicle.excerpts import Excerpt, excerpt
from waqai.model.chronicle import TellingKey, Window
from waqai.model.events import Status
from waqai.model.page import Span
from waqai.store import schema
from waqai.store.queries.published import EARLIEST, LATEST, STORIES
from waqai.store.rows.row import day_of


@dataclass(frozen=True, slots=True)
class Place:
    """A story as evidence names it: its id, its page's name, its place there (from 0).

    `published` is the window of its day by all that is known, `url` the page's address.
    """

    story: str
    page: str
    position: int
    title: str | None
    outlet: str | None
    published: Window
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a story that shows something. `excerpt.mention` is what the finding rests on.

    `status`, `day` and `by` (an entity's id) are those of an event that is told; `value` is what
    it gives in a conflict.
    """

    place: Place
    excerpt: Excerpt
    status: Status | None = None
    day: Window | None = None
    by: str | None = None
    value: str | None = None


def place_of(connection: Connection, story: str) -> Place:
    """The story with the id `story`. Raises KeyError when there is none."""
    row = connection.execute(_PLACE, {"story": story}).one_or_none()
    if row is None:
        raise KeyError(story)
    return _place(row)


def events(connection: Connection, keys: Iterable[TellingKey]) -> Iterator[Evidence]:
    """The sentences in which the events `keys` are told."""
    for key in keys:
        row = connection.execute(_EVENT, {"story": key.story, "position": key.event}).one()
        yield Evidence(
            _place(row),
            excerpt(row.text, row.start, row.end),
            Status(row.status),
            Window(day_of(row.day_earliest), day_of(row.day_latest)),
            row.told_by,
        )


def statements(connection: Connection, keys: Iterable[TellingKey]) -> Iterator[Evidence]:
    """The sentences in which the statements `keys` stand."""
    for key in keys:
        row = connection.execute(_STATEMENT, {"story": key.story, "position": key.event}).one()
        yield Evidence(_place(row), excerpt(row.text, row.start, row.end), by=row.speaker_id)


def headline(connection: Connection, happening: str) -> tuple[str, str]:
    """The Arabic and the English headline of the happening with the id. Raises KeyError if none."""
    row = connection.execute(_HEADLINE, {"happening": happening}).one_or_none()
    if row is None:
        raise KeyError(happening)
    return row.headline_ar, row.headline_en


def spans(connection: Connection) -> Iterator[tuple[str, str, int, Span]]:
    """For each telling of each happening, by its id: the page, the story's place, the span."""
    telling, event = schema.tellings.c, schema.events.c
    query = (
        select(telling.happening, schema.pages.c.name, schema.stories.c.position)
        .add_columns(event.start, event.end)
        .join(schema.events, (event.story == telling.story) & (event.position == telling.event))
        .join(schema.stories, schema.stories.c.id == telling.story)
        .join(schema.pages, schema.pages.c.id == schema.stories.c.page)
        .order_by(telling.happening, telling.position)
    )
    for happening, page, story, start, end in connection.execute(query):
        yield happening, page, story, Span(start, end)


def _place(row: Row[tuple[object, ...]]) -> Place:
    return Place(
        row.story,
        row.page,
        row.position,
        row.title,
        row.outlet,
        Window(day_of(row.earliest), day_of(row.latest)),
        row.url,
    )


def _of_story(*columns: object) -> Select[tuple[object, ...]]:
    """A query for a story, its page and its day as it is known now."""
    story, page = schema.stories.c, schema.pages.c
    return select(
        story.id.label("story"),
        page.name.label("page"),
        page.url,
        page.text,
        story.position,
        story.title,
        story.outlet,
        EARLIEST.label("earliest"),
        LATEST.label("latest"),
        *columns,
    ).select_from(STORIES)


def _part(table: Table, *columns: object) -> Select[tuple[object, ...]]:
    query = _of_story(table.c.start, table.c.end, *columns).join(
        table, table.c.story == schema.stories.c.id
    )
    return query.where(
        table.c.story == bindparam("story"), table.c.position == bindparam("position")
    )


#: Made once: to make a query takes longer than to run it.
_PLACE = _of_story().where(schema.stories.c.id == bindparam("story"))
_HEADLINE = select(schema.happenings.c.headline_ar, schema.happenings.c.headline_en).where(
    schema.happenings.c.id == bindparam("happening")
)
_TOLD = schema.tellings.c
_EVENT = _part(
    schema.events,
    schema.events.c.status,
    _TOLD.told_by,
    _TOLD.earliest.label("day_earliest"),
    _TOLD.latest.label("day_latest"),
).outerjoin(
    schema.tellings,
    (_TOLD.story == schema.events.c.story) & (_TOLD.event == schema.events.c.position),
)
_SPEAKER = schema.named.c
_STATEMENT = _part(schema.statements, _SPEAKER.entity.label("speaker_id")).outerjoin(
    schema.named,
    (_SPEAKER.story == schema.statements.c.story)
    & (_SPEAKER.position == schema.statements.c.speaker),
)
