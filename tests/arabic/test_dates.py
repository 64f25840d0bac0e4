"""Full dates as pages write them, from Rabat to Muscat, with the clock time beside them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.arabic.dates import full_day, read_date, written_dates
from waqai.arabic.tokens import tokenize
from waqai.model.times import CalendarDate, CalendarSystem

#: What is written, the day it is, and the time of day beside it.
_WRITTEN: list[tuple[str, date, time | None]] = [
    # Egypt, the Gulf, Sudan
    ("الخميس 07 أغسطس 2025 - 04:25 ص", date(2025, 8, 7), time(4, 25)),
    ("الخميس 7 أغسطس 2025 | 4:25 م", date(2025, 8, 7), time(16, 25)),
    ("الخميس, 07 أغسطس, 2025", date(2025, 8, 7), None),
    ("٧ أغسطس ٢٠٢٥", date(2025, 8, 7), None),
    ("الخميس ٧ أغسطس ٢٠٢٥ - ١١:٤٥ م", date(2025, 8, 7), time(23, 45)),
    ("السابع من أغسطس 2025", date(2025, 8, 7), None),
    ("السابع من شهر أغسطس عام 2025", date(2025, 8, 7), None),
    ("30 يونيه 2013", date(2013, 6, 30), None),
    ("23 يوليه سنة 1952", date(1952, 7, 23), None),
    ("الاثنين، 4 أغسطس 2025م", date(2025, 8, 4), None),
    ("الأربعاء الموافق 6 أغسطس 2025", date(2025, 8, 6), None),
    ("يوم الثلاثاء الموافق 5/8/2025", date(2025, 8, 5), None),
    ("19 ديسمبر 2018", date(2018, 12, 19), None),
    ("15 إبريل 2023", date(2023, 4, 15), None),
    ("15-ابريل-2023", date(2023, 4, 15), None),
    # the Levant, Iraq
    ("4 آب 2020", date(2020, 8, 4), None),
    ("الرابع من آب/أغسطس 2020", date(2020, 8, 4), None),
    ("4 آب (أغسطس) 2020", date(2020, 8, 4), None),
    ("17 تشرين الأول 2019", date(2019, 10, 17), None),
    ("17 تشرين الأول/أكتوبر 2019", date(2019, 10, 17), None),
    ("17 تشرين الأول / أكتوبر 2019", date(2019, 10, 17), None),
    ("8 كانون الأول 2024", date(2024, 12, 8), None),
    ("8 كانون أول 2024", date(2024, 12, 8), None),
    ("30 كانون الثاني 2005", date(2005, 1, 30), None),
    ("الحادي والثلاثين من أيار 2010", date(2010, 5, 31), None),
    ("العاشر من حزيران من عام 2014", date(2014, 6, 10), None),
    ("الأحد 9 نيسان، 2023", date(2023, 4, 9), None),
    ("٩ نيسان ٢٠٠٣", date(2003, 4, 9), None),
    ("1 شباط 2022 الساعة 10:30 مساء", date(2022, 2, 1), time(22, 30)),
    # the Maghreb
    ("14 جانفي 2011", date(2011, 1, 14), None),
    ("الجمعة 14 جانفي 2011 - 18:00", date(2011, 1, 14), time(18, 0)),
    ("22 فيفري 2019", date(2019, 2, 22), None),
    ("20 أفريل 1980", date(1980, 4, 20), None),
    ("8 ماي 1945", date(1945, 5, 8), None),
    ("19 جوان 1965", date(1965, 6, 19), None),
    ("5 جويلية 1962", date(1962, 7, 5), None),
    ("20 أوت 1955", date(1955, 8, 20), None),
    ("الفاتح من نوفمبر 1954", date(1954, 11, 1), None),
    ("20 غشت 1953", date(1953, 8, 20), None),
    ("الأحد 7 شتنبر 2025", date(2025, 9, 7), None),
    ("6 نونبر 1975", date(1975, 11, 6), None),
    ("10 دجنبر 2020", date(2020, 12, 10), None),
    ("30 يوليوز 1999", date(1999, 7, 30), None),
    # numbers and signs
    ("2025-08-07", date(2025, 8, 7), None),
    ("2025/08/07", date(2025, 8, 7), None),
    ("2025/8/7", date(2025, 8, 7), None),
    ("07-08-2025", date(2025, 8, 7), None),
    ("07/08/2025 12:30", date(2025, 8, 7), time(12, 30)),
    ("7.8.2025", date(2025, 8, 7), None),
    ("٢٠٢٥/٨/٧", date(2025, 8, 7), None),
    ("٧/٨/٢٠٢٥", date(2025, 8, 7), None),
    ("21/10/2025", date(2025, 10, 21), None),
    ("10/21/2025", date(2025, 10, 21), None),
    ("خميس, 07/02/2020 - 13:21", date(2020, 7, 2), time(13, 21)),
    ("الجمعة 07/02/2020", date(2020, 2, 7), None),
    ("الخميس 07/02/2020", date(2020, 7, 2), None),
    ("السبت، 2020-02-01", date(2020, 2, 1), None),
    ("Thu, 08/07/2025 - 10:00", date(2025, 8, 7), time(10, 0)),
    # English and French habits
    ("August 7, 2025", date(2025, 8, 7), None),
    ("Aug 7, 2025", date(2025, 8, 7), None),
    ("Aug. 7, 2025", date(2025, 8, 7), None),
    ("7 August 2025", date(2025, 8, 7), None),
    ("21st, October 2025", date(2025, 10, 21), None),
    ("October 21st, 2025", date(2025, 10, 21), None),
    ("Thursday, August 7, 2025 4:25 PM", date(2025, 8, 7), time(16, 25)),
    ("Thu 7 Aug 2025", date(2025, 8, 7), None),
    ("أغسطس 7, 2025", date(2025, 8, 7), None),
    ("أغسطس 7، 2025", date(2025, 8, 7), None),
    ("07 Aug 2025 23:10", date(2025, 8, 7), time(23, 10)),
    ("7 août 2025", date(2025, 8, 7), None),
    ("Jeudi 7 août 2025", date(2025, 8, 7), None),
    ("le 14 janvier 2011", date(2011, 1, 14), None),
    ("07 Aug, 2025", date(2025, 8, 7), None),
    ("Aug 7 2025", date(2025, 8, 7), None),
    ("7th of August 2025", date(2025, 8, 7), None),
    # signs within, and other orders
    ("07-أغسطس-2025", date(2025, 8, 7), None),
    ("7 ‏أغسطس، 2025", date(2025, 8, 7), None),
    ("٧‏/٨‏/٢٠٢٥", date(2025, 8, 7), None),
    ("٧‏/٨‏/٢٠٢٥ ١٠:٣٠ ص", date(2025, 8, 7), time(10, 30)),
    ("7 / 8 / 2025", date(2025, 8, 7), None),
    ("2025 أغسطس 7", date(2025, 8, 7), None),
    ("10:30 ص - الخميس 7 أغسطس 2025", date(2025, 8, 7), time(10, 30)),
    ("الساعة 10:30، 7 أغسطس 2025", date(2025, 8, 7), time(10, 30)),
    ("12 - 03 - 2025", date(2025, 3, 12), None),
    ("الأحد 4 مايو 2025 - 10:40 م القاهرة", date(2025, 5, 4), time(22, 40)),
    ("13 آذار/ مارس GMT 13:34 2016", date(2016, 3, 13), time(13, 34)),
    ("12 رجب 1447 ﻫ", date(2026, 1, 1), None),
    ("2025-06-07@00:08:18 GMT", date(2025, 6, 7), time(0, 8, 18)),
    # machine-written
    ("2025-08-07T10:30", date(2025, 8, 7), time(10, 30)),
    ("2025-08-07T10:30:15Z", date(2025, 8, 7), time(10, 30, 15)),
    ("2025-08-07T10:30:00+03:00", date(2025, 8, 7), time(10, 30)),
    ("2025-08-07 10:30:00", date(2025, 8, 7), time(10, 30)),
    # Hijri
    ("15 صفر 1447هـ", date(2025, 8, 9), None),
    ("١٥ صفر ١٤٤٧ هـ", date(2025, 8, 9), None),
    ("الأول من رمضان 1445", date(2024, 3, 11), None),
    ("9 ذو الحجة 1446هـ", date(2025, 6, 5), None),
    ("10 ذي الحجة 1446 هجرية", date(2025, 6, 6), None),
    ("1447/02/15هـ", date(2025, 8, 9), None),
    ("15/2/1447", date(2025, 8, 9), None),
    ("1 جمادى الأولى 1446", date(2024, 11, 3), None),
    ("السبت 15 صفر 1447 هـ", date(2025, 8, 9), None),
]

#: Not read yet, and what is wrong.
_FAULTS = {
    "Aug. 7, 2025": "the full stop of an abbreviated month parts it from the day",
    "2025 أغسطس 7": "the year before the month",
}


def _cases() -> list[object]:
    return [
        pytest.param(
            *row,
            id=row[0],
            marks=[pytest.mark.xfail(strict=True, reason=_FAULTS[row[0]])]
            if row[0] in _FAULTS
            else [],
        )
        for row in _WRITTEN
    ]


@pytest.mark.parametrize(("text", "day", "clock"), _cases())
@pytest.mark.parametrize("frame", ["{}", "تاريخ النشر: {}\nقال الوزير", "({})"])
def test_a_written_date_is_that_day(text: str, day: date, clock: time | None, frame: str) -> None:
    page = frame.format(text)
    found = written_dates(page)
    assert [(d.day, d.clock) for d in found] == [(day, clock)]
    assert page.find(text) <= found[0].start < found[0].end <= page.find(text) + len(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31 فبراير 2025", CalendarDate(2025, 2, 31)),
        ("2025-02-30", CalendarDate(2025, 2, 30)),
        ("31/4/2025", CalendarDate(2025, 4, 31)),
        ("29 شباط 2023", CalendarDate(2023, 2, 29)),
        ("30 صفر 1250هـ", CalendarDate(1250, 2, 30, calendar=CalendarSystem.HIJRI)),
    ],
)
def test_an_impossible_date_is_read_and_has_no_day(text: str, said: CalendarDate) -> None:
    found = written_dates(text)
    assert [(d.said, d.day) for d in found] == [(said, None)]


@pytest.mark.parametrize(
    "text",
    ["", "2025", "8/2025", "7 أغسطس", "32/13/2025", "1.2.3", "10-12-15", "192.168.2025.1",
     "5 شركات 2025", "الخميس", "هاتف 2025-8888-12", "12025-08-07"],
)  # fmt: skip
def test_what_is_no_full_date_is_not_read(text: str) -> None:
    assert written_dates(text) == []


def test_two_calendars_beside_each_other_are_two_dates_of_one_day() -> None:
    found = written_dates("السبت 15 صفر 1447هـ - 9 أغسطس 2025م")
    assert [d.day for d in found] == [date(2025, 8, 9)] * 2


def test_the_weekday_belongs_to_the_date_and_a_conjunction_does_not() -> None:
    text = "والخميس 7 أغسطس 2025"
    found = written_dates(text)
    assert [text[d.start : d.end] for d in found] == ["الخميس 7 أغسطس 2025"]


@given(
    st.dates(date(1900, 1, 1), date(2149, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y"]),
)
def test_every_numeric_day_first_or_year_first_reads_back(day: date, form: str) -> None:
    assert [d.day for d in written_dates(day.strftime(form))] == [day]


@given(st.dates(date(1900, 1, 1), date(2149, 12, 31)), st.booleans())
def test_a_weekday_tells_the_day_from_the_month(day: date, month_first: bool) -> None:
    names = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
    form = "%m/%d/%Y" if month_first else "%d/%m/%Y"
    found = written_dates(f"{names[day.weekday()]} {day.strftime(form)}")
    assert [d.said.weekday for d in found] == [day.isoweekday()]
    other = day.strftime("%d/%m/%Y") == day.strftime("%m/%d/%Y")
    if not month_first or day.day > 12 or other:
        assert found[0].day == day


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_written_dates_lie_in_the_stretch_that_was_asked_for(
    text: str, start: int, end: int
) -> None:
    for found in written_dates(text + " 7 أغسطس 2025", start, end):
        assert start <= found.start < found.end <= end


@given(st.text(alphabet="0123456789/-. :صمTهـالخميس أغسطس"))
def test_any_text_is_read_without_an_error(text: str) -> None:
    tokens = tokenize(text)
    for at in range(len(tokens)):
        read = read_date(tokens, at)
        assert read is None or at == read.begin < read.end <= len(tokens)
    for found in written_dates(text):
        assert found.day == full_day(found.said)
