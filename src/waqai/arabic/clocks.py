"""Times of day: "04:25 ص", "الساعة الثامنة والنصف مساء بتوقيت غرينتش", "20:00 ت غ"."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from waqai.arabic.letters import bare
from waqai.arabic.lexicon import Lexicon
from waqai.arabic.numbers import Number, parse_number, parse_ordinal
from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.model.times import Clock


@dataclass(frozen=True, slots=True)
class ClockRead:
    """A clock time: `end` is the token behind it; `half` the part of the day that is said with it
    ("am", "pm", "noon", "night"), None when there is none.
    """

    end: int
    clock: Clock
    half: str | None


@cache
def _halves() -> Lexicon[str]:
    lexicon: Lexicon[str] = Lexicon()
    table = load("calendar")["halves"]
    for key, half in _HALVES.items():
        lexicon.update(table[key], half, clitics=False)
    return lexicon


_HALVES = {"before_noon": "am", "after_noon": "pm", "noon": "noon", "night": "night"}


@cache
def hour_cues() -> frozenset[str]:
    """Words behind which an hour needs no "الساعة"."""
    return frozenset(map(bare, load("calendar")["halves"]["hour_cues"]))


@cache
def _zones() -> Lexicon[str]:
    lexicon: Lexicon[str] = Lexicon()
    for zone, names in load("calendar")["zones"].items():
        lexicon.update(names, zone, clitics=False)
    return lexicon


@cache
def _zone_words() -> Lexicon[bool]:
    lexicon: Lexicon[bool] = Lexicon()
    lexicon.update(load("calendar")["clock"]["zone_words"], True)
    return lexicon


def read_clock(tokens: Tokens, i: int, *, spoken: bool = False) -> ClockRead | None:
    """The time in digits at token `i` ("04:25", "4 مساء", "18,00 ت غ"), or None."""
    hour = _two_digits(tokens, i, 24)
    if hour is None:
        return None
    minute = second = None
    end = i + 1
    if _colon(tokens, end, ":") or _comma_minutes(tokens, end, spoken=spoken):
        minute = _two_digits(tokens, end + 1, 59)
        if minute is None or len(tokens.words[end + 1]) != 2:
            return None
        end += 2
        if _colon(tokens, end, ":"):
            second = _two_digits(tokens, end + 1, 59)
            end += 2 if second is not None else 0
    half = _halves().at(tokens, end)
    # behind minutes a lone letter names no unit: "10:40 م القاهرة"
    if half is not None and minute is None and not _is_half(tokens, end, half.end):
        half = None
    if minute is None and half is None:
        return None
    if half is not None:
        end = half.end
    end, zone = _zone(tokens, end)
    clock = Clock(to_24(hour, half.sense if half else None) % 24, minute, second, zone)
    return ClockRead(end, clock, half.sense if half else None)


def read_spoken_clock(tokens: Tokens, i: int) -> ClockRead | None:
    """The time behind "الساعة" at token `i`: "11:00", "الثامنة والنصف", "الثالثة إلا ربعا"."""
    digits = _four_digits(tokens, i) or read_clock(tokens, i, spoken=True)
    if digits is not None:
        return digits
    hour = _two_digits(tokens, i, 24)
    if hour is not None:
        end = i + 1
    else:
        ordinal = parse_ordinal(tokens, i) or _hour_one(tokens, i)
        if ordinal is None or ordinal.value > 12 or ordinal.clitics:
            return None
        hour, end = int(ordinal.value), ordinal.end
    end, minute = _minutes(tokens, end)
    if minute is not None and minute < 0:
        hour, minute = (hour - 1) % 12 or 12, 60 + minute
    half = _halves().at(tokens, end)
    if half is not None and not _is_half(tokens, end, half.end):
        half = None
    end, zone = _zone(tokens, half.end if half else end)
    sense = half.sense if half else None
    return ClockRead(end, Clock(to_24(hour, sense) % 24, minute, None, zone), sense)


def to_24(hour: int, half: str | None) -> int:
    """`hour` of a part of the day as an hour of the day: 12 am is 0, 8 pm 20, 1 at night 1."""
    if half == "am" or (half == "night" and not 6 <= hour < 12):
        return 0 if hour == 12 else hour
    if half in {"pm", "night"} or (half == "noon" and hour < 5):
        return hour + 12 if hour < 12 else hour
    return hour


def _is_half(tokens: Tokens, i: int, end: int) -> bool:
    """ "ص" and "م" are halves of the day only where the phrase ends behind them."""
    if len(tokens.words[i]) > 1:
        return True
    return end >= len(tokens) or not tokens.words[end][0].isalpha() or tokens.glued(i)


def _colon(tokens: Tokens, i: int, sign: str) -> bool:
    return (
        i + 1 < len(tokens) and tokens.words[i] == sign and tokens.glued(i) and tokens.glued(i + 1)
    )


def _four_digits(tokens: Tokens, i: int) -> ClockRead | None:
    """ "الساعة 0830 بتوقيت جرينتش", as Reuters writes."""
    word = tokens.words[i] if i < len(tokens) else ""
    if len(word) != 4 or not word.isascii() or not word.isdigit():
        return None
    hour, minute = int(word[:2]), int(word[2:])
    end, zone = _zone(tokens, i + 1)
    if hour > 23 or minute > 59 or end == i + 1:
        return None
    return ClockRead(end, Clock(hour, minute, None, zone), None)


def _comma_minutes(tokens: Tokens, i: int, *, spoken: bool) -> bool:
    """ "18,00 ت غ", "الساعة 23,35": another sign for the colon, where no number can be meant."""
    if not any(_colon(tokens, i, sign) for sign in (",", "،", ".")):
        return False
    if len(tokens.words[i + 1]) != 2 or not tokens.words[i + 1].isdigit():
        return False
    if spoken:
        return True
    return _zone(tokens, i + 2)[0] > i + 2 or _halves().at(tokens, i + 2) is not None


def _two_digits(tokens: Tokens, i: int, most: int) -> int | None:
    if i >= len(tokens):
        return None
    word = tokens.words[i]
    if not word.isascii() or not word.isdigit() or len(word) > 2 or int(word) > most:
        return None
    return int(word)


def _hour_one(tokens: Tokens, i: int) -> Number | None:
    if i < len(tokens) and tokens.words[i] in _one_oclock():
        return Number(i + 1, 0, Fraction(1))
    return None


@cache
def _one_oclock() -> frozenset[str]:
    return frozenset(map(bare, load("calendar")["clock"]["one"]))


@cache
def _minus() -> frozenset[str]:
    return frozenset(map(bare, load("calendar")["clock"]["minus"]))


@cache
def _minute_words() -> Lexicon[bool]:
    lexicon: Lexicon[bool] = Lexicon()
    lexicon.update(load("calendar")["clock"]["minutes"], True, clitics=False)
    return lexicon


def _minutes(tokens: Tokens, i: int) -> tuple[int, int | None]:
    """ "والنصف", "والربع", "وعشر دقائق", "إلا ربعا", "و 35 دقيقة": the end and the minutes."""
    if i >= len(tokens):
        return i, None
    word = tokens.words[i]
    minus = word in _minus()
    if not minus and not word.startswith("و"):
        return i, None
    apart = minus or word == "و"
    part = parse_number(tokens, i + apart)
    if part is None or part.clitics != (0 if apart else 1):
        return i, None
    end = part.end
    if part.value < 1:
        # "إلا ثلثا" is twenty minutes, though ثلثا is also two thirds of something
        minutes = 20 if part.value == Fraction(2, 3) else part.value * 60
    else:
        unit = _minute_words().at(tokens, end)
        if part.value >= 60 or (unit is None and _halves().at(tokens, end) is None):
            return i, None
        minutes, end = part.value, unit.end if unit else end
    if minutes.denominator != 1:
        return i, None
    return end, -int(minutes) if minus else int(minutes)


def zone_end(tokens: Tokens, i: int) -> int:
    """The token behind the time zone at token `i` ("GMT"), or `i`."""
    return _zone(tokens, i)[0]


def _zone(tokens: Tokens, i: int) -> tuple[int, str | None]:
    """ "بتوقيت غرينتش", "ت غ", "GMT", "(17:00 بتوقيت غرينتش)" is another time: not this one."""
    said = _zone_words().at(tokens, i)
    found = _zones().at(tokens, said.end if said else i)
    if found is None:
        return i, None
    if said is None and found.sense != "UTC":
        return i, None
    return found.end, None if found.sense == "local" else found.sense
