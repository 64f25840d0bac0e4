"""What the weekdays and dates that a story names make likely of the day it was written.

News is of the day on which it is written or of the day before; what is to come lies ahead of it.
Each time says, by how many days would have passed since it, how likely each day is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from waqai.model.annotated import AnnotatedStory
from waqai.model.page import Page
from waqai.model.times import (
    Anchor,
    CalendarDate,
    CalendarSystem,
    DayPart,
    Direction,
    TimeMention,
    Weekday,
)
from waqai.resolve.domains import ERA
from waqai.resolve.evidence import Evidence, mention_evidence, opening_end
from waqai.resolve.neighbours.voices import Voice

#: The first of the days since a date, or of the months since a month, that count alike.
_DAYS = (-(10**6), -20, -7, 0, 1, 2, 4, 8, 21)
_MONTHS = (0, 1, 2, 3, 7, 11)
#: A date further away than this many days after it tells nothing of the day.
_LONG_SINCE = len(_DAYS) - 1
_EVENING = frozenset({DayPart.EVENING, DayPart.NIGHT})

#: Gives the place, in its row of weights, of a day on which a story may be written; None for none.
_Place = Callable[[date], int | None]


def spoken(story: AnnotatedStory, page: Page, days: Sequence[date]) -> list[Voice]:
    """What the times of `story` make likely of each of `days`; not what they make certain."""
    return [*_weekdays(story, page, days), *_dates(story, page, days)]


def _weekdays(story: AnnotatedStory, page: Page, days: Sequence[date]) -> Iterator[Voice]:
    """Of the weekdays in the opening the first counts, else all of them alike."""
    end = opening_end(story.story)
    told: defaultdict[str, list[TimeMention]] = defaultdict(list)
    for mention in story.times:
        row = _row(mention, mention.start < end)
        if row is not None and not (row.startswith("opening") and told[row]):
            told[row].append(mention)
    for row, mentions in told.items():
        if mentions:
            yield _voice(
                row, [_since_weekday(m) for m in mentions], days, _words(row, mentions[0], page)
            )


def _row(mention: TimeMention, opens: bool) -> str | None:
    """The row of weights of a weekday, None for what is no weekday of the news."""
    said = mention.reference
    if not isinstance(said, Weekday) or said.week_shift is not None or said.skip:
        return None
    if said.anchor is not Anchor.PUBLICATION:
        return None
    ahead = said.direction is Direction.FUTURE
    if said.explicit:
        return "next_weekday" if ahead else "last_weekday"
    if ahead:
        return "coming_weekday"
    return ("opening" if opens else "later") + ("_evening" if mention.part in _EVENING else "")


def _since_weekday(mention: TimeMention) -> _Place:
    assert isinstance(mention.reference, Weekday)
    number = mention.reference.weekday
    return lambda day: (day.isoweekday() - number) % 7


def _words(row: str, mention: TimeMention, page: Page) -> Evidence:
    assert isinstance(mention.reference, Weekday)
    number = mention.reference.weekday
    rule = "opening.day_or_next" if row.startswith("opening") else "named.weekday"
    if row in {"coming_weekday", "next_weekday"}:
        return mention_evidence("coming.weekday", ERA.every, mention, page.text)
    if row == "last_weekday":
        return mention_evidence("named.past", ERA.every, mention, page.text)
    either = ERA.weekday(number) | ERA.weekday(number % 7 + 1)
    return mention_evidence(rule, either, mention, page.text)


def _dates(story: AnnotatedStory, page: Page, days: Sequence[date]) -> Iterator[Voice]:
    """Dates by the day or, where a word says their side, by the month."""
    told: defaultdict[str, list[TimeMention]] = defaultdict(list)
    for mention in story.times:
        said = mention.reference
        if not isinstance(said, CalendarDate) or said.month is None or said.year_shift is not None:
            continue
        if said.calendar is not CalendarSystem.GREGORIAN or said.anchor is not Anchor.PUBLICATION:
            continue
        ahead = said.direction is Direction.FUTURE
        if said.day is not None:
            told["coming_date" if ahead else "past_date"].append(mention)
        elif said.explicit and said.year is None and said.direction in _SIDES:
            told["next_month" if ahead else "last_month"].append(mention)
    for row, mentions in told.items():
        since = _since_month if row.endswith("month") else _since_date
        rule = "coming.date" if row in {"coming_date", "next_month"} else "past.near"
        words = mention_evidence(rule, ERA.every, mentions[0], page.text)
        yield _voice(row, [since(mention) for mention in mentions], days, words)
    stated = [m for row in ("coming_date", "past_date") for m in told[row] if _is_stated(m)]
    for mention in stated:
        yield _voice("wrong_side", [_wrong_side(mention)], days, None)


_SIDES = frozenset({Direction.PAST, Direction.FUTURE})


def _is_stated(mention: TimeMention) -> bool:
    said = mention.reference
    return isinstance(said, CalendarDate) and said.explicit and said.direction in _SIDES


def _since_date(mention: TimeMention) -> _Place:
    """By the days passed since the date, in the year in which it is nearest."""

    def place(day: date) -> int | None:
        passed = _passed(mention, day)
        if passed is None:
            return None
        at = max(at for at, first in enumerate(_DAYS) if first <= passed)
        return at if at < _LONG_SINCE else None

    return place


def _wrong_side(mention: TimeMention) -> _Place:
    """Days on which a date that is called past is to come, or the other way round."""
    said = mention.reference
    assert isinstance(said, CalendarDate)
    ahead = said.direction is Direction.FUTURE

    def place(day: date) -> int | None:
        passed = _passed(mention, day)
        if passed is None or abs(passed) > _HALF_A_YEAR:
            return None
        return 0 if (passed >= 0 if ahead else passed <= 0) else None

    return place


_HALF_A_YEAR = 183


def _passed(mention: TimeMention, day: date) -> int | None:
    """How many days have passed on `day` since a date; None for a date that there is not."""
    said = mention.reference
    assert isinstance(said, CalendarDate)
    assert said.month is not None
    assert said.day is not None
    years = (day.year - 1, day.year, day.year + 1) if said.year is None else (said.year,)
    found = []
    for year in years:
        try:
            found.append((day - date(year, said.month, said.day)).days)
        except ValueError:
            continue
    return min(found, key=abs, default=None)


def _since_month(mention: TimeMention) -> _Place:
    said = mention.reference
    assert isinstance(said, CalendarDate)
    assert said.month is not None
    month = said.month

    def place(day: date) -> int:
        passed = (day.month - month) % 12
        return max(at for at, first in enumerate(_MONTHS) if first <= passed)

    return place


def _voice(
    row: str, places: Sequence[_Place], days: Sequence[date], words: Evidence | None
) -> Voice:
    """Several times of one sort share one say."""
    traits: defaultdict[str, defaultdict[date, float]] = defaultdict(lambda: defaultdict(float))
    for place in places:
        for day in days:
            at = place(day)
            if at is not None:
                traits[f"{row}.{at}"][day] += 1 / len(places)
    return Voice({name: dict(shares) for name, shares in traits.items()}, words)
