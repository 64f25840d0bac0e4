"""Days: "اليوم الأربعاء", "أمس الأول", "الخميس الماضي", "يوم 7 أبريل", "السابع من الشهر الجاري"."""

from dataclasses import replace
from fractions import Fraction
from functools import cache

from waqai.arabic.calendars import bare_weekdays, weekdays
from waqai.arabic.dates import DateRead, read_date
from waqai.arabic.lexicon import Entry
from waqai.arabic.numbers import parse_ordinal
from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.mentions.times.match import Match, date, direction_of
from waqai.mentions.times.month_days import read_day_of_month
from waqai.mentions.times.ranges import read_short_range
from waqai.mentions.times.units import unit_reference
from waqai.mentions.times.vocabulary import (
    EventDay,
    event_days,
    folded,
    listed,
    plain,
    preceded_by,
    steps,
    units,
)
from waqai.mentions.times.years import year_behind
from waqai.model.times import (
    Anchor,
    Direction,
    Duration,
    Quantity,
    Recurrence,
    Shift,
    TimexType,
    Unit,
    Vague,
    Weekday,
)

_COMMAS = {",", "،"}
#: What may enclose a weekday or date that says a day once more: "اليوم (الأحد)", "اليوم /الأحد/".
_BRACKETS = {"(": ")", "/": "/"}


def read_day(tokens: Tokens, i: int) -> Match | None:
    """The day named at token `i`, without part of day or clock, or None."""
    return (
        _previous_day(tokens, i)
        or _consecutive(tokens, i)
        or _deictic(tokens, i)
        or _led(tokens, i)
        or _weekday(tokens, i, sure=True)
        or _this_weekday(tokens, i)
        or _date(tokens, i)
        or read_day_of_month(tokens, i)
    )


def _previous_day(tokens: Tokens, i: int) -> Match | None:
    """ "اليوم التالي", "ذلك اليوم", "اليوم التالي للقمة"."""
    found = steps("previous_days").at(tokens, i)
    if found is None:
        return None
    end, event = found.end, None
    if end < len(tokens) and found.sense:
        word = tokens.words[end]
        if word.startswith("لل") and len(word) > 4:
            end, event = end + 1, "ال" + word[2:]
    match = date(i, end, found.clitics, Shift(Unit.DAY, found.sense, Anchor.PREVIOUS))
    return replace(match, event=event)


def _consecutive(tokens: Tokens, i: int) -> Match | None:
    """ "لليوم الرابع على التوالي", "للأسبوع الثاني على التوالي": how long it has gone on."""
    word = units().at(tokens, i)
    weekday = None if word else weekdays().at(tokens, i)
    head = word or weekday
    if head is None or (word is not None and not word.sense.definite):
        return None
    ordinal = parse_ordinal(tokens, head.end)
    if ordinal is None or tuple(tokens.words[ordinal.end : ordinal.end + 2]) != ("علي", "التوالي"):
        return None
    length = Duration((Quantity(ordinal.value, word.sense.unit if word else Unit.WEEK),))
    return Match(i, ordinal.end + 2, head.clitics, TimexType.DURATION, length)


def _deictic(tokens: Tokens, i: int) -> Match | None:
    """ "اليوم", "أمس", "غدا", with the weekday or the date that may stand beside them."""
    found = steps("deictic_days").at(tokens, i) or _own_day(tokens, i)
    if found is None:
        return None
    if found.sense == 0 and not _is_today(tokens, i, found.end):
        return None
    if preceded_by(tokens, i, plain("deictic_never", "after")):
        return None
    at = found.end + (found.end < len(tokens) and tokens.words[found.end] in _COMMAS)
    dated = date_beside(tokens, at)
    if dated is not None:
        day = replace(dated.date, direction=direction_of(found.sense), explicit=True)
        return date(i, dated.end, found.clitics, day)
    bracket = _BRACKETS.get(tokens.words[at]) if at < len(tokens) else None
    weekday = weekdays().at(tokens, at + (bracket is not None))
    if weekday is not None and bracket is not None:
        closed = tokens.words[weekday.end : weekday.end + 1] == [bracket]
        weekday = Entry(weekday.end + 1, weekday.clitics, weekday.sense) if closed else None
    if weekday is None or weekday.clitics:
        if found.sense == 0 and _is_nowadays(tokens, i, found.end):
            return date(i, found.end, found.clitics, Vague(Direction.PRESENT))
        return date(i, found.end, found.clitics, Shift(Unit.DAY, found.sense))
    shift = Shift(Unit.DAY, found.sense, weekday=weekday.sense)
    return date(i, weekday.end, found.clitics, shift)


