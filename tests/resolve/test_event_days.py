"""The day of an event: of the times that it bears and of the day of publication."""

from dataclasses import replace
from datetime import date

import pytest

from waqai.model.annotated import Timex
from waqai.model.events import Event, EventDay, EventType, Status
from waqai.model.page import Span
from waqai.model.publication import Publication
from waqai.model.times import CalendarDate, TimeMention, TimexType
from waqai.resolve.event_days import solve_events

_PUBLISHED = Publication(date(2024, 5, 10), date(2024, 5, 10))
_EVENT = Event(0, 4, EventType.CONSULT, "visit", Status.HAPPENED, Span(0, 4))


def _time(value: str, first: str, last: str) -> Timex:
    return Timex(TimeMention(0, 4, TimexType.DATE, CalendarDate(2024)), value, first, last)


_MONDAY = _time("2024-05-06", "2024-05-06", "2024-05-06")
_MAY = _time("2024-05", "2024-05-01", "2024-05-31")
_NEXT_YEAR = _time("2025", "2025-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("event", "time", "day"),
    [
        (_EVENT, None, EventDay(None, None, "2024-05-10")),
        (_EVENT, _MONDAY, EventDay("2024-05-06", "2024-05-06", "2024-05-06")),
        (_EVENT, _MAY, EventDay("2024-05", "2024-05-01", "2024-05-10")),
        (replace(_EVENT, since=True), _MONDAY, EventDay(None, "2024-05-06", "2024-05-10")),
        (replace(_EVENT, days=-1), _MONDAY, EventDay("2024-05-05", "2024-05-05", "2024-05-05")),
        (replace(_EVENT, days=-1), None, EventDay("2024-05-09", "2024-05-09", "2024-05-09")),
        (
            replace(_EVENT, since=True, days=-3),
            None,
            EventDay(None, "2024-05-07", "2024-05-10"),
        ),
        (replace(_EVENT, days=2), _MAY, EventDay(None, "2024-05-03", "2024-05-10")),
        (
            replace(_EVENT, status=Status.PLANNED),
            _MAY,
            EventDay("2024-05", "2024-05-10", "2024-05-31"),
        ),
    ],
)
def test_the_window_of_an_event(event: Event, time: Timex | None, day: EventDay) -> None:
    event = replace(event, time=None if time is None else 0)
    times = [] if time is None else [time]
    assert solve_events([event], times, _PUBLISHED) == (day,)


def test_a_time_to_come_is_not_that_of_what_has_happened() -> None:
    event = replace(_EVENT, time=0)
    assert solve_events([event], [_NEXT_YEAR], _PUBLISHED) == (EventDay(None, None, "2024-05-10"),)


def test_days_are_counted_from_an_open_publication_day() -> None:
    published = Publication(None, date(2024, 5, 10))
    event = replace(_EVENT, days=-1)
    assert solve_events([event], [], published) == (EventDay(None, None, "2024-05-09"),)
