"""Times solved against a publication day: a day, a window, or nothing known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.mentions.times import find_times
from waqai.model.annotated import Timex
from waqai.model.page import Span
from waqai.model.publication import Publication
from waqai.resolve.timex import solve


def _solve(text: str, earliest: date | None, latest: date | None) -> list[Timex]:
    times, _ = find_times(text, [Span(0, len(text))])
    return list(solve(times, Publication(earliest, latest)))


def _told(
    text: str, earliest: date | None, latest: date | None
) -> list[tuple[str, str | None, str | None]]:
    return [(t.value, t.earliest, t.latest) for t in _solve(text, earliest, latest)]


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("وصل أمس", "XXXX-XX-XX", "2025-08-03", "2025-08-06"),
        ("اجتمع الأسبوع الماضي", "2025-W31", "2025-07-26", "2025-08-03"),
        ("وصل الشهر الماضي", "2025-07", "2025-07-01", "2025-07-31"),
        ("خلال العام الجاري", "2025", "2025-01-01", "2025-12-31"),
        ("في 15 تموز 2024", "2024-07-15", "2024-07-15", "2024-07-15"),
        ("التقى الوفد الجمعة الماضي", "2025-08-01", "2025-08-01", "2025-08-01"),
        ("وصل مساء أمس", "XXXX-XX-XXTEV", "2025-08-03", "2025-08-06"),
        ("سنراه في الأيام المقبلة", "FUTURE_REF", "2025-08-04", None),
        ("استمرت ثلاث سنوات", "P3Y", None, None),
        ("يجتمعون كل يوم جمعة", "XXXX-WXX-5", None, None),
    ],
)
def test_a_window_of_publication_narrows_what_it_can(
    text: str, value: str, earliest: str | None, latest: str | None
) -> None:
    assert _told(text, date(2025, 8, 4), date(2025, 8, 7)) == [(value, earliest, latest)]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "told"),
    [
        ("وصل أمس", None, date(2025, 8, 7), ("XXXX-XX-XX", None, "2025-08-06")),
        ("وصل أمس", date(2025, 8, 7), None, ("XXXX-XX-XX", "2025-08-06", None)),
        ("وصل أمس", None, None, ("XXXX-XX-XX", None, None)),
        ("سنلتقي الجمعة", None, None, ("XXXX-WXX-5", None, None)),
        ("عام 2014", None, None, ("2014", "2014-01-01", "2014-12-31")),
        ("في فبراير الماضي", None, None, ("XXXX-02", None, None)),
    ],
)
def test_an_open_side_stays_open(
    text: str, earliest: date | None, latest: date | None, told: tuple[str, str | None, str | None]
) -> None:
    assert _told(text, earliest, latest) == [told]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("عقدت القمة في 3 آب 2025 وانتهت في اليوم التالي", ["2025-08-03", "2025-08-04"]),
        ("التقيا في فبراير 2022 ثم في الشهر التالي", ["2022-02", "2022-03"]),
        ("بدأت عام 2014 وتوقفت في العام التالي", ["2014", "2015"]),
        ("وصل يوم 3 آب 2025 وغادر في اليوم نفسه", ["2025-08-03", "2025-08-03"]),
    ],
)
def test_a_time_may_count_from_the_one_before_it(text: str, values: list[str]) -> None:
    assert [t.value for t in _solve(text, date(2025, 8, 7), date(2025, 8, 7))] == values
    assert [t.value for t in _solve(text, None, None)] == values


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("مطلع يونيو 2025", "2025-06-01", "2025-06-10"),
        ("منتصف يونيو 2025", "2025-06-10", "2025-06-21"),
        ("أواخر يونيو 2025", "2025-06-21", "2025-06-30"),
        ("نهاية 2024", "2024-08-31", "2024-12-31"),
        ("بداية 2024", "2024-01-01", "2024-05-01"),
    ],
)
def test_a_part_of_a_time_is_about_a_third_of_it(text: str, earliest: str, latest: str) -> None:
    (timex,) = _solve(text, None, None)
    assert timex.earliest is not None
    assert timex.latest is not None
    assert abs(date.fromisoformat(timex.earliest) - date.fromisoformat(earliest)) <= timedelta(2)
    assert abs(date.fromisoformat(timex.latest) - date.fromisoformat(latest)) <= timedelta(2)


@pytest.mark.xfail(strict=True, reason="the third is taken of the months of both ends joined")
def test_a_part_of_a_month_is_taken_before_a_window_joins_two_months() -> None:
    (wide,) = _solve("مطلع الشهر الجاري", date(2025, 2, 4), date(2025, 3, 1))
    assert (wide.earliest, wide.latest) == ("2025-02-01", "2025-03-11")


def test_every_mention_has_its_timex_in_order() -> None:
    text = "قال أمس إن الهدنة التي استمرت ثلاثة أيام ستجدد كل أسبوع حتى نهاية 2025"
    times, _ = find_times(text, [Span(0, len(text))])
    assert [t.mention for t in solve(times, Publication(None, None))] == list(times)


_TEXTS = st.sampled_from(
    [
        "وصل أمس", "يغادر غدا", "التقى الوفد الجمعة", "سيلتقي الوفد الثلاثاء", "الأحد الماضي",
        "الاثنين المقبل", "الأسبوع الماضي", "الشهر المقبل", "العام الماضي", "قبل ثلاثة أيام",
        "مساء الخميس", "15 تموز 2024", "صيف 2024", "يوم 3 آذار الماضي",
        "شهر رمضان المقبل", "عيد الفطر الماضي",
    ]
)  # fmt: skip


@given(_TEXTS, st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 40), st.integers(0, 40))
def test_the_window_of_a_time_holds_what_every_day_of_publication_gives(
    text: str, first: date, width: int, step: int
) -> None:
    last = first + timedelta(width)
    day = min(first + timedelta(step), last)
    for wide, narrow in zip(_solve(text, first, last), _solve(text, day, day), strict=True):
        assert (wide.earliest or "") <= (narrow.earliest or "")
        assert (narrow.latest or "9") <= (wide.latest or "9")
        assert wide.value == narrow.value or "X" in wide.value
