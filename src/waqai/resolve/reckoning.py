"""From a reference and the day it counts from to the days it means.

Everything here is exact: the anchor is one day. What to do when the anchor is a window is
`timex.solve`'s business. Weeks are ISO weeks in their value; their window also takes in the
Saturday and Sunday before, since weeks begin on Saturday, Sunday or Monday across the region.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from math import ceil

from waqai.arabic.calendars import hijri_day, hijri_month, hijri_year
from waqai.knowledge import load
from waqai.model.times import (
    CalendarDate,
    CalendarSystem,
    Direction,
    Duration,
    Era,
    Interval,
    NamedPeriod,
    Quantity,
    Reference,
    Shift,
    Unit,
    Vague,
    Weekday,
)
from waqai.resolve.values import duration_value

_DAY = timedelta(days=1)
#: A month or day without a year lies on the side its clause gives, unless it lies far nearer on
#: the other: "وأضاف: حددنا التاسع من مايو" in April is not last year's May.
_FAR, _NEAR = 240, 100
#: How much dearer a day ahead is than a day back when nothing says on which side a time lies.
_AHEAD = 2.0
#: A date this near is meant although its weekday is wrong: papers misname days.
_FORTNIGHT = 14


@dataclass(frozen=True, slots=True)
class Placed:
    """A time on the calendar: its TIMEX3 value and its first and last day, None where open."""

    value: str
    first: date | None
    last: date | None


def place(reference: Reference, anchor: date) -> Placed | None:
    """What `reference` means, counted from `anchor`; None for lengths, sets, impossible dates."""
    try:
        return _place(reference, anchor)
    except (ValueError, OverflowError):  # beyond year 1 or 9999
        return None


def _place(reference: Reference, anchor: date) -> Placed | None:
    match reference:
        case CalendarDate():
            return place_date(reference, anchor)
        case Weekday():
            return _on_day(_weekday(reference, anchor))
        case Shift():
            return _shift(reference, anchor)
        case NamedPeriod():
            return _named(reference, anchor)
        case Era():
            return _era(reference)
        case Vague():
            return _vague(reference, anchor)
        case Interval():
            return _interval(reference, anchor)
        case Duration():
            return _length(reference, anchor)
        case _:
            return None


def _on_day(day: date) -> Placed:
    return Placed(day.isoformat(), day, day)


def month_end(year: int, month: int) -> date:
    """The last day of a Gregorian month."""
    return date(year + month // 12, month % 12 + 1, 1) - _DAY


def _month(year: int, month: int) -> Placed:
    return Placed(f"{year:04d}-{month:02d}", date(year, month, 1), month_end(year, month))


def _year(year: int) -> Placed:
    return Placed(f"{year:04d}", date(year, 1, 1), date(year, 12, 31))


def place_date(said: CalendarDate, anchor: date) -> Placed | None:
    """A calendar date, its missing year found on the side it lies on."""
    if said.direction is Direction.PRESENT and said.explicit and said.year is None:
        near = [p for p in _candidates(said, anchor) if p.first and p.last]
        return min(near, key=lambda p: _distance(p, anchor), default=None)
    year = said.year
    if year is None and said.year_shift is not None:
        own = hijri_year(anchor) if said.calendar is CalendarSystem.HIJRI else anchor.year
        year = own + said.year_shift if own is not None else None
    if year is not None:
        return _in_year(said, year)
    return _on_side(_candidates(said, anchor), said.direction, said.explicit, anchor)


def _in_year(said: CalendarDate, year: int) -> Placed | None:
    if said.calendar is CalendarSystem.HIJRI:
        return _in_hijri_year(said, year)
    if said.week is not None:
        return _week_in(said, year, said.week)
    if said.month is None:
        return _year(year)
    if said.day is None:
        return _month(year, said.month)
    if said.day > month_end(year, said.month).day:
        return None
    return _on_day(date(year, said.month, said.day))


def _week_in(said: CalendarDate, year: int, week: int) -> Placed:
    """The n-th week of a month (days 1–7, 8–14, …; the fifth is the last), or of a year (ISO)."""
    if said.month is None:
        return _week(date.fromisocalendar(year, week, 4), Unit.WEEK)
    last = month_end(year, said.month)
    first = last - timedelta(days=6) if week == 5 else date(year, said.month, 7 * week - 6)
    middle = (first + timedelta(days=3)).isocalendar()
    return Placed(f"{middle.year:04d}-W{middle.week:02d}", first, first + timedelta(days=6))


def _in_hijri_year(said: CalendarDate, year: int) -> Placed | None:
    if said.month is None:
        first, last = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
        if first is None or last is None:
            return None
        return Placed(f"{(first + (last - first) / 2).year:04d}", first, last - _DAY)
    if said.day is not None:
        day = hijri_day(year, said.month, said.day)
        return _on_day(day) if day else None
    days = hijri_month(year, said.month)
    if days is None:
        return None
    middle = days[0] + (days[1] - days[0]) / 2
    return Placed(f"{middle.year:04d}-{middle.month:02d}", *days)


def _candidates(said: CalendarDate, anchor: date) -> list[Placed]:
    """The date in the years around the anchor's; a weekday beside it rules years out."""
    own = hijri_year(anchor) if said.calendar is CalendarSystem.HIJRI else anchor.year
    if own is None:
        return []
    near = [p for y in (own - 1, own, own + 1) if (p := _in_year(said, y)) is not None]
    if said.weekday is None or said.day is None:
        return near
    agreeing = [p for p in near if p.first and p.first.isoweekday() == said.weekday]
    misnamed = [p for p in near if _distance(p, anchor) <= _FORTNIGHT]
    return agreeing if agreeing and not misnamed else misnamed or near


