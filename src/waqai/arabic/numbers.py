"""Numbers as newspapers write them: digits of both families, words up to the milliards, ordinals.

Cardinals are read additively as Arabic says them ("مئة وعشرين ألفا وثلاثمئة"): every further
part begins with و, every multiplier follows what it multiplies.
"""

from dataclasses import dataclass
from fractions import Fraction

from waqai.arabic.lexicon import Lexicon
from waqai.arabic.tokens import Tokens
from waqai.knowledge import load


@dataclass(frozen=True, slots=True)
class Number:
    """A number found at a token: `end` is the token behind it, `clitics` letters before it.

    `digits` is True when it is written in digits alone.
    """

    end: int
    clitics: int
    value: Fraction
    digits: bool = False


def _lexicon(table: str) -> Lexicon[Fraction]:
    lexicon: Lexicon[Fraction] = Lexicon()
    for value, forms in load("numbers")[table].items():
        lexicon.update(forms, Fraction(value))
    return lexicon


_CARDINALS = _lexicon("cardinals")
_ONES_BEFORE_TENS = _lexicon("one_before_tens")
_MULTIPLIERS = _lexicon("multipliers")
_FRACTIONS = _lexicon("fractions")
_ORDINALS = _lexicon("ordinals")
_ORDINAL_ONES = _lexicon("ordinal_one_before_ten")
_ORDINAL_TENS: Lexicon[Fraction] = Lexicon()
for _tens in range(20, 100, 10):
    _ORDINAL_TENS.update(
        ["ال" + form for form in load("numbers")["cardinals"][str(_tens)]], Fraction(_tens)
    )

_DEFINITE: Lexicon[Fraction] = Lexicon()
for _value, _forms in load("numbers")["cardinals"].items():
    _DEFINITE.update(["ال" + form for form in _forms], Fraction(_value))

#: Every first word of a number in words, in every written form.
NUMBER_WORDS = frozenset(
    word
    for lexicon in (_CARDINALS, _ONES_BEFORE_TENS, _MULTIPLIERS, _FRACTIONS)
    for word in lexicon.words()
)
ORDINAL_WORDS = frozenset(
    word for lexicon in (_ORDINALS, _ORDINAL_ONES, _ORDINAL_TENS) for word in lexicon.words()
)
DEFINITE_WORDS = frozenset({"ال", *_DEFINITE.words()})
_SEPARATORS = {",", "٬", "،"}
_POINTS = {".", "٫"}


def parse_number(tokens: Tokens, i: int) -> Number | None:
    """The cardinal (or fraction) that begins at token `i`, or None.

    >>> from waqai.arabic.tokens import tokenize
    >>> parse_number(tokenize("خمسة وعشرين ألفا"), 0).value
    Fraction(25000, 1)
    """
    first = _digits(tokens, i) or _words(tokens, i)
    if first is None:
        return None
    return _sum(tokens, first)


def parse_digits(tokens: Tokens, i: int) -> Number | None:
    """The number written in digits at token `i`, thousands and decimals joined, or None."""
    return _digits(tokens, i)


def parse_definite_number(tokens: Tokens, i: int) -> Number | None:
    """The number with the article at token `i` ("الـ24", "الثلاثة", "الخمسة والعشرين"), or None."""
    if i < len(tokens) and tokens.words[i] == "ال":
        return _digits(tokens, i + 1)
    found = _DEFINITE.at(tokens, i)
    if found is None:
        return None
    tens = _DEFINITE.at(tokens, found.end)
    if tens is not None and tens.clitics == 1 and found.sense < 10 and tens.sense >= 20:
        return Number(tens.end, found.clitics, found.sense + tens.sense)
    return Number(found.end, found.clitics, found.sense)


def parse_ordinal(tokens: Tokens, i: int) -> Number | None:
    """The ordinal with its article at token `i` ("الحادي والعشرين": 21), or None."""
    if i >= len(tokens.words) or tokens.words[i] not in ORDINAL_WORDS:
        return None
    one = _ORDINALS.at(tokens, i) or _ORDINAL_ONES.at(tokens, i)
    if one is not None and one.sense < 10:
        ten = _ORDINAL_TENS.at(tokens, one.end)
        if ten is not None and ten.clitics == 1 and tokens.words[one.end].startswith("و"):
            return Number(ten.end, one.clitics, one.sense + ten.sense)
    found = _ORDINALS.at(tokens, i) or _ORDINAL_TENS.at(tokens, i)
    return Number(found.end, found.clitics, found.sense) if found else None


def _digits(tokens: Tokens, i: int) -> Number | None:
    words = tokens.words
    if i >= len(words) or not words[i].isascii() or not words[i].isdigit():
        return None
    whole, end = words[i], i + 1
    while _spaced_thousands(tokens, i, end):
        whole, end = whole + words[end], end + 1
    while (
        end + 1 < len(words)
        and words[end] in _SEPARATORS
        and tokens.glued(end)
        and tokens.glued(end + 1)
        and len(words[end + 1]) == 3
        and words[end + 1].isdigit()
        and len(whole) <= 12
    ):
        whole += words[end + 1]
        end += 2
    if (
        end + 1 < len(words)
        and (words[end] in _POINTS or (words[end] == "," and len(words[end + 1]) < 3))
        and tokens.glued(end)
        and tokens.glued(end + 1)
        and words[end + 1].isdigit()
        and len(words[end + 1]) <= 6
        and not _another_point(tokens, end + 2)
    ):
        return Number(end + 2, 0, Fraction(f"{whole[:15]}.{words[end + 1]}"), digits=True)
    return Number(end, 0, Fraction(int(whole[:15])), digits=True)


