"""Numbers, windows and lists in Arabic words."""

from fractions import Fraction

import pytest

from waqai.exports.telling import kind_name, listed, quantity_words, window_words
from waqai.model.names import QuantityMention


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (Fraction(65_000_000_000), None, "65,000,000,000 فأكثر"),
        (None, Fraction(7), "7 فأقل"),
        (Fraction(25), Fraction(30), "بين 25 و30"),
        (Fraction(5, 2), Fraction(5, 2), "2.5"),
        (Fraction(100), Fraction(100), "100"),
        (None, None, "عدد غير محدد"),
    ],
)
def test_a_quantity_tells_its_bounds(
    low: Fraction | None, high: Fraction | None, words: str
) -> None:
    assert quantity_words(QuantityMention(0, 1, low, high)) == f"كمية، {words}"


def test_a_quantity_tells_its_unit_and_what_is_counted() -> None:
    mention = QuantityMention(0, 1, Fraction(3), Fraction(3), "USD", "منحة")
    assert quantity_words(mention) == "كمية، 3، دولار أميركي، منحة"
    assert quantity_words(QuantityMention(0, 1, None, None, "parsec")).endswith("، parsec")


@pytest.mark.parametrize("number", [Fraction(10**5000), Fraction(10**400 + 1, 2)])
def test_a_number_beyond_all_use_breaks_nothing(number: Fraction) -> None:
    assert "000,000" in quantity_words(QuantityMention(0, 1, number, number))


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, ""),
        ("2025-08-16", "2025-08-16", "السبت 16 أغسطس 2025"),
        ("2025-08-16", None, "منذ السبت 16 أغسطس 2025"),
        (None, "2025-08-16", "حتى السبت 16 أغسطس 2025"),
        ("2025-08-16", "2025-08-17", "بين السبت 16 أغسطس 2025 والأحد 17 أغسطس 2025"),
    ],
)
def test_a_window_of_days(earliest: str | None, latest: str | None, words: str) -> None:
    assert window_words(earliest, latest) == words


def test_what_is_missing_or_said_already_is_left_out_of_a_list() -> None:
    assert listed(["روسيا", None, "", "الهند", "روسيا"]) == "روسيا، الهند"


def test_a_kind_that_no_frame_knows_has_no_name() -> None:
    assert kind_name("no such kind") is None
