"""Lengths of time, times that many units away, and sets: "ثلاث ساعات", "قبل يومين", "كل شهر"."""

from dataclasses import replace
from fractions import Fraction

from waqai.arabic.calendars import bare_weekdays, weekdays
from waqai.arabic.lexicon import Entry
from waqai.arabic.numbers import Number, parse_number
from waqai.arabic.tokens import Tokens
from waqai.mentions.times.match import Match, date
from waqai.mentions.times.units import counted_definite, length, read_side
from waqai.mentions.times.vocabulary import (
    UnitWord,
    day_parts,
    frequencies,
    listed,
    plain,
    preceded_by,
    units,
)
from waqai.model.times import (
    Direction,
    Duration,
    Quantity,
    Recurrence,
    Shift,
    TimexType,
    Unit,
    Vague,
)


def read_duration(tokens: Tokens, i: int) -> Match | None:
    """The length of time, the time that far away or the set at token `i`, or None."""
    return (
        _ago(tokens, i)
        or _every(tokens, i)
        or _frequency(tokens, i)
        or counted_definite(tokens, i)
        or _days_of_week(tokens, i)
        or _rate(tokens, i)
        or _length(tokens, i)
    )


def _length(tokens: Tokens, i: int) -> Match | None:
    """A number and its unit, a dual, a plural that leaves the number open, or one unit."""
    found = _counted(tokens, i) or _uncounted(tokens, i)
    if found is None:
        return None
    return _with_more(tokens, found)


def _counted(tokens: Tokens, i: int) -> Match | None:
    """ "ثلاث ساعات", "15 يوما", "نصف ساعة", "بضعة أيام"."""
    few = listed("few", "before").at(tokens, i)
    if few is not None:
        word = units().at(tokens, few.end)
        if word is None or word.clitics or word.sense.count is not None or word.sense.definite:
            return None
        return length(i, word.end, few.clitics, Quantity(None, word.sense.unit))
    number = parse_number(tokens, i)
    if number is None:
        return None
    word = units().at(tokens, number.end)
    if word is None or word.clitics or not _agrees(number, word):
        return None
    if _heads_something_else(tokens, word.end) and word.sense.unit is Unit.DECADE:
        return None
    if number.value == 0 or _are_minutes(tokens, i):
        return None
    quantity = Quantity(number.value, word.sense.unit)
    side = read_side(tokens, word.end)
    if side is None:
        return length(i, word.end, number.clitics, quantity)
    return length(i, side[0], number.clitics, quantity, direction=side[1])


def _are_minutes(tokens: Tokens, i: int) -> bool:
    """Whether the digits at `i` are the minutes of a clock time ("7:00 يوم الجمعة")."""
    return i > 0 and tokens.words[i - 1] == ":" and tokens.glued(i)


def _agrees(number: Number, word: Entry[UnitWord]) -> bool:
    """Whether the unit can be what the number counts: no dual, and an article only for a part."""
    if word.sense.definite:
        return number.value < 1
    return word.sense.count != 2


def _uncounted(tokens: Tokens, i: int) -> Match | None:
    word = units().at(tokens, i)
    if word is None or word.sense.definite:
        return None
    sense, end = word.sense, word.end
    if _heads_something_else(tokens, end) or (word.clitics and tokens.words[i].startswith("ك")):
        return None
    one = listed("one").at(tokens, end)
    if (
        sense.unit is Unit.DECADE
        and sense.count == 2
        and not _cue_before(tokens, i, word.clitics, "words")
    ):
        return None  # "وقع النادي عقدين": contracts
    if sense.count == 2:
        two = _counted_again(tokens, end)
        side = read_side(tokens, two)
        quantity = Quantity(Fraction(2), sense.unit)
        if side is None:
            return length(i, two, word.clitics, quantity)
        return length(i, side[0], word.clitics, quantity, direction=side[1])
    if sense.count is None:
        return _open_plural(tokens, i, word)
    if one is not None and not one.clitics:
        return length(i, one.end, word.clitics, Quantity(Fraction(1), sense.unit))
    if not _one_is_a_length(tokens, i, word):
        return None
    return length(i, end, word.clitics, Quantity(Fraction(1), sense.unit))


def _counted_again(tokens: Tokens, i: int) -> int:
    """ "يومين اثنين", "يومين متتاليين": the word behind a dual that says two once more."""
    number = parse_number(tokens, i)
    return number.end if number and number.value == 2 and not number.clitics else i


def _open_plural(tokens: Tokens, i: int, word: Entry[UnitWord]) -> Match | None:
    """ "سنوات طويلة", "منذ أسابيع": a plural without number, not one that heads a noun."""
    adjective = listed("few", "behind").at(tokens, word.end)
    end = adjective.end if adjective and not adjective.clitics else word.end
    behind = tokens.words[word.end] if word.end < len(tokens) else ""
    cued = _cue_before(tokens, i, word.clitics, "words")
    if adjective is None and not cued and not _stands_free(behind):
        return None
    if adjective is None and not cued and weekdays().at(tokens, word.end):
        return None
    return length(i, end, word.clitics, Quantity(None, word.sense.unit))


