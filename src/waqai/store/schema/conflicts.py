"""Where independent sources give different values for the same thing."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from waqai.store.schema.columns import metadata, owned, owner, position, story_part

conflicts = Table(
    "conflicts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("happening", Text, ForeignKey("happenings.id", ondelete="CASCADE"), nullable=False),
    Column("slot", Text, nullable=False),
    Index("conflicts_by_happening", "happening"),
)

#: The values that cannot hold together, the best supported first: a row for each telling.
conflict_values = owned(
    "conflict_values",
    owner("conflicts"),
    position(),
    Column("telling", Integer, primary_key=True),  # counted from 0 in each value
    Column("value", Text, nullable=False),
    *story_part("events", "event"),
    Index("conflict_values_by_event", "story", "event"),
)
