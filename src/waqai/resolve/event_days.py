"""The day of an event: of the times it bears, and of how it stands to the day of publication."""

from collections.abc import Sequence
from datetime import date, timedelta

from waqai.model.annotated import Timex
from waqai.model.events import Event, EventDay, Status
from waqai.model.publication import Publication

_Days = tuple[str | None, str | None]

_PAST = frozenset({Status.HAPPENED, Status.FAILED})
_TO_COME = frozenset({Status.PLANNED})


def solve_events(
    events: Sequence[Event], times: Sequence[Timex], published: Publication
) -> tuple[EventDay, ...]:
    """One EventDay for each of `events`, in order: `times` are the story's, solved."""
    return tuple(_day(event, times, published) for event in events)


def _day(event: Event, times: Sequence[Timex], published: Publication) -> EventDay:
    first = None if event.time is None else times[event.time]
    last = first if event.until is None else times[event.until]
    told = (first.earliest if first else None, last.latest if last else None)
    value = _value(first, last)
    if event.days:
        told = _shifted(told if first else _window(published), event.days)
        value = told[0] if told[0] == told[1] else None
    if event.since:
        told, value = (told[0], None), None
    earliest, latest = told
    if event.status in _PAST and published.latest is not None:
        bound = published.latest.isoformat()
        if earliest is not None and earliest > bound:  # a time to come is not that of a past deed
            return EventDay(None, None, bound)
        latest = bound if latest is None else min(latest, bound)
    if event.status in _TO_COME and published.earliest is not None:
        bound = published.earliest.isoformat()
        earliest = bound if earliest is None else max(earliest, bound)
    if earliest is not None and latest is not None and earliest > latest:
        earliest, latest = told  # what is told and what is known contradict each other
    return EventDay(value, earliest, latest)


def _window(published: Publication) -> _Days:
    first, last = published.earliest, published.latest
    return first.isoformat() if first else None, last.isoformat() if last else None


def _shifted(window: _Days, days: int) -> _Days:
    first, last = (
        None if day is None else (date.fromisoformat(day) + timedelta(days=days)).isoformat()
        for day in window
    )
    return first, last


def _value(first: Timex | None, last: Timex | None) -> str | None:
    if first is None:
        return None
    return first.value if last is None or last is first else f"{first.value}/{last.value}"
