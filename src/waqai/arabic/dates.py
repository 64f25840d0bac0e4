"""Absolute dates as pages write them: "الخميس 04 سبتمبر 2025 - 04:25 ص", "21/10/2025",
"15 صفر 1447هـ", "Aug 7, 2025", "الخامس من شباط/فبراير".

One reading serves the stamps of a page and the times of a story: `read_date` reads a date at a
token, as far as it is said; `written_dates` finds the full ones in a stretch of text.
"""

from dataclasses import dataclass
from datetime import date, time
from functools import cache

from waqai.arabic.calendars import Month, bare_weekdays, hijri_day, months, weekdays
from waqai.arabic.clocks import read_clock, zone_end
from waqai.arabic.letters import bare
from waqai.arabic.lexicon import Lexicon
from waqai.arabic.numbers import NUMBER_WORDS, parse_number, parse_ordinal
from waqai.arabic.tokens import Tokens, tokenize
from waqai.knowledge import load
from waqai.model.times import CalendarDate, CalendarSystem, Clock

_YEARS = range(1800, 2200)
_HIJRI_YEARS = range(1200, 1600)
_ENGLISH_ORDINALS = {"st", "nd", "rd", "th"}
#: Signs of a date in figures that may stand between spaces.
_SPACED = {"-", "–", "/"}


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date read at a token: from `begin` (with `clitics` letters cut off) up to `end`."""

    begin: int
    end: int
    clitics: int
    date: CalendarDate


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A full date in a text. `day` is None when it is impossible (31 February) or not tabled."""

    start: int
    end: int
    said: CalendarDate
    day: date | None
    clock: time | None


@cache
def _words(key: str) -> Lexicon[str]:
    lexicon: Lexicon[str] = Lexicon()
    lexicon.update(load("calendar")["eras"][key], key)
    return lexicon


def read_date(tokens: Tokens, i: int) -> DateRead | None:
    """The date at token `i` that has at least a day and a month, or a full numeric date, or None.

    The weekday before it, if any, belongs to it; so does the year behind it.
    """
    weekday = weekdays().at(tokens, i) or bare_weekdays().at(tokens, i)
    if weekday is None:
        return _read_day(tokens, i)
    at = weekday.end
    bracketed = at < len(tokens) and tokens.words[at] == "("
    if at < len(tokens) and tokens.words[at] in {",", "،", "("}:
        at += 1
    agree = _words("agree").at(tokens, at)
    at = agree.end if agree else at
    numeric = _numeric(tokens, at)
    found = numeric or _read_day(tokens, at)
    if found is None or (found.clitics and not (agree and tokens.words[at].startswith("ل"))):
        return None
    end = found.end
    if bracketed:
        if end >= len(tokens) or tokens.words[end] != ")":
            return None
        end += 1
    return DateRead(
        i, end, weekday.clitics, _on_weekday(found.date, weekday.sense, swap=found is numeric)
    )


def _on_weekday(said: CalendarDate, weekday: int, *, swap: bool) -> CalendarDate:
    """`said` with its weekday; with `swap` that also tells 7/2, the second of July, from 2/7."""
    found = CalendarDate(said.year, said.month, said.day, weekday, calendar=said.calendar)
    day = full_day(said)
    if not swap or day is None or day.isoweekday() == weekday or (said.day or 0) > 12:
        return found
    other = CalendarDate(said.year, said.day, said.month, weekday, calendar=said.calendar)
    swapped = full_day(other)
    return other if swapped is not None and swapped.isoweekday() == weekday else found


def _read_day(tokens: Tokens, i: int) -> DateRead | None:
    if i >= len(tokens):
        return None
    return _numeric(tokens, i) or _day_month(tokens, i) or _month_day(tokens, i)


def _number(tokens: Tokens, i: int, low: int, high: int, width: int = 4) -> int | None:
    """The digit run at `i` as a number from `low` to `high`."""
    if i >= len(tokens):
        return None
    word = tokens.words[i]
    if not word.isascii() or not word.isdigit() or len(word) > width:
        return None
    return int(word) if low <= int(word) <= high else None


def _numeric(tokens: Tokens, i: int) -> DateRead | None:
    """2025-08-07, 7/8/2025, 7.8.2025, ٢٠٢٥/٨/٧, 12 - 03 - 2025: four digits are the year."""
    if i + 4 >= len(tokens):
        return None
    sign = tokens.words[i + 1]
    if sign not in {"-", "/", ".", "\\", "–"} or tokens.words[i + 3] != sign:
        return None
    apart = sign in _SPACED and not any(tokens.glued(k) for k in range(i + 1, i + 5))
    if not apart and not all(tokens.glued(k) for k in range(i + 1, i + 5)):
        return None
    first, second, third = (_number(tokens, i + k, 1, 9999) for k in (0, 2, 4))
    if first is None or second is None or third is None:
        return None
    if _is_year(first) and second <= 12 and third <= 31:
        year, month, day = first, second, third
    elif _is_year(third) and first <= 31 and second <= 12:
        year, month, day = third, second, first
    elif _is_year(third) and first <= 12 and second <= 31:
        year, month, day = third, first, second
    else:
        return None
    calendar = CalendarSystem.HIJRI if year in _HIJRI_YEARS else CalendarSystem.GREGORIAN
    end = _era(tokens, i + 5)
    return DateRead(i, end, 0, CalendarDate(year, month, day, calendar=calendar))


