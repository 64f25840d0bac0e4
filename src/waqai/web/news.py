"""Which conflicts and positions came with the stories of some days."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from waqai.model.chronicle import Conflict, Position, TellingKey
from waqai.store.queries import contested


def new_conflicts(
    connection: Connection, changed: Iterable[str], first: date, last: date
) -> list[Conflict]:
    """The conflicts of the happenings `changed` that stories of `first` through `last` opened:
    what was published before `first` gave one value alone."""
    found = contested.of_happenings(connection, changed)
    keys = (key for one in found for value in one.values for key in value.tellings)
    early, within = contested.published(connection, _stories(keys), first, last)

    def sides(one: Conflict, published: frozenset[str]) -> int:
        return sum(not published.isdisjoint(_stories(value.tellings)) for value in one.values)

    return [one for one in found if sides(one, early) < 2 <= sides(one, early | within)]


def new_positions(
    connection: Connection, positions: Iterable[Position], first: date, last: date
) -> list[Position]:
    """Those of `positions` that stories of `first` through `last` show, and none before."""
    found = list(positions)
    keys = (key for one in found for key in (*one.sayings, *one.tellings))
    early, within = contested.published(connection, _stories(keys), first, last)
    return [
        one
        for one in found
        if not within.isdisjoint(shown := _stories((*one.sayings, *one.tellings)))
        and early.isdisjoint(shown)
    ]


def _stories(keys: Iterable[TellingKey]) -> set[str]:
    return {key.story for key in keys}
