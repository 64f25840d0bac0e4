"""References as JSON: what was written can be read back, and says only what is known."""

import json
from dataclasses import fields
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.chronicle.references import KINDS, decode, decode_clock, encode, encode_clock
from waqai.model.times import Clock, Direction, Duration, Quantity, Reference, Unit, Weekday

_REFERENCES = st.one_of([st.from_type(record) for record in KINDS.values()])


@given(_REFERENCES)
def test_a_reference_survives_json(reference: Reference) -> None:
    assert decode(json.loads(json.dumps(encode(reference)))) == reference


@given(st.none() | st.from_type(Clock))
def test_a_clock_survives_json(clock: Clock | None) -> None:
    assert decode_clock(json.loads(json.dumps(encode_clock(clock)))) == clock


def test_what_is_unknown_is_left_out_and_what_is_known_is_said() -> None:
    row = encode(Weekday(5, Direction.PAST))
    assert "week_shift" not in row
    assert (row["kind"], row["weekday"], row["direction"]) == ("weekday", 5, "past")


@pytest.mark.parametrize(
    ("amount", "written"), [(Fraction(3), 3), (Fraction(1, 2), "1/2"), (None, None)]
)
def test_amounts_are_whole_numbers_or_fractions(amount: Fraction | None, written: object) -> None:
    [row] = encode(Duration((Quantity(amount, Unit.HOUR),)))["quantities"]
    assert row.get("amount") == written


def test_every_kind_of_reference_has_a_name() -> None:
    assert set(KINDS.values()) == set(Reference.__args__)
    assert all(fields(record) for record in KINDS.values())
