"""TIMEX3 values under one notation, and the days they cover.

Only notations that mean the same thing fall together: T16, T16:00 and T16:00:00; PT60M and
PT1H; 2016-W45-1 and 2016-11-07. A part of the day (TAF) is never a time of day (T16:00).
"""

import calendar
import re
from datetime import date, timedelta
from fractions import Fraction

#: The first day covered and the last.
Window = tuple[date, date]

_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$")
_ISO_WEEKDAY = re.compile(r"(\d{4})-W(\d\d)-([1-7])(?=T|$)")
_ANY_SEASON = ("XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI")
_N = r"(\d+(?:\.\d+)?)"
_LENGTH = re.compile(rf"P(?:{_N}Y)?(?:{_N}M)?(?:{_N}W)?(?:{_N}D)?")
_HOURS = re.compile(rf"T(?:{_N}H)?(?:{_N}M)?(?:{_N}S)?$")
_WINDOWS = re.compile(
    r"(?P<decade>\d{3})"
    r"|(?P<year>\d{4})"
    r"|(?P<y>\d{4})-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<end>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12]))"
)


def plain(value: str) -> str:
    """The value in one notation; a value that is no TIMEX3 stays as it is.

    >>> plain("2016-W45-1T16"), plain("PT90M"), plain("XXXX-XX-XXT07:30:00")
    ('2016-11-07T16:00', 'P0M 5400S', 'T07:30')
    """
    if value.startswith("P") and (length := _length(value)):
        return length
    value = _ISO_WEEKDAY.sub(_weekday_as_day, value)
    if value.startswith("XXXX-XX-XXT"):
        value = value.removeprefix("XXXX-XX-XX")
    if value in _ANY_SEASON:
        return value.removeprefix("XXXX-")
    clock = _CLOCK.search(value)
    if clock is None:
        return value
    seconds = clock[3] if clock[3] and clock[3] != "00" else None
    parts = [clock[1], clock[2] or "00", *([seconds] if seconds else [])]
    return value[: clock.start()] + "T" + ":".join(parts)


def day_part(value: str) -> str:
    """What stands before the T: the day, empty when the value is a time of day alone."""
    return value.partition("T")[0] if not value.startswith("P") else value


def clock_part(value: str) -> str:
    """The T and what stands behind it, empty when the value has no time of day.

    >>> clock_part("2016-11-07TEV")
    'TEV'
    """
    before, mark, clock = value.partition("T")
    return mark + clock if mark and not before.startswith("P") else ""


def days_of(value: str) -> Window | None:
    """The days a calendar value covers, or None when it is none (seasons, durations, X)."""
    found = _WINDOWS.fullmatch(value)
    if found is None:
        return None
    if found["decade"]:
        return _years(int(value + "0"), 10)
    if found["year"]:
        return _years(int(value), 1)
    try:
        return _within_year(int(found["y"]), found)
    except ValueError:
        return None


def _within_year(year: int, found: re.Match[str]) -> Window:
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return monday + timedelta(days=5 if found["end"] else 0), monday + timedelta(days=6)
    if found["month"]:
        return _months(year, int(found["month"]), 1)
    if found["quarter"]:
        return _months(year, 3 * int(found["quarter"]) - 2, 3)
    return _months(year, 6 * int(found["half"]) - 5, 6)


def _months(year: int, first: int, count: int) -> Window:
    last = first + count - 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _years(first: int, count: int) -> Window | None:
    if not 1 <= first <= 9999 - count:
        return None
    return date(first, 1, 1), date(first + count - 1, 12, 31)


def _weekday_as_day(found: re.Match[str]) -> str:
    try:
        return date.fromisocalendar(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return found[0]


def _length(value: str) -> str | None:
    """A duration as months and seconds: years are months, weeks and days are seconds."""
    found = _LENGTH.match(value)
    if found is None or value == "P":
        return None
    hours = _HOURS.match(value, found.end()) if found.end() < len(value) else None
    if found.end() < len(value) and hours is None:
        return None
    years, months, weeks, days = (Fraction(part or 0) for part in found.groups())
    h, m, s = (Fraction(part or 0) for part in hours.groups()) if hours else (0, 0, 0)
    seconds = ((weeks * 7 + days) * 24 + h) * 3600 + m * 60 + s
    return f"P{years * 12 + months}M {seconds}S"
