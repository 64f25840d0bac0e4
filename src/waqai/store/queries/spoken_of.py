"""Of whom and what the stories speak."""

from sqlalchemy import Connection, func, select

from waqai.store import schema


def most_spoken_of(connection: Connection, limit: int) -> tuple[str, ...]:
    """The ids of those of whom stories speak, those of whom most do first."""
    named = schema.named.c
    query = (
        select(named.entity)
        .where(named.entity.is_not(None))
        .group_by(named.entity)
        .order_by(func.count(named.story.distinct()).desc(), named.entity)
        .limit(limit)
    )
    return tuple(connection.scalars(query))


def count_spoken_of(connection: Connection) -> int:
    """Of how many stories speak."""
    return connection.scalar(select(func.count(schema.named.c.entity.distinct()))) or 0
