"""Stories, the days they were published on, and the times they name."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text

from waqai.store.schema.columns import metadata, owned, owner, position, span

stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("page", Text, ForeignKey("pages.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("title", Text),
    *span("title", nullable=True),
    *(Column(name, Text) for name in ("outlet", "author", "agency", "dateline")),
    Column("published", Text),  # the day, when the window is one day wide
    Column("earliest", Text),
    Column("latest", Text),
    Column("likely", Text),  # the likeliest day of a window that is wider
    Index("stories_by_page", "page", "position"),
    Index("stories_by_day", "earliest", "latest"),
)

blocks = owned("blocks", owner("stories"), position(), *span())

#: Which stamps of its page may speak for a story, nearest first.
story_stamps = owned(
    "story_stamps", owner("stories"), position(), Column("stamp", Integer, nullable=False)
)

times = owned(
    "times",
    owner("stories"),
    position(),
    *span(),
    Column("type", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("mod", Text),
    Column("part", Text),
    Column("anchor", Integer),  # position of the time it counts from
    Column("clock", Text),  # JSON
    Column("reference", Text, nullable=False),  # JSON
    Index("times_by_day", "earliest", "latest"),
)

periods = owned(
    "periods",
    owner("stories"),
    position(),
    *span(),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
)

reasons = owned(
    "reasons",
    owner("stories"),
    position(),
    Column("rule", Text, nullable=False),
    Column("en", Text, nullable=False),
    Column("ar", Text, nullable=False),
    *span(nullable=True),
    Column("kept", Boolean, nullable=False),
    Column("stories", Text, nullable=False),  # JSON: ids of the other stories that it rests on
)
