"""Writing findings: only rows that differ from those of the last time are touched."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection, Table, bindparam, delete, select

from waqai.model.findings import Findings
from waqai.store import schema
from waqai.store.findings.kinds import KINDS, Kind
from waqai.store.inserting import put, put_over
from waqai.store.marks import GROUND, unmark
from waqai.store.queries.among import among
from waqai.store.rows.row import Row

_BYTES = 12
_AT_ONCE = 2_000  # records whose rows are held in memory


#: By the names of the kinds, the ids of which all findings are given. An id that is among them and
#: not among the findings is no more.
Scope = Mapping[str, Set[str]]


def write(connection: Connection, found: Findings, scope: Scope | None = None) -> None:
    """Make of the findings in the file `found`, in the transaction that is open.

    With `scope`, what it does not name stays; else all that is not found again goes.
    Raises ValueError when two findings of one kind have one id.
    """
    changes = [_changes(connection, kind, found, scope) for kind in KINDS]
    for change in reversed(changes):
        _remove(connection, change)
    for change in changes:
        _put(connection, change)


def forget(connection: Connection) -> None:
    """Take all findings out of the file; people's judgements stay."""
    for kind in reversed(KINDS):
        connection.execute(delete(kind.owner))
    connection.execute(delete(schema.digests))
    forget_ground(connection)


def forget_ground(connection: Connection) -> None:
    """Take out what findings can be extended on: all will be made anew."""
    for table in schema.GROUND:
        connection.execute(delete(table))
    unmark(connection, GROUND)


@dataclass(slots=True)
class _Change:
    """What is to be done to the findings of one kind: `gone` ids, and records to be written."""

    kind: Kind
    gone: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)  # of the records, those that are there already
    records: list[tuple[str, bytes, Any]] = field(default_factory=list)


def _changes(connection: Connection, kind: Kind, found: Findings, scope: Scope | None) -> _Change:
    table = schema.digests.c
    query = select(table.id, table.digest).where(table.kind == kind.name)
    if scope is not None:
        query = query.where(among(table.id, scope[kind.name]))
    before = {row.id: row.digest for row in connection.execute(query)}
    change = _Change(kind)
    seen: set[str] = set()
    for id, record in kind.records(found):
        if id in seen:
            raise ValueError(f"two {kind.name} have the id {id}")
        seen.add(id)
        digest = blake2b(orjson.dumps(record), digest_size=_BYTES).digest()
        if before.get(id) != digest:
            change.records.append((id, digest, record))
            if id in before:
                change.known.append(id)
    change.gone = [id for id in before if id not in seen]
    return change


def _remove(connection: Connection, change: _Change) -> None:
    """Take out what is no more, and the parts of what will be written again."""
    kind = change.kind
    for table in reversed(kind.parts):
        _delete(connection, table, kind.part_key, change.known)
    _delete(connection, kind.owner, kind.key, change.gone)
    if change.gone:
        of_kind = schema.digests.c.kind == kind.name
        remove = delete(schema.digests).where(of_kind, schema.digests.c.id == bindparam("gone"))
        connection.execute(remove, [{"gone": id} for id in change.gone])


def _delete(connection: Connection, table: Table, key: str, ids: list[str]) -> None:
    if ids:
        remove = delete(table).where(table.c[key] == bindparam("owner"))
        connection.execute(remove, [{"owner": id} for id in ids])


def _put(connection: Connection, change: _Change) -> None:
    kind = change.kind
    for some in _batches(change.records):
        rows: dict[Table, list[Row]] = {table: [] for table in (kind.owner, *kind.parts)}
        for _, _, record in some:
            for table, part in kind.rows(record).items():
                rows[table] += part
        put_over(connection, kind.owner, rows[kind.owner])
        for table in kind.parts:
            put(connection, table, rows[table])
        digests = [{"kind": kind.name, "id": id, "digest": digest} for id, digest, _ in some]
        put_over(connection, schema.digests, digests)


def _batches(
    records: list[tuple[str, bytes, Any]],
) -> Iterator[list[tuple[str, bytes, Any]]]:
    rest = iter(records)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
