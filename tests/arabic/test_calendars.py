"""The calendars: every month name of the region, and Hijri days by the Umm al-Qura tables."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.arabic.calendars import (
    HIJRI_YEARS,
    bare_weekdays,
    hijri_day,
    hijri_month,
    hijri_year,
    months,
    weekdays,
)
from waqai.arabic.dates import read_month
from waqai.arabic.tokens import tokenize
from waqai.model.times import CalendarSystem

_FAMILIES = {
    "egypt and the gulf": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "egypt, older": (
        "يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيه",
        "يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "levant and iraq": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
        "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ),
    "tunisia and algeria": (
        "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان",
        "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "morocco": (
        "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو",
        "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
    ),
    "english": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_HIJRI = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
)  # fmt: skip


@pytest.mark.parametrize("family", _FAMILIES)
def test_every_family_names_twelve_months(family: str) -> None:
    read = [read_month(tokenize(name), 0) for name in _FAMILIES[family]]
    assert [month.number if month else None for month in read] == list(range(1, 13))
    assert all(month and month.calendar is CalendarSystem.GREGORIAN for month in read)


def test_the_hijri_year_names_twelve_months() -> None:
    read = [read_month(tokenize(name), 0) for name in _HIJRI]
    assert [month.number if month else None for month in read] == list(range(1, 13))
    assert all(month and month.calendar is CalendarSystem.HIJRI for month in read)


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize("template", ["{}/{}", "{} / {}", "{} ({})", "{}-{}", "{}|{}"])
def test_a_double_name_is_one_month(number: int, template: str) -> None:
    levantine = _FAMILIES["levant and iraq"][number - 1]
    egyptian = _FAMILIES["egypt and the gulf"][number - 1]
    tokens = tokenize(template.format(levantine, egyptian) + " 2022")
    month = read_month(tokens, 0)
    assert month is not None
    assert (month.number, month.sure, len(month.names)) == (number, True, 2)
    assert tokens.words[month.end] == "2022"


def test_two_months_are_not_a_double_name() -> None:
    month = read_month(tokenize("تموز/آب"), 0)
    assert month is not None
    assert (month.number, month.end) == (7, 1)


@pytest.mark.parametrize("name", ["ماي", "مارس", "رمضان", "رجب", "شعبان", "صفر", "آب", "نيسان"])
def test_a_name_that_is_another_word_too_is_not_sure(name: str) -> None:
    found = months().at(tokenize(name), 0)
    assert found is not None
    assert not found.sense.sure


@pytest.mark.parametrize(
    ("name", "number"),
    [("الاثنين", 1), ("الإثنين", 1), ("الثلاثاء", 2), ("الثلثاء", 2), ("الأربعاء", 3),
     ("الخميس", 4), ("الجمعة", 5), ("السبت", 6), ("الأحد", 7), ("Monday", 1), ("Sunday", 7)],
)  # fmt: skip
def test_a_weekday_has_its_iso_number(name: str, number: int) -> None:
    found = weekdays().at(tokenize(name), 0)
    assert found is not None
    assert found.sense == number


def test_a_weekday_without_article_is_kept_apart() -> None:
    assert weekdays().at(tokenize("أحد"), 0) is None
    found = bare_weekdays().at(tokenize("أحد"), 0)
    assert found is not None
    assert found.sense == 7


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        ((1400, 1, 1), date(1979, 11, 20)),
        ((1420, 9, 1), date(1999, 12, 9)),
        ((1441, 9, 1), date(2020, 4, 24)),
        ((1443, 12, 9), date(2022, 7, 8)),
        ((1444, 10, 1), date(2023, 4, 21)),
        ((1445, 9, 1), date(2024, 3, 11)),
        ((1446, 1, 1), date(2024, 7, 7)),
        ((1446, 10, 1), date(2025, 3, 30)),
        ((1446, 12, 10), date(2025, 6, 6)),
        ((1447, 1, 1), date(2025, 6, 26)),
    ],
)
def test_a_hijri_date_is_that_day(hijri: tuple[int, int, int], day: date) -> None:
    assert hijri_day(*hijri) == day
    assert hijri_year(day) == hijri[0]


@pytest.mark.parametrize(
    "hijri", [(1447, 13, 1), (1447, 0, 1), (1447, 2, 31), (1300, 1, 1), (1501, 1, 1), (0, 0, 0)]
)
def test_a_hijri_date_that_is_none_has_no_day(hijri: tuple[int, int, int]) -> None:
    assert hijri_day(*hijri) is None


@given(st.integers(1365, 1500), st.integers(1, 12))  # the tables before count 27 to 31 days
def test_hijri_months_follow_each_other_without_a_gap(year: int, month: int) -> None:
    days = hijri_month(year, month)
    assert days is not None
    first, last = days
    assert (last - first).days + 1 in {29, 30}
    assert hijri_year(first) == hijri_year(last) == year
    following = hijri_month(year + month // 12, month % 12 + 1)
    assert following is None or following[0] == last + timedelta(days=1)


@given(st.dates())
def test_the_hijri_year_of_any_day_is_tabled_or_unknown(day: date) -> None:
    year = hijri_year(day)
    assert year is None or year in HIJRI_YEARS
