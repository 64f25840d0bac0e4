"""Times within a day, and the day with them: "فجر السبت الماضي", "الخميس الساعة 11:00 ت غ"."""

from dataclasses import replace
from functools import cache

from waqai.arabic.calendars import weekdays
from waqai.arabic.clocks import ClockRead, hour_cues, read_clock, read_spoken_clock, to_24
from waqai.arabic.lexicon import Entry, Lexicon
from waqai.arabic.numbers import ORDINAL_WORDS
from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.mentions.times.days import read_day
from waqai.mentions.times.match import Match
from waqai.mentions.times.vocabulary import day_parts, listed, plain, preceded_by
from waqai.model.times import (
    Anchor,
    CalendarDate,
    Clock,
    DayPart,
    Shift,
    TimexType,
    Unit,
    Weekday,
)

_RUNNING = Shift(Unit.DAY, 0, Anchor.PREVIOUS)
_LINKS = frozenset(load("times")["clock_links"]["words"])


def read_moment(tokens: Tokens, i: int) -> Match | None:
    """The day with its part or clock, or the part or clock of the running day, or None."""
    return (
        _night(tokens, i)
        or _part_of_day(tokens, i)
        or _clock(tokens, i)
        or _day(tokens, i)
        or _part_alone(tokens, i)
    )


def _timed(found: Match, **more: object) -> Match:
    return replace(found, type=TimexType.TIME, **more)  # type: ignore[arg-type]


def _can_be_timed(found: Match) -> bool:
    return found.type is TimexType.DATE and isinstance(
        found.reference, Shift | CalendarDate | Weekday
    )


def _day(tokens: Tokens, i: int) -> Match | None:
    """A day, with the part of day or the clock time behind it."""
    found = read_day(tokens, i)
    if found is None or not _can_be_timed(found):
        return found
    part = day_parts("adverb").at(tokens, found.end)
    if part is not None and not part.clitics and _day_only(tokens, part.end) is None:
        found = _timed(found, end=part.end, part=part.sense)
    clock = _clock_behind(tokens, found.end)
    if clock is None:
        return found
    return _timed(found, end=clock.end, clock=clock.clock, part=None)


def _clock_behind(tokens: Tokens, i: int) -> ClockRead | None:
    """ "، عند الساعة 11:00", "- 04:25 ص", "الثامنة مساء"."""
    at, linked = i, False
    while at < len(tokens) and at < i + 3 and tokens.words[at] in _LINKS:
        at, linked = at + 1, True
    hour = _hour_words().at(tokens, at)
    if hour is not None:
        return read_spoken_clock(tokens, hour.end)
    found = read_clock(tokens, at)
    if found is not None and (linked or found.half or found.clock.second is not None):
        return found
    spoken = read_spoken_clock(tokens, at)
    if spoken is None:
        return None
    hour_alone = linked and tokens.words[at] in ORDINAL_WORDS and tokens.words[at].endswith("ه")
    return spoken if spoken.half or hour_alone else None


def _hour_words() -> Lexicon[bool]:
    return listed("clock_words", "hour")


def _clock(tokens: Tokens, i: int) -> Match | None:
    """ "الساعة الثامنة من مساء الجمعة", "الساعة 11:00", "20:00 بتوقيت غرينتش"."""
    hour = _hour_words().at(tokens, i)
    clock = read_spoken_clock(tokens, hour.end) if hour else _marked_clock(tokens, i)
    clock = _opening_hour(tokens, hour.end if hour else i, clock)
    if clock is None:
        return None
    clitics = hour.clitics if hour else 0
    at = clock.end + (clock.end < len(tokens) and tokens.words[clock.end] in {"من", "،", ","})
    behind = _part_of_day(tokens, at) or _day_only(tokens, at)
    if (
        behind is not None
        and not behind.clitics
        and _can_be_timed(replace(behind, type=TimexType.DATE))
    ):
        return _timed(
            behind, begin=i, clitics=clitics, clock=_in_part(clock, behind.part), part=None
        )
    return Match(i, clock.end, clitics, TimexType.TIME, _RUNNING, clock=clock.clock)


