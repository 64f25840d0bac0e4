"""What the chronicle made of one story: whom its entities are, which happenings it tells."""

from sqlalchemy import Connection, select

from waqai.store import schema


def named_in(connection: Connection, story: str) -> dict[int, str]:
    """The chronicle's id of each of the story's entities, by the entity's index in the story."""
    named = schema.named.c
    query = select(named.position, named.entity).where(named.story == story)
    return {row.position: row.entity for row in connection.execute(query)}


def happenings_in(connection: Connection, story: str) -> dict[int, str]:
    """The id of the happening that each event of the story tells, by the event's index."""
    told = schema.tellings.c
    query = select(told.event, told.happening).where(told.story == story)
    return {row.event: row.happening for row in connection.execute(query)}