def _spaced_thousands(tokens: Tokens, first: int, i: int) -> bool:
    """ "1 414 021": groups of three behind a group of at most three, a single space apart."""
    if i >= len(tokens) or len(tokens.words[first]) > 3 or tokens.words[first].startswith("0"):
        return False
    word = tokens.words[i]
    return (
        len(word) == 3
        and word.isascii()
        and word.isdigit()
        and tokens.starts[i] == tokens.ends[i - 1] + 1
    )


def _another_point(tokens: Tokens, i: int) -> bool:
    """Whether digits go on behind a second point: an address, no number."""
    return (
        i + 1 < len(tokens)
        and tokens.words[i] == "."
        and tokens.glued(i)
        and tokens.glued(i + 1)
        and tokens.words[i + 1].isdigit()
    )


def _words(tokens: Tokens, i: int) -> Number | None:
    if i >= len(tokens.words) or tokens.words[i] not in NUMBER_WORDS:
        return None
    found = _FRACTIONS.at(tokens, i)
    plain = _CARDINALS.at(tokens, i)
    many = _MULTIPLIERS.at(tokens, i)
    if plain is not None and many is not None and not _counts_a_noun(tokens, plain.end):
        plain = None
    if plain is not None and (found is None or plain.end >= found.end):
        return Number(plain.end, plain.clitics, plain.sense)
    if many is not None:
        return Number(many.end, many.clitics, many.sense)
    if found is not None:
        return Number(found.end, found.clitics, found.sense)
    return _one_and_tens(tokens, i)


def _counts_a_noun(tokens: Tokens, i: int) -> bool:
    """Whether the word at `i` can be what "ألفا" counts: it is two thousand only before a noun,
    else the accusative of one ("ألفا وأربعمئة يوم")."""
    if i >= len(tokens.words) or not tokens.words[i][0].isalpha():
        return False
    if not tokens.words[i].startswith("و"):
        return True
    part = _words(tokens, i + (tokens.words[i] == "و"))
    return part is None or part.value < 1


def _one_and_tens(tokens: Tokens, i: int) -> Number | None:
    """ "إحدى وعشرين": words that are one only before a ten."""
    one = _ONES_BEFORE_TENS.at(tokens, i)
    ten = _CARDINALS.at(tokens, one.end) if one else None
    if one is None or ten is None or ten.clitics != 1 or not 20 <= ten.sense <= 90:
        return None
    if not tokens.words[one.end].startswith("و"):
        return None
    return Number(ten.end, one.clitics, one.sense + ten.sense)


def _sum(tokens: Tokens, first: Number) -> Number:
    """`first` multiplied and added to by what follows it.

    `group` is what was said since the last thousand or greater, `place` the place of the last
    digit that was said, under which the next part must lie.
    """
    total, group, end = Fraction(0), first.value, first.end
    place = _place(first.value)
    only_digits = first.digits
    while True:
        if group >= 1000 and place >= 1000 and not only_digits:
            total, group = total + group, Fraction(0)
        many = _MULTIPLIERS.at(tokens, end)
        if many is not None and many.clitics == 0 and 0 < group < many.sense:
            group *= many.sense
            place, end, only_digits = many.sense, many.end, False
        else:
            part = None if only_digits else _added(tokens, end, place, group, total)
            if part is None:
                return Number(end, first.clitics, total + group, only_digits)
            group += part.value
            place, end = _place(part.value), part.end


def _added(
    tokens: Tokens, i: int, place: Fraction, group: Fraction, total: Fraction
) -> Number | None:
    """The next part, written with و before it, that fits under what was said last."""
    if i >= len(tokens.words) or not tokens.words[i].startswith("و"):
        return None
    apart = tokens.words[i] == "و"
    part = _words(tokens, i + apart)
    if part is None or part.clitics != (0 if apart else 1):
        return None
    if part.value == Fraction(1, 2):
        return Number(part.end, 0, place / 2) if place != 10 else None
    ones_before_tens = 0 < group % 10 == group % 100 and 20 <= part.value <= 90
    # "مئة ألف وألفان": one or two of a multiplier stand apart from its hundreds
    apart_from_hundreds = total % (100 * place) == 0 < total and part.value in {place, 2 * place}
    fits = 1 <= part.value < place or ones_before_tens or (place >= 1000 and apart_from_hundreds)
    return part if fits else None


def _place(value: Fraction) -> Fraction:
    """The power of ten of the last digit that is not zero: 120 gives 10, 3000 gives 1000."""
    place = 1
    whole = int(value)
    while whole and whole % 10 == 0:
        whole //= 10
        place *= 10
    return Fraction(place)