def _day_only(tokens: Tokens, i: int) -> Match | None:
    return read_day(tokens, i) if i < len(tokens) else None


def _marked_clock(tokens: Tokens, i: int) -> ClockRead | None:
    """A clock time in digits without "الساعة": only with a half of the day or a zone."""
    found = read_clock(tokens, i)
    if found is None and i < len(tokens) and tokens.words[i] in ORDINAL_WORDS:
        spoken = read_spoken_clock(tokens, i)
        return spoken if spoken and _is_hour(tokens, i, spoken) else None
    if found is None or not (found.half or found.clock.zone or _stands_alone(tokens, i, found)):
        return None
    letter = tokens.words[found.end - 1] in {"م", "ص"}
    return None if letter and found.clock.minute is None else found


def _opening_hour(tokens: Tokens, i: int, clock: ClockRead | None) -> ClockRead | None:
    """The hour that opens a range takes its half from the one that ends it: "من 5 إلى 6 مساء"."""
    if clock is not None and clock.half is not None:
        return clock
    opens = i > 0 and tokens.words[i - 1] in _OPENERS
    first = clock or (read_spoken_clock(tokens, i) if opens else None)
    if first is None or first.end + 1 >= len(tokens) or tokens.words[first.end] not in _TO_HOUR:
        return clock
    hour = _hour_words().at(tokens, first.end + 1)
    last = read_spoken_clock(tokens, hour.end if hour else first.end + 1)
    if last is None or last.half is None:
        return clock
    with_half = replace(first.clock, hour=to_24(first.clock.hour, last.half))
    if with_half.hour > last.clock.hour:
        with_half = first.clock
    return ClockRead(first.end, with_half, last.half)


_OPENERS = frozenset({"من", "بين", "منذ"})
_TO_HOUR = frozenset({"الي", "حتي", "و", "-", "–"})


def _stands_alone(tokens: Tokens, i: int, found: ClockRead) -> bool:
    """ "12:34": two digits behind a colon, no score, no verse, no duration."""
    if found.clock.minute is None or tokens.words[i + 1] != ":":
        return False
    behind = tokens.words[found.end] if found.end < len(tokens) else "\n"
    before = tokens.words[i - 1] if i else "\n"
    return behind not in {":", "-", "/"} and before not in {":", "-", "/"} and not behind.isdigit()


def _is_hour(tokens: Tokens, i: int, spoken: ClockRead) -> bool:
    """Whether an ordinal is an hour without "الساعة": "عند الثالثة فجرا", "في الرابعة من عصر"."""
    if spoken.clock.zone:
        return True
    if preceded_by(tokens, i, plain("deictic_never", "after")):
        return False  # "برنامج العاشرة مساء"
    if tokens.words[i].endswith("ه") and (spoken.clock.minute is not None or spoken.half):
        return True
    if not preceded_by(tokens, i, hour_cues()):
        return False
    of = tokens.words[spoken.end : spoken.end + 1] == ["من"]
    return bool(spoken.half) or _part_of_day(tokens, spoken.end + of) is not None


def _in_part(clock: ClockRead, part: DayPart | None) -> Clock:
    """The hour on the half of the day that the part says: eight in the evening is 20."""
    if clock.half is not None or part is None or part is DayPart.MORNING:
        return clock.clock
    if part is DayPart.NIGHT and clock.clock.hour < 6:
        return clock.clock
    return replace(clock.clock, hour=to_24(clock.clock.hour, "pm"))


def _part_of_day(tokens: Tokens, i: int) -> Match | None:
    """ "صباح الخميس", "فجر اليوم", "ليل الخميس الجمعة"."""
    part = day_parts("lead").at(tokens, i)
    if part is None:
        return None
    found = read_day(tokens, part.end)
    if found is None or found.clitics or not _can_be_timed(found):
        return None
    end = found.end
    if part.sense is DayPart.NIGHT and isinstance(found.reference, Weekday):
        end = _second_day(tokens, end, found.reference)
    timed = _timed(found, begin=i, end=end, clitics=part.clitics, part=part.sense)
    return _at_hour(tokens, timed)


