"""What is disputed of several happenings at once, and when stories were published."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection, select

from waqai.model.chronicle import Conflict, Slot
from waqai.store import schema
from waqai.store.queries import gathering
from waqai.store.queries.published import EARLIEST, LATEST

_AT_ONCE = 500  # ids of one question
#: Whether it happened at all weighs most.
_ORDER = (Slot.STATUS, *(slot for slot in Slot if slot is not Slot.STATUS))


def slots_of(connection: Connection, happenings: Iterable[str]) -> dict[str, tuple[Slot, ...]]:
    """On what each of these happenings is disputed, by its id, whether it happened first; those
    disputed on nothing are left out."""
    one = schema.conflicts.c
    found: dict[str, set[Slot]] = {}
    for ids in _batches(happenings):
        query = select(one.happening, one.slot).where(one.happening.in_(ids))
        for row in connection.execute(query):
            found.setdefault(row.happening, set()).add(Slot(row.slot))
    return {id: tuple(slot for slot in _ORDER if slot in slots) for id, slots in found.items()}


def of_happenings(connection: Connection, happenings: Iterable[str]) -> tuple[Conflict, ...]:
    """The conflicts of these happenings, in the order of their ids."""
    one = schema.conflicts.c
    return tuple(
        conflict
        for ids in _batches(happenings)
        for _, conflict in gathering.conflicts(connection, one.happening.in_(ids))
    )


def published(
    connection: Connection, stories: Iterable[str], first: date, last: date
) -> tuple[frozenset[str], frozenset[str]]:
    """Those of `stories` known to be published before `first`, and from `first` through `last`."""
    one, settled = schema.stories.c, schema.settled.c
    joined = schema.stories.outerjoin(schema.settled, settled.story == one.id)
    early: set[str] = set()
    within: set[str] = set()
    for ids in _batches(stories):
        query = select(one.id, EARLIEST.label("low"), LATEST.label("high"))
        for row in connection.execute(query.select_from(joined).where(one.id.in_(ids))):
            if row.high is not None and row.high < first.isoformat():
                early.add(row.id)
            elif None not in (row.low, row.high) and (
                first.isoformat() <= row.low and row.high <= last.isoformat()
            ):
                within.add(row.id)
    return frozenset(early), frozenset(within)


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    waiting = sorted(set(ids))
    for start in range(0, len(waiting), _AT_ONCE):
        yield waiting[start : start + _AT_ONCE]