def _stands_free(behind: str) -> bool:
    """Whether a plural before this word heads no noun: a sign, a function word or a verb behind."""
    if not behind or not behind[0].isalpha() or behind in plain("year_cues", "follows"):
        return True
    return len(behind) > 3 and behind[0] in "يت" and not behind.startswith("تل")


def _one_is_a_length(tokens: Tokens, i: int, word: Entry[UnitWord]) -> bool:
    """Whether a single unit is a length: "خلال يوم", "أمهلته أسبوعا"; not "بشكل عام"."""
    sense = word.sense
    half = parse_number(tokens, word.end)
    if half is not None and half.value < 1 and half.clitics == 1:
        return True  # "ساعة ونصف"
    more = _counted(tokens, word.end) or _counted(tokens, word.end + 1)
    if more is not None and _goes_on(tokens, word, more):
        return True  # "سنة و8 أشهر"
    behind = tokens.words[word.end] if word.end < len(tokens) else ""
    if sense.accusative and sense.unit not in {Unit.DAY, Unit.CENTURY, Unit.DECADE}:
        return not behind.startswith("ال")
    if tokens.words[i].endswith("عام") and preceded_by(tokens, i, plain("duration_cues", "year")):
        return not behind.startswith("ال") and not behind.isdigit()
    homograph = tokens.words[i].endswith(("عام", "عقد"))  # also "general", and "to hold"
    if not _cue_before(tokens, i, word.clitics, "strong" if homograph else "words"):
        return False
    before = tokens.words[i - 1] if i else ""
    if before in {"من", "الي"} and not _more_or_less(tokens, i) and not sense.accusative:
        return False
    return not behind.startswith("ال") and not (behind.isdigit() and sense.unit is Unit.YEAR)


def _goes_on(tokens: Tokens, word: Entry[UnitWord], more: Match) -> bool:
    """Whether a counted smaller unit is added to the unit by و."""
    added = more.clitics == 1 if more.begin == word.end else tokens.words[word.end] == "و"
    if not added or not isinstance(more.reference, Duration):
        return False
    return _SIZE[more.reference.quantities[0].unit] < _SIZE[word.sense.unit]


def _cue_before(tokens: Tokens, i: int, clitics: int, key: str) -> bool:
    """Whether a word that asks for a length of time stands before token `i`."""
    if clitics and tokens.words[i][clitics - 1] == "ل":
        return key == "words"
    if _more_or_less(tokens, i):
        return True
    if preceded_by(tokens, i, plain("about")):
        return True
    return preceded_by(tokens, i, plain("duration_cues", key))


def _more_or_less(tokens: Tokens, i: int) -> bool:
    """ "أكثر من", "بأقل من" before token `i`."""
    return i >= 2 and tokens.words[i - 1] == "من" and tokens.words[i - 2].endswith(("اكثر", "اقل"))


def _heads_something_else(tokens: Tokens, i: int) -> bool:
    return i < len(tokens) and tokens.words[i] in plain("unit_never_before")


def _with_more(tokens: Tokens, found: Match) -> Match:
    """Adds what goes on behind: "عام وثلاثة أشهر", "ساعة ونصف الساعة", "يومين ونصف"."""
    reference = found.reference
    if not isinstance(reference, Duration):
        return found
    first = reference.quantities[-1]
    at = found.end
    if at >= len(tokens) or not tokens.words[at].startswith("و") or first.amount is None:
        return found
    part = parse_number(tokens, at)
    if part is not None and part.clitics == 1 and part.value < 1:
        again = units().at(tokens, part.end)
        end = again.end if again and again.sense.unit is first.unit else part.end
        whole = Quantity(first.amount + part.value, first.unit)
        return length(found.begin, end, found.clitics, whole)
    apart = tokens.words[at] == "و"
    more = _counted(tokens, at + apart)
    if more is None or more.clitics != (0 if apart else 1):
        more = _dual(tokens, at)
    if more is None or not isinstance(more.reference, Duration):
        return found
    second = more.reference.quantities[0]
    if second.amount is None or _SIZE[second.unit] >= _SIZE[first.unit]:
        return found
    return length(found.begin, more.end, found.clitics, first, second)


def _dual(tokens: Tokens, i: int) -> Match | None:
    word = units().at(tokens, i)
    if word is None or word.clitics != 1 or word.sense.count != 2 or word.sense.definite:
        return None
    return length(i, word.end, 1, Quantity(Fraction(2), word.sense.unit))


_SIZE = {unit: size for size, unit in enumerate(Unit)}


