"""What `meta` says of the whole file."""

from sqlalchemy import Connection, delete, insert, select

from waqai.store.schema import meta

GENERATION = "generation"  # the build that comes next
READER = "reader"  # the version of waqai that wrote last
FINDINGS = "findings"  # the version that made the findings; none while they lag behind the pages
GROUND = "ground"  # the version that made what findings can be extended on; none while all is to be
BRIEFS = "briefs"  # how the briefs were made

_SET = insert(meta).prefix_with("OR REPLACE")


def marks(connection: Connection) -> dict[str, str]:
    """All that `meta` says."""
    return {row.key: row.value for row in connection.execute(select(meta))}


def mark(connection: Connection, **said: str) -> None:
    """Say it, where that is not said already."""
    known = marks(connection)
    rows = [{"key": key, "value": value} for key, value in said.items() if known.get(key) != value]
    if rows:
        connection.execute(_SET, rows)


def unmark(connection: Connection, key: str) -> None:
    """Say it no longer."""
    connection.execute(delete(meta).where(meta.c.key == key))


def is_concluded(connection: Connection, reader: str | None = None) -> bool:
    """Whether the findings are those of the pages, and made by `reader` if that is given."""
    made_by = marks(connection).get(FINDINGS)
    return made_by is not None and reader in (None, made_by)