def _distance(placed: Placed, anchor: date) -> int:
    """Days between a time and the anchor, 0 when the anchor lies in it."""
    if placed.first is None or placed.last is None:
        return 0
    if placed.first > anchor:
        return (placed.first - anchor).days
    return max(0, (anchor - placed.last).days)


def _on_side(
    candidates: list[Placed], side: Direction, explicit: bool, anchor: date
) -> Placed | None:
    """The nearest candidate on the side; inferred sides give way to one far nearer."""
    if not candidates:
        return None
    nearest = min(candidates, key=lambda p: (_leaning(p, anchor), p.value))
    if side in {Direction.UNKNOWN, Direction.PRESENT}:
        return nearest
    if explicit:
        here = [p for p in candidates if _strictly(p, side, anchor)]
    else:
        here = [p for p in candidates if _strictly(p, side, anchor) or not _distance(p, anchor)]
    best = min(here, key=lambda p: _distance(p, anchor), default=nearest)
    if not explicit and _distance(best, anchor) > _FAR and _distance(nearest, anchor) < _NEAR:
        return nearest
    return best


def _leaning(placed: Placed, anchor: date) -> float:
    """Distance from the anchor, what is to come counted dearer: news tells mostly of the past."""
    distance = _distance(placed, anchor)
    ahead = placed.first is not None and placed.first > anchor
    return distance * _AHEAD if ahead else distance


def _strictly(placed: Placed, side: Direction, anchor: date) -> bool:
    if placed.first is None or placed.last is None:
        return False
    return placed.last < anchor if side is Direction.PAST else placed.first > anchor


def _weekday(said: Weekday, anchor: date) -> date:
    """The weekday nearest on its side. Today's own name is today, unless الماضي or المقبل."""
    if said.week_shift is not None:
        monday = anchor - timedelta(days=anchor.isoweekday() - 1)
        return monday + timedelta(days=7 * said.week_shift + said.weekday - 1)
    if said.direction is Direction.FUTURE:
        ahead = (said.weekday - anchor.isoweekday()) % 7
        ahead += 7 if ahead == 0 and said.explicit else 0
        return anchor + timedelta(days=ahead + 7 * said.skip)
    back = (anchor.isoweekday() - said.weekday) % 7
    back += 7 if back == 0 and said.explicit and said.direction is Direction.PAST else 0
    return anchor - timedelta(days=back + 7 * said.skip)


