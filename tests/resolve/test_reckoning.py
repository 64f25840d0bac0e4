"""From a reference and the day it counts from to the days it means."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.knowledge import load
from waqai.model.times import (
    CalendarDate,
    CalendarSystem,
    Direction,
    Era,
    Interval,
    NamedPeriod,
    Reference,
    Shift,
    Unit,
    Vague,
    Weekday,
)
from waqai.resolve.reckoning import month_end, place, place_date

_THURSDAY = date(2025, 8, 7)
_PAST, _FUTURE = Direction.PAST, Direction.FUTURE
_HIJRI = CalendarSystem.HIJRI
_DAYS = st.dates(date(1930, 1, 1), date(2070, 12, 31))
_DIRECTIONS = st.sampled_from(Direction)

_PLACED: list[tuple[Reference, str, str | None, str | None]] = [
    # days
    (Shift(Unit.DAY, 0), "2025-08-07", "2025-08-07", "2025-08-07"),
    (Shift(Unit.DAY, -2), "2025-08-05", "2025-08-05", "2025-08-05"),
    (Shift(Unit.DAY, 0, weekday=3), "2025-08-06", "2025-08-06", "2025-08-06"),
    (Weekday(4), "2025-08-07", "2025-08-07", "2025-08-07"),
    (Weekday(4, _PAST, True), "2025-07-31", "2025-07-31", "2025-07-31"),
    (Weekday(4, _FUTURE, True), "2025-08-14", "2025-08-14", "2025-08-14"),
    (Weekday(4, _FUTURE), "2025-08-07", "2025-08-07", "2025-08-07"),
    (Weekday(5), "2025-08-01", "2025-08-01", "2025-08-01"),
    (Weekday(5, _FUTURE), "2025-08-08", "2025-08-08", "2025-08-08"),
    (Weekday(2, _PAST, True, skip=1), "2025-07-29", "2025-07-29", "2025-07-29"),
    (Weekday(1, _PAST, True, week_shift=-1), "2025-07-28", "2025-07-28", "2025-07-28"),
    (Weekday(7, _FUTURE, True, week_shift=1), "2025-08-17", "2025-08-17", "2025-08-17"),
    # weeks, months, years
    (Shift(Unit.WEEK, 0), "2025-W32", "2025-08-02", "2025-08-10"),
    (Shift(Unit.WEEK, 1), "2025-W33", "2025-08-09", "2025-08-17"),
    (Shift(Unit.WEEKEND, -1), "2025-W31-WE", "2025-08-01", "2025-08-03"),
    (Shift(Unit.MONTH, -8), "2024-12", "2024-12-01", "2024-12-31"),
    (Shift(Unit.MONTH, 5), "2026-01", "2026-01-01", "2026-01-31"),
    (Shift(Unit.MONTH, 0, day=20), "2025-08-20", "2025-08-20", "2025-08-20"),
    (Shift(Unit.YEAR, -1), "2024", "2024-01-01", "2024-12-31"),
    (Shift(Unit.DECADE, -1), "201", "2010-01-01", "2019-12-31"),
    (Shift(Unit.CENTURY, -1), "19", "1900-01-01", "1999-12-31"),
    (Era(1990, 10), "199", "1990-01-01", "1999-12-31"),
    (Era(1800, 100), "18", "1800-01-01", "1899-12-31"),
    # dates
    (CalendarDate(2022, 2), "2022-02", "2022-02-01", "2022-02-28"),
    (CalendarDate(2024, 2), "2024-02", "2024-02-01", "2024-02-29"),
    (CalendarDate(2014), "2014", "2014-01-01", "2014-12-31"),
    (CalendarDate(2024, 7, 15), "2024-07-15", "2024-07-15", "2024-07-15"),
    (CalendarDate(month=7, direction=_PAST, explicit=True), "2025-07", "2025-07-01", "2025-07-31"),
    (CalendarDate(month=12, direction=_PAST), "2024-12", "2024-12-01", "2024-12-31"),
    (CalendarDate(month=1, direction=_FUTURE), "2026-01", "2026-01-01", "2026-01-31"),
    (CalendarDate(month=8), "2025-08", "2025-08-01", "2025-08-31"),
    (CalendarDate(month=8, direction=_PAST, explicit=True), "2024-08", "2024-08-01", "2024-08-31"),
    (CalendarDate(month=10, year_shift=-1), "2024-10", "2024-10-01", "2024-10-31"),
    (CalendarDate(month=12, day=4, weekday=4), "2025-12-04", "2025-12-04", "2025-12-04"),
    (CalendarDate(month=2, day=29), "2024-02-29", "2024-02-29", "2024-02-29"),
    (CalendarDate(2025, 11, week=2), "2025-W46", "2025-11-08", "2025-11-14"),
    (CalendarDate(2025, week=1), "2025-W01", "2024-12-28", "2025-01-05"),
    (CalendarDate(1447, 2, 15, calendar=_HIJRI), "2025-08-09", "2025-08-09", "2025-08-09"),
    (CalendarDate(1446, 9, calendar=_HIJRI), "2025-03", "2025-03-01", "2025-03-29"),
    (CalendarDate(1446, calendar=_HIJRI), "2024", "2024-07-07", "2025-06-25"),
    # parts of a year
    (NamedPeriod(Unit.SEASON, "SU", 2024), "2024-SU", "2024-06-01", "2024-08-31"),
    (NamedPeriod(Unit.SEASON, "WI", 2023), "2023-WI", "2023-12-01", "2024-02-29"),
    (NamedPeriod(Unit.QUARTER, "Q4", 2024), "2024-Q4", "2024-10-01", "2024-12-31"),
    (NamedPeriod(Unit.HALF, "H1", year_shift=0), "2025-H1", "2025-01-01", "2025-06-30"),
    (NamedPeriod(Unit.DAY, "eid_al_fitr", 2025), "2025-03-30", "2025-03-29", "2025-04-02"),
    (NamedPeriod(Unit.DAY, "eid_al_adha", 2025), "2025-06-06", "2025-06-05", "2025-06-10"),
    (NamedPeriod(Unit.DAY, "christmas", 2024), "2024-12-25", "2024-12-25", "2024-12-25"),
    # the rest
    (Vague(Direction.FUTURE), "FUTURE_REF", "2025-08-07", None),
    (Vague(Direction.PAST), "PAST_REF", None, "2025-08-07"),
    (
        Interval(CalendarDate(2025, 5, 5), CalendarDate(2025, 5, 7)),
        "2025-05-05/2025-05-07",
        "2025-05-05",
        "2025-05-07",
    ),
]


@pytest.mark.parametrize(("reference", "value", "first", "last"), _PLACED)
def test_a_reference_counted_from_a_thursday_in_august(
    reference: Reference, value: str, first: str | None, last: str | None
) -> None:
    placed = place(reference, _THURSDAY)
    assert placed is not None
    assert placed.value == value
    assert (placed.first, placed.last) == (
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )


@pytest.mark.parametrize(
    ("reference", "anchor"),
    [
        (CalendarDate(2025, 2, 30), _THURSDAY),
        (CalendarDate(2023, 2, 29), _THURSDAY),
        (CalendarDate(1447, 2, 31, calendar=_HIJRI), _THURSDAY),
        (CalendarDate(1250, 2, 3, calendar=_HIJRI), _THURSDAY),
        (Shift(Unit.MONTH, 1, day=31), _THURSDAY),
        (Shift(Unit.YEAR, 9000), _THURSDAY),
        (Shift(Unit.DAY, -1), date.min),
        (Shift(Unit.WEEK, 1), date.max),
        (CalendarDate(month=2, day=31), _THURSDAY),
        (Era(0, 10), _THURSDAY),
    ],
)
def test_what_is_on_no_calendar_is_placed_nowhere(reference: Reference, anchor: date) -> None:
    assert place(reference, anchor) is None


_REFERENCES: st.SearchStrategy[Reference] = st.one_of(
    st.builds(
        CalendarDate,
        year=st.none() | st.integers(1900, 2100),
        month=st.none() | st.integers(1, 12),
        day=st.none(),
        direction=_DIRECTIONS,
        explicit=st.booleans(),
    ),
    st.builds(
        CalendarDate,
        year=st.none() | st.integers(1900, 2100),
        month=st.integers(1, 12),
        day=st.integers(1, 31),
        weekday=st.none() | st.integers(1, 7),
        direction=_DIRECTIONS,
        explicit=st.booleans(),
    ),
    st.builds(
        CalendarDate,
        year=st.none() | st.integers(1340, 1510),
        month=st.integers(1, 12),
        day=st.none() | st.integers(1, 30),
        calendar=st.just(_HIJRI),
        direction=_DIRECTIONS,
        explicit=st.booleans(),
    ),
    st.builds(
        Weekday,
        weekday=st.integers(1, 7),
        direction=_DIRECTIONS,
        explicit=st.booleans(),
        week_shift=st.none() | st.integers(-2, 2),
        skip=st.integers(0, 1),
    ),
    st.builds(
        Shift,
        unit=st.sampled_from(Unit),
        by=st.integers(-30, 30),
        weekday=st.none() | st.integers(1, 7),
    ),
    st.builds(
        NamedPeriod,
        unit=st.just(Unit.SEASON),
        name=st.sampled_from(["SP", "SU", "FA", "WI"]),
        direction=_DIRECTIONS,
    ),
    st.builds(
        NamedPeriod,
        unit=st.just(Unit.DAY),
        name=st.sampled_from([row["key"] for row in load("times")["feast"]]),
        direction=_DIRECTIONS,
        explicit=st.booleans(),
    ),
    st.builds(Vague, direction=_DIRECTIONS),
)


@given(_REFERENCES, _DAYS)
def test_the_first_day_is_not_after_the_last(reference: Reference, anchor: date) -> None:
    placed = place(reference, anchor)
    if placed is not None and placed.first and placed.last:
        assert placed.first <= placed.last


@given(_REFERENCES, st.dates())
def test_any_reference_from_any_day_is_placed_or_is_not(reference: Reference, anchor: date) -> None:
    placed = place(reference, anchor)
    assert placed is None or placed.value


@given(st.integers(1, 7), _DAYS)
def test_a_weekday_is_that_weekday_within_a_week_of_its_side(weekday: int, anchor: date) -> None:
    for side, low, high in ((_PAST, -7, 0), (_FUTURE, 0, 7)):
        for explicit in (False, True):
            placed = place(Weekday(weekday, side, explicit), anchor)
            assert placed is not None
            assert placed.first is not None
            away = (placed.first - anchor).days
            assert placed.first.isoweekday() == weekday
            assert low <= away <= high
            assert away != 0 or not explicit


@given(st.integers(1, 12), st.integers(1, 28), _DAYS, st.sampled_from([_PAST, _FUTURE]))
def test_an_explicit_side_is_kept(month: int, day: int, anchor: date, side: Direction) -> None:
    said = CalendarDate(month=month, day=day, direction=side, explicit=True)
    placed = place_date(said, anchor)
    assert placed is not None
    assert placed.first is not None
    assert (placed.first < anchor) if side is _PAST else (placed.first > anchor)
    assert abs((placed.first - anchor).days) <= 366


@given(_DAYS, st.integers(-400, 400))
def test_days_are_shifted_by_days(anchor: date, by: int) -> None:
    placed = place(Shift(Unit.DAY, by), anchor)
    assert placed is not None
    assert placed.first == placed.last == anchor + timedelta(by)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next_begins(year: int, month: int) -> None:
    following = month_end(year, month) + timedelta(1)
    assert (following.day, following.month) == (1, month % 12 + 1)
