"""A time's reference as a JSON object and back: `{"kind": "weekday", "weekday": 5, …}`.

The object has the fields of the record it stands for, without those that are unknown. Amounts
are whole numbers, or a string "1/2" where they are not.
"""

from collections.abc import Callable
from dataclasses import fields
from enum import StrEnum
from fractions import Fraction
from typing import Any, cast

from waqai.model.times import (
    Anchor,
    CalendarDate,
    CalendarSystem,
    Clock,
    Direction,
    Duration,
    Era,
    Interval,
    NamedPeriod,
    Quantity,
    Recurrence,
    Reference,
    Shift,
    Unit,
    Vague,
    Weekday,
)

Json = dict[str, Any]  # what a JSON object is to a caller: its keys are in the published schema

#: The name of each kind of reference in the JSON.
KINDS: dict[str, type[Any]] = {
    "calendar_date": CalendarDate,
    "weekday": Weekday,
    "shift": Shift,
    "named_period": NamedPeriod,
    "era": Era,
    "vague": Vague,
    "duration": Duration,
    "recurrence": Recurrence,
    "interval": Interval,
}
_KIND_OF = {record: kind for kind, record in KINDS.items()}
_FIELDS = {record: tuple(f.name for f in fields(record)) for record in (*_KIND_OF, Quantity, Clock)}


def encode(reference: Reference) -> Json:
    """The JSON object of `reference`; `decode` gives the reference back.

    >>> encode(Weekday(5, Direction.PAST))["direction"]
    'past'
    """
    return {"kind": _KIND_OF[type(reference)], **_known_fields(reference)}


def decode(row: Json) -> Reference:
    """The reference that `encode` wrote as `row`. Raises KeyError on an unknown kind."""
    record = KINDS[row["kind"]]
    return cast(Reference, record(**_arguments(row)))


def encode_clock(clock: Clock | None) -> Json | None:
    """The JSON object of a time of day, None for none."""
    return None if clock is None else {name: getattr(clock, name) for name in _FIELDS[Clock]}


def decode_clock(row: Json | None) -> Clock | None:
    """The time of day that `encode_clock` wrote."""
    return None if row is None else Clock(**row)


def _known_fields(record: object) -> Json:
    values = ((name, getattr(record, name)) for name in _FIELDS[type(record)])
    return {name: _plain(value) for name, value in values if value is not None}


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Quantity):
        return _known_fields(value)
    if type(value) in _KIND_OF:
        return encode(cast(Reference, value))
    return value


def _quantity(row: Json) -> Quantity:
    amount = row.get("amount")
    return Quantity(None if amount is None else Fraction(amount), Unit(row["unit"]))


#: How a field is read back, by its name: a name means one thing in every reference.
_READ: dict[str, Callable[[Any], object]] = {
    "unit": Unit,
    "direction": Direction,
    "anchor": Anchor,
    "calendar": CalendarSystem,
    "every": _quantity,
    "quantities": lambda rows: tuple(map(_quantity, rows)),
    "first": decode,
    "last": decode,
}


def _arguments(row: Json) -> Json:
    return {
        name: _READ[name](value) if name in _READ else value
        for name, value in row.items()
        if name != "kind"
    }
