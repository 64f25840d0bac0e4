"""The kinds of findings: the table that owns the rows of each, and its records with their ids."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from waqai.chronicle.identity import announcement_id, conflict_id, position_id
from waqai.model.findings import Findings
from waqai.store import schema
from waqai.store.rows.announcements import announcement_rows
from waqai.store.rows.cast import StoryFinding, entity_rows, story_rows
from waqai.store.rows.happenings import HappeningFinding, happening_rows
from waqai.store.rows.positions import conflict_rows, position_rows
from waqai.store.rows.row import Parts


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding. `rows` gives the row of `owner` and those of its `parts`.

    `key` is the owner's key column, `part_key` that by which its parts name it.
    """

    name: str
    owner: Table
    key: str
    part_key: str
    parts: tuple[Table, ...]
    records: Callable[[Findings], Iterator[tuple[str, Any]]]
    rows: Callable[[Any], Parts]


def _entities(found: Findings) -> Iterator[tuple[str, Any]]:
    return ((entity.id, entity) for entity in found.entities)


def _stories(found: Findings) -> Iterator[tuple[str, Any]]:
    for report in found.reports:
        named, settled = found.named[report.id], found.settled.get(report.id)
        yield report.id, StoryFinding(report.id, report.account, named, settled)


def _happenings(found: Findings) -> Iterator[tuple[str, Any]]:
    told = {t.key: (t.day, t.told_by) for report in found.reports for t in report.tellings}
    for one in found.happenings:
        yield one.id, HappeningFinding(one, tuple(told[key] for key in one.tellings))


def _announcements(found: Findings) -> Iterator[tuple[str, Any]]:
    return ((announcement_id(one.happening), one) for one in found.announcements)


def _positions(found: Findings) -> Iterator[tuple[str, Any]]:
    return ((position_id(one), one) for one in found.positions)


def _conflicts(found: Findings) -> Iterator[tuple[str, Any]]:
    return ((conflict_id(one), one) for one in found.conflicts)


def _kind(
    owner: Table,
    part_key: str,
    parts: Iterable[Table],
    records: Callable[[Findings], Iterator[tuple[str, Any]]],
    rows: Callable[[Any], Parts],
    key: str = "id",
) -> Kind:
    return Kind(owner.name, owner, key, part_key, tuple(parts), records, rows)


#: In the order in which they are written; owners before what names them.
KINDS = (
    _kind(schema.chronicle_entities, "entity", (schema.aliases,), _entities, entity_rows),
    _kind(
        schema.accounts,
        "story",
        (schema.named, schema.settled, schema.settled_reasons),
        _stories,
        story_rows,
        key="story",
    ),
    _kind(
        schema.happenings,
        "happening",
        (schema.parties, schema.tellings, schema.slot_values, schema.happening_reasons),
        _happenings,
        happening_rows,
    ),
    _kind(schema.announcements, "announcement", (schema.steps,), _announcements, announcement_rows),
    _kind(
        schema.positions,
        "held",
        (schema.position_statements, schema.position_events),
        _positions,
        position_rows,
    ),
    _kind(schema.conflicts, "conflict", (schema.conflict_values,), _conflicts, conflict_rows),
)
