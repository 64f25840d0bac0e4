"""Happenings a page of a list at a time, and counts of all that a list has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, case, func, select, true

from waqai.model.chronicle import Happening
from waqai.model.events import Status
from waqai.store import schema
from waqai.store.queries import gathering
from waqai.store.rows.row import day_of

_EVER = "9999-12-31"
_ONE = schema.happenings.c


@dataclass(frozen=True, slots=True)
class Volume:
    """How many happenings of one status lie on one day."""

    day: date
    status: Status
    count: int


def by_ids(connection: Connection, wanted: Sequence[str]) -> dict[str, Happening]:
    """The happenings with the ids `wanted`, by them, without their tellings and values;
    those that are not there are left out."""
    return dict(gathering.listed_happenings(connection, _ONE.id.in_(wanted))) if wanted else {}


def some(
    connection: Connection,
    where: ColumnElement[bool],
    limit: int,
    offset: int = 0,
    *,
    latest_first: bool = False,
) -> tuple[Happening, ...]:
    """Of the happenings for which `where` holds, in the order of their days, `limit` from
    `offset` on; what is on a day unknown comes last."""
    wanted = ids(connection, where, limit, offset, latest_first=latest_first)
    found = by_ids(connection, wanted)
    return tuple(found[id] for id in wanted)


def ids(
    connection: Connection,
    where: ColumnElement[bool],
    limit: int,
    offset: int = 0,
    *,
    latest_first: bool = False,
) -> list[str]:
    """The ids of those that `some` gives."""
    query = select(_ONE.id).where(where).order_by(*_order(latest_first))
    return list(connection.scalars(query.limit(limit).offset(offset)))


def count(connection: Connection, where: ColumnElement[bool] | None = None) -> int:
    """How many happenings there are for which `where` holds."""
    query = select(func.count()).select_from(schema.happenings)
    return connection.scalar(query.where(true() if where is None else where)) or 0


def volume(connection: Connection, where: ColumnElement[bool]) -> tuple[Volume, ...]:
    """How many of the happenings whose day is known lie on each day, by status."""
    query = (
        select(_ONE.earliest, _ONE.status, func.count().label("many"))
        .where(where, _ONE.earliest == _ONE.latest)
        .group_by(_ONE.earliest, _ONE.status)
        .order_by(_ONE.earliest, _ONE.status)
    )
    rows = connection.execute(query)
    return tuple(
        Volume(date.fromisoformat(row.earliest), Status(row.status), row.many) for row in rows
    )


def busiest(
    connection: Connection, where: ColumnElement[bool], limit: int
) -> tuple[tuple[str, int], ...]:
    """Who takes part in most of the happenings for which `where` holds, with how many."""
    party = schema.parties.c
    many = func.count(party.happening.distinct())
    query = (
        select(party.entity, many.label("many"))
        # as a join SQLite would look at every party there is
        .where(party.happening.in_(select(_ONE.id).where(where)))
        .group_by(party.entity)
        .order_by(many.desc(), party.entity)
        .limit(limit)
    )
    return tuple((row.entity, row.many) for row in connection.execute(query))


def loudest(
    connection: Connection, where: ColumnElement[bool], actors: Sequence[str], limit: int
) -> tuple[Happening, ...]:
    """Of the happenings of `actors` for which `where` holds, and of whose day something is known,
    those that most accounts tell, these first."""
    party = schema.parties.c
    theirs = select(party.happening).where(party.entity.in_(actors))
    dated = func.coalesce(_ONE.earliest, _ONE.latest).is_not(None)
    query = (
        select(_ONE.id)
        .where(where, dated, _ONE.id.in_(theirs))
        .order_by(_ONE.accounts.desc(), _ONE.stories.desc(), _ONE.id)
        .limit(limit)
    )
    wanted = connection.scalars(query).all()
    found = by_ids(connection, wanted)
    return tuple(found[id] for id in wanted)


def around(
    connection: Connection, one: Happening, limit: int
) -> tuple[tuple[Happening, ...], tuple[Happening, ...]]:
    """What the same parties did before and after `one`, the nearest first.

    Two parties in common are asked for where there are two; both empty where the day of `one` is
    not known to one side or nobody is known to take part.
    """
    parties = list(dict.fromkeys((*one.actors, *one.recipients)))
    if not parties:
        return (), ()
    party = schema.parties.c
    shared = (
        select(party.happening)
        .where(party.entity.in_(parties))
        .group_by(party.happening)
        .having(func.count(party.entity.distinct()) >= min(2, len(parties)))
    )
    others = and_(_ONE.id.in_(shared), _ONE.id != one.id)
    before: tuple[Happening, ...] = ()
    after: tuple[Happening, ...] = ()
    if one.day.earliest is not None:
        earlier = and_(others, _ONE.latest < one.day.earliest.isoformat())
        before = some(connection, earlier, limit, latest_first=True)
    if one.day.latest is not None:
        later = and_(others, _ONE.earliest > one.day.latest.isoformat())
        after = some(connection, later, limit)
    return before, after


def days(connection: Connection) -> tuple[date | None, date | None]:
    """The first and the last day on which something is known to have happened, or to be due."""
    query = select(func.min(_ONE.earliest), func.max(_ONE.latest))
    row = connection.execute(query.where(_ONE.earliest == _ONE.latest)).one()
    return day_of(row[0]), day_of(row[1])


def _order(latest_first: bool) -> tuple[ColumnElement[object], ...]:
    unsure = case((_ONE.earliest == _ONE.latest, 0), else_=1)
    if latest_first:
        last = func.coalesce(_ONE.latest, "")
        return (unsure, last.desc(), func.coalesce(_ONE.earliest, "").desc(), _ONE.id)
    last = func.coalesce(_ONE.latest, _EVER)
    return (unsure, func.coalesce(_ONE.earliest, last), last, _ONE.id)
