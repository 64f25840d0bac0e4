"""What a time takes from its neighbours: its direction, its anchor, a year said once for two."""

from collections.abc import Sequence
from dataclasses import replace

from waqai.arabic.tokens import Tokens
from waqai.mentions.times.durations import as_distance, counts_from_event
from waqai.mentions.times.match import Match
from waqai.mentions.times.tense import clause_side
from waqai.mentions.times.vocabulary import listed
from waqai.model.times import (
    Anchor,
    CalendarDate,
    Direction,
    NamedPeriod,
    Reference,
    Shift,
    TimexType,
    Unit,
    Weekday,
)


def with_direction(tokens: Tokens, found: Match) -> Match:
    """`found` with the side of today that its clause gives, where its words leave it open."""
    reference = found.reference
    if isinstance(reference, CalendarDate | NamedPeriod):
        if reference.direction is not Direction.UNKNOWN:
            return found
        side = clause_side(tokens, found.begin, found.end)
        firm = side.firm and reference.year is None and reference.year_shift is None
        placed = replace(reference, direction=side.direction, explicit=firm)
        return replace(found, reference=placed)
    if isinstance(reference, Weekday) and reference.direction is Direction.UNKNOWN:
        side = clause_side(tokens, found.begin, found.end)
        return replace(found, reference=replace(reference, direction=side.direction))
    if found.type is TimexType.DURATION:
        return _ahead(tokens, found)
    return found


def _ahead(tokens: Tokens, found: Match) -> Match:
    """ "سيعود بعد يومين": a length behind بعد in a clause of the future is a day to come."""
    after = listed("after").at(tokens, found.begin - 1) if found.begin else None
    if after is None or found.clitics or counts_from_event(tokens, found.end):
        return found
    if clause_side(tokens, found.begin - 1, found.end).direction is not Direction.FUTURE:
        return found
    distance = as_distance(found, 1)
    return replace(distance, begin=found.begin - 1, clitics=after.clitics) if distance else found


def shared_words(tokens: Tokens, matches: list[Match]) -> list[Match]:
    """What is said once for two: "يناير وفبراير 2025", "السبت والأحد المقبلين"."""
    shared = list(matches)
    for k in range(len(shared) - 2, -1, -1):
        first, second = shared[k], shared[k + 1]
        a, b = first.reference, second.reference
        if isinstance(a, Weekday) and isinstance(b, Weekday):
            if b.explicit and not a.explicit and _joined(tokens, first, second):
                side = replace(a, direction=b.direction, explicit=True, week_shift=b.week_shift)
                shared[k] = replace(first, reference=side)
            continue
        if not isinstance(a, CalendarDate) or not isinstance(b, CalendarDate):
            continue
        if a.year is not None or b.year is None or a.month is None or b.month is None:
            continue
        if _joined(tokens, first, second) and a.direction is not Direction.PRESENT:
            year = b.year - (a.calendar is b.calendar and a.month > b.month)
            shared[k] = replace(first, reference=replace(a, year=year))
    return shared


def _joined(tokens: Tokens, first: Match, second: Match) -> bool:
    """Whether nothing but a joining word stands between two matches."""
    between = tokens.words[first.end : second.begin]
    return between in ([], ["و"], ["الي"], ["حتي"], ["او"], ["-"], ["–"])


def from_the_saying(tokens: Tokens, matches: list[Match]) -> list[Match]:
    """ "أعلن الأربعاء أنه سيأتي الجمعة": a weekday to come counts from the day told before it."""
    told = list(matches)
    for k in range(1, len(told)):
        day, before = told[k].reference, told[k - 1].reference
        if not isinstance(day, Weekday) or day.direction is not Direction.FUTURE or day.explicit:
            continue
        if _is_told_day(before) and not _sentence_between(tokens, told[k - 1].end, told[k].begin):
            told[k] = replace(told[k], reference=replace(day, anchor=Anchor.PREVIOUS))
    return told


