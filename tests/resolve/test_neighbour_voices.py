"""What speaks for a day: the story's own weekdays and dates, and how it is all weighed."""

from collections.abc import Sequence
from datetime import date, timedelta

from tests.resolve.stories import Time, page
from waqai.model.times import CalendarDate, DayPart, Direction, Weekday
from waqai.resolve.evidence import mention_evidence
from waqai.resolve.neighbours.settling import likeliest
from waqai.resolve.neighbours.spoken import spoken
from waqai.resolve.neighbours.voices import Voice

PAST, FUTURE = Direction.PAST, Direction.FUTURE
#: Monday 2 April 2018 and what follows it.
DAYS = [date(2018, 4, 2) + timedelta(n) for n in range(28)]
TUESDAY = date(2018, 4, 10)


def weights(marked: str, times: Sequence[Time], days: Sequence[date] = DAYS) -> dict[date, float]:
    """What the times of a story make of each day, all together."""
    read = page((marked, times))
    support = [voice.support() for voice in spoken(read.stories[0], read.page, days)]
    return {day: sum(one.get(day, 0.0) for one in support) for day in days}


def after(found: dict[date, float], day: date, by: int) -> float:
    return found[day + timedelta(by)]


def test_news_of_a_weekday_is_mostly_written_on_it_then_on_the_next() -> None:
    found = weights("وصل الوفد [الثلاثاء] إلى المدينة.", [Weekday(2, PAST)])
    assert found[TUESDAY] > after(found, TUESDAY, 1)
    assert after(found, TUESDAY, 1) > max(after(found, TUESDAY, by) for by in range(2, 7))
    assert found[TUESDAY] == after(found, TUESDAY, 7)


def test_news_of_an_evening_is_mostly_written_on_the_next_day() -> None:
    said = (Weekday(2, PAST), DayPart.EVENING)
    found = weights("وصل الوفد [مساء الثلاثاء] إلى المدينة.", [said])
    assert after(found, TUESDAY, 1) > found[TUESDAY] > after(found, TUESDAY, 3)


def test_of_the_weekdays_in_the_opening_the_first_counts() -> None:
    both = [Weekday(2, PAST), Weekday(1, PAST)]
    found = weights("وصل الوفد [الثلاثاء] بعد أن غادر [الاثنين] بلاده.", both)
    assert found == weights("وصل الوفد [الثلاثاء] إلى المدينة.", both[:1])


def test_a_coming_date_makes_the_days_before_it_likelier_than_those_from_it_on() -> None:
    said = CalendarDate(month=4, day=16, direction=FUTURE, explicit=True)
    found = weights("تصدر المحكمة حكمها في [16 أبريل المقبل].", [said])
    before = [found[day] for day in DAYS if day < date(2018, 4, 16)]
    later = [found[day] for day in DAYS if day >= date(2018, 4, 16)]
    assert min(before) > max(later)


def test_a_past_date_makes_the_weeks_behind_it_likelier_than_those_long_before_it() -> None:
    days = [date(2018, 3, 2), date(2018, 4, 28)]
    found = weights(
        "وقع الانفجار في [16 أبريل].", [CalendarDate(month=4, day=16, direction=PAST)], days
    )
    assert found[days[1]] > found[days[0]]


def test_a_date_without_its_year_means_the_nearest() -> None:
    said = CalendarDate(month=12, day=30, direction=PAST)
    days = [date(2018, 1, 1), date(2018, 12, 20)]
    found = weights("وقع الانفجار في [30 ديسمبر].", [said], days)
    assert found[days[0]] > found[days[1]]


def test_a_month_called_last_is_mostly_the_one_before() -> None:
    said = CalendarDate(month=3, direction=PAST, explicit=True)
    days = [date(2018, month, 15) for month in (3, 4, 8)]
    found = weights("زار الوزير المدينة في [مارس الماضي].", [said], days)
    assert max(days, key=lambda day: found[day]) == days[1]


def test_the_thirtieth_of_february_says_nothing() -> None:
    said = CalendarDate(month=2, day=30, direction=PAST)
    assert set(weights("وقع الانفجار في [30 فبراير].", [said]).values()) == {0.0}


def test_no_time_no_voice() -> None:
    assert set(weights("وصل الوفد إلى المدينة.", []).values()) == {0.0}


def only(day: date, share: float) -> Voice:
    return Voice({"opening.0": {day: share}})


def test_one_day_with_nearly_all_of_the_weight_is_certain() -> None:
    window, likely, _ = likeliest([only(TUESDAY, 9)], DAYS)
    assert (window.day, likely) == (TUESDAY, None)


def test_else_the_window_holds_the_likelier_days_and_names_the_likeliest() -> None:
    next_day = TUESDAY + timedelta(1)
    window, likely, _ = likeliest([only(TUESDAY, 6), only(next_day, 5.9)], DAYS)
    assert likely == TUESDAY
    assert (window.earliest, window.latest) == (TUESDAY, next_day)


def test_reasons_are_those_that_speak_for_the_likeliest_day() -> None:
    read = page(("وصل الوفد [الثلاثاء].", [Weekday(2, PAST)]))
    [mention] = read.stories[0].times
    words = [
        mention_evidence(rule, 0, mention, read.page.text)
        for rule in ("opening.day_or_next", "named.weekday")
    ]
    voices = [
        Voice({"opening.0": {TUESDAY: 2.0}}, words[0]),
        Voice({"opening.0": {DAYS[0]: 0.1}}, words[1]),
    ]
    assert likeliest(voices, DAYS)[2] == words[:1]
