"""Calendars: month names of all families, weekdays, eras; Hijri days by the Umm al-Qura tables."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from hijridate import Gregorian, Hijri

from waqai.arabic.letters import bare
from waqai.arabic.lexicon import Lexicon
from waqai.knowledge import load
from waqai.model.times import CalendarSystem

#: Hijri years that the tables know (hijridate: 1343 to 1500, 1924 to 2077).
HIJRI_YEARS = range(1343, 1501)


@dataclass(frozen=True, slots=True)
class Month:
    """A month by name. `sure` is False for names that are other words too (ماي, رمضان).

    `after` are words behind which an unsure name counts, `never_after` words behind which no
    name of this month does, `never_before` those before which none does; all folded.
    """

    number: int
    calendar: CalendarSystem
    sure: bool
    after: frozenset[str] = frozenset()
    never_after: frozenset[str] = frozenset()
    never_before: frozenset[str] = frozenset()


@cache
def months() -> Lexicon[Month]:
    """Every month name of both calendars."""
    lexicon: Lexicon[Month] = Lexicon()
    tables = (("month", CalendarSystem.GREGORIAN), ("hijri_month", CalendarSystem.HIJRI))
    for table, calendar in tables:
        for row in load("calendar")[table]:
            context = _context(row)
            lexicon.update(row.get("names", ()), Month(row["number"], calendar, True, *context))
            lexicon.update(row.get("anchored", ()), Month(row["number"], calendar, False, *context))
    return lexicon


def _context(row: dict[str, Any]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    return (
        frozenset(map(bare, row.get("after", ()))),
        frozenset(map(bare, row.get("never_after", ()))),
        frozenset(map(bare, row.get("never_before", ()))),
    )


@cache
def weekdays() -> Lexicon[int]:
    """Weekdays with their article, as ISO numbers."""
    lexicon: Lexicon[int] = Lexicon()
    for row in load("calendar")["weekday"]:
        lexicon.update(row["names"], row["number"])
    return lexicon


@cache
def bare_weekdays() -> Lexicon[int]:
    """Weekdays without article, as behind "كل" and "يوم", and short English ones."""
    lexicon: Lexicon[int] = Lexicon()
    for row in load("calendar")["weekday"]:
        lexicon.update([*row["bare"], *row.get("anchored", ())], row["number"])
    return lexicon


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date, or None when the tables do not hold it."""
    if year not in HIJRI_YEARS:
        return None
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """The first and last Gregorian day of a Hijri month, or None outside the tables."""
    first = hijri_day(year, month, 1)
    if first is None:
        return None
    last = hijri_day(year, month, Hijri(year, month, 1).month_length())
    return (first, last) if last else None


def hijri_year(day: date) -> int | None:
    """The Hijri year that a Gregorian day lies in, or None outside the tables."""
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
