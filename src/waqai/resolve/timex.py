"""Times with what is known of their day: references, and the window of the publication day.

A reference that means the same from both ends of the window is solved, though the publication
day is not; else its value keeps an X for what is open, and its window says the rest.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from waqai.model.annotated import Timex
from waqai.model.publication import Publication
from waqai.model.times import (
    Anchor,
    CalendarDate,
    Duration,
    Portion,
    Recurrence,
    Shift,
    TimeMention,
    TimexType,
    Weekday,
)
from waqai.resolve.reckoning import Placed, place
from waqai.resolve.values import clock_value, duration_value, open_value, set_value

#: The window of an anchor: its first and last possible day, None where open.
_Window = tuple[date | None, date | None]


def solve(times: Sequence[TimeMention], published: Publication) -> tuple[Timex, ...]:
    """One Timex for each of `times`, in order, as far as `published` allows."""
    window = (published.earliest, published.latest)
    placed: list[Placed | None] = []
    solved: list[Timex] = []
    for mention in times:
        found = _placed(mention, window, placed)
        placed.append(found)
        solved.append(_timex(mention, found))
    return tuple(solved)


def _placed(
    mention: TimeMention, published: _Window, before: Sequence[Placed | None]
) -> Placed | None:
    reference = mention.reference
    if isinstance(reference, Recurrence):
        return None
    window = published
    relative = (
        isinstance(reference, CalendarDate | Shift | Weekday)
        and reference.anchor is Anchor.PREVIOUS
    )
    if relative and mention.anchor is not None and mention.anchor < len(before):
        other = before[mention.anchor]
        window = (other.first, other.last) if other else (None, None)
    return _from_window(mention, window)


def _from_window(mention: TimeMention, window: _Window) -> Placed | None:
    """The reference from both ends of its anchor's window."""
    first, last = window
    reference = mention.reference
    low = place(reference, first) if first else None
    if first is not None and first == last:
        return low
    fixed = _without_anchor(mention)
    if fixed is not None:
        return fixed
    high = place(reference, last) if last else None
    value = low.value if low and high and low.value == high.value else open_value(reference)
    earliest = low.first if low else None
    latest = high.last if high else None
    return Placed(value, earliest, latest)


_FAR_APART = (date(1950, 6, 15), date(2060, 6, 15))


def _without_anchor(mention: TimeMention) -> Placed | None:
    """A reference that needs no anchor means the same from any two days."""
    a, b = (place(mention.reference, day) for day in _FAR_APART)
    return a if a is not None and a == b else None


def _portion_of(placed: Placed | None, portion: Portion | None) -> Placed | None:
    """The first, middle or last third of a time, for "مطلع", "منتصف", "أواخر"."""
    if placed is None or portion is None or placed.first is None or placed.last is None:
        return placed
    third = (placed.last - placed.first) / 3
    if portion is Portion.START:
        return replace(placed, last=placed.first + third)
    if portion is Portion.END:
        return replace(placed, first=placed.last - third)
    return replace(placed, first=placed.first + third, last=placed.last - third)


def _timex(mention: TimeMention, placed: Placed | None) -> Timex:
    window = _portion_of(placed, mention.portion)
    return Timex(
        mention,
        _value(mention, placed),
        window.first.isoformat() if window and window.first else None,
        window.last.isoformat() if window and window.last else None,
    )


def _value(mention: TimeMention, placed: Placed | None) -> str:
    reference = mention.reference
    if isinstance(reference, Duration):
        return duration_value(reference)
    if isinstance(reference, Recurrence):
        return set_value(reference, mention.part)
    value = placed.value if placed else open_value(reference)
    if mention.type is not TimexType.TIME:
        return value
    if mention.clock is not None:
        day = placed.first if placed and placed.first == placed.last else None
        return value + clock_value(mention.clock, day)
    return f"{value}T{mention.part}" if mention.part is not None else value