def _is_year(number: int) -> bool:
    return number in _YEARS or number in _HIJRI_YEARS


def _day_month(tokens: Tokens, i: int) -> DateRead | None:
    """4 ديسمبر/كانون الأول 2025, الرابع من شهر ديسمبر, 21st, October 2025."""
    clitics = 0
    at = skip_article(tokens, i)
    day = _number(tokens, at, 1, 31, width=2)
    end = at + 1
    if day is not None:
        if end < len(tokens) and tokens.words[end] in _ENGLISH_ORDINALS and tokens.glued(end):
            end += 1
            end += end < len(tokens) and tokens.words[end] == ","
    else:
        ordinal = parse_ordinal(tokens, i)
        if ordinal is None or not 1 <= ordinal.value <= 31:
            return None
        day, end, clitics = int(ordinal.value), ordinal.end, ordinal.clitics
    if end < len(tokens) and tokens.words[end] in {"من", "of"}:
        end += 1
    month_word = _words("month_words").at(tokens, end)
    if month_word is not None and month_word.clitics == 0:
        end = month_word.end
    if end < len(tokens) and tokens.words[end] in {"-", "/"} and tokens.glued(end):
        end += 1
    month = read_month(tokens, end)
    if month is None:
        return None
    year = read_year(tokens, month.end, month.calendar)
    return DateRead(
        i,
        year[0] if year else month.end,
        clitics,
        CalendarDate(year[1] if year else None, month.number, day, calendar=month.calendar),
    )


def skip_article(tokens: Tokens, i: int) -> int:
    """The token behind an article that stands alone before digits ("الـ15"), or `i`."""
    return i + (i + 1 < len(tokens) and tokens.words[i] == "ال" and tokens.words[i + 1].isdigit())


def _month_day(tokens: Tokens, i: int) -> DateRead | None:
    """August 7, 2025, أغسطس 7, 2025: the month before the day, with a year behind."""
    month = months().at(tokens, i)
    if month is None or month.sense.calendar is not CalendarSystem.GREGORIAN:
        return None
    day = _number(tokens, month.end, 1, 31, width=2)
    if day is None:
        return None
    end = month.end + 1
    if end < len(tokens) and tokens.words[end] in _ENGLISH_ORDINALS:
        end += 1
    if end < len(tokens) and tokens.words[end] in {",", "،"}:
        end += 1
    year = _number(tokens, end, 1900, 2150)
    if year is None:
        return None
    return DateRead(i, end + 1, month.clitics, CalendarDate(year, month.sense.number, day))


@dataclass(frozen=True, slots=True)
class MonthRead:
    """A month read at a token, a double name ("شباط/فبراير") as one; `sure` as in `Month`."""

    end: int
    clitics: int
    number: int
    calendar: CalendarSystem
    sure: bool
    names: tuple[Month, ...]


def read_month(tokens: Tokens, i: int) -> MonthRead | None:
    """The month name at token `i`, double names of one month read as one, or None.

    >>> read_month(tokenize("كانون الأول/ديسمبر"), 0).number
    12
    """
    found = months().at(tokens, i)
    if found is None:
        return None
    month, end, names = found.sense, found.end, [found.sense]
    sure = month.sure
    at = end
    closing = None
    if at < len(tokens) and tokens.words[at] in {"/", "-", "–", "(", "\\", "ـ", "|"}:
        closing = ")" if tokens.words[at] == "(" else None
        other = months().at(tokens, at + 1)
        if other is not None and other.clitics == 0 and other.sense.number == month.number:
            after = other.end
            if closing is None or (after < len(tokens) and tokens.words[after] == closing):
                end, sure = after + (closing is not None), True
                names.append(other.sense)
    else:
        twin = months().at(tokens, at)
        if twin is not None and not twin.clitics and twin.sense.number == month.number:
            end, sure = twin.end, True  # "فبراير شباط", as Reuters writes
            names.append(twin.sense)
    return MonthRead(end, found.clitics, month.number, month.calendar, sure, tuple(names))