def _shift(said: Shift, anchor: date) -> Placed | None:
    match said.unit:
        case Unit.SECOND | Unit.MINUTE | Unit.HOUR:
            return _on_day(anchor)
        case Unit.DAY:
            day = anchor + timedelta(days=said.by)
            return _on_day(_nearest_weekday(day, said.weekday) if said.weekday else day)
        case Unit.WEEK | Unit.WEEKEND:
            return _week(anchor + timedelta(weeks=said.by), said.unit)
        case Unit.MONTH:
            months = anchor.year * 12 + anchor.month - 1 + said.by
            year, month = divmod(months, 12)
            if said.week is not None:
                return _week_in(CalendarDate(month=month + 1), year, said.week)
            if said.day is None:
                return _month(year, month + 1)
            return _in_year(CalendarDate(year, month + 1, said.day), year)
        case Unit.YEAR:
            if said.week is not None:
                return _week_in(CalendarDate(), anchor.year + said.by, said.week)
            return _year(anchor.year + said.by)
        case Unit.DECADE:
            return _era(Era((anchor.year // 10 + said.by) * 10, 10))
        case Unit.CENTURY:
            return _era(Era((anchor.year // 100 + said.by) * 100, 100))
        case _:
            return None


def _nearest_weekday(day: date, weekday: int) -> date:
    """The day of that name nearest to `day`: three days back to three ahead."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def _week(day: date, unit: Unit) -> Placed:
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    sunday = monday + timedelta(days=6)
    value = f"{year:04d}-W{week:02d}"
    if unit is Unit.WEEKEND:
        return Placed(f"{value}-WE", monday + timedelta(days=4), sunday)
    return Placed(value, monday - timedelta(days=2), sunday)


def _era(said: Era) -> Placed | None:
    digits = 2 if said.years == 100 else 3
    first, last = said.first_year, said.first_year + said.years - 1
    if first < 1:
        return None
    return Placed(f"{first:04d}"[:digits], date(first, 1, 1), date(last, 12, 31))


def _vague(said: Vague, anchor: date) -> Placed:
    value = f"{said.direction.upper()}_REF"
    if said.direction is Direction.FUTURE:
        return Placed(value, anchor, None)
    if said.direction is Direction.PAST:
        return Placed(value, None, anchor)
    return Placed(value, anchor, anchor)


def _length(said: Duration, anchor: date) -> Placed | None:
    """The days that a length covers which ends or begins at the anchor ("آخر 48 ساعة")."""
    if said.direction not in {Direction.PAST, Direction.FUTURE}:
        return None
    sign = -1 if said.direction is Direction.PAST else 1
    far: date | None = anchor
    for quantity in said.quantities:
        far = _moved(far, sign, quantity) if far else None
    if far is None:
        return None
    value = duration_value(said)
    return Placed(value, far, anchor) if sign < 0 else Placed(value, anchor, far)


def _moved(day: date, sign: int, quantity: Quantity) -> date | None:
    """`day` moved by a quantity, half days up; None when the number is open."""
    if quantity.amount is None:
        return None
    months = _MONTHS.get(quantity.unit)
    if months is None:
        days = ceil(quantity.amount * _DAYS.get(quantity.unit, Fraction(1, 24)))
        return day + timedelta(days=sign * days)
    whole = day.year * 12 + day.month - 1 + sign * round(quantity.amount * months)
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DAYS = {Unit.DAY: Fraction(1), Unit.WEEK: Fraction(7)}


def _interval(said: Interval, anchor: date) -> Placed | None:
    first, last = place(said.first, anchor), place(said.last, anchor)
    if first is None or last is None:
        return None
    return Placed(f"{first.value}/{last.value}", first.first, last.last)


_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _named(said: NamedPeriod, anchor: date) -> Placed | None:
    year = said.year if said.year_shift is None else anchor.year + said.year_shift
    if year is not None:
        return _named_in(said, year)
    around = (anchor.year - 1, anchor.year, anchor.year + 1)
    found = [p for y in around for p in [_named_in(said, y)] if p is not None]
    return _on_side(found, said.direction, said.explicit, anchor)


def _named_in(said: NamedPeriod, year: int) -> Placed | None:
    value = f"{year:04d}-{said.name}"
    if said.unit is Unit.QUARTER:
        month = 3 * int(said.name[1]) - 2
        return Placed(value, date(year, month, 1), month_end(year, month + 2))
    if said.unit is Unit.HALF:
        month = 6 * int(said.name[1]) - 5
        return Placed(value, date(year, month, 1), month_end(year, month + 5))
    if said.unit is Unit.SEASON:
        month = _SEASON_MONTHS[said.name]
        last = month_end(year + 1, 2) if month == 12 else month_end(year, month + 2)
        return Placed(value, date(year, month, 1), last)
    return _feast(said.name, year)


@cache
def _feast(key: str, year: int) -> Placed | None:
    """A feast in a Gregorian year; those of the moon may fall a day earlier or later."""
    row = next(row for row in load("times")["feast"] if row["key"] == key)
    length = timedelta(days=row["days"] - 1)
    if "gregorian" in row:
        day = date(year, *row["gregorian"])
        return Placed(day.isoformat(), day, day + length)
    own = hijri_year(date(year, 1, 1))
    for candidate in () if own is None else (own, own + 1):
        found = hijri_day(candidate, *row["hijri"])
        if found is not None and found.year == year:
            return Placed(found.isoformat(), found - _DAY, found + length + _DAY)
    return None
