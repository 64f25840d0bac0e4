"""Who did, will do or refused to do what to whom, when and where."""

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Integer, Text

from waqai.store.schema.columns import link, owned, owner, part_of, position, span

events = owned(
    "events",
    owner("stories"),
    position(),
    *span(),
    Column("type", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("mode", Text),
    Column("cameo", Text),
    Column("status", Text, nullable=False),
    Column("mutual", Boolean, nullable=False),
    *span("cue"),
    *span("operator", nullable=True),
    *link("place", "entities"),
    *link("time", "times"),
    *link("until", "times"),
    Column("since", Boolean, nullable=False),
    Column("days", Integer, nullable=False),  # behind that time
    *link("statement", "statements"),
    Column("value", Text),  # TIMEX3, of the time it bears
    Column("earliest", Text),
    Column("latest", Text),
    Index("events_by_kind", "type", "kind"),
    Index("events_by_day", "earliest", "latest"),
)

#: Who acts in an event and to whom it is done.
event_roles = owned(
    "event_roles",
    *part_of("events", "event"),
    Column("role", Text, CheckConstraint("role IN ('actor', 'recipient')"), primary_key=True),
    position(),
    *link("entity", "entities", nullable=False),
)

event_quantities = owned(
    "event_quantities",
    *part_of("events", "event"),
    position(),
    *link("quantity", "quantities", nullable=False),
)
