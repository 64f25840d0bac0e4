"""Folding: one form for many spellings, and no offset moves."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.arabic.letters import arabic_share, bare, fold, strip_marks


def test_folding_keeps_the_length_of_every_code_point() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    folded = fold(every)
    assert len(folded) == len(every)
    assert fold(folded) == folded


@given(st.text(), st.text())
def test_folding_works_letter_by_letter(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)
    assert len(fold(left)) == len(left)


@given(st.text(alphabet="أإآاىيةهؤوئپکك٠١۴9AZaz ًّٰـ\u200f\u00a0"))
def test_the_bare_form_is_the_fold_without_marks_and_is_stable(text: str) -> None:
    assert bare(text) == strip_marks(fold(text))
    assert bare(bare(text)) == bare(text)


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("أحمد", "احمد"), ("إيران", "ايران"), ("آب", "اب"), ("القاهرة", "القاهره"),
        ("موسى", "موسي"), ("مسؤول", "مسوول"), ("مئة", "ميه"), ("کانون", "كانون"),
        ("الأحـــد", "الاحد"), ("غَدًا", "غدا"), ("٢٠٢٥", "2025"), ("۲۰۲۵", "2025"),
        ("MAY", "may"), ("\u200fأمس\u200e", "امس"), ("یوم", "يوم"), ("7\u00a0مايو", "7 مايو"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_are_one(written: str, other: str) -> None:
    assert bare(written) == bare(other)


@pytest.mark.parametrize(("one", "other"), [("غدا", "عدا"), ("سبت", "ست"), ("أمس", "أمش")])
def test_words_that_differ_stay_apart(one: str, other: str) -> None:
    assert bare(one) != bare(other)


@pytest.mark.parametrize(
    ("text", "share"), [("", 0.0), ("123 - ?", 0.0), ("قمة", 1.0), ("قمة abc", 0.5), ("NATO", 0.0)]
)
def test_the_share_of_arabic_counts_letters_alone(text: str, share: float) -> None:
    assert arabic_share(text) == share


@given(st.text())
def test_the_share_of_arabic_lies_between_none_and_all(text: str) -> None:
    assert 0.0 <= arabic_share(text) <= 1.0
