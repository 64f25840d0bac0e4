"""Pages, what stands on them beside the stories, and what could not be read."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from waqai.store.schema.columns import metadata, owned, owner, position, span

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text))

pages = Table(
    "pages",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("current", Boolean, nullable=False),  # false: the page has a newer text
    Column("generation", Integer, nullable=False),  # the build that brought it
    Column("reader", Text, nullable=False),  # the version of waqai that read it
    Column("text", Text, nullable=False),
    Column("source", Text, nullable=False),
    *(Column(name, Text) for name in ("url", "title", "outlet", "author", "encoding")),
    Index("pages_by_name", "name", "current"),
)

residue = owned(
    "residue", owner("pages"), position(), *span(), Column("kind", Text, nullable=False)
)

stamps = owned(
    "stamps",
    owner("pages"),
    position(),
    Column("given_by", Text),  # "source", "text", or null: known to its story alone
    Column("day", Text, nullable=False),
    Column("clock", Text),
    Column("role", Text, nullable=False),
    Column("text", Text, nullable=False),
    *span(nullable=True),
)

quarantine = Table(
    "quarantine",
    metadata,
    *(Column(name, Text, primary_key=True) for name in ("source", "code", "reason")),
)
