"""The records: frozen, slotted, documented; they travel between processes as they are."""

import dataclasses
import importlib
import pickle
import pkgutil
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import ModuleType

import pytest

import waqai.model
from waqai.model.page import Page, Span, StampRole
from waqai.model.publication import Publication
from waqai.model.times import (
    DayPart,
    Direction,
    Duration,
    Quantity,
    Shift,
    TimeMention,
    TimexType,
    Unit,
)

_MODULES = [
    importlib.import_module(f"waqai.model.{found.name}")
    for found in pkgutil.iter_modules(waqai.model.__path__)
]
_CLASSES = [
    found
    for module in _MODULES
    for found in vars(module).values()
    if isinstance(found, type) and found.__module__ == module.__name__
]
_RECORDS = [found for found in _CLASSES if dataclasses.is_dataclass(found)]


def test_there_are_records_to_look_at() -> None:
    assert len(_RECORDS) > 20


@pytest.mark.parametrize("record", _RECORDS, ids=lambda record: record.__name__)
def test_a_record_is_frozen_and_slotted(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(record)
    assert record.__hash__ is not None


@pytest.mark.parametrize("module", _MODULES, ids=lambda module: module.__name__)
def test_a_room_of_the_model_says_what_it_holds(module: ModuleType) -> None:
    assert module.__doc__


@pytest.mark.parametrize("record", _RECORDS, ids=lambda record: record.__name__)
def test_a_record_says_what_it_is(record: type) -> None:
    # a dataclass without a docstring is given its own signature for one
    assert not (record.__doc__ or f"{record.__name__}(").startswith(f"{record.__name__}(")


@pytest.mark.parametrize(
    "record",
    [
        Page("a", "نص"),
        Publication(date(2025, 8, 7), None),
        TimeMention(0, 3, TimexType.DATE, Shift(Unit.DAY, -1), part=DayPart.EVENING, anchor=0),
        Duration((Quantity(Fraction(3, 2), Unit.HOUR),)),
    ],
)
def test_a_record_survives_the_way_to_another_process(record: object) -> None:
    assert pickle.loads(pickle.dumps(record)) == record


@pytest.mark.parametrize(
    ("earliest", "latest", "day"),
    [
        (date(2025, 8, 7), date(2025, 8, 7), date(2025, 8, 7)),
        (date(2025, 8, 6), date(2025, 8, 7), None),
        (None, date(2025, 8, 7), None),
        (date(2025, 8, 7), None, None),
        (None, None, None),
    ],
)
def test_a_publication_has_a_day_only_when_its_window_is_one_day(
    earliest: date | None, latest: date | None, day: date | None
) -> None:
    assert Publication(earliest, latest).day == day


def test_a_span_is_a_pair() -> None:
    start, end = Span(2, 5)
    assert "0123456"[start:end] == "234"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (TimexType, {"DATE", "TIME", "DURATION", "SET"}),
        (DayPart, {"MO", "MI", "AF", "EV", "NI"}),
        (Direction, {"past", "future", "present", "unknown"}),
    ],
)
def test_what_stands_in_the_json_keeps_its_name(kind: type[StrEnum], values: set[str]) -> None:
    assert {member.value for member in kind} >= values


def test_stamps_rank_from_the_most_telling_to_the_least() -> None:
    order = list(StampRole)
    assert order[0] is StampRole.GIVEN
    assert order[-1] is StampRole.CLOCK
    assert order.index(StampRole.PUBLISHED) < order.index(StampRole.HEADER)