def read_year(tokens: Tokens, i: int, calendar: CalendarSystem) -> tuple[int, int] | None:
    """The year behind a month, as (token behind it, year): 2025, "من عام 2025", "، 2025"."""
    end = i
    if end < len(tokens) and tokens.words[end] in {"من", ",", "،"}:
        end += 1
    word = _words("year_words").at(tokens, end)
    spoken = word is not None and (word.clitics == 0 or tokens.words[end].startswith("ل"))
    if word is not None and spoken:
        end = word.end
    if end < len(tokens) and tokens.words[end] in {"-", "/"} and tokens.glued(end):
        end += 1
    span = _HIJRI_YEARS if calendar is CalendarSystem.HIJRI else _YEARS
    year = _number(tokens, end, span.start, span.stop - 1)
    if year is None and end < len(tokens) and tokens.words[end] in NUMBER_WORDS:
        spelled = parse_number(tokens, end)
        if spelled and spelled.end > end + 1 and spelled.value in span and not spelled.clitics:
            return spelled.end, int(spelled.value)
    if year is None or (end > i and not spoken and tokens.words[i] == "من"):
        return None
    return _era(tokens, end + 1), year


def _era(tokens: Tokens, i: int) -> int:
    """The token behind an era's sign at `i` ("م", "هـ", "ميلادية"), or `i`."""
    for key in ("gregorian", "hijri"):
        found = _words(key).at(tokens, i)
        if found is None or found.clitics:
            continue
        letter = len(tokens.words[i]) == 1
        if not letter or tokens.glued(i) or _ends_phrase(tokens, found.end):
            return found.end
    return i


def _ends_phrase(tokens: Tokens, i: int) -> bool:
    return i >= len(tokens) or not tokens.words[i][0].isalnum()


def full_day(found: CalendarDate) -> date | None:
    """The Gregorian day of a date whose year, month and day are all said, or None."""
    if found.year is None or found.month is None or found.day is None:
        return None
    if found.calendar is CalendarSystem.HIJRI:
        return hijri_day(found.year, found.month, found.day)
    try:
        return date(found.year, found.month, found.day)
    except ValueError:
        return None


def written_dates(text: str, start: int = 0, end: int | None = None) -> list[WrittenDate]:
    """Every full date (day, month and year) of `text[start:end]`, with the clock time beside it.

    Offsets count from the beginning of `text`. A Hijri date beside a Gregorian one is one more.
    A clock time before the date ("10:35 م - 20 سبتمبر 2025") is its own, and outside its span.
    """
    tokens = tokenize(text, start, end)
    found: list[WrittenDate] = []
    early: time | None = None
    before: time | None = None
    before_end = -1
    i = 0
    while i < len(tokens):
        early = None
        read = read_date(tokens, i)
        if read is not None and read.date.year is None:
            read, early = _year_behind_clock(tokens, read)
        if read is None:
            told = read_clock(tokens, i)
            if told is not None and (clock := as_time(told.clock)) is not None:
                before, before_end = clock, _behind_leads(tokens, told.end)
            i += 1
            continue
        clock, stop = _clock_beside(tokens, read.end)
        if clock is None:
            clock = early or (before if before_end == i else None)
        begin = tokens.cut(read.begin, read.clitics)
        found.append(
            WrittenDate(begin, tokens.ends[stop - 1], read.date, full_day(read.date), clock)
        )
        i = stop
    return found


def _year_behind_clock(tokens: Tokens, read: DateRead) -> tuple[DateRead | None, time | None]:
    """A date whose year stands behind its clock time: "13 آذار/مارس GMT 13:34 2016"."""
    at = zone_end(tokens, read.end)
    clock = read_clock(tokens, at)
    year = _number(tokens, clock.end, 1900, 2150) if clock else None
    if clock is None or year is None:
        return None, None
    said = CalendarDate(year, read.date.month, read.date.day, read.date.weekday)
    return DateRead(read.begin, clock.end + 1, read.clitics, said), as_time(clock.clock)


def _behind_leads(tokens: Tokens, i: int) -> int:
    """The token behind up to two signs or words that part a date from its clock time."""
    at = i
    while at < len(tokens) and at < i + 2 and tokens.words[at] in _CLOCK_LEADS:
        at += 1
    return at


def _clock_beside(tokens: Tokens, i: int) -> tuple[time | None, int]:
    """The time of day behind a date ("- 04:25 ص", "T04:25", "الساعة 10:30 مساء") and its end."""
    clock = read_clock(tokens, _behind_leads(tokens, i))
    if clock is None:
        return None, i
    return as_time(clock.clock), clock.end


_CLOCK_LEADS = {
    "-",
    "–",
    "|",
    ",",
    "،",
    "t",
    "/",
    "في",
    bare("الساعة"),
    bare("الساعه"),
    "•",
    "·",
    "@",
}


def as_time(clock: Clock) -> time | None:
    """`clock` as a time of day without zone, None when only the hour is known."""
    if clock.minute is None:
        return None
    return time(clock.hour, clock.minute, clock.second or 0)
