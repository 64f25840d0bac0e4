"""Ranges: "بين 5 و7 أيار" said as one, "من الاثنين إلى الخميس" as two times of one period."""

from collections.abc import Sequence
from dataclasses import replace

from waqai.arabic.dates import read_date
from waqai.arabic.tokens import Tokens
from waqai.mentions.times.match import Match
from waqai.mentions.times.month_days import read_day_of_month
from waqai.mentions.times.years import year_behind
from waqai.model.times import (
    Anchor,
    CalendarDate,
    Direction,
    Interval,
    Reference,
    Shift,
    TimexType,
    Unit,
    Weekday,
)

_DASHES = frozenset({"-", "–", "—", "ـ"})
_TO = frozenset({"الي", "حتي", "وحتي", "لغايه", "ولغايه"})
#: What opens a range, and what then leads to its end.
_THROUGH = {"من": _TO, "منذ": _TO, "بين": frozenset({"و"})}


def read_short_range(tokens: Tokens, i: int) -> Match | None:
    """ "5 و7 أيار", "5-7 أيار 2025", "5 إلى 7 أيار": a day that takes its month from the next."""
    if i >= len(tokens):
        return None
    word = tokens.words[i]
    if not (word.isascii() and word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    if i + 2 >= len(tokens):
        return None
    link = tokens.words[i + 1]
    if link not in _DASHES | _TO | {"و"}:
        return None
    chain = read_short_range(tokens, i + 2)
    if chain is not None and isinstance(chain.reference, Interval) and link == "و":
        opening = chain.reference.first
        if isinstance(opening, CalendarDate | Shift) and int(word) < (opening.day or 0):
            first = replace(opening, day=int(word))
            return Match(i, chain.end, 0, TimexType.DATE, Interval(first, chain.reference.last))
    last = read_date(tokens, i + 2)
    if last is None:
        return _in_running_month(tokens, i, int(word))
    if last.clitics or last.date.day is None or last.date.weekday is not None:
        return None
    first_day = int(word)
    if not tokens.words[i + 2].isdigit() or first_day >= last.date.day:
        return None
    if link in _DASHES and not tokens.glued(i + 1) and tokens.glued(i + 2):
        return None
    day, end = last.date, last.end
    if day.year is None:
        day, end = year_behind(tokens, end, day)
    first = replace(day, day=first_day)
    return Match(i, end, 0, TimexType.DATE, Interval(first, day))


def _in_running_month(tokens: Tokens, i: int, first_day: int) -> Match | None:
    """ "4 إلى 22 من الشهر الجاري"."""
    last = read_day_of_month(tokens, i + 2)
    if last is None or last.clitics or not isinstance(last.reference, Shift):
        return None
    if last.reference.day is None or first_day >= last.reference.day:
        return None
    first = replace(last.reference, day=first_day)
    return Match(i, last.end, 0, TimexType.DATE, Interval(first, last.reference))


def periods(tokens: Tokens, matches: Sequence[Match]) -> list[tuple[int, int, int]]:
    """Pairs of neighbouring matches that are one range, as (first token, index, index)."""
    found: list[tuple[int, int, int]] = []
    for k in range(len(matches) - 1):
        first, second = matches[k], matches[k + 1]
        if {first.type, second.type} - {TimexType.DATE, TimexType.TIME}:
            continue
        between = tokens.words[first.end : second.begin]
        before = tokens.words[first.begin - 1] if first.begin else ""
        link = between[0] if len(between) == 1 else "و" if second.clitics and not between else ""
        if link in _THROUGH.get(before, ()):
            found.append((first.begin - 1, k, k + 1))
        elif link in _DASHES | _TO and _alike(first, second):
            found.append((first.begin, k, k + 1))
    return found


def ordered_ranges(tokens: Tokens, matches: list[Match]) -> list[Match]:
    """ "من الثلاثاء إلى الخميس": the weekday that ends a range follows the one that opens it."""
    ordered = list(matches)
    for _, first, last in periods(tokens, matches):
        a, b = ordered[first].reference, ordered[last].reference
        if isinstance(a, Weekday) and isinstance(b, Weekday) and not b.explicit:
            end = replace(b, direction=Direction.FUTURE, anchor=Anchor.PREVIOUS)
            ordered[last] = replace(ordered[last], reference=end)
        elif ordered[first].clock and ordered[last].clock and _is_running_day(a):
            ordered[first] = replace(ordered[first], reference=b)
    return ordered


def _is_running_day(reference: Reference) -> bool:
    return (
        isinstance(reference, Shift)
        and reference.anchor is Anchor.PREVIOUS
        and (reference.unit, reference.by) == (Unit.DAY, 0)
    )


def _alike(first: Match, second: Match) -> bool:
    a, b = first.reference, second.reference
    if first.clock is not None and second.clock is not None:
        return True
    if not isinstance(a, CalendarDate) or not isinstance(b, CalendarDate):
        return False
    return (a.month is None) == (b.month is None) and (a.day is None) == (b.day is None)
