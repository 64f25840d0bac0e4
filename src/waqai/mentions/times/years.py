"""Months and years: "شهر مارس/ آذار الماضي", "فبراير 2022", "عام ألفين وخمسة عشر"."""

from dataclasses import replace
from functools import cache

from waqai.arabic.calendars import Month, months
from waqai.arabic.dates import read_month, read_year
from waqai.arabic.lexicon import Lexicon
from waqai.arabic.numbers import parse_number
from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.mentions.times.match import Match, date, direction_of
from waqai.mentions.times.units import is_general, unit_reference
from waqai.mentions.times.vocabulary import lexicon, plain, preceded_by, steps
from waqai.model.times import Anchor, CalendarDate, CalendarSystem, Shift, Unit


@cache
def calendar_words(key: str) -> Lexicon[bool]:
    """The words of `[eras] key` of calendar.toml."""
    return lexicon(load("calendar")["eras"][key])


def read_month_reference(tokens: Tokens, i: int, *, anchored: bool = False) -> Match | None:
    """A month by name: "شهر مارس/ آذار الماضي", "فبراير 2022", "يناير من العام الماضي"."""
    numeric = _month_slash_year(tokens, i)
    if numeric is not None:
        return numeric
    word = calendar_words("month_words").at(tokens, i)
    begin_at = word.end if word else i
    month = read_month(tokens, begin_at)
    if month is None or (word and month.clitics):
        return None
    day = CalendarDate(month=month.number, calendar=month.calendar)
    behind = tokens.words[month.end] if month.end < len(tokens) else ""
    if any(behind in m.never_before for m in month.names):
        return None
    year = read_year(tokens, month.end, month.calendar)
    if year is not None:
        day, end = replace(day, year=year[1]), year[0]
    elif begin_at and any(tokens.words[begin_at - 1] in m.never_after for m in month.names):
        return None
    else:
        day, end = year_behind(tokens, month.end, day)
    sure = month.sure or anchored or word is not None or end > month.end
    if not sure and not _anchored(tokens, i, month.clitics, month.names):
        return None
    return date(i, end, word.clitics if word else month.clitics, day)


def _month_slash_year(tokens: Tokens, i: int) -> Match | None:
    """ "3/2015", "03-2015": only where no further digits are glued to it."""
    if i + 2 >= len(tokens) or tokens.words[i + 1] not in {"/", "-"}:
        return None
    month, year = tokens.words[i], tokens.words[i + 2]
    if not (month.isdigit() and len(month) <= 2 and 1 <= int(month) <= 12 and _is_year(year)):
        return None
    if not (tokens.glued(i + 1) and tokens.glued(i + 2)) or (i and tokens.glued(i)):
        return None
    if i + 3 < len(tokens) and tokens.glued(i + 3) and tokens.words[i + 3] in {"-", "/", "."}:
        return None
    return date(i, i + 3, 0, CalendarDate(year=int(year), month=int(month)))


def _anchored(tokens: Tokens, i: int, clitics: int, names: tuple[Month, ...]) -> bool:
    """Whether the word before an ambiguous month name shows that it is one."""
    if clitics == 1 and i and tokens.words[i].startswith("و"):
        return tokens.words[i - 1] in months()  # "بين يناير ومارس"
    return clitics == 0 and any(preceded_by(tokens, i, name.after) for name in names)


def year_behind(tokens: Tokens, i: int, day: CalendarDate) -> tuple[CalendarDate, int]:
    """What the words behind a date say of its year: "الماضي", "من العام الماضي", "هذا العام"."""
    qualifier = steps("qualifiers").at(tokens, i)
    if qualifier is not None and not qualifier.clitics:
        side = direction_of(qualifier.sense)
        return replace(day, direction=side, explicit=True), qualifier.end
    at = i + (i < len(tokens) and tokens.words[i] in {"من", "،", ","})
    year = unit_reference(tokens, at)
    if year is None or year.clitics or year.portion is not None:
        return day, i
    shift = year.reference
    if not isinstance(shift, Shift) or shift.unit is not Unit.YEAR:
        return day, i
    if shift.anchor is Anchor.PREVIOUS:
        return replace(day, year_shift=shift.by, anchor=Anchor.PREVIOUS), year.end
    side = direction_of(shift.by)
    return replace(day, year_shift=shift.by, direction=side, explicit=bool(shift.by)), year.end


def read_year_reference(tokens: Tokens, i: int) -> Match | None:
    """A year: "عام 2014", "سنة ألفين وخمسة عشر", "2015" where its surroundings say it is one."""
    word = calendar_words("year_words").at(tokens, i) or calendar_words("year_pair_words").at(
        tokens, i
    )
    if word is not None and is_general(tokens, i):
        return None
    if word is not None:
        found = _said_year(tokens, word.end)
        return date(i, found[0], word.clitics, found[1]) if found else None
    return _bare_year(tokens, i)


