"""Sets of days behave as sets of days, and what is open stays open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.resolve.domains import ERA, Horizon

SMALL = Horizon(date(2025, 1, 1), date(2025, 3, 31))
DAYS = [SMALL.first + timedelta(n) for n in range((SMALL.last - SMALL.first).days + 1)]
#: Well inside, so that no small shift reaches an edge.
inner = st.sets(st.sampled_from(DAYS[30:60]), min_size=1)


def test_a_closed_window_holds_its_days_and_no_other() -> None:
    window = ERA.window(date(2025, 8, 7), date(2025, 8, 9))
    assert ERA.listed(window) == [date(2025, 8, 7), date(2025, 8, 8), date(2025, 8, 9)]
    assert (ERA.earliest(window), ERA.latest(window)) == (date(2025, 8, 7), date(2025, 8, 9))
    assert ERA.only(window) is None
    assert ERA.only(ERA.window(date(2025, 8, 7), date(2025, 8, 7))) == date(2025, 8, 7)


def test_an_open_side_is_unknown_and_stays_so() -> None:
    since = ERA.window(date(2022, 2, 1), None) & ERA.weekday(6)
    assert ERA.earliest(since) == date(2022, 2, 5)
    assert ERA.latest(since) is None
    assert ERA.latest(ERA.shift(since, -400)) is None
    until = ERA.window(None, date(2022, 2, 1))
    assert ERA.earliest(until) is None
    assert ERA.earliest(ERA.shift(until, 400)) is None
    assert ERA.latest(ERA.shift(until, 28)) == date(2022, 3, 1)


def test_a_window_that_runs_backwards_is_empty() -> None:
    assert ERA.is_empty(ERA.window(date(2025, 1, 2), date(2025, 1, 1)))


def test_two_weekdays_have_no_day_in_common() -> None:
    assert ERA.is_empty(ERA.weekday(3) & ERA.weekday(4))
    assert ERA.earliest(ERA.weekday(3) & ERA.weekday(4)) is None


def test_a_day_outside_the_horizon_is_none_of_its_days() -> None:
    late = SMALL.window(date(2025, 4, 1), date(2025, 4, 2))
    assert SMALL.is_empty(late)
    assert SMALL.earliest(SMALL.window(date(2024, 1, 1), date(2025, 1, 5))) is None


@pytest.mark.parametrize(
    ("month", "day", "weekday", "years"),
    [
        (12, 4, 4, [2014, 2025, 2031]),
        (2, 29, None, [2012, 2016, 2020, 2024, 2028, 2032]),
        (2, 30, None, []),
    ],
)
def test_the_calendar_gives_the_years_of_a_date(
    month: int, day: int, weekday: int | None, years: list[int]
) -> None:
    decades = ERA.window(date(2011, 1, 1), date(2034, 12, 31))
    found = ERA.listed(ERA.calendar(month, day, weekday) & decades)
    assert [d.year for d in found] == years
    assert all((d.month, d.day) == (month, day) for d in found)


def test_the_week_of_a_day_runs_from_monday_to_sunday() -> None:
    thursday = ERA.of([date(2025, 8, 7)])
    assert ERA.listed(ERA.in_week(thursday, 1)) == [
        date(2025, 8, 11) + timedelta(n) for n in range(7)
    ]


def test_a_horizon_runs_forward() -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Horizon(date(2025, 1, 2), date(2025, 1, 1))


@given(inner, inner)
def test_intersection_and_union_are_those_of_sets(one: set[date], other: set[date]) -> None:
    both = SMALL.of(one) & SMALL.of(other)
    either = SMALL.of(one) | SMALL.of(other)
    assert SMALL.listed(both) == sorted(one & other)
    assert SMALL.listed(either) == sorted(one | other)
    assert SMALL.count(either) == len(one | other)
    assert SMALL.earliest(either) == min(one | other)
    assert SMALL.latest(either) == max(one | other)


@given(inner, st.integers(-15, 10), st.integers(0, 15))
def test_spreading_gives_every_day_within_reach(days: set[date], low: int, width: int) -> None:
    spread = SMALL.spread(SMALL.of(days), low, low + width)
    assert SMALL.listed(spread) == sorted(
        {day + timedelta(n) for day in days for n in range(low, low + width + 1)}
    )


@given(inner, st.integers(-10, 10))
def test_what_is_spread_without_end_is_open_on_that_side(days: set[date], by: int) -> None:
    after = SMALL.spread(SMALL.of(days), by, None)
    before = SMALL.spread(SMALL.of(days), None, by)
    assert (SMALL.earliest(after), SMALL.latest(after)) == (min(days) + timedelta(by), None)
    assert (SMALL.earliest(before), SMALL.latest(before)) == (None, max(days) + timedelta(by))


@given(st.sets(st.sampled_from(DAYS), min_size=1), st.integers(-120, 120))
def test_shifting_there_and_back_loses_no_day(days: set[date], by: int) -> None:
    there = SMALL.shift(SMALL.of(days), by)
    assert SMALL.of(days) & ~SMALL.shift(there, -by) == 0


@given(st.integers(1, 7), st.integers(-40, 40))
def test_a_shifted_weekday_is_a_weekday(number: int, by: int) -> None:
    shifted = SMALL.shift(SMALL.weekday(number), by) & SMALL.window(DAYS[41], DAYS[48])
    assert [d.isoweekday() for d in SMALL.listed(shifted)] == [(number + by - 1) % 7 + 1] * (
        len(SMALL.listed(shifted))
    )
    assert len(SMALL.listed(shifted)) >= 1
