"""The timeline: days in order, one line a sentence, and windows shown for what they are."""

from datetime import date
from pathlib import Path

import pytest

from waqai.model.annotated import AnnotatedStory, DatedPage, DatedStory, Timex
from waqai.model.page import Page, Span
from waqai.model.publication import Publication
from waqai.model.story import Story
from waqai.model.times import Direction, TimeMention, TimexType, Vague
from waqai.store.reading import Chronicle
from waqai.store.timeline import Timeline, timeline
from waqai.store.writing import Writer

_TEXT = "عاد الوفد أمس إلى المدينة، وكان قد غادرها أمس أيضا. ويجتمع اليوم. ولا جديد الآن."
_SIXTEENTH, _FIFTEENTH = date(2025, 8, 16), date(2025, 8, 15)


def _time(words: str, value: str, day: date, kind: TimexType = TimexType.DATE) -> Timex:
    start = _TEXT.index(words)
    mention = TimeMention(start, start + len(words), kind, Vague(Direction.PRESENT))
    return Timex(mention, value, day.isoformat(), day.isoformat())


def _page(name: str, earliest: date | None, latest: date | None, *times: Timex) -> DatedPage:
    told = AnnotatedStory(Story((Span(0, len(_TEXT)),)), tuple(t.mention for t in times))
    story = DatedStory(told, Publication(earliest, latest), times)
    return DatedPage(Page(name, _TEXT), (story,), (), ())


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    times = (
        _time("أمس", "2025-08-15", _FIFTEENTH),
        _time("أمس أيضا", "2025-08-15", _FIFTEENTH),
        _time("اليوم", "2025-08-16", _SIXTEENTH),
        _time("الآن", "PRESENT_REF", _SIXTEENTH),
    )
    with Writer(tmp_path / "file.db", reader="1") as writer:
        writer.keep(_page("ب", _SIXTEENTH, _SIXTEENTH, *times))
        writer.keep(_page("ا", None, _SIXTEENTH))
        writer.keep(_page("ج", date(2025, 8, 10), date(2025, 8, 12)))
        writer.keep(_page("د", date(2025, 9, 1), None))
    return Chronicle(tmp_path / "file.db")


def _shape(found: Timeline) -> list[tuple[date, list[str], list[str]]]:
    return [
        (day.day, [s.page for s in day.stories], [t.excerpt.words for t in day.told])
        for day in found.days
    ]


def test_a_day_has_its_stories_and_the_sentences_that_speak_of_it(chronicle: Chronicle) -> None:
    assert _shape(timeline(chronicle)) == [
        (_FIFTEENTH, [], ["أمس"]),
        (_SIXTEENTH, ["ب"], ["اليوم"]),
    ]


def test_a_story_without_a_title_is_listed_by_its_first_words(chronicle: Chronicle) -> None:
    [story] = timeline(chronicle).days[1].stories
    assert story.headline.startswith("عاد الوفد أمس")
    assert story.times == 4


def test_undated_stories_keep_their_window_and_come_by_it(chronicle: Chronicle) -> None:
    windows = [(s.page, s.earliest, s.latest) for s in timeline(chronicle).undated]
    assert windows == [
        ("ا", None, _SIXTEENTH),
        ("ج", date(2025, 8, 10), date(2025, 8, 12)),
        ("د", date(2025, 9, 1), None),
    ]


@pytest.mark.parametrize(
    ("first", "last", "days", "undated"),
    [
        (_SIXTEENTH, None, [_SIXTEENTH], ["ا", "د"]),
        (None, _FIFTEENTH, [_FIFTEENTH], ["ا", "ج"]),
        (date(2025, 8, 11), date(2025, 8, 11), [], ["ا", "ج"]),
        (date(2026, 1, 1), None, [], ["د"]),
    ],
)
def test_a_range_keeps_the_days_in_it_and_the_windows_that_reach_into_it(
    chronicle: Chronicle,
    first: date | None,
    last: date | None,
    days: list[date],
    undated: list[str],
) -> None:
    found = timeline(chronicle, first, last)
    assert [day.day for day in found.days] == days
    assert [story.page for story in found.undated] == undated


def test_a_limit_keeps_the_latest_days_and_counts_the_others(chronicle: Chronicle) -> None:
    found = timeline(chronicle, limit=1)
    assert [day.day for day in found.days] == [_SIXTEENTH]
    assert found.left_out == 1
