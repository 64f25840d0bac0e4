"""Times of day, in digits and in words, with their half of the day and their zone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.arabic.clocks import read_clock, read_spoken_clock, to_24
from waqai.arabic.tokens import tokenize
from waqai.model.times import Clock


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("04:25 ص", Clock(4, 25)),
        ("04:25ص", Clock(4, 25)),
        ("4:25 م", Clock(16, 25)),
        ("٠٤:٢٥ م", Clock(16, 25)),
        ("12:05 ص", Clock(0, 5)),
        ("12:30 م", Clock(12, 30)),
        ("12:30 ظهرا", Clock(12, 30)),
        ("1:15 ظهرا", Clock(13, 15)),
        ("11:45 ليلا", Clock(23, 45)),
        ("1:20 ليلا", Clock(1, 20)),
        ("12:10 ليلا", Clock(0, 10)),
        ("3:30 فجرا", Clock(3, 30)),
        ("5:00 عصرا", Clock(17, 0)),
        ("8 مساء", Clock(20)),
        ("10:30 AM", Clock(10, 30)),
        ("10:30PM", Clock(22, 30)),
        ("23:59:59", Clock(23, 59, 59)),
        ("00:00", Clock(0, 0)),
        ("24:00", Clock(0, 0)),
        ("17:35 GMT", Clock(17, 35, None, "UTC")),
        ("18,00 ت غ", Clock(18, 0, None, "UTC")),
        ("13.30 بتوقيت غرينتش", Clock(13, 30, None, "UTC")),
        ("20:00 بتوقيت مكة المكرمة", Clock(20, 0, None, "Asia/Riyadh")),
        ("20:00 بتوقيت القدس المحتلة", Clock(20, 0, None, "Asia/Jerusalem")),
        ("20:00 بالتوقيت المحلي", Clock(20, 0)),
        ("9:00 صباحا بتوقيت بيروت", Clock(9, 0, None, "Asia/Beirut")),
    ],
)
def test_a_time_in_digits_is_read(text: str, clock: Clock) -> None:
    tokens = tokenize(text)
    found = read_clock(tokens, 0)
    assert found is not None
    assert (found.clock, found.end) == (clock, len(tokens))


@pytest.mark.parametrize(
    "text",
    ["", "25:00", "12:60", "12:5", "4", "3-2", "الثامنة", "2025", "5 ملايين", "7:"],
)
def test_what_is_no_time_is_not_read(text: str) -> None:
    assert read_clock(tokenize(text), 0) is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("الثامنة", Clock(8)),
        ("الثامنة مساء", Clock(20)),
        ("الواحدة ظهرا", Clock(13)),
        ("الثانية عشرة ظهرا", Clock(12)),
        ("الثانية عشرة والنصف ليلا", Clock(0, 30)),
        ("الحادية عشرة والربع", Clock(11, 15)),
        ("السابعة والنصف صباحا", Clock(7, 30)),
        ("السابعة والثلث", Clock(7, 20)),
        ("السابعة وعشر دقائق", Clock(7, 10)),
        ("السابعة و 35 دقيقة", Clock(7, 35)),
        ("السابعة إلا عشر دقائق", Clock(6, 50)),
        ("الواحدة إلا الربع", Clock(12, 45)),
        ("التاسعة والنصف مساء بتوقيت غرينتش", Clock(21, 30, None, "UTC")),
        ("11:00", Clock(11, 0)),
        ("18", Clock(18)),
        ("4 فجرا", Clock(4)),
        ("العاشرة قبل الظهر", Clock(10)),
        ("الثالثة من بعد الظهر", Clock(15)),
    ],
)
def test_a_time_behind_the_word_hour_is_read(text: str, clock: Clock) -> None:
    tokens = tokenize(text)
    found = read_spoken_clock(tokens, 0)
    assert found is not None
    assert (found.clock, found.end) == (clock, len(tokens))


@pytest.mark.parametrize(
    ("text", "clock"), [("السابعة إلا ربعا", Clock(6, 45)), ("السابعة إلا ثلثا", Clock(6, 40))]
)
def test_a_part_less_than_the_hour_stands_in_the_accusative(text: str, clock: Clock) -> None:
    tokens = tokenize(text)
    found = read_spoken_clock(tokens, 0)
    assert found is not None
    assert (found.clock, found.end) == (clock, len(tokens))


@pytest.mark.parametrize("text", ["الثالثة عشرة", "الأخيرة", "والثامنة", "ثامنة", ""])
def test_an_ordinal_that_is_no_hour_is_not_read(text: str) -> None:
    assert read_spoken_clock(tokenize(text), 0) is None


@given(st.integers(0, 12), st.sampled_from([None, "am", "pm", "noon", "night"]))
def test_an_hour_of_a_part_of_the_day_is_an_hour_of_the_day(hour: int, half: str | None) -> None:
    found = to_24(hour, half)
    assert 0 <= found <= 24
    assert found % 12 == hour % 12


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
def test_every_time_of_the_day_reads_back(hour: int, minute: int, second: int) -> None:
    found = read_clock(tokenize(f"{hour:02d}:{minute:02d}:{second:02d}"), 0)
    assert found is not None
    assert found.clock == Clock(hour, minute, second)
