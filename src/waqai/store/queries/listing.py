"""All that the current pages tell and say, one event or statement after the other, by story id."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select

from waqai.chronicle.excerpts import excerpt
from waqai.model.chronicle import TellingKey, Window
from waqai.model.events import Status
from waqai.store import schema
from waqai.store.queries.evidence import Evidence, Place
from waqai.store.queries.published import EARLIEST, LATEST, STORIES
from waqai.store.rows.row import day_of

#: Gives the text of a page by its id.
Text = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event of a story, its parties told by the ids of the chronicle's entities.

    `happening` is the id of what it tells, `figures` are its casualties and sums as written. The
    evidence has its status, its day as it is known now, and who tells it.
    """

    key: TellingKey
    happening: str | None
    type: str
    kind: str
    mode: str | None
    cameo: str | None
    mutual: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    figures: tuple[str, ...]
    shown: Evidence


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a story; speaker, chain and addressee are ids of the chronicle's entities.

    `within` is the place of the statement that it is part of; the evidence has its speaker.
    """

    key: TellingKey
    mode: str
    act: str
    verb: str
    via: tuple[str, ...]
    addressee: str | None
    within: int | None
    shown: Evidence


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story with what its page says of it; `account` names the text that it goes back to."""

    place: Place
    source: str
    author: str | None
    agency: str | None
    dateline: str | None
    account: str | None


def told_events(connection: Connection, text: Text) -> Iterator[ToldEvent]:
    """The events of the current pages, by story and place."""
    event, telling = schema.events.c, schema.tellings.c
    role = schema.event_roles.c
    parties = {
        side: _Groups(_named(connection, schema.event_roles, "event", role.role == side))
        for side in ("actor", "recipient")
    }
    figures = _Groups(_figures(connection))
    same = (telling.story == event.story) & (telling.event == event.position)
    query = _of_stories(
        schema.events,
        *(event.type, event.kind, event.mode, event.cameo, event.status, event.mutual),
        telling.happening,
        telling.told_by,
        func.iif(telling.happening.is_(None), event.earliest, telling.earliest).label("first"),
        func.iif(telling.happening.is_(None), event.latest, telling.latest).label("last"),
        _entity("place", schema.events),
    ).outerjoin(schema.tellings, same)
    for row in connection.execute(query):
        key = (row.id, row.number)
        yield ToldEvent(
            TellingKey(*key),
            row.happening,
            *(row.type, row.kind, row.mode, row.cameo, bool(row.mutual)),
            parties["actor"].of(key),
            parties["recipient"].of(key),
            row.place,
            tuple(text(row.page_id)[slice(*span)] for span in figures.of(key)),
            Evidence(
                _place(row),
                excerpt(text(row.page_id), row.start, row.end),
                Status(row.status),
                Window(day_of(row.first), day_of(row.last)),
                row.told_by,
            ),
        )


def statements_said(connection: Connection, text: Text) -> Iterator[Said]:
    """The statements of the current pages, by story and place."""
    said = schema.statements.c
    via = _Groups(_named(connection, schema.statement_via, "statement"))
    query = _of_stories(
        schema.statements,
        *(said.mode, said.act, said.verb, said.within),
        _entity("speaker", schema.statements),
        _entity("addressee", schema.statements),
    )
    for row in connection.execute(query):
        key = (row.id, row.number)
        shown = excerpt(text(row.page_id), row.start, row.end)
        yield Said(
            TellingKey(*key),
            *(row.mode, row.act, row.verb, via.of(key), row.addressee, row.within),
            Evidence(_place(row), shown, by=row.speaker),
        )


def stories(connection: Connection) -> Iterator[ListedStory]:
    """The stories of the current pages, by id."""
    story, account = schema.stories.c, schema.accounts.c
    query = (
        _stories(story.author, story.agency, story.dateline, account.account)
        .outerjoin(schema.accounts, account.story == story.id)
        .order_by(story.id)
    )
    for row in connection.execute(query):
        yield ListedStory(
            _place(row), row.source, row.author, row.agency, row.dateline, row.account
        )


class _Groups:
    """Values by story and place there, read as those who ask come in the same order."""

    def __init__(self, rows: Iterator[tuple[tuple[str, int], Any]]) -> None:
        self._groups = groupby(rows, key=lambda row: row[0])
        self._next = next(self._groups, None)

    def of(self, key: tuple[str, int]) -> tuple[Any, ...]:
        while self._next is not None and self._next[0] < key:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != key:
            return ()
        return tuple(value for _, value in self._next[1])


def _named(
    connection: Connection, table: Table, part: str, *where: ColumnElement[bool]
) -> Iterator[tuple[tuple[str, int], str]]:
    """The entities in the rows of `table`, by the story's `part` that they belong to."""
    row, named = table.c, schema.named.c
    query = (
        select(row.story, row[part], named.entity)
        .join(schema.named, (named.story == row.story) & (named.position == row.entity))
        .where(*where)
        .order_by(row.story, row[part], row.position)
    )
    return (((story, number), entity) for story, number, entity in connection.execute(query))


def _figures(connection: Connection) -> Iterator[tuple[tuple[str, int], tuple[int, int]]]:
    row, many = schema.event_quantities.c, schema.quantities.c
    same = (many.story == row.story) & (many.position == row.quantity)
    query = (
        select(row.story, row.event, many.start, many.end)
        .join(schema.quantities, same)
        .order_by(row.story, row.event, row.position)
    )
    return (((story, event), (a, b)) for story, event, a, b in connection.execute(query))


def _entity(column: str, table: Table) -> ColumnElement[Any]:
    """The chronicle's id of the story's entity that `column` points at."""
    named = schema.named.c
    at = (named.story == table.c.story) & (named.position == table.c[column])
    return select(named.entity).where(at).scalar_subquery().label(column)


def _stories(*columns: ColumnElement[Any]) -> Select[Any]:
    """A query for the stories of current pages, each with its day as it is known now."""
    story, page = schema.stories.c, schema.pages.c
    return (
        select(
            story.id,
            page.id.label("page_id"),
            page.name.label("page"),
            page.url,
            page.source,
            story.position,
            story.title,
            story.outlet,
            EARLIEST.label("earliest"),
            LATEST.label("latest"),
            *columns,
        )
        .select_from(STORIES)
        .where(page.current)
    )


def _of_stories(table: Table, *columns: ColumnElement[Any]) -> Select[Any]:
    part = table.c
    query = _stories(part.position.label("number"), part.start, part.end, *columns)
    return query.join(table, part.story == schema.stories.c.id).order_by(part.story, part.position)


def _place(row: Row[Any]) -> Place:
    return Place(
        row.id,
        row.page,
        row.position,
        row.title,
        row.outlet,
        Window(day_of(row.earliest), day_of(row.latest)),
        row.url,
    )
