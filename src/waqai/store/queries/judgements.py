"""What people judged, and what can be judged."""

from sqlalchemy import Connection, Table, select

from waqai.model.chronicle import Judgement, Verdict
from waqai.store import schema


def judgements(connection: Connection, table: Table = schema.judgements) -> tuple[Judgement, ...]:
    """All of them, in order: those that stand, or those of which the findings were made."""
    rows = connection.execute(select(table).order_by(table.c.first, table.c.second))
    return tuple(Judgement(row.first, row.second, Verdict(row.verdict)) for row in rows)


def judged_id(connection: Connection, id: str) -> str | None:
    """What a judgement of `id` is about: an entity, or the telling by which a happening is known.

    `id` is an entity's, a happening's, or a telling written "STORY#EVENT". None when the chronicle
    has no such thing.
    """
    tellings, entities = schema.tellings.c, schema.chronicle_entities.c
    if connection.scalar(select(entities.id).where(entities.id == id)) is not None:
        return id
    first = select(tellings.story, tellings.event).where(tellings.position == 0)
    told = connection.execute(first.where(tellings.happening == id)).one_or_none()
    if told is not None:
        return f"{told.story}#{told.event}"
    story, _, event = id.rpartition("#")
    events = schema.events.c
    of_story = select(events.story).where(events.story == story)
    if event.isdecimal() and connection.scalar(of_story.where(events.position == int(event))):
        return id
    return None
