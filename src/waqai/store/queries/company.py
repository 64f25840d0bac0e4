"""Who is in the chronicle, how much each does there, and with whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, distinct, func, select

from waqai.model.chronicle import TellingKey
from waqai.model.events import EventType
from waqai.model.names import EntityKind
from waqai.store import schema
from waqai.store.queries.evidence import Evidence, statements
from waqai.store.queries.published import LATEST

_PARTY, _HAPPENING = schema.parties.c, schema.happenings.c


@dataclass(frozen=True, slots=True)
class Active:
    """An entity by its id, and in how many happenings it takes part."""

    id: str
    happenings: int


@dataclass(frozen=True, slots=True)
class Companion:
    """One who took part in the same happenings, and in how many of each type."""

    id: str
    by_type: dict[EventType, int]

    @property
    def happenings(self) -> int:
        """In how many, of whatever type."""
        return sum(self.by_type.values())


def active(
    connection: Connection, kind: EntityKind | None, limit: int, offset: int = 0
) -> tuple[Active, ...]:
    """Who takes part in something, who takes part in most first."""
    many = func.count(distinct(_PARTY.happening))
    query = select(_PARTY.entity, many.label("many")).group_by(_PARTY.entity)
    if kind is not None:
        query = query.where(_PARTY.entity.in_(_of_kind(kind)))
    query = query.order_by(many.desc(), _PARTY.entity).limit(limit).offset(offset)
    return tuple(Active(row.entity, row.many) for row in connection.execute(query))


def of(connection: Connection, ids: Sequence[str]) -> tuple[Active, ...]:
    """In how many happenings each of these takes part, in their order."""
    many = func.count(distinct(_PARTY.happening))
    query = select(_PARTY.entity, many).where(_PARTY.entity.in_(ids)).group_by(_PARTY.entity)
    counted = {row[0]: row[1] for row in connection.execute(query)}
    return tuple(Active(id, counted.get(id, 0)) for id in ids)


def count_active(connection: Connection, kind: EntityKind | None) -> int:
    """How many take part in something."""
    query = select(func.count(distinct(_PARTY.entity)))
    if kind is not None:
        query = query.where(_PARTY.entity.in_(_of_kind(kind)))
    return connection.scalar(query) or 0


def companions(connection: Connection, id: str, limit: int) -> tuple[Companion, ...]:
    """Who takes part with the entity `id`, the most frequent first."""
    own, other = schema.parties.alias("own"), schema.parties.alias("other")
    query = (
        select(
            other.c.entity,
            _HAPPENING.type,
            func.count(distinct(other.c.happening)).label("many"),
        )
        .select_from(own)
        .join(other, and_(other.c.happening == own.c.happening, other.c.entity != id))
        .join(schema.happenings, _HAPPENING.id == own.c.happening)
        .where(own.c.entity == id)
        .group_by(other.c.entity, _HAPPENING.type)
        .order_by(other.c.entity, _HAPPENING.type)
    )
    found: dict[str, dict[EventType, int]] = {}
    for row in connection.execute(query):
        found.setdefault(row.entity, {})[EventType(row.type)] = row.many
    every = (Companion(entity, by_type) for entity, by_type in found.items())
    return tuple(sorted(every, key=lambda one: (-one.happenings, one.id))[:limit])


def said_of(connection: Connection, id: str, limit: int) -> tuple[Evidence, ...]:
    """What others say in which the entity `id` is named: the latest statements first."""
    said, names, named = schema.statements.c, schema.names.c, schema.named.c
    speaker = schema.named.alias("speaker")
    story, other = schema.stories.c, schema.settled.c
    query = (
        select(said.story, said.position)
        .select_from(schema.named)
        .join(schema.names, and_(names.story == named.story, names.entity == named.position))
        .join(
            schema.statements,
            and_(
                said.story == names.story,
                said.start <= names.start,
                said.end >= names.end,
            ),
        )
        .join(speaker, and_(speaker.c.story == said.story, speaker.c.position == said.speaker))
        .join(schema.stories, story.id == said.story)
        .outerjoin(schema.settled, other.story == story.id)
        .where(named.entity == id, speaker.c.entity != id)
        .group_by(said.story, said.position)
        .order_by(func.coalesce(LATEST, "").desc(), said.story, said.position)
        .limit(limit)
    )
    rows = connection.execute(query).all()
    keys = (TellingKey(row.story, row.position) for row in rows)
    return tuple(statements(connection, keys))


def _of_kind(kind: EntityKind) -> Select[tuple[str]]:
    entity = schema.chronicle_entities.c
    return select(entity.id).where(entity.kind == kind.value)
