"""The day that a passage speaks of, and the times in it that are no day of what it tells."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import islice

from waqai.extract.events.field import Field
from waqai.extract.events.status import is_day, to_come
from waqai.extract.events.words import event_times, listed
from waqai.model.times import CalendarDate, Shift, TimeMention, Weekday

_PASSAGE = 6  # sentences back
_SINCE = 8  # tokens from "منذ" to its time


def moments(field: Field, begin: int, end: int) -> list[int]:
    """The tokens in `[begin, end)` at which a date or a time of day begins."""
    return field.moments[bisect_left(field.moments, begin) : bisect_left(field.moments, end)]


def running_day(field: Field, i: int, parties: Collection[int]) -> int | None:
    """The day that the passage speaks of at token `i`, by its index among the times.

    It is the last one named in the sentences before, but for those that go back behind the story;
    rather one whose sentence names one of the `parties` too. Behind a sentence that tells only of
    a day long past the story's own day runs on no more.
    """
    near: int | None = None
    for first in islice(_before(field, i), _PASSAGE):
        days = _days_of(field, first)
        if not days:
            continue
        day = next((day for day in days if current(field.times[day])), None)
        if day is None:
            return near
        if _mentions(field, first, parties):
            return day
        near = day if near is None else near
    return near


def lapsed(field: Field, i: int) -> bool:
    """Whether the passage before token `i` has gone back to a day long past the story's own."""
    for first in islice(_before(field, i), _PASSAGE):
        days = _days_of(field, first)
        if days:
            return not any(current(field.times[day]) for day in days)
    return False


def _mentions(field: Field, first: int, parties: Collection[int]) -> bool:
    """Whether the sentence that begins at token `first` names one of these."""
    named = (field.mention_at.get(k) for k in range(first, field.stops[first]))
    return any(mention is not None and mention.entity in parties for mention in named)


def _before(field: Field, i: int) -> Iterator[int]:
    """Where the sentences before that of token `i` begin, the nearest first."""
    first = field.begins[i]
    while first > 0:
        first = field.begins[first - 1]
        yield first


def _days_of(field: Field, first: int) -> list[int]:
    """The days that the sentence which begins at token `first` tells of, the last one first."""
    if goes_back(field, first):
        return []
    found = [
        field.time_at[at][1]
        for at in reversed(moments(field, first, field.stops[first]))
        if not (since(field, at) or bounding(field, at) or nested(field, at))
    ]
    return [day for day in found if is_day(field.times[day]) and not to_come(field.times[day])]


def current(time: TimeMention) -> bool:
    """Whether the day is named as one names that of the news: "الثلاثاء", "أمس".

    A date of the month, or "الثلاثاء الماضي", is named because the story goes back to it.
    """
    reference = time.reference
    if isinstance(reference, Weekday):
        return not reference.explicit and reference.week_shift is None
    if isinstance(reference, CalendarDate):
        return reference.weekday is not None
    return isinstance(reference, Shift) and reference.day is None


def goes_back(field: Field, i: int) -> bool:
    """Whether the sentence of token `i` tells what was before the story: "وكان قد زار"."""
    first = field.begins[i]
    while field.word(first) == "\n":
        first += 1
    return field.word(first).removeprefix("و") in event_times("pluperfect")


def since(field: Field, at: int) -> bool:
    """Whether something goes on from the time at token `at`."""
    return field.word(at - 1) in event_times("since")


def bounding(field: Field, at: int) -> bool:
    """Whether the time at token `at` only bounds what is told: "حتى نهاية الشهر"."""
    return field.word(at - 1) in event_times("bounding")


def from_then_on(field: Field, begin: int, end: int) -> int | None:
    """The time behind "منذ أن" in the clause of tokens `[begin, end)`, or right behind it."""
    if begin >= len(field.stops):
        return None
    stop = field.stops[begin]
    for k in range(begin, min(stop, end + 1)):
        if field.word(k) in event_times("since"):
            found = moments(field, k, min(stop, k + _SINCE))
            return field.time_at[found[0]][1] if found else None
    return None


def nested(field: Field, at: int) -> bool:
    """Whether the time at token `at` is that of a relative clause: "التي جرت مساء الجمعة"."""
    begin = field.clause_begin(at)
    opens = listed("relatives") | event_times("since")
    return any(field.word(k) in opens for k in (begin - 1, begin - 2) if k >= field.begins[at])
