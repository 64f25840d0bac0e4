"""Conflicts of one happening, and of all."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from waqai.model.chronicle import Conflict, Slot
from waqai.store import schema
from waqai.store.queries import gathering

_ONE = schema.conflicts.c


def of_happening(connection: Connection, happening: str) -> tuple[Conflict, ...]:
    """What is disputed of one happening."""
    found = gathering.conflicts(connection, _ONE.happening == happening)
    return tuple(one for _, one in found)


def by_slot(connection: Connection) -> dict[Slot, int]:
    """How many conflicts there are on what."""
    query = select(_ONE.slot, func.count()).group_by(_ONE.slot).order_by(func.count().desc())
    return {Slot(row[0]): row[1] for row in connection.execute(query)}


def some(
    connection: Connection, slot: Slot | None, limit: int, offset: int
) -> tuple[Conflict, ...]:
    """Conflicts, those of what most stories tell first, `limit` from `offset` on."""
    told = schema.happenings.c
    query = (
        select(_ONE.id)
        .join(schema.happenings, told.id == _ONE.happening)
        .order_by(told.stories.desc(), told.id, _ONE.id)
    )
    if slot is not None:
        query = query.where(_ONE.slot == slot.value)
    ids: Sequence[str] = connection.scalars(query.limit(limit).offset(offset)).all()
    found = dict(gathering.conflicts(connection, _ONE.id.in_(ids))) if ids else {}
    return tuple(found[id] for id in ids)