def _ago(tokens: Tokens, i: int) -> Match | None:
    """ "قبل نحو شهرين", "قبل أيام": not "قبل شهر من الانتخابات", which counts from these."""
    word = listed("ago").at(tokens, i)
    if word is None:
        return None
    about = listed("about").at(tokens, word.end)
    at = about.end if about else word.end
    found = _length(tokens, at)
    if found is None or found.clitics or counts_from_event(tokens, found.end):
        return None
    if not isinstance(found.reference, Duration):
        return None
    quantity = found.reference.quantities[0]
    if quantity.amount is None:
        return date(i, found.end, word.clitics, Vague(Direction.PAST))
    if quantity.amount.denominator != 1 or len(found.reference.quantities) > 1:
        return _whole_units_ago(i, word.clitics, found)
    shift = Shift(quantity.unit, -int(quantity.amount), approximate=about is not None)
    return date(i, found.end, word.clitics, shift)


def _whole_units_ago(i: int, clitics: int, found: Match) -> Match | None:
    """ "قبل عام ونصف", "قبل سنة وثلاثة أشهر": so many months ago."""
    months = {Unit.CENTURY: 1200, Unit.DECADE: 120, Unit.YEAR: 12, Unit.MONTH: 1}
    if not isinstance(found.reference, Duration):
        return None
    total = Fraction(0)
    for quantity in found.reference.quantities:
        if quantity.unit not in months or quantity.amount is None:
            return None
        total += quantity.amount * months[quantity.unit]
    if total % 12 == 0:
        return date(i, found.end, clitics, Shift(Unit.YEAR, -int(total / 12), approximate=True))
    return date(i, found.end, clitics, Shift(Unit.MONTH, -round(total), approximate=True))


def counts_from_event(tokens: Tokens, i: int) -> bool:
    """Whether the words at `i` name the event a length counts from ("من الانتخابات", "على")."""
    if i >= len(tokens):
        return False
    word = tokens.words[i]
    return word in plain("from_event") or (word.startswith("لل") and len(word) > 4)


def _every(tokens: Tokens, i: int) -> Match | None:
    """ "كل يوم جمعة", "كل ثلاثة أشهر", "كل صباح", "كل عام"."""
    word = listed("every").at(tokens, i)
    if word is None:
        return None
    at = word.end
    day = units().at(tokens, at)
    led = at + 1 if day and day.sense.unit is Unit.DAY and day.sense.count == 1 else at
    weekday = bare_weekdays().at(tokens, led) or (weekdays().at(tokens, led) if led > at else None)
    if weekday is not None and not weekday.clitics:
        every = Recurrence(Quantity(Fraction(1), Unit.WEEK), weekday.sense)
        return Match(i, weekday.end, word.clitics, TimexType.SET, every)
    part = day_parts("lead").at(tokens, at)
    if part is not None and not part.clitics:
        every = Recurrence(Quantity(Fraction(1), Unit.DAY))
        return Match(i, part.end, word.clitics, TimexType.SET, every, part=part.sense)
    counted = _counted(tokens, at)
    if counted is not None and isinstance(counted.reference, Duration) and not counted.clitics:
        every = Recurrence(counted.reference.quantities[0])
        return Match(i, counted.end, word.clitics, TimexType.SET, every)
    if day is None or day.clitics or day.sense.definite or day.sense.count is None:
        return None
    every = Recurrence(Quantity(Fraction(day.sense.count), day.sense.unit))
    return Match(i, day.end, word.clitics, TimexType.SET, every)


def _frequency(tokens: Tokens, i: int) -> Match | None:
    """ "يوميا", "الأسبوعية"."""
    found = frequencies().at(tokens, i)
    if found is None:
        return None
    every = Recurrence(Quantity(Fraction(1), found.sense))
    return Match(i, found.end, found.clitics, TimexType.SET, every)


def _days_of_week(tokens: Tokens, i: int) -> Match | None:
    """ "أيام الجمعة"."""
    head = listed("day_words", "plural").at(tokens, i)
    weekday = weekdays().at(tokens, head.end) if head else None
    if head is None or weekday is None or weekday.clitics:
        return None
    every = Recurrence(Quantity(Fraction(1), Unit.WEEK), weekday.sense)
    return Match(i, weekday.end, head.clitics, TimexType.SET, every)


def _rate(tokens: Tokens, i: int) -> Match | None:
    """ "وجبة واحدة في الأسبوع": a unit with its article behind a count and في."""
    if i < 2 or tokens.words[i - 1] != "في" or tokens.words[i - 2] not in plain("times_a"):
        return None
    word = units().at(tokens, i)
    if word is None or word.clitics or not word.sense.definite or word.sense.count != 1:
        return None
    every = Recurrence(Quantity(Fraction(1), word.sense.unit))
    one = listed("one", "definite").at(tokens, word.end)
    return Match(i, one.end if one else word.end, 0, TimexType.SET, every)


def as_distance(found: Match, sign: int) -> Match | None:
    """A length read as the time that far ahead (`sign` 1) or back (-1), or None."""
    reference = found.reference
    if not isinstance(reference, Duration) or len(reference.quantities) != 1:
        return None
    amount = reference.quantities[0].amount
    if amount is None or amount.denominator != 1:
        return None
    shift = Shift(reference.quantities[0].unit, sign * int(amount))
    return replace(found, type=TimexType.DATE, reference=shift)
