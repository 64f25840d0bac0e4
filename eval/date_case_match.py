"""When a mention found is right about a mention expected.

The publication day given to the system is the day of the case's reference time. A mention found
counts for an expected one when their spans touch. It is right in extent when both spans are the
same but for spaces and punctuation at their ends, and right in value when its value means one of
the expected readings, at that reading's own precision:

- A day, month, year, week, season: the TIMEX itself where it has no X, or one of its resolutions
  (the cases give the one behind and the one ahead of the reference).
- A day with a time or a part of the day: the resolved day with the time said, in the same terms.
- A time of day: the same time; the day, if the system adds one, must be the reference day.
- A range: it begins on the resolution's first day; it ends on its last day or the day before,
  because the cases write both "from the 4th to the 22nd" and "the whole of November" with an end
  that they otherwise leave out. Where both ends are named ("from 2014 to 2018"), the last one
  named may also begin on that day. The same holds for a mention whose window is that range.
- A bound ("before 2020", "since August"): the time it names; a TIMEX3 value has no side. So too
  with "early" and "late", which the cases' TIMEX leaves out.
- A range of times: both ends as times of day.
- A duration: the same length. A set: the same TIMEX.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from eval.date_case_files import Expected, Reading
from eval.timex import clock_part, day_part, days_of, plain


@dataclass(frozen=True, slots=True)
class Found:
    """A mention, or two read as one range, that the system found at `[start, end)`.

    `first` and `last` are the TIMEX values of the two ends, the same for a single mention;
    `earliest` and `latest` the window as the system gives it, ISO days or None.
    """

    start: int
    end: int
    first: str
    last: str
    earliest: str | None = None
    latest: str | None = None


def touching(expected: Expected, found: list[Found]) -> list[Found]:
    """The mentions whose span shares a character with the expected one."""
    return [f for f in found if f.start < expected.end and expected.start < f.end]


def right_extent(expected: Expected, found: Found) -> bool:
    """Whether both spans hold the same, but for spaces and punctuation at their ends."""
    return _core(expected.text, expected.start, expected.end) == _core(
        expected.text, found.start, found.end
    )


def right_value(expected: Expected, found: Found) -> bool:
    """Whether the mention found has one of the expected readings as its value."""
    return any(_meets(expected, reading, found) for reading in expected.readings)


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _meets(expected: Expected, reading: Reading, found: Found) -> bool:
    ends = _pair(reading.timex)
    if expected.kind == "timerange" or (expected.kind == "datetimerange" and ends):
        if ends is None:
            return _same_clock(plain(reading.timex), plain(found.first), expected.reference)
        return _same_times(expected, reading, ends, found)
    if expected.kind == "time":
        return _same_clock(plain(reading.timex), plain(found.first), expected.reference)
    if expected.kind == "daterange":
        return found.first == found.last == reading.timex or _same_days(reading, found)
    if found.first != found.last:
        return False
    return plain(found.first) in set(_points(reading))


def _pair(timex: str) -> tuple[str, str] | None:
    """The two ends of a TIMEX such as "(T17,T18,PT1H)", or None when it is a single value."""
    ends = timex.strip("()").split(",")
    return (ends[0], ends[1]) if len(ends) >= 2 else None


def _points(reading: Reading) -> Iterator[str]:
    """The values that a single TIMEX stands for: itself, and its X filled in by the resolution."""
    yield plain(reading.timex)
    if reading.start and _is_day(reading.start):
        yield plain(_resolved(reading.timex, reading.start))


def _resolved(timex: str, moment: str) -> str:
    """`timex` with its day taken from a resolution that begins with an ISO day."""
    return moment[: _precision(timex)] + clock_part(timex)


def _precision(timex: str) -> int:
    """How many characters of an ISO day a TIMEX fixes: 7 for a month, else 10."""
    return 7 if re.fullmatch(r"[\dX]{4}-\d\d", day_part(timex)) else 10


def _same_clock(wanted: str, value: str, reference: date | None) -> bool:
    here = reference.isoformat() if reference else ""
    return clock_part(value) == wanted and day_part(value) in ("", here)


def _same_times(expected: Expected, reading: Reading, ends: tuple[str, str], found: Found) -> bool:
    pairs = zip(ends, (reading.start, reading.end), (found.first, found.last), strict=True)
    for timex, moment, value in pairs:
        if expected.kind == "timerange":
            if not _same_clock(plain(timex), plain(value), expected.reference):
                return False
        elif plain(value) not in set(_points(Reading(timex, moment))):
            return False
    return True


def _same_days(reading: Reading, found: Found) -> bool:
    if reading.end is None:
        return found.first == found.last and plain(found.first) in set(_points(reading))
    if not reading.start:
        return False
    first, end = date.fromisoformat(reading.start), date.fromisoformat(reading.end)
    whole_unit = _pair(reading.timex) is None
    month = whole_unit and found.first == found.last and _precision(reading.timex) == 7
    if month and found.first == _resolved(reading.timex, reading.start):
        return True  # "late March" has March's value, whatever days the case makes of it
    lasts = {end - timedelta(days=1)} | (set() if whole_unit else {end})
    if not whole_unit and found.first == found.last == first.isoformat():
        return False  # "today through tomorrow" is more than today
    return any(
        window[0] == first and (window[1] in lasts or (not whole_unit and last_begins == end))
        for window, last_begins in _windows(found)
    )


def _windows(found: Found) -> Iterator[tuple[tuple[date, date], date | None]]:
    """The days that the mention covers, by its values and by its window; when its last end begins.

    The second is None for a single mention, whose beginning is that of the whole.
    """
    first, last = days_of(plain(found.first)), days_of(plain(found.last))
    single = found.first == found.last
    if first and last:
        yield (first[0], last[1]), None if single else last[0]
    if found.earliest and found.latest:
        window = date.fromisoformat(found.earliest), date.fromisoformat(found.latest)
        yield window, None if single or not last else last[0]


def _is_day(moment: str) -> bool:
    return moment[:4].isdigit() and moment[4:5] == "-"
