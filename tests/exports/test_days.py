"""Days and windows in words."""

from datetime import date, timedelta

import pytest

from waqai.exports.days import date_prefix, day_ar, day_en, drawn, window_ar, window_en
from waqai.model.chronicle import Window

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


@pytest.mark.parametrize(
    ("window", "bar"),
    [
        (Window(_FIRST, _LAST), (_FIRST, _LAST)),
        (Window(_FIRST, None), (_FIRST, _FIRST)),
        (Window(None, _LAST), (_LAST, _LAST)),
        (Window(_FIRST, _FIRST + timedelta(days=31)), (_FIRST, _FIRST + timedelta(days=31))),
        (Window(_FIRST, _FIRST + timedelta(days=32)), (_FIRST + timedelta(days=32),) * 2),
    ],
)
def test_a_bar_shows_the_days_that_are_known(window: Window, bar: tuple[date, date]) -> None:
    assert drawn(window) == bar


def test_nothing_that_is_known_is_no_bar() -> None:
    with pytest.raises(ValueError, match="without a day"):
        drawn(Window())


def test_a_window_is_the_shortest_date_that_holds_it() -> None:
    def prefix(first: date | None, last: date | None) -> str | None:
        return date_prefix(Window(first, last))

    assert prefix(date(2025, 8, 16), date(2025, 8, 16)) == "2025-08-16"
    assert prefix(date(2025, 8, 1), date(2025, 8, 31)) == "2025-08"
    assert prefix(date(2025, 8, 31), date(2025, 9, 1)) == "2025"
    assert prefix(date(2025, 12, 31), date(2026, 1, 1)) is None
    assert prefix(date(2025, 8, 16), None) is None
