"""What the tables are made of: owners, positions, spans, and links between a story's lists."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData()


def owned(name: str, *items: SchemaItem) -> Table:
    """A table whose rows belong to a page or a story: they lie together, in their order."""
    return Table(name, metadata, *items, sqlite_with_rowid=False)


_OWNERS = {
    "pages": "page",
    "stories": "story",
    "chronicle_entities": "entity",
    "happenings": "happening",
    "announcements": "announcement",
    "positions": "held",
    "conflicts": "conflict",
}


def owner(table: str) -> Column[str]:
    """The column that says whose row this is; the row goes when its owner does."""
    key = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(_OWNERS[table], Text, key, primary_key=True)


def position() -> Column[int]:
    """The place of the row among those of its owner."""
    return Column("position", Integer, primary_key=True)


def part_of(table: str, column: str) -> tuple[SchemaItem, ...]:
    """The story and the position in `table` of the row that this one is a part of."""
    own = (
        Column("story", Text, primary_key=True),
        Column(column, Integer, primary_key=True),
    )
    return (*own, _key(column, table, ondelete="CASCADE"))


def link(column: str, table: str, nullable: bool = True) -> tuple[SchemaItem, ...]:
    """A position in the same story's rows of `table`.

    It is checked when the page is whole, so that a row may point at a later one.
    """
    return (
        Column(column, Integer, nullable=nullable),
        _key(column, table, deferrable=True, initially="DEFERRED"),
    )


def story_part(table: str, column: str) -> tuple[SchemaItem, ...]:
    """A story and a position in its rows of `table`: an event, a statement, an entity of a story.

    The row goes when that does.
    """
    return (
        Column("story", Text, nullable=False),
        Column(column, Integer, nullable=False),
        _key(column, table, ondelete="CASCADE"),
    )


def entity(column: str, nullable: bool = True) -> Column[str]:
    """An entity of the chronicle. It is checked when all findings are written."""
    key = ForeignKey("chronicle_entities.id", deferrable=True, initially="DEFERRED")
    return Column(column, Text, key, nullable=nullable)


def window(of: str = "") -> tuple[Column[str], ...]:
    """The columns `earliest` and `latest`, ISO days; `due_earliest` … for the window `of` a due."""
    sides = (f"{of}_{side}" if of else side for side in ("earliest", "latest"))
    return tuple(Column(side, Text) for side in sides)


def span(of: str = "", nullable: bool = False) -> tuple[SchemaItem, ...]:
    """The columns `start` and `end`; `cue_start` and `cue_end` for the span `of` a cue."""
    start, end = (f"{of}_{side}" if of else side for side in ("start", "end"))
    ends = (Column(name, Integer, nullable=nullable) for name in (start, end))
    return (*ends, CheckConstraint(f'"{start}" <= "{end}"'))


def _key(
    column: str,
    table: str,
    ondelete: str | None = None,
    deferrable: bool | None = None,
    initially: str | None = None,
) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["story", column],
        [f"{table}.story", f"{table}.position"],
        ondelete=ondelete,
        deferrable=deferrable,
        initially=initially,
    )
