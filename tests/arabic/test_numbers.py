"""Numbers in words: what Arabic spells for a number, whatever gender and case, reads back as it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from waqai.arabic.numbers import (
    parse_definite_number,
    parse_digits,
    parse_number,
    parse_ordinal,
)
from waqai.arabic.tokens import tokenize
from waqai.knowledge import load

_EXAMPLES = [(row["text"], Fraction(row["value"])) for row in load("numbers")["example"]]


class Style(NamedTuple):
    """How a number is spelled: gender of what is counted, case, and the habits of writers."""

    feminine: bool = False
    genitive: bool = False
    old_hundred: bool = False  # مائة for مئة
    hundreds_apart: bool = False  # ثلاث مئة for ثلاثمئة
    classical_one: bool = False  # إحدى وعشرون for واحدة وعشرون


_STYLES = st.builds(
    Style,
    feminine=st.booleans(),
    genitive=st.booleans(),
    old_hundred=st.booleans(),
    hundreds_apart=st.booleans(),
    classical_one=st.booleans(),
)
_STEMS = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني", 9: "تسع", 10: "عشر"}
_TENS = {2: "عشر", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
#: One of each group of three digits, two of it, three to ten of it, and behind a ten.
_GROUPS = {
    1: ("ألف", "ألف", "آلاف", "ألفا"),
    2: ("مليون", "مليون", "ملايين", "مليونا"),
    3: ("مليار", "مليار", "مليارات", "مليارا"),
}


def spell(number: int, style: Style) -> str:
    """`number` (0 to 999,999,999,999) in words."""
    if number == 0:
        return "صفر"
    parts: list[str] = []
    for group in (3, 2, 1, 0):
        count = number // 1000**group % 1000
        if count:
            parts += _group(count, group, style) if group else [_hundreds(count, style)]
    return " و".join(parts)


def _group(count: int, group: int, style: Style) -> Iterator[str]:
    """Thousands, millions, milliards: the noun counted is masculine, and agrees with the count."""
    one, dual, plural, accusative = _GROUPS[group]
    style = style._replace(feminine=False)
    rest = count % 100
    if count > 100 and rest in (1, 2):  # "مئة ألف وألفان": the two stand apart
        yield f"{_hundreds(count - rest, style, construct=True)} {one}"
        count = rest
    if count == 1:
        yield one
    elif count == 2:
        yield dual + ("ين" if style.genitive else "ان")
    else:
        noun = plural if 3 <= rest <= 10 else accusative if rest > 10 else one
        yield f"{_hundreds(count, style, construct=True)} {noun}"


def _hundreds(count: int, style: Style, *, construct: bool = False) -> str:
    hundred = "مائة" if style.old_hundred else "مئة"
    hundreds, rest = divmod(count, 100)
    parts: list[str] = []
    if hundreds == 1:
        parts.append(hundred)
    elif hundreds == 2:
        dual = hundred[:-1] + ("تين" if style.genitive else "تان")
        parts.append(dual[:-1] if construct and not rest else dual)
    elif hundreds:
        stem = "ثمان" if hundreds == 8 and not style.hundreds_apart else _STEMS[hundreds]
        parts.append(stem + (" " if style.hundreds_apart else "") + hundred)
    if rest:
        parts.append(_below_hundred(rest, style))
    return " و".join(parts)


def _below_hundred(count: int, style: Style) -> str:
    tens, ones = divmod(count, 10)
    if count <= 10:
        return _ones(count, style)
    if count == 11:
        return "إحدى عشرة" if style.feminine else "أحد عشر"
    if count == 12:
        two = "اثنتي" if style.feminine else "اثني"
        two = two if style.genitive else two[:-1] + "ا"
        return f"{two} {'عشرة' if style.feminine else 'عشر'}"
    if tens == 1:
        return f"{_ones(ones, style)} {'عشرة' if style.feminine else 'عشر'}"
    ten = _TENS[tens] + ("ين" if style.genitive else "ون")
    if not ones:
        return ten
    one = "إحدى" if ones == 1 and style.feminine and style.classical_one else _ones(ones, style)
    return f"{one} و{ten}"


def _ones(count: int, style: Style) -> str:
    """One to ten; from three on the number takes the gender that what it counts has not."""
    if count == 1:
        return "واحدة" if style.feminine else "واحد"
    if count == 2:
        return ("اثنت" if style.feminine else "اثن") + ("ين" if style.genitive else "ان")
    return _STEMS[count] + ("" if style.feminine else "ة")


@pytest.mark.parametrize(("text", "value"), _EXAMPLES)
def test_an_example_of_the_knowledge_holds(text: str, value: Fraction) -> None:
    tokens = tokenize(text)
    found = parse_number(tokens, 0)
    assert found is not None
    assert (found.value, found.end) == (Fraction(value), len(tokens))


@pytest.mark.parametrize(
    ("number", "style", "spelled"),
    [
        (11, Style(feminine=True), "إحدى عشرة"),
        (12, Style(genitive=True), "اثني عشر"),
        (28, Style(feminine=True, genitive=True), "ثماني وعشرين"),
        (21, Style(feminine=True, classical_one=True), "إحدى وعشرون"),
        (1973, Style(genitive=True), "ألف وتسعمئة وثلاثة وسبعين"),
        (200_000, Style(), "مئتا ألف"),
        (120_300, Style(genitive=True), "مئة وعشرين ألفا وثلاثمئة"),
        (102_000, Style(), "مئة ألف وألفان"),
        (3_200_000_000, Style(genitive=True), "ثلاثة مليارات ومئتي مليون"),
    ],
)
def test_the_speller_spells_as_grammars_do(number: int, style: Style, spelled: str) -> None:
    assert spell(number, style) == spelled


_NUMBERS = st.one_of(
    st.integers(0, 9_999_999_999),
    st.integers(0, 9999),
    # round numbers, in which whole groups of digits are silent
    st.builds(lambda n, zeros: n * 10**zeros, st.integers(1, 999), st.integers(0, 7)),
)


@given(number=_NUMBERS, style=_STYLES)
@example(number=21, style=Style(feminine=True, classical_one=True))
@example(number=101_000, style=Style())
@example(number=102_000, style=Style())
@example(number=2_000_000_000, style=Style())
@example(number=1_400, style=Style(genitive=True))
@settings(deadline=None, max_examples=600)
def test_a_spelled_number_reads_back(number: int, style: Style) -> None:
    tokens = tokenize(spell(number, style))
    found = parse_number(tokens, 0)
    assert found is not None
    assert (found.value, found.end, found.clitics) == (Fraction(number), len(tokens), 0)


@given(number=st.integers(3, 999_999), style=_STYLES, clitic=st.sampled_from(["و", "ب", "ل", "وب"]))
@settings(deadline=None)
def test_a_clitic_before_a_number_is_counted(number: int, style: Style, clitic: str) -> None:
    spelled = spell(number, style)
    tokens = tokenize(clitic + spelled)
    found = parse_number(tokens, 0)
    assert found is not None
    assert (found.value, found.end, found.clitics) == (Fraction(number), len(tokens), len(clitic))


@given(
    number=st.integers(0, 10**15 - 1), arabic=st.booleans(), separator=st.sampled_from([",", "٬"])
)
def test_digits_of_both_scripts_read_back(number: int, arabic: bool, separator: str) -> None:
    text = f"{number:,}".replace(",", separator)
    if arabic:
        text = text.translate({ord("0") + d: chr(0x660 + d) for d in range(10)})
    tokens = tokenize(text)
    found = parse_digits(tokens, 0)
    assert found is not None
    assert (found.value, found.end, found.digits) == (Fraction(number), len(tokens), True)


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("15 ألف", 15_000, 2),
        ("3,5 ملايين", 3_500_000, 4),
        ("ألفان وخمسمئة جندي", 2_500, 2),
        ("ألفا وأربعمئة يوم", 1_400, 2),
        ("ألفا جندي", 2_000, 1),
        ("مليونا نازح", 2_000_000, 1),
        ("ثلاثة آلاف وأربعمئة", 3_400, 3),
        ("مئة وواحد ألف", 101_000, 3),
        ("ألف وتسعمائة", 1_900, 2),
        ("ثلاثة و عشرون", 23, 3),
        ("خمسة أيام", 5, 1),
        ("عشرين وعشرين", 20, 1),
        ("ثلاثة وأربعة", 3, 1),
        ("مليون ونصف المليون", Fraction(1_500_000), 2),
    ],
)
def test_a_number_ends_where_it_must(text: str, value: int | Fraction, end: int) -> None:
    found = parse_number(tokenize(text), 0)
    assert found is not None
    assert (found.value, found.end) == (Fraction(value), end)


@pytest.mark.parametrize(
    "text", ["أحد", "إحدى", "الوزير", "و", "", "-", "إحدى الدول", "أحد المارة"]
)
def test_no_number_is_read(text: str) -> None:
    assert parse_number(tokenize(text), 0) is None


_ORDINALS = {
    1: ("الأول", "الأولى"), 2: ("الثاني", "الثانية"), 3: ("الثالث", "الثالثة"),
    4: ("الرابع", "الرابعة"), 5: ("الخامس", "الخامسة"), 6: ("السادس", "السادسة"),
    7: ("السابع", "السابعة"), 8: ("الثامن", "الثامنة"), 9: ("التاسع", "التاسعة"),
    10: ("العاشر", "العاشرة"),
}  # fmt: skip


def spell_ordinal(number: int, *, feminine: bool, genitive: bool) -> str:
    """The ordinal `number` (1 to 99) with its article."""
    tens, ones = divmod(number, 10)
    one = ("الحادي", "الحادية")[feminine] if ones == 1 else _ORDINALS.get(ones, ("", ""))[feminine]
    if number <= 10:
        return _ORDINALS[number][feminine]
    if tens == 1:
        return f"{one} {'عشرة' if feminine else 'عشر'}"
    ten = "ال" + _TENS[tens] + ("ين" if genitive else "ون")
    return f"{one} و{ten}" if ones else ten


@pytest.mark.parametrize("genitive", [False, True])
@pytest.mark.parametrize("feminine", [False, True])
@pytest.mark.parametrize("number", range(1, 100))
def test_a_spelled_ordinal_reads_back(number: int, feminine: bool, genitive: bool) -> None:
    spelled = spell_ordinal(number, feminine=feminine, genitive=genitive)
    for text, clitics in ((spelled, 0), ("و" + spelled, 1), ("لل" + spelled[2:], 1)):
        tokens = tokenize(text)
        found = parse_ordinal(tokens, 0)
        assert found is not None
        assert (found.value, found.end, found.clitics) == (Fraction(number), len(tokens), clitics)


@pytest.mark.parametrize("text", ["أول", "الحادي", "العشرة", "الأولوية", "الرابعون", "15"])
def test_no_ordinal_is_read(text: str) -> None:
    assert parse_ordinal(tokenize(text), 0) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("الـ24", 24), ("الثلاثة", 3), ("الخمسة والعشرين", 25), ("العشرين", 20), ("الخمس", 5)],
)
def test_a_number_with_its_article_is_read(text: str, value: int) -> None:
    tokens = tokenize(text)
    found = parse_definite_number(tokens, 0)
    assert found is not None
    assert (found.value, found.end) == (Fraction(value), len(tokens))
