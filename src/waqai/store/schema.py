"""The chronicle's tables, views and indexes. docs/json.md says what each record means.

Offsets are code points of `pages.text`; days are ISO 8601. A column that may be null is null
where the thing is not known.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

#: What `PRAGMA application_id` says of a file that is a chronicle: the letters "WQAI".
APPLICATION_ID = int.from_bytes(b"WQAI")
#: `PRAGMA user_version`: raised by one when a table changes.
VERSION = 1

metadata = MetaData()


def _owner(table: str) -> Column[str]:
    """The column that says whose row this is; the row goes when its owner does."""
    name = {"pages": "page", "stories": "story"}[table]
    key = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(name, Text, key, primary_key=True)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True)  # from 0, in page order


def _span(nullable: bool = False) -> tuple[Column[int], Column[int], CheckConstraint]:
    ends = (Column(name, Integer, nullable=nullable) for name in ("start", "end"))
    return (*ends, CheckConstraint('"start" <= "end"'))  # type: ignore[return-value]


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

stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("page", Text, ForeignKey("pages.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("title", Text),
    Column("title_start", Integer),
    Column("title_end", Integer),
    *(Column(name, Text) for name in ("outlet", "author", "agency", "dateline")),
    Column("published", Text),  # the day, when the window is one day wide
    Column("earliest", Text),
    Column("latest", Text),
    Index("stories_by_page", "page", "position"),
    Index("stories_by_day", "earliest", "latest"),
)

blocks = Table("blocks", metadata, _owner("stories"), _position(), *_span())

residue = Table(
    "residue",
    metadata,
    _owner("pages"),
    _position(),
    *_span(),
    Column("kind", Text, nullable=False),
)

stamps = Table(
    "stamps",
    metadata,
    _owner("pages"),
    _position(),
    Column("given_by", Text),  # "source", "text", or null: known to its story alone
    Column("day", Text, nullable=False),
    Column("clock", Text),
    Column("role", Text, nullable=False),
    Column("text", Text, nullable=False),
    *_span(nullable=True),
)

#: Which stamps of its page may speak for a story, nearest first.
story_stamps = Table(
    "story_stamps",
    metadata,
    _owner("stories"),
    _position(),
    Column("stamp", Integer, nullable=False),
)

times = Table(
    "times",
    metadata,
    _owner("stories"),
    _position(),
    *_span(),
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

periods = Table(
    "periods",
    metadata,
    _owner("stories"),
    _position(),
    *_span(),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
)

reasons = Table(
    "reasons",
    metadata,
    _owner("stories"),
    _position(),
    Column("rule", Text, nullable=False),
    Column("en", Text, nullable=False),
    Column("ar", Text, nullable=False),
    *_span(nullable=True),
    Column("kept", Boolean, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    *(Column(name, Text, primary_key=True) for name in ("source", "code", "reason")),
)

#: Views for a person with a plain SQLite shell: names and words in the place of ids and offsets.
VIEWS = (
    """CREATE VIEW story_list AS
    SELECT stories.id, pages.name AS page, stories.position, stories.title, stories.outlet,
           stories.published, stories.earliest, stories.latest
    FROM stories JOIN pages ON pages.id = stories.page WHERE pages.current""",
    """CREATE VIEW time_list AS
    SELECT pages.name AS page, stories.position AS story, times.type, times.value,
           times.earliest, times.latest,
           substr(pages.text, times."start" + 1, times."end" - times."start") AS words
    FROM times JOIN stories ON stories.id = times.story JOIN pages ON pages.id = stories.page
    WHERE pages.current""",
)
