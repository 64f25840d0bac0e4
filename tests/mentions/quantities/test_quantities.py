"""Quantities: bounds, numbers and ranges, units, what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.arabic.tokens import tokenize
from waqai.mentions.quantities import find_quantities
from waqai.mentions.times import find_times
from waqai.model.page import Span

_CASES: list[tuple[str, str, int | None, int | None, str | None, str | None]] = [
    ("قتل 12 جنديا في الهجوم", "12 جنديا", 12, 12, None, "جنديا"),
    ("أصيب أكثر من 65 شخصا", "أكثر من 65 شخصا", 65, None, None, "شخصا"),
    ("خسرت أكثر من 65 مليار دولار", "أكثر من 65 مليار دولار", 65 * 10**9, None, "USD", None),
    ("نسبة بين 25 و30 بالمئة تقريبا", "بين 25 و30 بالمئة", 25, 30, "percent", None),
    ("نسبة 25-30 بالمئة", "25-30 بالمئة", 25, 30, "percent", None),
    ("فر عشرات الآلاف من السكان", "عشرات الآلاف من السكان", 20_000, 100_000, None, "السكان"),
    ("أدى إلى مقتل شخص وجرح آخرين", "شخص", 1, 1, None, "شخص"),
    ("قتلوا شخصين أمس", "شخصين", 2, 2, None, "شخصين"),
    ("أقل من مئة ألف برميل يوميا", "أقل من مئة ألف برميل يوميا", None, 100_000, "bpd", None),
    ("نزح نحو مئتي ألف لاجئ", "نحو مئتي ألف لاجئ", 200_000, 200_000, None, "لاجئ"),
    ("سقط 8 قتلى على الأقل", "8 قتلى على الأقل", 8, None, None, "قتلى"),
    ("على بعد 60 كيلومترا من الحدود", "60 كيلومترا", 60, 60, "km", None),
    ("تجمع نحو 100 آلية عسكرية", "نحو 100 آلية", 100, 100, None, "آلية"),
    ("قادة أكثر من عشرين دولة", "أكثر من عشرين دولة", 20, None, None, "دولة"),
    ("زاد بنحو 71 ألفا من السكان", "نحو 71 ألفا من السكان", 71_000, 71_000, None, "السكان"),
    ("وصل 31 من هؤلاء العمال", "31 من هؤلاء العمال", 31, 31, None, "العمال"),
    ("خسروا عشرات ملايين الدولارات", "عشرات ملايين الدولارات", 2 * 10**7, 10**8, "USD", None),
    ("غرامة قدرها 5 ملايين وون", "5 ملايين وون", 5 * 10**6, 5 * 10**6, "KRW", None),
    ("ثمنه $30 مليون", "$30 مليون", 30 * 10**6, 30 * 10**6, "USD", None),
]


@pytest.mark.parametrize(("text", "extent", "low", "high", "unit", "of"), _CASES)
def test_quantity(
    text: str, extent: str, low: int | None, high: int | None, unit: str | None, of: str | None
) -> None:
    (found,) = find_quantities(tokenize(text), ())
    assert text[found.start : found.end] == extent
    assert (found.low, found.high, found.unit, found.of) == (low, high, unit, of)


@pytest.mark.parametrize(
    "text",
    [
        "صواريخ إس-400 الروسية",
        "فاز 2-1 على ضيفه",
        "اعتقلوا مدنيين أبرياء",
        "القرار 2254",
        "ولست متأكدا من الأمر",
        "اشترى كميات هائلة من القمح",
        "مقاتلو طالبان في الجبل",
        "وهو في 17 من العمر",
        "واحدة من أخطر المحطات",
        "صواريخ سام 7 مهربة",
        "تقع 2 شرق المدينة",
        "بلغ الطول 1،8 كلم",
        "دفع 12345678901234567890 دولار",
    ],
)
def test_what_only_looks_like_a_quantity(text: str) -> None:
    assert find_quantities(tokenize(text), ()) == ()


def test_numbers_within_times_are_no_quantities() -> None:
    text = "في 12 مايو 2024 وصل 3 جنود بعد 5 أيام"
    times, _ = find_times(text, (Span(0, len(text)),))
    found = find_quantities(tokenize(text), times)
    assert [text[q.start : q.end] for q in found] == ["3 جنود"]


_PARTS = st.sampled_from(
    ["12", "3.5", "-", "و30", "بين", "أكثر من", "مئة", "ألف", "مليون", "دولار", "%", "شخصين",
     "مقتل", "شخص", "عشرات", "الآلاف", "من", "نصف", "،", "$", "على الأقل", "نحو", "\n", "ال"]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=12).map(" ".join))
def test_quantities_are_in_order_apart_and_bounded(text: str) -> None:
    at = 0
    for quantity in find_quantities(tokenize(text), ()):
        assert at <= quantity.start < quantity.end <= len(text)
        assert quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        at = quantity.end
