"""Positions of one actor."""

from sqlalchemy import Connection

from waqai.model.chronicle import Position
from waqai.store import schema
from waqai.store.queries import gathering
from waqai.store.queries.ordering import by_issue


def of_actor(connection: Connection, actor: str) -> tuple[Position, ...]:
    """What the entity with the id `actor` holds, by issue and day."""
    found = gathering.positions(connection, schema.positions.c.actor == actor)
    return tuple(sorted((one for _, one in found), key=by_issue))
