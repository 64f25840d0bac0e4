"""Days and windows in words."""

from datetime import date

import pytest

from waqai.exports.days import day_ar, day_en, window_ar, window_en

_FIRST, _LAST = date(2022, 2, 5), date(2022, 2, 9)


@pytest.mark.parametrize(
    ("earliest", "latest", "en", "ar"),
    [
        (_FIRST, _FIRST, "Saturday 5 February 2022", "السبت 5 فبراير 2022"),
        (None, None, "undated", "غير معروف"),
        (_FIRST, None, "undated, not before 5 Feb 2022", "غير معروف، ليس قبل السبت 5 فبراير 2022"),
        (None, _LAST, "undated, not after 9 Feb 2022", "غير معروف، ليس بعد الأربعاء 9 فبراير 2022"),
        (
            _FIRST,
            _LAST,
            "undated, between 5 Feb 2022 and 9 Feb 2022",
            "غير معروف، بين السبت 5 فبراير 2022 والأربعاء 9 فبراير 2022",
        ),
    ],
)
def test_a_window_is_told_as_far_as_it_is_known(
    earliest: date | None, latest: date | None, en: str, ar: str
) -> None:
    assert window_en(earliest, latest) == en
    assert window_ar(earliest, latest) == ar


def test_early_years_are_told_too() -> None:
    assert day_en(date(622, 7, 19)).endswith("19 July 622")
    assert day_ar(date(622, 7, 19)).endswith("19 يوليو 622")
