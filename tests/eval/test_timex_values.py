"""TIMEX3 values under one notation, and the days they cover."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.timex import clock_part, day_part, days_of, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2016-11-07T16", "2016-11-07T16:00"),
        ("T16:00:00", "T16"),
        ("XXXX-XX-XXT07:30", "T07:30"),
        ("2016-11-07T16:00+03:00", "2016-11-07T16:00"),
        ("2016-11-07T16:00Z", "2016-11-07T16"),
        ("2016-W45-1", "2016-11-07"),
        ("2016-W45-1TMO", "2016-11-07TMO"),
        ("PT60M", "PT1H"),
        ("P7D", "P1W"),
        ("P12M", "P1Y"),
        ("P1.5Y", "P18M"),
        ("XXXX-SU", "SU"),
    ],
)
def test_notations_of_one_value_fall_together(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2016-11-07TAF", "2016-11-07T16:00"),
        ("T08:00:31", "T08:00"),
        ("P1M", "P30D"),
        ("PT1M", "P1M"),
        ("PXD", "P3D"),
        ("2016-W45", "2016-11-07"),
        ("2016-SU", "SU"),
    ],
)
def test_different_values_stay_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-11-07", "2016-11-07", "2016-11-07"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-W45", "2016-11-07", "2016-11-13"),
        ("2016-W45-WE", "2016-11-12", "2016-11-13"),
        ("2016-Q3", "2016-07-01", "2016-09-30"),
        ("2016-H2", "2016-07-01", "2016-12-31"),
        ("197", "1970-01-01", "1979-12-31"),
    ],
)
def test_a_calendar_value_covers_its_days(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["2016-SU", "P3D", "XXXX-10-02", "2016-02-30", "FUTURE_REF", ""])
def test_what_is_no_span_of_days_covers_none(value: str) -> None:
    assert days_of(value) is None


def test_day_and_clock_are_told_apart() -> None:
    assert (day_part("2016-11-07TEV"), clock_part("2016-11-07TEV")) == ("2016-11-07", "TEV")
    assert clock_part("PT3H") == ""


@given(st.text(max_size=20) | st.text("PTXWM0123456789.:-", max_size=12))
def test_any_text_has_a_plain_form_that_is_stable(text: str) -> None:
    assert plain(plain(text)) == plain(text)