def date_beside(tokens: Tokens, i: int) -> DateRead | None:
    """The date at token `i`, in brackets or not, behind a day that it says once more."""
    if i >= len(tokens):
        return None
    bracket = _BRACKETS.get(tokens.words[i])
    agree = "الموافق" if tokens.words[i] in {"الموافق", "المصادف"} else None
    found = read_date(tokens, i + (bracket is not None or agree is not None))
    if found is None or found.date.day is None:
        return None
    if found.clitics and not (agree and tokens.words[found.begin].startswith("ل")):
        return None
    if bracket is None:
        return found
    closed = tokens.words[found.end : found.end + 1] == [bracket]
    return replace(found, end=found.end + 1) if closed else None


def _own_day(tokens: Tokens, i: int) -> Entry[int] | None:
    """ "يومه الخميس": today, where the weekday follows."""
    found = listed("today_with_weekday").at(tokens, i)
    if found is None or weekdays().at(tokens, found.end) is None:
        return None
    return Entry(found.end, found.clitics, 0)


def _is_today(tokens: Tokens, i: int, end: int) -> bool:
    """Whether "اليوم" at `i` is this day, and no name, no n-th day, no rate."""
    if preceded_by(tokens, i, plain("today_never", "after")) or _is_carrier(tokens, i):
        return False
    if end < len(tokens) and tokens.words[end] in plain("today_never", "before"):
        return False
    if i >= 2 and tokens.words[i - 1] == "في" and tokens.words[i - 2] in plain("times_a"):
        return False  # a rate
    if tokens.words[end : end + 1] == ["ال"]:
        return False  # "اليوم الـ100"
    return parse_ordinal(tokens, end) is None or read_date(tokens, end) is not None


def _is_carrier(tokens: Tokens, i: int) -> bool:
    """ "قناة روسيا اليوم", "«بغداد اليوم»": a paper, channel or site of that name."""
    if i < 2 or tokens.words[i - 1] not in plain("today_never", "named"):
        return False
    before = tokens.words[i - 2]
    return before in plain("today_never", "carriers") or before in {'"', "“", "«", "'"}


def _is_nowadays(tokens: Tokens, i: int, end: int) -> bool:
    """Whether "اليوم" means these times: "قال: اليوم يتراوح عددهم", "آنذاك سوريا واليوم إيران"."""
    if end < len(tokens) and tokens.words[end] in _COMMAS:
        return False
    before = tokens.words[i - 1] if i else "\n"
    if tokens.words[i].startswith("و"):
        return before not in {"\n", "."}
    return before in {":", '"', "“", "«"}


def _led(tokens: Tokens, i: int) -> Match | None:
    """ "يوم الجمعة", "يوم 7 أبريل", "يوم 15 الجاري"."""
    several = listed("day_words", "plural").at(tokens, i)
    lead = several or listed("day_words", "lead").at(tokens, i)
    if lead is None:
        return None
    # "يوم جمعة" without article recurs; only "كل" reads it
    found = (
        read_short_range(tokens, lead.end)
        or (None if several else _weekday(tokens, lead.end, sure=False))
        or _deictic(tokens, lead.end)
        or _date(tokens, lead.end)
        or read_day_of_month(tokens, lead.end)
    )
    if found is None or found.clitics:
        return None
    return found.widened(i, lead.clitics)


