"""Happenings as rows, with their parties, tellings, slot values and reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from waqai.model.chronicle import Happening, Slot, SlotValue, TellingKey, Window
from waqai.model.events import EventType, Status
from waqai.store import schema
from waqai.store.rows.cast import reason_of, reason_row
from waqai.store.rows.row import Parts, Row, day_of, iso, numbered

_ACTOR, _RECIPIENT = "actor", "recipient"
_PLAIN = ("id", "kind", "place", "stories", "outlets", "accounts", "headline_ar", "headline_en")


@dataclass(frozen=True, slots=True)
class HappeningFinding:
    """A happening, and for each of its tellings the day that it puts it on and who tells it."""

    happening: Happening
    told: tuple[tuple[Window, str | None], ...]


def window_row(window: Window, of: str = "") -> Row:
    """The columns `earliest` and `latest`, `due_earliest` … for the window `of` a due."""
    before = f"{of}_" if of else ""
    return {f"{before}earliest": iso(window.earliest), f"{before}latest": iso(window.latest)}


def window_of(row: Row, of: str = "") -> Window:
    """The window that `window_row` wrote."""
    before = f"{of}_" if of else ""
    return Window(day_of(row[f"{before}earliest"]), day_of(row[f"{before}latest"]))


def key_of(row: Row, column: str = "event") -> TellingKey:
    """The story and the position in it that a row points at."""
    return TellingKey(row["story"], row[column])


def happening_rows(found: HappeningFinding) -> Parts:
    """The rows of a happening. Raises ValueError when a slot has a telling that it has not."""
    one = found.happening
    row = {name: getattr(one, name) for name in _PLAIN}
    parts: Parts = {
        schema.parties: list(_party_rows(one)),
        schema.tellings: list(_telling_rows(found)),
        schema.slot_values: list(_value_rows(one)),
        schema.happening_reasons: list(numbered(map(reason_row, one.why))),
    }
    plain = {"type": one.type.value, "status": one.status.value, **window_row(one.day)}
    return {
        schema.happenings: [{**row, **plain}],
        **{
            table: [{"happening": one.id, **part} for part in rows] for table, rows in parts.items()
        },
    }


def happening_of(row: Row, parts: Parts) -> Happening:
    """The happening that `happening_rows` wrote; `parts` are in the order of their positions."""
    keys = [key_of(telling) for telling in parts[schema.tellings]]
    return Happening(
        type=EventType(row["type"]),
        status=Status(row["status"]),
        day=window_of(row),
        actors=tuple(p["entity"] for p in parts[schema.parties] if p["role"] == _ACTOR),
        recipients=tuple(p["entity"] for p in parts[schema.parties] if p["role"] == _RECIPIENT),
        tellings=tuple(keys),
        values=tuple(_values(parts[schema.slot_values], keys)),
        why=tuple(map(reason_of, parts[schema.happening_reasons])),
        **{name: row[name] for name in _PLAIN},
    )


def _party_rows(one: Happening) -> Iterator[Row]:
    for role, parties in ((_ACTOR, one.actors), (_RECIPIENT, one.recipients)):
        for position, entity in enumerate(parties):
            yield {"role": role, "position": position, "entity": entity}


def _telling_rows(found: HappeningFinding) -> Iterator[Row]:
    told = zip(found.happening.tellings, found.told, strict=True)
    for position, (key, (day, told_by)) in enumerate(told):
        yield {
            "position": position,
            "story": key.story,
            "event": key.event,
            **window_row(day),
            "told_by": told_by,
        }


def _value_rows(one: Happening) -> Iterator[Row]:
    place = {key: position for position, key in enumerate(one.tellings)}
    for position, value in enumerate(one.values):
        for key in value.tellings:
            if key not in place:
                raise ValueError(f"{one.id}: {value.slot} is told by {key}, which does not tell it")
            yield {
                "position": position,
                "telling": place[key],
                "slot": value.slot.value,
                "value": value.value,
            }


def _values(rows: Sequence[Row], keys: Sequence[TellingKey]) -> Iterator[SlotValue]:
    for _, same in groupby(rows, key=lambda row: row["position"]):
        told = list(same)
        tellings = tuple(keys[row["telling"]] for row in told)
        yield SlotValue(Slot(told[0]["slot"]), told[0]["value"], tellings)
