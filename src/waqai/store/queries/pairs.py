"""Pairs that a person might judge: happenings and people that may be one."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, and_, case, distinct, func, or_, select

from waqai.model.chronicle import Judgement, TellingKey
from waqai.model.names import EntityKind
from waqai.store import schema

_LONGEST = 5_000  # pairs that are looked at


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be one, by their ids; `shared` is how much they have in common."""

    first: str
    second: str
    shared: int


def happening_pairs(connection: Connection) -> tuple[Pair, ...]:
    """Happenings of one kind with the same or following days and a party in common.

    Those with most in common come first: parties count two, the same day and place one each.
    """
    one, other = schema.happenings.alias("one"), schema.happenings.alias("other")
    mine, theirs = schema.parties.alias("mine"), schema.parties.alias("theirs")
    follows = and_(
        other.c.earliest.in_((one.c.earliest, func.date(one.c.earliest, "+1 day"))),
        or_(other.c.earliest > one.c.earliest, other.c.id > one.c.id),
    )
    shared = (
        func.count(distinct(mine.c.entity)) * 2
        + _one_if(one.c.earliest == other.c.earliest)
        + _one_if(func.coalesce(one.c.place == other.c.place, 0))
    )
    query = (
        select(one.c.id.label("first"), other.c.id.label("second"), shared.label("shared"))
        .select_from(one)
        .join(other, and_(other.c.kind == one.c.kind, follows))
        .join(mine, mine.c.happening == one.c.id)
        .join(theirs, and_(theirs.c.happening == other.c.id, theirs.c.entity == mine.c.entity))
        .where(one.c.earliest == one.c.latest, other.c.earliest == other.c.latest)
        .group_by(one.c.id, other.c.id)
        .having(shared >= 4)
        .order_by(shared.desc(), one.c.id, other.c.id)
    )
    return _pairs(connection, query)


def person_pairs(connection: Connection) -> tuple[Pair, ...]:
    """People who go by the same name of two words or more."""
    one, other = schema.aliases.alias("one"), schema.aliases.alias("other")
    shared = func.count(distinct(one.c.folded))
    query = (
        select(one.c.entity.label("first"), other.c.entity.label("second"), shared.label("shared"))
        .select_from(one)
        .join(other, and_(other.c.folded == one.c.folded, other.c.entity > one.c.entity))
        .where(
            func.instr(one.c.folded, " ") > 0,
            one.c.entity.in_(_people()),
            other.c.entity.in_(_people()),
        )
        .group_by(one.c.entity, other.c.entity)
        .order_by(shared.desc(), one.c.entity, other.c.entity)
    )
    return _pairs(connection, query)


def happening_of(connection: Connection, judged: str) -> str | None:
    """The happening of a telling as a judgement names it, "STORY#EVENT"; None for none."""
    key = _key(judged)
    if key is None:
        return None
    told = schema.tellings.c
    query = select(told.happening).where(told.story == key.story, told.event == key.event)
    return connection.scalar(query)


def things_of(connection: Connection, judgement: Judgement) -> frozenset[str]:
    """What a judgement is about: the ids of two happenings, of one, or of two entities."""
    named = (judgement.first, judgement.second)
    return frozenset(happening_of(connection, id) or id for id in named)


def _pairs(connection: Connection, query: Select[tuple[str, str, int]]) -> tuple[Pair, ...]:
    rows = connection.execute(query.limit(_LONGEST))
    return tuple(Pair(row.first, row.second, row.shared) for row in rows)


def _people() -> Select[tuple[str]]:
    entity = schema.chronicle_entities.c
    return select(entity.id).where(entity.kind == EntityKind.PERSON.value)


def _one_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.max(case((condition, 1), else_=0))


def _key(judged: str) -> TellingKey | None:
    story, _, event = judged.rpartition("#")
    return TellingKey(story, int(event)) if story and event.isdecimal() else None
