"""The head of a first paragraph: what is cut off as a dateline and what is the sentence's own."""

import pytest

from waqai.pages.datelines import dateline


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("القاهرة 5 مايو 2025 (أ ش أ) - أعلن الوزير فتح المعبر.", "أعلن"),
        ("موسكو 17 أكتوبر 2025 (شينخوا) قد يفتح المعبر غدا.", "قد"),
        ("أربيل (كوردستان 24)- قال الوزير إن المعبر فتح.", "قال"),
        ("عمان 16 آب (بترا)- قال الوزير إن المعبر فتح.", "قال"),
        ("الدوحة في 16 أغسطس 2025 /قنا/ قال الوزير إن المعبر فتح.", "قال"),
        ("دبي، الإمارات العربية المتحدة (CNN)-- قال الوزير إن المعبر فتح.", "قال"),
        ("الدوحة 18 سبتمبر 2025 – رفض الوزير فتح المعبر.", "رفض"),
        ("سلمى حسن - ابوظبي في السبت 16 أغسطس 2025 04:12 صباحاً - قدم الوزير خطة.", "قدم"),
        ("الرياض - كتبت سلمى حسن - قال الوزير إن المعبر فتح.", "قال"),
        ("الثورة نت/وكالات قال الوزير إن المعبر فتح.", "قال"),
        ("الرباط - و م ع: قال الوزير إن المعبر فتح.", "قال"),
    ],
)
def test_a_dateline_is_cut_off(paragraph: str, rest: str) -> None:
    found = dateline(paragraph, 0, len(paragraph))
    assert found is not None
    assert paragraph[found.end :].split()[0] == rest


@pytest.mark.parametrize(
    "paragraph",
    [
        "نقلت وكالة (رويترز) عن الوزير أن المعبر سيفتح قريبا.",
        "قال الوزير (56 عاما) إن المعبر سيفتح قريبا.",
        "موسكو: لن نتراجع عن فتح المعبر قبل نهاية العام.",
        "أعلنت الأمم المتحدة - في بيان - أن المعبر سيفتح قريبا.",
        "في 5 مايو 2025 - وهو يوم الاثنين - فتح المعبر.",
        "توقع رئيس البلدية - وهو مهندس - فتح المعبر قريبا.",
    ],
)
def test_a_paragraph_without_dateline_is_left_whole(paragraph: str) -> None:
    assert dateline(paragraph, 0, len(paragraph)) is None
