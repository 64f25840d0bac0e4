"""The days that a date of the calendar may be, as far as it is said."""

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from waqai.arabic.calendars import hijri_day, hijri_month
from waqai.model.times import CalendarDate, CalendarSystem
from waqai.resolve.domains import Days, Horizon


def candidate_days(said: CalendarDate, horizon: Horizon) -> Days:
    """The days that a date may be; without its year, one in each."""
    window = window_of(said)
    if window is not None:
        return horizon.window(*window)
    if said.month is None or said.calendar is not CalendarSystem.GREGORIAN:
        return 0
    return horizon.calendar(said.month, said.day, said.weekday)


def window_of(said: CalendarDate) -> tuple[date, date] | None:
    """First and last day of a date whose year is said; None without year, or when impossible."""
    if said.year is None:
        return None
    month, day = said.month, said.day
    if said.calendar is CalendarSystem.HIJRI:
        if month is None:
            first, last = hijri_month(said.year, 1), hijri_month(said.year, 12)
            return (first[0], last[1]) if first and last else None
        if day is None:
            return hijri_month(said.year, month)
        found = hijri_day(said.year, month, day)
        return (found, found) if found else None
    try:
        first_day = date(said.year, month or 1, day or 1)
        if day is not None:
            return first_day, first_day
        year, after = (said.year, month + 1) if month and month < 12 else (said.year + 1, 1)
        return first_day, date(year, after, 1) - timedelta(1)
    except ValueError:
        return None


def month_around(window: tuple[date, date], said: CalendarDate) -> tuple[date, date]:
    """The month around a day."""
    wider = window_of(replace(said, day=None, weekday=None))
    return wider or window


@lru_cache(maxsize=256)
def near_date(
    horizon: Horizon, month: int, day: int | None, weekday: int | None, low: int, high: int
) -> Days:
    return horizon.spread(horizon.calendar(month, day, weekday), low, high)