def from_the_body(tokens: Tokens, matches: list[Match]) -> list[Match]:
    """A weekday in the title lies where the story, which tells it in a sentence, says it lies."""
    title_end = next((k for k, word in enumerate(tokens.words) if word == "\n"), 0)
    told = list(matches)
    for k, match in enumerate(told):
        day = match.reference
        if match.begin >= title_end:
            break
        if isinstance(day, Weekday) and day.direction is Direction.UNKNOWN:
            side = _told_side(told[k + 1 :], title_end, day.weekday)
            told[k] = replace(match, reference=replace(day, direction=side))
    return told


def _told_side(matches: Sequence[Match], title_end: int, weekday: int) -> Direction:
    for match in matches:
        day = match.reference
        if match.begin < title_end:
            continue
        if isinstance(day, Weekday) and day.weekday == weekday and not day.skip:
            return day.direction
        if isinstance(day, Shift) and day.weekday == weekday and day.unit is Unit.DAY:
            return Direction.FUTURE if day.by > 0 else Direction.PAST
    return Direction.UNKNOWN


def _is_told_day(reference: Reference) -> bool:
    if isinstance(reference, Weekday):
        return reference.direction is not Direction.FUTURE
    if isinstance(reference, Shift):
        return reference.unit is Unit.DAY and reference.by <= 0
    return False


def anchors(tokens: Tokens, matches: Sequence[Match]) -> list[int | None]:
    """For each match the index of the one it counts from, None where it counts from today."""
    found: list[int | None] = []
    for k, match in enumerate(matches):
        reference = match.reference
        relative = (
            isinstance(reference, CalendarDate | Shift | Weekday)
            and reference.anchor is Anchor.PREVIOUS
        )
        found.append(_anchor(tokens, matches, k) if relative else None)
    return found


def _anchor(tokens: Tokens, matches: Sequence[Match], k: int) -> int | None:
    match = matches[k]
    if match.event is not None:
        return _day_of_event(tokens, matches, k, match.event)
    unit = match.reference.unit if isinstance(match.reference, Shift) else Unit.DAY
    unit = Unit.YEAR if isinstance(match.reference, CalendarDate) else unit
    by = match.reference.by if isinstance(match.reference, Shift) else 1
    within = unit is Unit.DAY and by == 0 and (match.part is not None or match.clock is not None)
    for j in range(k - 1, -1, -1):
        if within and _sentence_between(tokens, matches[j].end, match.begin):
            return None
        if _can_anchor(matches[j], unit):
            return j
    return None


def _can_anchor(match: Match, unit: Unit) -> bool:
    """Whether `match` is fine enough to count units from."""
    reference = match.reference
    if match.type not in {TimexType.DATE, TimexType.TIME}:
        return False
    if isinstance(reference, Weekday):
        return True
    if isinstance(reference, CalendarDate):
        if unit is Unit.YEAR:
            return True
        return reference.month is not None and (unit is Unit.MONTH or reference.day is not None)
    if isinstance(reference, Shift):
        finer = {Unit.DAY: 0, Unit.WEEK: 1, Unit.MONTH: 2, Unit.YEAR: 3}
        return finer.get(reference.unit, 9) <= finer.get(unit, -1)
    return False


def _day_of_event(tokens: Tokens, matches: Sequence[Match], k: int, event: str) -> int | None:
    """The first day told in a sentence that names the event."""
    for j in range(k):
        if not _can_anchor(matches[j], Unit.DAY):
            continue
        low, high = _sentence(tokens, matches[j].begin)
        if any(_same_noun(word, event) for word in tokens.words[low:high]):
            return j
    return None


def _same_noun(word: str, event: str) -> bool:
    stem = event[2:]
    return len(stem) > 2 and word.endswith(stem) and len(word) - len(stem) <= 4


def _sentence(tokens: Tokens, i: int) -> tuple[int, int]:
    low = i
    while low > 0 and tokens.words[low - 1] not in {".", "\n"}:
        low -= 1
    high = i
    while high < len(tokens) and tokens.words[high] not in {".", "\n"}:
        high += 1
    return low, high


def _sentence_between(tokens: Tokens, low: int, high: int) -> bool:
    return any(word in {".", "\n"} for word in tokens.words[low:high])