def _said_year(tokens: Tokens, i: int) -> tuple[int, CalendarDate] | None:
    """The year behind "عام", in digits or words, of either calendar."""
    for calendar in (CalendarSystem.GREGORIAN, CalendarSystem.HIJRI):
        year = read_year(tokens, i, calendar)
        if year is not None and tokens.words[i] != "من":
            return year[0], CalendarDate(year=year[1], calendar=calendar)
    number = parse_number(tokens, i)
    if number is None or number.clitics or number.value.denominator != 1:
        return None
    if 1300 <= number.value <= 1500:
        calendar = CalendarSystem.HIJRI
    elif 1800 <= number.value <= 2200:
        calendar = CalendarSystem.GREGORIAN
    else:
        return None
    return number.end, CalendarDate(year=int(number.value), calendar=calendar)


def _bare_year(tokens: Tokens, i: int) -> Match | None:
    if i >= len(tokens):
        return None
    word = tokens.words[i]
    if not (word.isascii() and word.isdigit()):
        return _spelled_year(tokens, i)
    if len(word) != 4 or not 1900 <= int(word) <= 2100:
        return None
    before = tokens.words[i - 1] if i else "\n"
    behind = tokens.words[i + 1] if i + 1 < len(tokens) else "\n"
    if _part_of_a_number(tokens, i, before, behind):
        return None
    end = i + 1
    if behind == "م" and (tokens.glued(end) or not _alphabetic(tokens, i + 2)):
        return date(i, i + 2, 0, CalendarDate(year=int(word)))
    in_brackets = before == "(" and behind in {")", "-", "–"}
    linked = before in {"-", "–", "/"} and i >= 2 and _is_year(tokens.words[i - 2])
    opens_pair = behind in {"-", "–", "/"} and i + 2 < len(tokens) and _is_year(tokens.words[i + 2])
    cued = preceded_by(tokens, i, plain("year_cues", "before")) or before in {"و", "او"}
    strong = preceded_by(tokens, i, plain("year_cues", "strong"))
    counted = not _uncounted(behind) and not (strong and _can_follow(word, behind))
    cued = (cued and not counted) or _ends_a_name(tokens, i, before, behind)
    if not (in_brackets or linked or opens_pair or cued):
        return None
    return date(i, end, 0, CalendarDate(year=int(word)))


def _part_of_a_number(tokens: Tokens, i: int, before: str, behind: str) -> bool:
    """Whether the four digits go on: 2,014.5, 2018-04, 17/2018, $2015, 2015%."""
    if behind in {".", ",", ":", "%", "٪", "٫"} and i + 2 < len(tokens) and tokens.glued(i + 2):
        return tokens.words[i + 2].isdigit() or behind in {"%", "٪"}
    return behind in {"%", "٪", "$"} or (before in {"$", "#", ".", ":"} and tokens.glued(i))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and 1900 <= int(word) <= 2100


def _alphabetic(tokens: Tokens, i: int) -> bool:
    return i < len(tokens) and tokens.words[i][0].isalpha()


def _uncounted(behind: str) -> bool:
    """Whether the word behind four digits cannot be what they count."""
    if not behind[0].isalpha() or behind == "و":
        return not behind.isdigit()
    if behind in plain("year_cues", "follows"):
        return True
    return len(behind) > 3 and behind.startswith(("ال", "وال", "بال", "وا", "لل", "ول", "وت", "وي"))


def _ends_a_name(tokens: Tokens, i: int, before: str, behind: str) -> bool:
    """ "معاهدة ميونخ 1938": a year as the last word of a noun phrase, no number of a resolution."""
    if not before[0].isalpha() or behind in {"$", "%", "٪", "/", "-"}:
        return False
    if behind[0].isalnum() and behind not in plain("year_cues", "follows"):
        return False
    return not any(word in plain("year_cues", "never") for word in tokens.words[max(0, i - 4) : i])


def _can_follow(year: str, behind: str) -> bool:
    """Whether a year behind "في" or "منذ" may have this word behind it: no counted noun in ـاً."""
    return not year.endswith("00") and not behind.endswith("ا")


def _spelled_year(tokens: Tokens, i: int) -> Match | None:
    """ "الفين وخمسة عشر" without "عام": only in two parts, so that it counts nothing."""
    number = parse_number(tokens, i)
    if number is None or number.end < i + 2 or number.value.denominator != 1:
        return None
    if not 2001 <= number.value <= 2099 or number.clitics:
        return None
    if number.end < len(tokens) and not _uncounted(tokens.words[number.end]):
        return None
    return date(i, number.end, number.clitics, CalendarDate(year=int(number.value)))
