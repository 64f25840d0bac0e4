"""What happened in the world, who took part, and every event of every story that tells it."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
)

from waqai.store.schema.columns import (
    entity,
    metadata,
    owned,
    owner,
    position,
    span,
    story_part,
    window,
)

happenings = Table(
    "happenings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    *window(),
    entity("place"),
    Column("stories", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("accounts", Integer, nullable=False),  # near-copies of one text are one
    Column("headline_ar", Text, nullable=False),
    Column("headline_en", Text, nullable=False),
    Index("happenings_by_day", "earliest", "latest"),
    Index("happenings_by_kind", "type", "kind"),
    Index("happenings_by_place", "place"),
)

parties = owned(
    "parties",
    owner("happenings"),
    Column("role", Text, CheckConstraint("role IN ('actor', 'recipient')"), primary_key=True),
    position(),
    entity("entity", nullable=False),
    Index("parties_by_entity", "entity"),
)

#: The events of stories that tell a happening. An event tells just one.
tellings = owned(
    "tellings",
    owner("happenings"),
    position(),
    *story_part("events", "event"),
    *window(),  # where its story puts it, by the days that are known now
    entity("told_by"),  # null: the story itself tells it
    Index("tellings_by_event", "story", "event", unique=True),
    Index("tellings_by_speaker", "told_by"),
)

#: The values that the tellings of a happening give for its slots: a row for each telling.
slot_values = owned(
    "slot_values",
    owner("happenings"),
    position(),  # of the value among those of the happening
    Column("telling", Integer, primary_key=True),
    Column("slot", Text, nullable=False),
    Column("value", Text, nullable=False),  # an id, a status, a window, words: by the slot
    ForeignKeyConstraint(
        ["happening", "telling"],
        ["tellings.happening", "tellings.position"],
        ondelete="CASCADE",
    ),
)

happening_reasons = owned(
    "happening_reasons",
    owner("happenings"),
    position(),
    Column("rule", Text, nullable=False),
    Column("en", Text, nullable=False),
    Column("ar", Text, nullable=False),
    *span(nullable=True),
    Column("kept", Boolean, nullable=False),
    Column("stories", Text, nullable=False),  # JSON: ids of the other stories that it rests on
)
