"""The grammar of quantities: a bound, a number or range, a unit or what is counted."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from waqai.arabic.clitics import known, proclitics
from waqai.arabic.numbers import Number, parse_number
from waqai.arabic.tokens import Tokens
from waqai.mentions.names.words import vocabulary
from waqai.mentions.quantities.vocabulary import (
    bounds,
    counted,
    duals,
    joined_bounds,
    listed,
    more_behind,
    one_after,
    plurals,
    triggers,
    units,
)
from waqai.model.names import QuantityMention
from waqai.model.times import TimeMention

_DASHES = {"-", "–", "—"}
_DIGITS = 15  # more are no number that anybody counts by
_MANY = 10  # "عشرات" is from twice to this many times its number


@dataclass(frozen=True, slots=True)
class _Read:
    """Tokens `[begin, end)` of a quantity, the first without its first `clitics` letters."""

    begin: int
    end: int
    clitics: int
    low: Fraction | None
    high: Fraction | None
    unit: str | None = None
    of: str | None = None
    plural: bool = False


def find_quantities(tokens: Tokens, times: Sequence[TimeMention]) -> tuple[QuantityMention, ...]:
    """The quantities of a run of tokens, in order, outside its time mentions.

    Offsets are those of `tokens`. Nothing is raised on any text.
    """
    starts = [time.start for time in times]
    begins = triggers()
    found: list[QuantityMention] = []
    words, i, n = tokens.words, 0, len(tokens.words)
    while i < n:
        word = words[i]
        if word not in begins and not "0" <= word[0] <= "9":
            i += 1
            continue
        at = bisect_right(starts, tokens.starts[i]) - 1
        read = None if at >= 0 and tokens.starts[i] < times[at].end else _read(tokens, i)
        if read is None:
            i += 1
            continue
        end = tokens.ends[read.end - 1]
        if at + 1 < len(times) and times[at + 1].start < end:  # a time begins within it
            i += 1
            continue
        start = tokens.cut(read.begin, read.clitics)
        found.append(QuantityMention(start, end, read.low, read.high, read.unit, read.of))
        i = read.end
    return tuple(found)


def _read(tokens: Tokens, i: int) -> _Read | None:
    """The quantity that begins at token `i`, or None."""
    bound = bounds().at(tokens, i)
    if bound is not None:
        if bound.sense == "between":
            inner = _between(tokens, bound.end)
        else:
            inner = _number(tokens, bound.end)
        if inner is None:
            return None
        low = None if bound.sense == "at_most" else inner.low
        high = None if bound.sense == "at_least" else inner.high
        letters = bound.clitics or int(tokens.words[i] in joined_bounds())
        return replace(inner, begin=i, clitics=letters, low=low, high=high)
    return _number(tokens, i) or _counted_alone(tokens, i)


def _number(tokens: Tokens, i: int) -> _Read | None:
    if i >= len(tokens.words):
        return None
    if tokens.words[i] in {"$", "€"}:
        inner = _number(tokens, i + 1)
        unit = "USD" if tokens.words[i] == "$" else "EUR"
        return replace(inner, begin=i, unit=unit) if inner and inner.unit is None else None
    many = _plural(tokens, i)
    if many is not None:
        return _with_unit(tokens, many)
    number = parse_number(tokens, i)
    if number is None or tokens.words[i] in listed("never"):
        return None
    if number.digits and (_part_of_a_name(tokens, i) or _cut_short(tokens, i, number)):
        return None
    read = _Read(i, number.end, number.clitics, number.value, number.value)
    if number.digits:
        read = _range(tokens, read, number)
    full = _with_unit(tokens, read)
    if full.unit is None and full.of is None and not _stands_alone(number):
        return None
    return None if number.value < 1 and full.unit is None and not number.digits else full


def _cut_short(tokens: Tokens, i: int, number: Number) -> bool:
    """Digits of which these are only some: too many to read, or a decimal behind "،"."""
    end, words = number.end, tokens.words
    if any(len(words[k]) > _DIGITS for k in range(i, end)):
        return True
    if end < len(words) and tokens.glued(end) and words[end][0].isdigit():
        return True
    return i > 1 and words[i - 1] == "،" and tokens.glued(i) and words[i - 2][-1].isdigit()


def _stands_alone(number: Number) -> bool:
    """Whether a number that counts nothing named is worth a mention: "65 مليارا", not "13"."""
    return number.value >= 1000 and not number.digits


def _part_of_a_name(tokens: Tokens, i: int) -> bool:
    """ "إس-400", "F16", "2:1", "3/4": digits glued to what stands before them."""
    before = tokens.words[i - 1] if i else " "
    if i and tokens.glued(i) and (before.isalnum() or before in {*_DASHES, "/", ":", "."}):
        return not (before in "وبلف" or before in {"ال", "ب", "ل"})
    behind = i + 1
    return (
        behind + 1 < len(tokens.words)
        and tokens.glued(behind)
        and tokens.glued(behind + 1)
        and tokens.words[behind] in {":", "/"}
    )


def _range(tokens: Tokens, read: _Read, first: Number) -> _Read:
    """ "25-30 بالمئة": two numbers with a dash are a range where a unit follows."""
    if read.end < len(tokens.words) and tokens.words[read.end] in _DASHES:
        second = parse_number(tokens, read.end + 1)
        if second is not None and second.value > first.value and units().at(tokens, second.end):
            return replace(read, end=second.end, high=second.value)
    return read


def _between(tokens: Tokens, i: int) -> _Read | None:
    """ "25 و30 بالمئة": two numbers with و between."""
    first = parse_number(tokens, i)
    if first is None:
        return None
    unit = units().at(tokens, first.end)
    at = unit.end if unit is not None else first.end
    apart = at < len(tokens.words) and tokens.words[at] in {"و", "الي"}
    second = parse_number(tokens, at + apart)
    if second is None or (not apart and second.clitics == 0):
        return None
    low = first.value
    if low < 1000 <= second.value and unit is None and second.value >= 10**6:
        low *= _magnitude(second.value)  # "بين مليار ومليارين", "بين 3 و5 مليارات"
    if low >= second.value:
        return None
    return _with_unit(tokens, _Read(i, second.end, first.clitics, low, second.value))


def _magnitude(value: Fraction) -> int:
    for size in (10**12, 10**9, 10**6):
        if value >= size:
            return size
    return 1


def _plural(tokens: Tokens, i: int) -> _Read | None:
    """ "عشرات الآلاف": from twice to ten times what the words multiply to."""
    first = plurals().at(tokens, i)
    if first is None or (first.clitics and tokens.words[i][0] == "ك"):
        return None  # كميات is no "like hundreds"
    size, end = first.sense, first.end
    while (more := plurals().at(tokens, end)) is not None and not more.clitics:
        size, end = size * more.sense, more.end
    return _Read(i, end, first.clitics, 2 * size, _MANY * size, plural=True)


def _with_unit(tokens: Tokens, read: _Read) -> _Read:
    unit = units().at(tokens, read.end)
    if unit is not None:
        read = replace(read, end=unit.end, unit=unit.sense)
    elif (end := _noun(tokens, read)) is not None:
        word = tokens.text[tokens.starts[end - 1] : tokens.ends[end - 1]]
        read = replace(read, end=end, of=word)
    behind = more_behind().at(tokens, read.end)
    return replace(read, end=behind.end, high=None) if behind is not None else read


def _noun(tokens: Tokens, read: _Read) -> int | None:
    """The token behind the noun that the number counts, or None."""
    at = read.end
    if at < len(tokens.words) and tokens.words[at] == "من":  # "12 من عناصر الجيش"
        if read.low == read.high == 1:  # "واحدة من أخطر", "واحد من كل": no count
            return None
        at += 1
    if at < len(tokens.words) and tokens.words[at] in listed("these"):  # "31 من هؤلاء العمال"
        at += 1
    if at >= len(tokens.words):
        return None
    word = tokens.words[at]
    if _counts_nothing(tokens, at, read):
        return None
    if len(word) < 2 or not "\u0621" <= word[0] <= "\u06ff":
        return None
    written = tokens.text[tokens.starts[at]]
    definite = word.startswith("ال") and written != "آ"  # آلية is no "the"
    if definite and not read.plural and at == read.end:
        return None
    never = word in vocabulary("never", "words") - listed("counted_too") and written != "آ"
    if never or (proclitics(word) and not word.startswith("ال")):
        return None
    if known(word):
        return at + 1
    year = read.low == read.high and read.low is not None and 1900 <= read.low < 2100
    return at + 1 if at == read.end and not year and word[0] not in "وفبلك" else None


def _counts_nothing(tokens: Tokens, at: int, read: _Read) -> bool:
    """Whether the word at `at` is nothing that a number counts: a verb, a noun with its owner
    ("سبعة صدمتهم"), where ("2 شرق"), a quality ("سام 7 مهربة"), or what follows a year."""
    word = tokens.words[at]
    if word in listed("not_counted"):
        return True
    if len(word) > 4 and word.endswith(("هم", "هما", "وا")) and not word.startswith("ال"):
        return True
    if word.startswith("ي") and word.endswith("ون") and len(word) > 4:
        return True
    small = read.low is not None and read.low == read.high and 3 <= read.low <= 10
    if small and len(word) > 4 and word[0] != "ا" and tokens.text[tokens.ends[at] - 1] == "ة":
        return not read.plural
    year = read.low is not None and read.low == read.high and 1900 <= read.low < 2100
    return year and read.begin > 0 and tokens.words[read.begin - 1] in listed("before_years")


def _counted_alone(tokens: Tokens, i: int) -> _Read | None:
    """ "شخصين" is two, "مقتل شخص" one."""
    word = tokens.words[i]
    letters = 0
    if word in listed("never") or word[1:] in listed("never"):
        return None
    if word not in duals() and word[1:] in duals():
        word, letters = word[1:], 1
    if word in duals():
        value = Fraction(2)
    elif i and word in counted() and tokens.words[i - 1] in one_after():
        value = Fraction(1)
    else:
        return None
    text = tokens.text[tokens.cut(i, letters) : tokens.ends[i]]
    return _Read(i, i + 1, letters, value, value, of=text)
