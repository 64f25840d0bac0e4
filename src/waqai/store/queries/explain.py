"""From a finding back to its sentences: what it is, why, where it stands, what hangs on it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from waqai.chronicle.identity import conflict_id, position_id
from waqai.model.chronicle import Announcement, Conflict, Happening, Position, TellingKey
from waqai.model.names import Entity
from waqai.model.publication import Publication, Reason
from waqai.store import schema
from waqai.store.queries import gathering
from waqai.store.queries.days import own_publication, settled_publication
from waqai.store.queries.evidence import Evidence, Place, events, place_of, statements
from waqai.store.queries.mentions import first_mentions

_MENTIONS = 20  # of an entity that are shown

#: What can be explained. A story is told by its place and its day as it is known.
Thing = Happening | Announcement | Position | Conflict | Entity | Place


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is known of a finding and where that stands.

    `reasons` tell why the day of a happening or a story is what it is; `own` is the publication
    day that a story tells by itself, where others moved it; `evidence` are the sentences;
    `related` the ids of findings that hang on it.
    """

    id: str
    thing: Thing
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()
    own: Publication | None = None
    related: tuple[str, ...] = ()


def explain(connection: Connection, id: str) -> tuple[Explanation, ...]:
    """What the chronicle knows of the thing with the id `id`; of a page, of each of its stories.

    `id` is a happening's, an announcement's, a position's, a conflict's, an entity's, a story's or
    a page's; a page's name does too. Empty when there is no such thing.
    """
    found = (
        *_happening(connection, id),
        *_announcement(connection, id),
        *_position(connection, id),
        *_conflict(connection, id),
        *_entity(connection, id),
    )
    return found or tuple(_stories(connection, id))


def _happening(connection: Connection, id: str) -> Iterator[Explanation]:
    for _, one in gathering.happenings(connection, schema.happenings.c.id == id):
        yield Explanation(
            id,
            one,
            tuple(events(connection, one.tellings)),
            one.why,
            related=(
                *_ids(connection, "announcements", id),
                *_ids(connection, "conflicts", id),
            ),
        )


def _announcement(connection: Connection, id: str) -> Iterator[Explanation]:
    for _, one in gathering.announcements(connection, schema.announcements.c.id == id):
        shown = events(connection, [step.telling for step in one.steps])
        steps = zip(one.steps, shown, strict=True)
        told = (replace(e, status=s.status, day=s.due, by=s.by or e.by) for s, e in steps)
        yield Explanation(id, one, tuple(told), related=(one.happening,))


def _position(connection: Connection, id: str) -> Iterator[Explanation]:
    for _, one in gathering.positions(connection, schema.positions.c.id == id):
        shown = (*statements(connection, one.sayings), *events(connection, one.tellings))
        others = gathering.positions(
            connection,
            (schema.positions.c.actor == one.actor) & (schema.positions.c.issue == one.issue),
        )
        related = tuple(other for other, _ in others if other != position_id(one))
        yield Explanation(id, one, shown, related=(one.actor, *related))


def _conflict(connection: Connection, id: str) -> Iterator[Explanation]:
    for _, one in gathering.conflicts(connection, schema.conflicts.c.id == id):
        shown = tuple(
            replace(evidence, value=value.value)
            for value in one.values
            for evidence in events(connection, value.tellings)
        )
        assert conflict_id(one) == id
        yield Explanation(id, one, shown, related=(one.happening,))


def _entity(connection: Connection, id: str) -> Iterator[Explanation]:
    for _, one in gathering.entities(connection, schema.chronicle_entities.c.id == id):
        party = schema.parties.c
        did = select(party.happening).where(party.entity == id).distinct().order_by(party.happening)
        held = _ids_where(connection, "positions", "actor", id)
        shown = tuple(first_mentions(connection, id, _MENTIONS))
        yield Explanation(id, one, shown, related=(*connection.scalars(did), *held))


def _stories(connection: Connection, id: str) -> Iterator[Explanation]:
    """The stories of a page, or the one, that `id` names."""
    story, page = schema.stories.c, schema.pages.c
    named = (story.id == id) | (page.id == id) | ((page.name == id) & page.current)
    query = (
        select(story.id)
        .join(schema.pages, page.id == story.page)
        .where(named)
        .order_by(page.name, page.id, story.position)
    )
    for own in connection.scalars(query).all():
        alone, by_others = own_publication(connection, own), settled_publication(connection, own)
        told = schema.tellings.c
        tells = select(told.happening, told.event).where(told.story == own).order_by(told.event)
        rows = connection.execute(tells).all()
        yield Explanation(
            own,
            place_of(connection, own),
            tuple(events(connection, (TellingKey(own, row.event) for row in rows))),
            (by_others or alone).why,
            alone if by_others else None,
            tuple(dict.fromkeys(row.happening for row in rows)),
        )


def _ids(connection: Connection, table: str, happening: str) -> tuple[str, ...]:
    return _ids_where(connection, table, "happening", happening)


def _ids_where(connection: Connection, table: str, column: str, value: str) -> tuple[str, ...]:
    rows = schema.metadata.tables[table].c
    query = select(rows.id).where(rows[column] == value).order_by(rows.id)
    return tuple(connection.scalars(query))