def _weekday(tokens: Tokens, i: int, *, sure: bool) -> Match | None:
    """A weekday with its date, or with what says which one it is."""
    dated = read_date(tokens, i)
    if dated is not None and dated.date.weekday is not None:
        return _qualified_date(tokens, dated)
    found = weekdays().at(tokens, i)
    if found is None or (sure and not _is_weekday(tokens, i, found.clitics)):
        return None
    qualifier = steps("qualifiers").at(tokens, found.end)
    if qualifier is not None and not qualifier.clitics:
        # "الجمعة قبل الماضية" is a week further back
        dated = date_beside(tokens, qualifier.end)
        if dated is not None:
            said = replace(dated.date, weekday=found.sense)
            return date(i, dated.end, found.clitics, said)
        skip = abs(qualifier.sense) // 2
        day = Weekday(found.sense, direction_of(qualifier.sense), explicit=True, skip=skip)
        return date(i, qualifier.end, found.clitics, day)
    other = steps("qualifiers_previous").at(tokens, found.end)
    if other is not None and not other.clitics:
        side = direction_of(other.sense)
        day = Weekday(found.sense, side, explicit=True, anchor=Anchor.PREVIOUS)
        return date(i, other.end, found.clitics, day)
    numbered = read_day_of_month(tokens, found.end)
    if numbered is not None and not numbered.clitics and isinstance(numbered.reference, Shift):
        shift = replace(numbered.reference, weekday=found.sense)
        return date(i, numbered.end, found.clitics, shift)
    if tokens.words[found.end : found.end + 3] == ["من", "كل", "اسبوع"]:
        every = Recurrence(Quantity(Fraction(1), Unit.WEEK), found.sense)
        return Match(i, found.end + 3, found.clitics, TimexType.SET, every)
    if found.end < len(tokens) and tokens.words[found.end] == "من":
        week = unit_reference(tokens, found.end + 1)
        if week is not None and isinstance(week.reference, Shift):
            shift = week.reference
            if shift.unit is Unit.WEEK and week.portion is None:
                day = Weekday(found.sense, direction_of(shift.by), True, shift.by)
                return date(i, week.end, found.clitics, day)
    return date(i, found.end, found.clitics, Weekday(found.sense))


def _this_weekday(tokens: Tokens, i: int) -> Match | None:
    """ "هذا الخميس", as Algiers writes for the Thursday that is today."""
    this = listed("this").at(tokens, i)
    found = _weekday(tokens, this.end, sure=False) if this else None
    return found.widened(i, this.clitics) if this and found and not found.clitics else None


def _is_weekday(tokens: Tokens, i: int, clitics: int) -> bool:
    """Whether the weekday at `i` is one: no name of a person, prayer or market."""
    if preceded_by(tokens, i, _never_weekday("after")):
        return False
    behind = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    if behind in _never_weekday("before"):
        return False
    if i and tokens.words[i - 1] == "بين" and not behind.startswith("و"):
        return False  # "العلاقة بين الاثنين": the two of them
    # "لأحد" and "بأحد" never come here: weekdays carry the article; "كالجمعة" is a comparison
    return not (clitics and tokens.words[i][clitics - 1] == "ك")


@cache
def _never_weekday(key: str) -> frozenset[str]:
    return folded(load("calendar")["weekday_never"][key])


def _date(tokens: Tokens, i: int) -> Match | None:
    """A date of at least day and month, with the year or the words that say which year."""
    read = read_date(tokens, i)
    if read is None or bare_weekdays().at(tokens, i) is not None:
        return None
    found = _qualified_date(tokens, read)
    return replace(found, silent=_names_a_thing(tokens, i, read))


def _names_a_thing(tokens: Tokens, i: int, read: DateRead) -> bool:
    """ "حركة 6 أبريل": with its year it would still be a time."""
    named = preceded_by(tokens, i, plain("named_dates", "never_after"))
    return read.date.year is None and named


def _qualified_date(tokens: Tokens, read: DateRead) -> Match:
    """`read` with the year, or the side on which it lies, that the words behind it give."""
    day, end = read.date, read.end
    if day.year is None:
        known = _event_day(tokens, read)
        if known is not None:
            day = replace(day, year=known.year)
        else:
            day, end = year_behind(tokens, end, day)
    return date(read.begin, end, read.clitics, day)


def _event_day(tokens: Tokens, read: DateRead) -> EventDay | None:
    before = tokens.words[max(0, read.begin - 2) : read.begin]
    named = {w for word in before for w in (word, word[1:], word[2:])}
    for known in event_days():
        if (known.month, known.day) == (read.date.month, read.date.day) and named & known.after:
            return known
    return None
