"""Positions and conflicts as rows, with the statements and events that show them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from waqai.chronicle.identity import conflict_id, position_id
from waqai.model.chronicle import Conflict, Position, Slot, SlotValue, Stance
from waqai.store import schema
from waqai.store.rows.happenings import key_of, window_of, window_row
from waqai.store.rows.row import Parts, Row, numbered


def position_rows(one: Position) -> Parts:
    """The rows of a position."""
    id = position_id(one)
    sayings = ({"story": key.story, "statement": key.event} for key in one.sayings)
    tellings = ({"story": key.story, "event": key.event} for key in one.tellings)
    row = {"id": id, "actor": one.actor, "issue": one.issue, "stance": one.stance.value}
    return {
        schema.positions: [{**row, **window_row(one.day)}],
        schema.position_statements: [{"held": id, **part} for part in numbered(sayings)],
        schema.position_events: [{"held": id, **part} for part in numbered(tellings)],
    }


def position_of(row: Row, parts: Parts) -> Position:
    """The position that `position_rows` wrote."""
    return Position(
        row["actor"],
        row["issue"],
        Stance(row["stance"]),
        window_of(row),
        tuple(key_of(part, "statement") for part in parts[schema.position_statements]),
        tuple(key_of(part) for part in parts[schema.position_events]),
    )


def conflict_rows(one: Conflict) -> Parts:
    """The rows of a conflict."""
    id = conflict_id(one)
    return {
        schema.conflicts: [{"id": id, "happening": one.happening, "slot": one.slot.value}],
        schema.conflict_values: [{"conflict": id, **row} for row in _value_rows(one)],
    }


def conflict_of(row: Row, values: Sequence[Row]) -> Conflict:
    """The conflict that `conflict_rows` wrote."""
    slot = Slot(row["slot"])
    return Conflict(row["happening"], slot, tuple(_values(slot, values)))


def _value_rows(one: Conflict) -> Iterator[Row]:
    for position, value in enumerate(one.values):
        for number, key in enumerate(value.tellings):
            yield {
                "position": position,
                "telling": number,
                "value": value.value,
                "story": key.story,
                "event": key.event,
            }


def _values(slot: Slot, rows: Sequence[Row]) -> Iterator[SlotValue]:
    for _, same in groupby(rows, key=lambda row: row["position"]):
        told = list(same)
        yield SlotValue(slot, told[0]["value"], tuple(map(key_of, told)))
