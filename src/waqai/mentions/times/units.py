"""Units with their article, and which one is meant: "الأسبوع المقبل", "الأيام الـ3 الماضية"."""

from fractions import Fraction

from waqai.arabic.numbers import Number, parse_definite_number, parse_number
from waqai.arabic.tokens import Tokens
from waqai.mentions.times.match import Match, date, direction_of
from waqai.mentions.times.vocabulary import listed, plain, preceded_by, steps, units
from waqai.model.times import (
    Anchor,
    Direction,
    Duration,
    Quantity,
    Shift,
    TimexType,
    Unit,
    Vague,
)

_SINGLE = {Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY}


def length(
    begin: int,
    end: int,
    clitics: int,
    *quantities: Quantity,
    direction: Direction = Direction.UNKNOWN,
) -> Match:
    """A match of type DURATION."""
    return Match(begin, end, clitics, TimexType.DURATION, Duration(quantities, direction))


def unit_reference(tokens: Tokens, i: int) -> Match | None:
    """The unit with its article at token `i` and which one it is, or None.

    A plural is vague ("الأيام المقبلة") unless it says how many ("الأيام الثلاثة الماضية").
    """
    this = listed("this").at(tokens, i)
    same = None if this else listed("that").at(tokens, i)
    pointer = this or same
    word = units().at(tokens, pointer.end if pointer else i)
    if word is None or not word.sense.definite or (pointer and word.clitics):
        return _vague_unit(tokens, i)
    if pointer is None and word.sense.unit is Unit.YEAR and is_general(tokens, i):
        return None
    clitics = pointer.clitics if pointer else word.clitics
    unit, end = word.sense.unit, word.end
    if word.sense.count != 1:
        return _several(tokens, i, clitics, unit, word.sense.count, end)
    if unit not in _SINGLE and not (this and unit is Unit.DAY):
        return None
    qualifier = steps("qualifiers").at(tokens, end)
    if qualifier is not None and not qualifier.clitics:
        return date(i, qualifier.end, clitics, Shift(unit, qualifier.sense))
    other = steps("qualifiers_previous").at(tokens, end)
    if other is not None and not other.clitics:
        return date(i, other.end, clitics, Shift(unit, other.sense, Anchor.PREVIOUS))
    if pointer is None:
        last = listed("qualifiers_last").at(tokens, end)
        return length(i, last.end, clitics, Quantity(Fraction(1), unit)) if last else None
    return date(i, end, clitics, Shift(unit, 0, Anchor.PUBLICATION if this else Anchor.PREVIOUS))


def is_general(tokens: Tokens, i: int) -> bool:
    """Whether "العام" at `i` belongs to a title or a noun before it ("الأمين العام")."""
    return preceded_by(tokens, i, plain("year_word_never", "after"))


def _several(
    tokens: Tokens, i: int, clitics: int, unit: Unit, count: int | None, end: int
) -> Match | None:
    """ "الأيام المقبلة", "اليومين الماضيين", "الساعات الـ24 الماضية", "السنوات الأخيرة"."""
    amount = Fraction(count) if count else None
    number = parse_definite_number(tokens, end)
    if number is not None and amount is None:
        amount, end = number.value, number.end
    elif (few := listed("few", "definite").at(tokens, end)) is not None:
        end = few.end
    side = read_side(tokens, end)
    if side is None and number is not None and count is None:
        return length(i, end, clitics, Quantity(amount, unit))
    if side is None:
        return None
    if amount is None:
        return date(i, side[0], clitics, Vague(side[1]))
    return length(i, side[0], clitics, Quantity(amount, unit), direction=side[1])


def counted_definite(tokens: Tokens, i: int) -> Match | None:
    """ "الـ24 ساعة الماضية", "آخر 48 ساعة": a length of time that ends or begins now."""
    last = listed("last_n").at(tokens, i)
    number: Number | None
    if last is not None:
        number = parse_number(tokens, last.end) or parse_definite_number(tokens, last.end)
    else:
        number = parse_definite_number(tokens, i)
    if number is None or (last and number.clitics):
        return None
    word = units().at(tokens, number.end)
    if word is None or word.clitics or word.sense.definite or word.sense.count == 2:
        return None
    side = read_side(tokens, word.end)
    clitics = last.clitics if last else number.clitics
    end = side[0] if side else word.end
    direction = side[1] if side else Direction.UNKNOWN
    if side is None and last is not None and tokens.words[i].endswith("اخر"):
        direction = Direction.PAST
    return length(i, end, clitics, Quantity(number.value, word.sense.unit), direction=direction)


def read_side(tokens: Tokens, i: int) -> tuple[int, Direction] | None:
    """The side that a qualifier at token `i` gives, with the token behind it, or None."""
    qualifier = steps("qualifiers").at(tokens, i)
    if qualifier is not None and not qualifier.clitics:
        return qualifier.end, direction_of(qualifier.sense)
    last = listed("qualifiers_last").at(tokens, i)
    return (last.end, Direction.PAST) if last and not last.clitics else None


def _vague_unit(tokens: Tokens, i: int) -> Match | None:
    word = listed("vague_units").at(tokens, i)
    if word is None:
        return None
    few = listed("few", "definite").at(tokens, word.end)
    side = read_side(tokens, few.end if few else word.end)
    return date(i, side[0], word.clitics, Vague(side[1])) if side else None
