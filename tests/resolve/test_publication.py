"""The publication day: stamps against the story's own words, and what is told of it."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.stories import Told, page, stamp
from waqai.model.page import Stamp, StampRole
from waqai.model.publication import Publication
from waqai.model.times import (
    CalendarDate,
    DayPart,
    Direction,
    Interval,
    Shift,
    Unit,
    Vague,
    Weekday,
)
from waqai.resolve.publication import date_page

PAST, FUTURE, PRESENT = Direction.PAST, Direction.FUTURE, Direction.PRESENT
TODAY_WEDNESDAY: Told = (
    "أعلنت الوزارة [اليوم الأربعاء] أن الوفد وصل.",
    [Shift(Unit.DAY, 0, weekday=3)],
)
YESTERDAY_TUESDAY: Told = ("اختتمت [أمس الثلاثاء] أعمال اللجنة.", [Shift(Unit.DAY, -1, weekday=2)])
NO_TIME: Told = ("بحث الوزيران التعاون بين البلدين.", [])


def only(told: Told, *stamps: Stamp) -> Publication:
    """The publication of the one story of a page."""
    return date_page(page(told, stamps=stamps))[0]


def rules(found: Publication, *, kept: bool = True) -> list[str]:
    return [reason.rule for reason in found.why if reason.kept is kept]


@pytest.mark.parametrize(
    "role",
    [
        StampRole.GIVEN,
        StampRole.PUBLISHED,
        StampRole.TIME_TAG,
        StampRole.HEADER,
        StampRole.DATELINE,
        StampRole.URL,
    ],
)
def test_a_stamp_gives_the_day_where_nothing_speaks_against_it(role: StampRole) -> None:
    found = only(NO_TIME, stamp("2025-08-07", role))
    assert found.day == date(2025, 8, 7)
    assert rules(found) == [f"stamp.{role.value}"]


@pytest.mark.parametrize("role", [StampRole.CLOCK, StampRole.MODIFIED])
def test_a_clock_gives_no_day_but_an_upper_end(role: StampRole) -> None:
    found = only(NO_TIME, stamp("2025-08-07", role))
    assert (found.day, found.earliest, found.latest) == (None, date(2025, 8, 1), date(2025, 8, 7))


@pytest.mark.parametrize("role", [StampRole.CLOCK, StampRole.MODIFIED])
def test_a_later_clock_does_not_move_a_publication_day(role: StampRole) -> None:
    found = only(NO_TIME, stamp("2025-08-07", StampRole.PUBLISHED), stamp("2025-09-30", role))
    assert found.day == date(2025, 8, 7)


def test_without_any_evidence_nothing_is_known() -> None:
    assert only(NO_TIME) == Publication(None, None, ())


@pytest.mark.parametrize("role", [StampRole.HEADER, StampRole.CLOCK, StampRole.PUBLISHED])
@pytest.mark.parametrize(
    ("told", "rule"), [(TODAY_WEDNESDAY, "today.weekday"), (YESTERDAY_TUESDAY, "yesterday.weekday")]
)
def test_the_storys_own_weekday_outweighs_a_stamp_of_the_day_after(
    told: Told, rule: str, role: StampRole
) -> None:
    found = only(told, stamp("2025-02-13", role))
    assert found.day == date(2025, 2, 12)
    assert rules(found)[0] == rule


def test_a_stamp_set_aside_is_told_with_what_outweighs_it() -> None:
    found = only(TODAY_WEDNESDAY, stamp("2025-02-13"))
    (aside,) = [reason for reason in found.why if not reason.kept]
    assert aside.rule == "stamp.header"
    assert "Thursday 13 February 2025" in aside.en
    assert "اليوم الأربعاء" in aside.en
    assert "الخميس 13 فبراير 2025" in aside.ar


def test_the_day_given_by_the_user_outweighs_everything() -> None:
    found = only(TODAY_WEDNESDAY, stamp("2025-02-13", StampRole.GIVEN))
    assert found.day == date(2025, 2, 13)
    assert rules(found, kept=False) == ["today.weekday"]


def test_a_stamp_on_the_same_weekday_is_the_day_itself() -> None:
    found = only(TODAY_WEDNESDAY, stamp("2025-02-12"))
    assert found.day == date(2025, 2, 12)
    assert rules(found) == ["today.weekday", "stamp.header"]


def test_a_full_date_behind_today_is_the_day() -> None:
    told: Told = (
        "أكد المتحدث [اليوم الأربعاء 12 فبراير 2025] الخبر.",
        [CalendarDate(2025, 2, 12, 3, direction=PRESENT, explicit=True)],
    )
    found = only(told)
    assert found.day == date(2025, 2, 12)
    assert rules(found) == ["today.date"]


def test_a_full_date_behind_yesterday_is_the_day_before() -> None:
    said = CalendarDate(2025, 2, 11, 2, direction=PAST, explicit=True)
    assert only(("وصل [أمس الثلاثاء 11 فبراير 2025] إلى عمّان.", [said])).day == date(2025, 2, 12)


def test_a_date_of_the_current_month_gives_the_month_not_the_day() -> None:
    said = CalendarDate(None, 4, 12, direction=PRESENT, explicit=True)
    found = only(("بدأت الهدنة في [12 أبريل الجاري].", [said]), stamp("2025-05-01"))
    assert found.day is None or found.day.month == 4
    assert "present.month" in rules(found)


def test_since_a_date_means_not_before_it() -> None:
    told: Told = (
        "أعلن الرئيس [اليوم السبت] أن الحرب المستمرة منذ [فيفري 2022] يجب أن تنتهي.",
        [Shift(Unit.DAY, 0, weekday=6), CalendarDate(2022, 2, direction=PAST)],
    )
    found = only(told)
    assert (found.earliest, found.latest) == (date(2022, 2, 5), None)
    assert rules(found) == ["today.weekday", "since.date"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("مددت الولاية حتى [نوفمبر 2029] بقرار.", CalendarDate(2029, 11, direction=PAST)),
        ("أعلن رؤية [2030] للتنمية.", CalendarDate(2030, direction=PAST)),
        ("خصصت أموالا ل[عام 2029].", CalendarDate(2029, direction=PAST)),
        ("تجرى الانتخابات في [مايو 2024].", CalendarDate(2024, 5, direction=FUTURE)),
        ("كثر الحديث عن [2031].", CalendarDate(2031)),
    ],
)
def test_terms_and_names_bound_nothing(text: str, said: CalendarDate) -> None:
    assert only((text, [said])) == Publication(None, None, ())


def test_both_ends_of_a_range_speak() -> None:
    said = Interval(
        CalendarDate(2023, 5, 5, direction=PAST), CalendarDate(2023, 5, 7, direction=PAST)
    )
    assert only(("عقدت القمة بين [5 و7 أيار 2023].", [said])).earliest == date(2023, 5, 7)


def test_a_weekday_picks_the_year_of_a_date_and_the_stamp_the_day() -> None:
    told = ("التقاه [الخميس 4 ديسمبر] في بكين.", [CalendarDate(None, 12, 4, 4, direction=PAST)])
    assert only(told, stamp("2025-12-09")).day == date(2025, 12, 9)
    left = only(told)
    assert left.day is None


GERMANY: Told = (
    "دعا الوزير [الاثنين] بكين إلى الوساطة، بعد لقاء عقد [يوم الخميس 4 ديسمبر].",
    [Weekday(1, PAST), CalendarDate(None, 12, 4, 4, direction=PAST)],
)


def test_a_story_that_knows_a_later_day_does_not_take_the_stamp_of_another() -> None:
    first, second = date_page(page(NO_TIME, GERMANY, stamps=[stamp("2025-10-21", at=3)]))
    assert first.day == date(2025, 10, 21)
    assert second.day == date(2025, 12, 8)
    assert {"weekday.past", "opening.weekday"} <= set(rules(second))


def test_a_second_story_takes_a_day_from_the_first_ones_stamp_only_with_its_own_word() -> None:
    stamps = [stamp("2025-09-04", at=3)]
    _, silent = date_page(page(NO_TIME, NO_TIME, stamps=stamps))
    _, spoken = date_page(page(NO_TIME, TODAY_WEDNESDAY, stamps=stamps))
    assert silent.day is None
    assert spoken.day == date(2025, 9, 3)


def test_the_stamp_below_belongs_to_the_story_above_it() -> None:
    text = page(NO_TIME, NO_TIME)
    below = len(text.page.text) - 1
    first, second = date_page(page(NO_TIME, NO_TIME, stamps=[stamp("2025-09-04", at=below)]))
    assert first.day is None
    assert second.day == date(2025, 9, 4)


@pytest.mark.parametrize(("part", "expected"), [(None, date(2025, 2, 12)), (DayPart.EVENING, None)])
def test_a_clock_and_the_weekday_of_the_news_give_the_day(
    part: DayPart | None, expected: date | None
) -> None:
    said = Weekday(3, PAST)
    told: Told = ("أعلن المجلس [الأربعاء] نتائجه.", [(said, part) if part else said])
    assert only(told, stamp("2025-02-13", StampRole.CLOCK)).day == expected


@pytest.mark.parametrize(
    "said", [Weekday(3, FUTURE), Weekday(3, PAST, explicit=True), Weekday(3, PAST, week_shift=-1)]
)
def test_a_weekday_that_is_no_news_gives_no_day(said: Weekday) -> None:
    told: Told = ("يجتمع المجلس [الأربعاء] في جلسة.", [said])
    assert only(told, stamp("2025-02-13", StampRole.CLOCK)).day is None


@pytest.mark.parametrize("day", ["0001-01-01", "1850-06-01", "9999-12-31"])
def test_a_stamp_beyond_all_news_is_no_day(day: str) -> None:
    assert only(NO_TIME, stamp(day)).day is None


def test_a_weekday_alone_never_makes_a_window() -> None:
    assert only(("أعلن المجلس [الأربعاء] نتائجه.", [Weekday(3, PAST)])) == Publication(None, None)


def test_reasons_bear_the_span_of_what_they_rest_on() -> None:
    made = page(TODAY_WEDNESDAY, stamps=[stamp("2025-02-12")])
    (found,) = date_page(made)
    spans = {r.rule: (r.start, r.end) for r in found.why}
    start, end = spans["today.weekday"]
    assert made.page.text[start:end] == "اليوم الأربعاء"
    assert spans["stamp.header"] == (None, None)


STAMPS = st.builds(
    lambda n, role, at: stamp(date.fromordinal(739000 + n).isoformat(), role, at),
    st.integers(0, 20),
    st.sampled_from(StampRole),
    st.none() | st.integers(0, 60),
)
MENTIONS = st.sampled_from(
    [
        Shift(Unit.DAY, 0, weekday=3),
        Shift(Unit.DAY, -1, weekday=5),
        Shift(Unit.DAY, 1, weekday=1),
        CalendarDate(2024, 4, 30, direction=PAST),
        CalendarDate(None, 5, 2, 4, direction=PAST),
        CalendarDate(None, 5, direction=PRESENT, explicit=True),
        CalendarDate(2023, 2, 31, direction=PAST),
        Weekday(2, PAST),
        Vague(FUTURE),
    ]
)


@given(st.lists(STAMPS, max_size=4), st.lists(MENTIONS, max_size=4), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_stamps_does_not_matter_and_a_window_is_never_empty(
    stamps: list[Stamp],
    said: list[Shift | CalendarDate | Weekday | Vague],
    random: Random,
) -> None:
    told = (" ".join(["[كلمة]"] * len(said)), said)
    made = page(told, NO_TIME, stamps=stamps)
    shuffled = list(stamps)
    random.shuffle(shuffled)
    again = replace(
        made,
        stamps=tuple(shuffled),
        stories=tuple(
            replace(s, story=replace(s.story, stamps=tuple(shuffled))) for s in made.stories
        ),
    )
    found = date_page(made)
    assert date_page(again) == found
    for one in found:
        assert one.earliest is None or one.latest is None or one.earliest <= one.latest
