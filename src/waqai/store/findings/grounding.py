"""Writing what findings can be extended on: all of it, or what an extension changes."""

from collections.abc import Iterable, Set

from sqlalchemy import Connection, Table, bindparam, delete

from waqai.model.chronicle import Brief, TellingKey
from waqai.model.ground import Ground
from waqai.store import schema
from waqai.store.inserting import put
from waqai.store.queries.among import among
from waqai.store.rows.ground import ground_rows, key_text, story_ground_rows
from waqai.store.rows.row import Row


def put_ground(connection: Connection, ground: Ground) -> None:
    """Write tellings and nodes that are not there."""
    for table, rows in ground_rows(ground).items():
        put(connection, table, rows)


def put_stories(connection: Connection, briefs: Iterable[Brief]) -> None:
    """Write what stories that are not there are looked up by."""
    for brief in briefs:
        for table, rows in story_ground_rows(brief).items():
            put(connection, table, rows)


def take_stories(connection: Connection, briefs: Iterable[Brief]) -> None:
    """Take out what stories are looked up by."""
    for brief in briefs:
        for table, rows in story_ground_rows(brief).items():
            _take(connection, table, rows)


def take_ground(connection: Connection, stories: Set[str], nodes: Set[TellingKey]) -> None:
    """Take out the tellings of `stories`, all that is written of `nodes`, and what was judged."""
    named = [key_text(node) for node in nodes]
    told, blocks, likes = schema.ground_tellings, schema.ground_blocks, schema.ground_likes
    connection.execute(delete(told).where(among(told.c.story, stories)))
    connection.execute(delete(told).where(among(told.c.node, named)))
    connection.execute(delete(blocks).where(among(blocks.c.node, named)))
    for side in (likes.c.first, likes.c.second):
        connection.execute(delete(likes).where(among(side, named)))
    for table in (schema.ground_judged, schema.ground_judgements):
        connection.execute(delete(table))


def _take(connection: Connection, table: Table, rows: list[Row]) -> None:
    keys = table.primary_key
    where = [column == bindparam(f"the_{column.name}") for column in keys]
    named = [{f"the_{column.name}": row[column.name] for column in keys} for row in rows]
    if named:
        connection.execute(delete(table).where(*where), named)
