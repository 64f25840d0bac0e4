"""What actors are on record as holding, and what they said and did that shows it."""

from sqlalchemy import Column, Index, Table, Text

from waqai.store.schema.columns import (
    entity,
    metadata,
    owned,
    owner,
    position,
    story_part,
    window,
)

positions = Table(
    "positions",
    metadata,
    Column("id", Text, primary_key=True),
    entity("actor", nullable=False),
    Column("issue", Text, nullable=False),
    Column("stance", Text, nullable=False),
    *window(),
    Index("positions_by_actor", "actor"),
    Index("positions_by_issue", "issue"),
)

position_statements = owned(
    "position_statements",
    owner("positions"),
    position(),
    *story_part("statements", "statement"),
    Index("position_statements_by_story", "story", "statement"),
)

position_events = owned(
    "position_events",
    owner("positions"),
    position(),
    *story_part("events", "event"),
    Index("position_events_by_story", "story", "event"),
)
