"""What the weekdays and dates that a story names make likely of the day it was written."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from waqai.model.annotated import AnnotatedStory
from waqai.model.page import Page
from waqai.model.times import Anchor, CalendarDate, Direction, TimeMention, Weekday
from waqai.resolve.domains import ERA
from waqai.resolve.evidence import mention_evidence, opening_end
from waqai.resolve.neighbours.voices import Voice, strength

_DAY = timedelta(days=1)


def spoken(story: AnnotatedStory, page: Page, days: Sequence[date]) -> list[Voice]:
    """What the times of `story` make likely of each of `days`; not what they make certain."""
    return [*_weekdays(story, page, days), *_dates(story, page, days)]


def _weekdays(story: AnnotatedStory, page: Page, days: Sequence[date]) -> Iterator[Voice]:
    """News is of the day it is written on, or of the day before."""
    told = [mention for mention in story.times if _is_of_the_news(mention)]
    if not told:
        return
    end = opening_end(story.story)
    first = next((m for m in told if m.start < end), None)
    counts = Counter(_weekday(mention) for mention in told)
    support = {}
    for day in days:
        here, before = day.isoweekday(), (day - _DAY).isoweekday()
        support[day] = (
            strength("weekday") * counts[here] + strength("weekday_before") * counts[before]
        ) / len(told)
        if first is not None and _weekday(first) == here:
            support[day] += strength("opening")
        elif first is not None and _weekday(first) == before:
            support[day] += strength("opening_before")
    mention = first or told[0]
    week = ERA.weekday(_weekday(mention))
    yield Voice(support, mention_evidence("opening.weekday", week, mention, page.text))


def _is_of_the_news(mention: TimeMention) -> bool:
    said = mention.reference
    return (
        isinstance(said, Weekday)
        and not said.explicit
        and said.week_shift is None
        and not said.skip
        and said.direction is not Direction.FUTURE
        and said.anchor is Anchor.PUBLICATION
    )


def _weekday(mention: TimeMention) -> int:
    assert isinstance(mention.reference, Weekday)
    return mention.reference.weekday


def _dates(story: AnnotatedStory, page: Page, days: Sequence[date]) -> Iterator[Voice]:
    """A date without its year is mostly that of the news."""
    for mention in story.times:
        said = mention.reference
        if not isinstance(said, CalendarDate) or said.day is None or said.month is None:
            continue
        if said.direction is Direction.FUTURE or said.year is not None:
            continue
        that = {day for day in days if (day.month, day.day) == (said.month, said.day)}
        support = {day: strength("date") for day in that}
        support |= {day + _DAY: strength("date") for day in that if day + _DAY not in that}
        if support:
            yield Voice(support, mention_evidence("past.near", ERA.of(that), mention, page.text))
