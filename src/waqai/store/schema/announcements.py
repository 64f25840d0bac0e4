"""What was told before its time, turn by turn, and what came of it."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table, Text

from waqai.store.schema.columns import (
    entity,
    metadata,
    owned,
    owner,
    position,
    story_part,
    window,
)

announcements = Table(
    "announcements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("happening", Text, ForeignKey("happenings.id", ondelete="CASCADE"), nullable=False),
    Column("announced_on", Text),
    entity("announced_by"),
    *window("due"),
    Column("outcome", Text, nullable=False),
    Column("held_on", Text),
    Column("moved", Boolean, nullable=False),  # put off to a time of which something is known
    *window("moved"),
    Index("announcements_by_happening", "happening"),
    Index("announcements_by_speaker", "announced_by"),
    Index("announcements_by_day", "due_earliest", "due_latest"),
)

#: The turns of its history, oldest first.
steps = owned(
    "steps",
    owner("announcements"),
    position(),
    Column("status", Text, nullable=False),
    *window("told"),
    *window("due"),
    entity("by"),
    *story_part("events", "event"),
    Index("steps_by_event", "story", "event"),
    Index("steps_by_speaker", "by"),
)
