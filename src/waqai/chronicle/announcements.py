"""What was announced before its time, when and by whom, and what came of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from waqai.knowledge import load
from waqai.model.chronicle import (
    Announcement,
    Happening,
    Outcome,
    Report,
    Step,
    Telling,
    TellingKey,
    Window,
)
from waqai.model.events import EventType, Status

#: What is told of a thing before its time, or instead of it.
_BEFORE = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED})
#: A plan whose time was over so many days before it is told is history.
_LONG_PAST = 31
_OUTCOMES = {
    Status.HAPPENED: Outcome.HELD,
    Status.CANCELLED: Outcome.CANCELLED,
    Status.FAILED: Outcome.MISSED,
    Status.DENIED: Outcome.MISSED,
}


def announcements(
    happenings: Iterable[Happening],
    tellings: Mapping[TellingKey, Telling],
    reports: Mapping[str, Report],
) -> tuple[Announcement, ...]:
    """One for each happening that a story told before its time, in the order of the happenings."""
    found = (_announcement(one, tellings, reports) for one in happenings)
    return tuple(one for one in found if one is not None)


def _announcement(
    happening: Happening,
    tellings: Mapping[TellingKey, Telling],
    reports: Mapping[str, Report],
) -> Announcement | None:
    told = [tellings[key] for key in happening.tellings]
    steps = tuple(_steps(told, happening, reports))
    if not any(_announces(step, happening) for step in steps):
        return None
    ahead = [step for step in steps if step.status is Status.PLANNED] or list(steps)
    outcome = _outcome(happening, steps)
    return Announcement(
        happening.id,
        announced_on=ahead[0].on.day,
        announced_by=next((step.by for step in ahead if step.by), None),
        due=_due(ahead, happening),
        outcome=outcome,
        held_on=happening.day.day if outcome is Outcome.HELD else None,
        moved_to=_moved_to(steps) if outcome is Outcome.POSTPONED else None,
        steps=steps,
    )


def _announces(step: Step, happening: Happening) -> bool:
    """Whether a step speaks of what was to come when it was said.

    What is called off was announced where it is a meeting; of an agreement, it was in force. On the
    day itself it is announced by those who name its time; the others tell of what goes on.
    """
    if not _is_announced(happening.type, happening.kind):
        return False
    if step.status is not Status.PLANNED:
        return step.status in _BEFORE and happening.type is EventType.CONSULT
    held = happening.day.latest if happening.status is Status.HAPPENED else None
    said = step.on.earliest
    if said is None or held is None or said < held:
        return True
    return said == held and step.due.latest is not None


@cache
def _is_announced(type: EventType, kind: str) -> bool:
    """Whether a kind of event is announced and held: what is done with words is but said again."""
    said = load("happenings")["unannounced"]
    return type.value not in said["types"] and kind not in said["kinds"]


def _steps(
    told: Sequence[Telling], happening: Happening, reports: Mapping[str, Report]
) -> Iterator[Step]:
    """The turns of its history, oldest first: what is told again without a change is none."""
    last: tuple[object, ...] | None = None
    for telling in told:
        if telling.status is Status.HAPPENED and not _may_be_held(telling, happening):
            continue
        published = reports[telling.key.story].published
        due = telling.day if telling.status is not Status.HAPPENED else Window()
        if telling.status is Status.PLANNED and _before(due.latest, published.earliest):
            if _before(due.latest, published.earliest, _LONG_PAST):
                continue  # a plan of years ago, told again
            due = Window(published.earliest, None)  # the day it was spoken of, not its own
        turn = (telling.status, due.latest)
        if turn != last:
            on = Window(published.earliest, published.latest)
            yield Step(telling.status, on, due, telling.told_by, telling.key)
        last = turn


def _before(day: date | None, other: date | None, by: int = 0) -> bool:
    """Whether one day lies more than `by` days before another."""
    return day is not None and other is not None and (other - day).days > by


def _may_be_held(telling: Telling, happening: Happening) -> bool:
    """Whether a telling of it as past comes when it can be past."""
    if happening.status is not Status.HAPPENED:
        return False
    first, last = happening.day.earliest, telling.day.latest
    return first is None or last is None or last >= first


def _due(ahead: Sequence[Step], happening: Happening) -> Window:
    """When it was to be, as it stood last: what all who announced it can mean, where that is one.

    An announcement without a time of its own leaves the window that others give.
    """
    last: Window | None = None
    for step in ahead:
        if step.due.latest is None:
            continue
        both = None if last is None else _meet(last, step.due)
        if last is not None and both is None and step.due.day == step.on.day is not None:
            continue  # the day on which it was spoken of
        last = both or step.due
    if last is not None:
        return last
    if happening.status is Status.HAPPENED:
        return Window(ahead[0].due.earliest, None)
    return happening.day


def _meet(first: Window, second: Window) -> Window | None:
    low = max((d for d in (first.earliest, second.earliest) if d is not None), default=None)
    high = min((d for d in (first.latest, second.latest) if d is not None), default=None)
    return Window(low, high) if low is None or high is None or low <= high else None


def _outcome(happening: Happening, steps: Sequence[Step]) -> Outcome:
    if happening.status is Status.POSTPONED:
        return Outcome.POSTPONED
    if happening.status in (Status.FAILED, Status.DENIED):
        # a denial before its time leaves the announcement standing, as a dispute
        return Outcome.MISSED if _is_over(steps) else Outcome.OPEN
    return _OUTCOMES.get(happening.status, Outcome.OPEN)


def _is_over(steps: Sequence[Step]) -> bool:
    """Whether the last word on it came when its time had passed."""
    due = [step.due.latest for step in steps if step.status is Status.PLANNED]
    spoken = steps[-1].on.latest if steps else None
    return spoken is not None and any(day is not None and day < spoken for day in due)


def _moved_to(steps: Sequence[Step]) -> Window | None:
    put_off = [step for step in steps if step.status is Status.POSTPONED]
    return next((s.due for s in reversed(put_off) if s.due.latest is not None), None)