def _at_hour(tokens: Tokens, found: Match) -> Match:
    """A part of a day with the clock time behind it: "مساء الجمعة عند الثامنة"."""
    clock = _clock_behind(tokens, found.end)
    if clock is None:
        return found
    return replace(found, end=clock.end, clock=_in_part(clock, found.part), part=None)


def _second_day(tokens: Tokens, i: int, first: Weekday) -> int:
    """ "ليل الخميس – الجمعة", "ليلة الأربعاء الخميس": the night between two days."""
    at = i + (i < len(tokens) and tokens.words[i] in {"-", "–", "/", "الي", "علي"})
    second = weekdays().at(tokens, at)
    if second is not None and second.sense == first.weekday % 7 + 1 and second.clitics <= 1:
        return second.end
    return i


def _hours_of(tokens: Tokens, i: int, hours: Entry[bool]) -> Match | None:
    """ "ساعات الليل", "ساعات الصباح الأولى"."""
    part = day_parts("alone").at(tokens, hours.end)
    if part is None or part.clitics:
        return None
    more = listed("hours_of", "behind").at(tokens, part.end)
    end = more.end if more and not more.clitics else part.end
    return Match(i, end, hours.clitics, TimexType.TIME, _RUNNING, part=part.sense)


def _night(tokens: Tokens, i: int) -> Match | None:
    """ "الليلة", "الليلة الماضية", "منتصف الليل", "هذا الصباح"."""
    if tokens.words[i] not in _night_words():
        return None
    for key, by in (("last_night", -1), ("tonight", 0)):
        found = listed("nights", key).at(tokens, i)
        if found is not None:
            day = Shift(Unit.DAY, by)
            night = Match(i, found.end, found.clitics, TimexType.TIME, day, part=DayPart.NIGHT)
            return _at_hour(tokens, night)
    for key, hour in (("midnight", 0), ("midday", 12)):
        named = listed("nights", key).at(tokens, i)
        if named is not None:
            clock = Clock(hour, 0)
            return Match(i, named.end, named.clitics, TimexType.TIME, _RUNNING, clock=clock)
    this = listed("nights", "this").at(tokens, i)
    part = day_parts("alone").at(tokens, this.end) if this else None
    if this is None or part is None or part.clitics:
        return None
    day = Shift(Unit.DAY, 0)
    return Match(i, part.end, this.clitics, TimexType.TIME, day, part=part.sense)


def _part_alone(tokens: Tokens, i: int) -> Match | None:
    """ "خلال الليل", "منذ الصباح": a part of the day that is running in the text."""
    if tokens.words[i] not in _alone_words():
        return None
    free = day_parts("free").at(tokens, i)
    if free is not None and not free.clitics:
        whole = Match(i, free.end, 0, TimexType.TIME, _RUNNING, part=free.sense)
        return _at_hour(tokens, whole)
    hours = listed("hours_of").at(tokens, i)
    if hours is not None:
        return _hours_of(tokens, i, hours)
    found = day_parts("alone").at(tokens, i)
    if found is None or found.clitics or not i:
        return None
    late = tokens.words[i - 1] == "من" and preceded_by(tokens, i - 1, plain("nights", "early_late"))
    if not late and not preceded_by(tokens, i, plain("nights", "cues")):
        return None
    return Match(i, found.end, 0, TimexType.TIME, _RUNNING, part=found.sense)


@cache
def _night_words() -> frozenset[str]:
    """Every folded word with which a night is told, or a part of this day."""
    keys = ("last_night", "tonight", "midnight", "midday", "this")
    return frozenset(word for key in keys for word in listed("nights", key).words())


@cache
def _alone_words() -> frozenset[str]:
    """Every folded word with which a part of the running day is told."""
    lexicons = (day_parts("free"), day_parts("alone"), listed("hours_of"))
    return frozenset(word for lexicon in lexicons for word in lexicon.words())
