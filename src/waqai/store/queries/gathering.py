"""Findings with all their rows, read one after the other in the order of their ids."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, select, true

from waqai.model.chronicle import Announcement, Conflict, Happening, Position
from waqai.model.names import Entity
from waqai.store import schema
from waqai.store.findings.kinds import KINDS, Kind
from waqai.store.rows.announcements import announcement_of
from waqai.store.rows.cast import chronicle_entity_of
from waqai.store.rows.happenings import happening_of
from waqai.store.rows.positions import conflict_of, position_of
from waqai.store.rows.row import Parts, Row

_Record = TypeVar("_Record")
_EVERY = true()
_KIND = {kind.owner: kind for kind in KINDS}


def entities(
    connection: Connection, where: ColumnElement[bool] = _EVERY
) -> Iterator[tuple[str, Entity]]:
    """The entities of the chronicle for which `where` holds, with their ids."""
    return _records(
        connection,
        schema.chronicle_entities,
        where,
        lambda row, parts: chronicle_entity_of(row, parts[schema.aliases]),
    )


def happenings(
    connection: Connection, where: ColumnElement[bool] = _EVERY
) -> Iterator[tuple[str, Happening]]:
    """The happenings for which `where` holds, with their ids."""
    return _records(connection, schema.happenings, where, happening_of)


def listed_happenings(
    connection: Connection, where: ColumnElement[bool]
) -> Iterator[tuple[str, Happening]]:
    """The same without their tellings and values, of which what many tell has thousands."""
    parts = (schema.parties, schema.happening_reasons)
    return _records(connection, schema.happenings, where, happening_of, parts)


def announcements(
    connection: Connection, where: ColumnElement[bool] = _EVERY
) -> Iterator[tuple[str, Announcement]]:
    """The announcements for which `where` holds, with their ids."""
    return _records(
        connection,
        schema.announcements,
        where,
        lambda row, parts: announcement_of(row, parts[schema.steps]),
    )


def positions(
    connection: Connection, where: ColumnElement[bool] = _EVERY
) -> Iterator[tuple[str, Position]]:
    """The positions for which `where` holds, with their ids."""
    return _records(connection, schema.positions, where, position_of)


def conflicts(
    connection: Connection, where: ColumnElement[bool] = _EVERY
) -> Iterator[tuple[str, Conflict]]:
    """The conflicts for which `where` holds, with their ids."""
    return _records(
        connection,
        schema.conflicts,
        where,
        lambda row, parts: conflict_of(row, parts[schema.conflict_values]),
    )


def _records(
    connection: Connection,
    owner: Table,
    where: ColumnElement[bool],
    record: Callable[[Row, Parts], _Record],
    parts: Sequence[Table] | None = None,
) -> Iterator[tuple[str, _Record]]:
    kind = _KIND[owner]
    for row, of_row in _rows(connection, kind, where, kind.parts if parts is None else parts):
        yield row[kind.key], record(row, of_row)


def _rows(
    connection: Connection, kind: Kind, where: ColumnElement[bool], read: Sequence[Table]
) -> Iterator[tuple[Row, Parts]]:
    """The rows of the owner with those of its parts, of parts that are not `read` none."""
    key = kind.owner.c[kind.key]
    groups = {table: _Groups(connection, table, kind, where) for table in read}
    unread: Parts = {table: [] for table in kind.parts}
    for row in _dicts(connection, select(kind.owner).where(where).order_by(key)):
        yield row, unread | {table: groups[table].of(row[kind.key]) for table in read}


class _Groups:
    """The rows of one table by their owners, read as the owners come."""

    def __init__(
        self, connection: Connection, table: Table, kind: Kind, where: ColumnElement[bool]
    ) -> None:
        whose = table.c[kind.part_key]
        query = select(table).order_by(*table.primary_key)
        if where is not _EVERY:
            query = query.where(whose.in_(select(kind.owner.c[kind.key]).where(where)))
        self._groups = groupby(_dicts(connection, query), key=lambda row: row[kind.part_key])
        self._next = next(self._groups, None)

    def of(self, owner: str) -> list[Row]:
        if self._next is None or self._next[0] != owner:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows


def _dicts(connection: Connection, query: Select[Any]) -> Iterator[Row]:
    found = connection.execute(query)
    columns = tuple(found.keys())
    return (dict(zip(columns, row, strict=True)) for row in found)
