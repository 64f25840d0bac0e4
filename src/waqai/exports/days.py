"""Days and windows of days in words, in English for the terminal and in Arabic for pages."""

from datetime import date, timedelta

from waqai.knowledge import load
from waqai.model.chronicle import Window

_WIDEST = timedelta(days=31)  # a longer bar says nothing of any day under it


def day_en(day: date) -> str:
    """A day as a reader writes it.

    >>> day_en(date(2025, 8, 16))
    'Saturday 16 August 2025'
    """
    return f"{day:%A} {day.day} {day:%B %Y}"


def short_en(day: date | None) -> str:
    """A day in short: 16 Aug 2025; "" when there is none."""
    return "" if day is None else f"{day.day} {day:%b %Y}"


def window_en(earliest: date | None, latest: date | None) -> str:
    """A publication day as far as it is known.

    >>> window_en(date(2022, 2, 5), None)
    'undated, not before 5 Feb 2022'
    """
    if earliest is None and latest is None:
        return "undated"
    if earliest is None or latest is None:
        side, day = ("after", latest) if earliest is None else ("before", earliest)
        return f"undated, not {side} {short_en(day)}"
    if earliest == latest:
        return day_en(earliest)
    return f"undated, between {short_en(earliest)} and {short_en(latest)}"


def day_ar(day: date) -> str:
    """A day in Arabic.

    >>> day_ar(date(2025, 8, 16))
    'السبت 16 أغسطس 2025'
    """
    labels = load("labels")
    weekday, month = labels["weekdays"][day.weekday()], labels["months"][day.month - 1]
    return f"{weekday} {day.day} {month} {day.year}"


def window_ar(earliest: date | None, latest: date | None) -> str:
    """A publication day in Arabic, as far as it is known."""
    if earliest is not None and earliest == latest:
        key = "day"
    elif earliest is None:
        key = "open" if latest is None else "before"
    else:
        key = "after" if latest is None else "between"
    phrase: str = load("labels")["window"][key]
    return phrase.format(a=earliest and day_ar(earliest), b=latest and day_ar(latest))


def date_prefix(days: Window) -> str | None:
    """The date that holds the whole window: a day, a month, a year; None when none does.

    >>> date_prefix(Window(date(2025, 8, 11), date(2025, 8, 17)))
    '2025-08'
    """
    if days.earliest is None or days.latest is None:
        return None
    low, high = days.earliest.isoformat(), days.latest.isoformat()
    return next((low[:n] for n in (10, 7, 4) if low[:n] == high[:n]), None)


def drawn(days: Window) -> tuple[date, date]:
    """The first and last day of the bar that shows a window on a calendar or a timeline.

    Of an open window it is the day that is known, of one wider than a month its last day. Raises
    ValueError when nothing is known.
    """
    first, last = days.earliest or days.latest, days.latest or days.earliest
    if first is None or last is None:
        raise ValueError("a window without a day cannot be shown")
    return (last if last - first > _WIDEST else first), last
