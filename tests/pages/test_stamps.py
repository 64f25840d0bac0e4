"""Lines that are stamps, what they say, and lines with a date that are none."""

import pytest

from waqai.model.page import StampRole
from waqai.pages.lines import words
from waqai.pages.stamps import stamp_line, stamp_prefix, stamp_suffix


def _stamps(line: str) -> list[tuple[str, str]] | None:
    found = stamp_line(line, 0, len(line), words(line, 0, len(line)))
    return [(s.role.value, str(s.day)) for s in found[0]] if found else None


@pytest.mark.parametrize(
    ("line", "stamps"),
    [
        ("الخميس 04 سبتمبر 2025 - 04:25 ص", [("header", "2025-09-04")]),
        ("تاريخ النشر: 21st, October 2025 GMT", [("published", "2025-10-21")]),
        ("أوروبا 09-08-2025 | 03:35", [("header", "2025-08-09")]),
        ("نشر: 2022-02-27 19:56 آخر تحديث: 2022-02-28 00:37",
         [("published", "2022-02-27"), ("modified", "2022-02-28")]),
        ("نشر في: الأربعاء 26 نوفمبر 2025 - 10:28 م | آخر تحديث: الأربعاء 26 نوفمبر 2025 - 10:28 م",
         [("published", "2025-11-26"), ("modified", "2025-11-26")]),
        ("السبت 18 شوال 1445 هـ - 27 أبريل 2024 |", [("header", "2024-04-27")]),
        ("نشر بتاريخ: ٦ كانون الأول ٢٠٢٤", [("published", "2024-12-06")]),
        ("2025-06-07@00:08:18 GMT", [("header", "2025-06-07")]),
        ("نشر في المدينة اليوم يوم 12 - 03 - 2025", [("published", "2025-03-12")]),
        ("كمال أحمد 4 أوت 2025", [("header", "2025-08-04")]),
        ("منذ 59 دقيقة", []),
        ("قبل ساعتين", []),
        ("10:35 ص", []),
        ("تاريخ النشر:", []),
    ],
)  # fmt: skip
def test_a_line_of_stamps_says_days_and_roles(line: str, stamps: list[tuple[str, str]]) -> None:
    assert _stamps(line) == stamps


@pytest.mark.parametrize(
    "line",
    [
        "أسعار الذهب اليوم الخميس 7 أغسطس 2025",
        "وصل الوفد إلى المدينة في 7 أغسطس 2025 لإجراء محادثات",
        "ذكرى حرب 6 أكتوبر 1973 في متحف المدينة",
        "10 من 10",
        "خمسة قتلى في حادث",
    ],
)
def test_a_line_that_tells_of_a_day_is_no_stamp(line: str) -> None:
    assert _stamps(line) is None


def test_a_labelled_date_is_cut_off_before_a_title() -> None:
    line = "date 2025-08-07 وصول الوفد إلى المدينة غدا لبحث فتح المعبر الشمالي أمام الشاحنات"
    found = stamp_prefix(line, 0, len(line))
    assert found is not None
    (stamp,), end = found
    assert (stamp.role, stamp.text, line[end:].split()[0]) == (
        StampRole.HEADER, "2025-08-07", "وصول",
    )  # fmt: skip


def test_a_date_glued_behind_the_last_sentence_is_cut_off() -> None:
    line = "قال الوزير إن المعبر سيفتح قريبا. 22.11.2025, سبوتنيك عربي"
    found = stamp_suffix(line, 0, len(line))
    assert found is not None
    assert [str(stamp.day) for stamp in found[0]] == ["2025-11-22"]
    assert line[found[1] :].startswith("22.11.2025")
