"""Announcements a page of a list at a time: by day, by outcome, by who is concerned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from waqai.model.chronicle import Announcement, Outcome
from waqai.store import schema
from waqai.store.queries import gathering
from waqai.store.queries.filters import announced, between

_ONE = schema.announcements.c
_EVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Due:
    """Which announcements are asked for; None asks for all.

    `first` and `last`: what may be due between these days. `over` before which day their time has
    passed for certain; `within` that it is due by `last` for certain.
    """

    actors: Sequence[str] | None = None
    outcome: Outcome | None = None
    first: date | None = None
    last: date | None = None
    over: date | None = None
    within: bool = False

    def condition(self) -> ColumnElement[bool]:
        """The condition on a row of `announcements`."""
        said: list[ColumnElement[bool]] = [announced(self.actors)]
        if self.outcome is not None:
            said.append(_ONE.outcome == self.outcome.value)
        if self.over is not None:
            said.append(_ONE.due_latest < self.over.isoformat())
        if self.within and self.last is not None:
            said.append(_ONE.due_latest <= self.last.isoformat())
        days = between(_ONE.due_earliest, _ONE.due_latest, self.first, self.last)
        return and_(true(), *said, *days)


def some(
    connection: Connection, wanted: Due, limit: int, offset: int = 0, *, latest_first: bool = False
) -> tuple[Announcement, ...]:
    """Of what is `wanted`, by the day it is due, `limit` from `offset` on."""
    query = select(_ONE.id).where(wanted.condition()).order_by(*_order(latest_first))
    ids = list(connection.scalars(query.limit(limit).offset(offset)))
    found = dict(gathering.announcements(connection, _ONE.id.in_(ids))) if ids else {}
    return tuple(found[id] for id in ids)


def of_happening(connection: Connection, happening: str) -> Announcement | None:
    """The announcement of a happening, None where it was not announced."""
    found = gathering.announcements(connection, _ONE.happening == happening)
    return next((one for _, one in found), None)


def announced_among(connection: Connection, happenings: Sequence[str]) -> frozenset[str]:
    """Those of these happenings that were announced."""
    query = select(_ONE.happening).where(_ONE.happening.in_(happenings))
    return frozenset(connection.scalars(query))


def count(connection: Connection, wanted: Due) -> int:
    """How many are wanted."""
    query = select(func.count()).select_from(schema.announcements)
    return connection.scalar(query.where(wanted.condition())) or 0


def outcomes(connection: Connection, wanted: Due) -> dict[Outcome, int]:
    """How many of those wanted came to what."""
    query = select(_ONE.outcome, func.count()).where(wanted.condition()).group_by(_ONE.outcome)
    return {Outcome(row[0]): row[1] for row in connection.execute(query)}


def _order(latest_first: bool) -> tuple[ColumnElement[object], ...]:
    if latest_first:
        last = func.coalesce(_ONE.due_latest, "")
        return (last.desc(), func.coalesce(_ONE.due_earliest, "").desc(), _ONE.id)
    last = func.coalesce(_ONE.due_latest, _EVER)
    return (func.coalesce(_ONE.due_earliest, last), last, _ONE.id)
