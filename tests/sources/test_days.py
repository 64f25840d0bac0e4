"""Machine-written datetimes become the day they name, in the offset they name it in."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.model.page import StampRole
from waqai.sources.days import address_stamp, stamp


@pytest.mark.parametrize(
    ("written", "day", "clock"),
    [
        ("2025-08-07", date(2025, 8, 7), None),
        (" 2025-08-07T10:30:00Z ", date(2025, 8, 7), time(10, 30)),
        ("2025-08-07T23:50:00+03:00", date(2025, 8, 7), time(23, 50)),
        ("2025-08-07T00:20:00-05:00", date(2025, 8, 7), time(0, 20)),
        ("2025-08-07T10:30:00+0300", date(2025, 8, 7), time(10, 30)),
        ("2025-08-07T10:30:00.123Z", date(2025, 8, 7), time(10, 30)),
        ("2025-08-07 10:30", date(2025, 8, 7), time(10, 30)),
        ("2025-08-07T00:00:00", date(2025, 8, 7), None),
        ("20250807", date(2025, 8, 7), None),
        ("20250807103000", date(2025, 8, 7), time(10, 30)),
        ("2025/8/7 10:30 PM", date(2025, 8, 7), time(22, 30)),
        ("2025/8/7 12:05 AM", date(2025, 8, 7), time(0, 5)),
        ("2025.08.07, 10:30", date(2025, 8, 7), time(10, 30)),
        ("٢٠٢٥-٠٨-٠٧", date(2025, 8, 7), None),
        ("Fri, 09 Feb 2018 17:35:12 GMT", date(2018, 2, 9), time(17, 35, 12)),
        ("Thu, 7 Aug 2025 23:59:00 +0300", date(2025, 8, 7), time(23, 59)),
        ("Thu Aug 07 2025 10:30:00 GMT+0300 (AST)", date(2025, 8, 7), time(10, 30)),
    ],
)
def test_a_datetime_keeps_the_day_it_is_written_with(
    written: str, day: date, clock: time | None
) -> None:
    found = stamp(written, StampRole.PUBLISHED)
    assert found is not None
    assert (found.day, found.clock, found.role) == (day, clock, StampRole.PUBLISHED)
    assert found.text == written.strip()


@pytest.mark.parametrize(
    "written",
    ["", "2025", "12:30", "07/08/2025", "2025-W32", "2025-13-40", "أمس", "1970-01-01T00:00:00Z",
     "0001-01-01T00:00:00", "2025-08", "99999999999999"],
)  # fmt: skip
def test_what_names_no_day_is_no_stamp(written: str) -> None:
    assert stamp(written, StampRole.PUBLISHED) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://site.example/2025/08/07/title/", date(2025, 8, 7)),
        ("https://site.example/2025/8/7", date(2025, 8, 7)),
        ("https://site.example/news/2025-08-07-title", date(2025, 8, 7)),
        ("https://site.example/ar/20250807-title", date(2025, 8, 7)),
        ("https://site.example/12025/08/07", None),
        ("https://site.example/2025/13/07", None),
        ("https://site.example/2025/08", None),
        ("https://site.example/?day=2025/08/07", None),
        ("https://site.example/story/20258071", None),
        ("http://[", None),
    ],
)
def test_an_address_names_a_day_in_its_path(url: str, day: date | None) -> None:
    found = address_stamp(url)
    assert (found and found.day) == day
    assert found is None or found.role is StampRole.URL


@given(st.text())
def test_no_text_raises(text: str) -> None:
    for found in (stamp(text, StampRole.GIVEN), address_stamp(text)):
        assert found is None or isinstance(found.day, date)
