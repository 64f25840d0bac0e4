"""The statements that write rows, made once: to make one takes longer than to run it."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as upsert

from waqai.store import schema
from waqai.store.rows.row import Row

_DIALECT = sqlite.dialect(paramstyle="named")


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write new rows. They go in as they are: they hold text, numbers, true and false."""
    if rows:
        connection.exec_driver_sql(_INSERT[table], rows)


def put_over(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows, new or in the place of those with their keys: what points at them stays."""
    if rows:
        connection.exec_driver_sql(_UPSERT[table], rows)


def _over(table: Table) -> str:
    statement = upsert(table)
    keys = [column.name for column in table.primary_key]
    others = {c.name: statement.excluded[c.name] for c in table.c if c.name not in keys}
    return str(statement.on_conflict_do_update(keys, set_=others).compile(dialect=_DIALECT))


_TABLES = schema.metadata.sorted_tables
_INSERT = {table: str(insert(table).compile(dialect=_DIALECT)) for table in _TABLES}
_UPSERT = {
    table: _over(table) for table in _TABLES if any(not column.primary_key for column in table.c)
}
