"""Pairs that a person might judge: happenings and people that may be one."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, combinations, groupby, product

from sqlalchemy import Connection, Select, and_, distinct, func, select

from waqai.model.chronicle import Judgement, TellingKey
from waqai.model.names import EntityKind
from waqai.store import schema

_LONGEST = 5_000  # pairs of people that are looked at
_ENOUGH = 4  # that happenings have in common
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be one, by their ids; `shared` is how much they have in common."""

    first: str
    second: str
    shared: int


def happening_pairs(connection: Connection) -> tuple[Pair, ...]:
    """Happenings of one kind with the same or following days and a party in common.

    Those with most in common come first: parties count two, the same day and place one each.
    Compared here and not by SQLite, which would look at all pairs of a day.
    """
    by_kind: dict[tuple[str, date], list[_Known]] = defaultdict(list)
    for one in _known(connection):
        by_kind[one.kind, one.day].append(one)
    found: list[Pair] = []
    for (kind, day), ones in by_kind.items():
        next_day = by_kind.get((kind, day + _DAY), ())
        for one, other in chain(combinations(ones, 2), product(ones, next_day)):
            shared = _shared(one, other)
            if shared >= _ENOUGH:
                found.append(Pair(one.id, other.id, shared))
    return tuple(sorted(found, key=lambda pair: (-pair.shared, pair.first, pair.second)))


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


@dataclass(frozen=True, slots=True)
class _Known:
    """A happening whose day is known, with those who take part."""

    id: str
    kind: str
    day: date
    place: str | None
    parties: frozenset[str]


def _known(connection: Connection) -> Iterator[_Known]:
    """The happenings whose day is known and in which somebody takes part, by their ids."""
    one, party = schema.happenings.c, schema.parties.c
    query = (
        select(one.id, one.kind, one.earliest, one.place, party.entity)
        .join(schema.parties, party.happening == one.id)
        .where(one.earliest == one.latest)
        .order_by(one.id)
    )
    for id, rows in groupby(connection.execute(query), key=lambda row: row.id):
        first, *others = rows
        parties = frozenset((first.entity, *(row.entity for row in others)))
        yield _Known(id, first.kind, date.fromisoformat(first.earliest), first.place, parties)


def _shared(one: _Known, other: _Known) -> int:
    """How much two happenings have in common, 0 where nobody takes part in both."""
    parties = len(one.parties & other.parties)
    place = one.place is not None and one.place == other.place
    return 2 * parties + (one.day == other.day) + place if parties else 0


def _pairs(connection: Connection, query: Select[tuple[str, str, int]]) -> tuple[Pair, ...]:
    rows = connection.execute(query.limit(_LONGEST))
    return tuple(Pair(row.first, row.second, row.shared) for row in rows)


def _people() -> Select[tuple[str]]:
    entity = schema.chronicle_entities.c
    return select(entity.id).where(entity.kind == EntityKind.PERSON.value)


def _key(judged: str) -> TellingKey | None:
    story, _, event = judged.rpartition("#")
    return TellingKey(story, int(event)) if story and event.isdecimal() else None
