"""TimeML: without its tags each document is the story's text, and what tags name is there."""

import io
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from tests.exports.opened import NAMES, export, opened
from waqai.chronicle.identity import page_id, story_id
from waqai.exports.timex3 import document, story_text
from waqai.model.annotated import AnnotatedStory, DatedPage, DatedStory, Timex
from waqai.model.page import Page, Span
from waqai.model.publication import Publication
from waqai.model.story import Story
from waqai.model.times import (
    Anchor,
    Direction,
    Duration,
    Interval,
    Period,
    Quantity,
    Shift,
    TimeMention,
    TimexType,
    Unit,
    Weekday,
)

_TYPES = {"DATE", "TIME", "DURATION", "SET"}
_KEYS = {
    "tid", "type", "value", "mod", "quant", "temporalFunction", "anchorTimeID",
    "functionInDocument", "beginPoint", "endPoint",
}  # fmt: skip
_MODS = {None, "START", "MID", "END", "APPROX"}
#: Days, weeks, seasons, decades; clock times; lengths; references; unknown letters as X.
_VALUE = re.compile(
    r"(?:[\dX]{2,4}(?:-[\dXWQHSPUFAIE-]+)*(?:T(?:[\dX:.]+(?:Z|[+-][\d:]+)?|MO|MI|AF|EV|NI|DT))?"
    r"|T[\dX:]+|P[\dXYMWDTHSE.]+|(?:PRESENT|PAST|FUTURE)_REF)"
)


@cache
def _documents(name: str) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(export(name, "timex3"))) as archive:
        assert archive.testzip() is None
        return {file.removesuffix(".tml"): archive.read(file) for file in archive.namelist()}


def _stories(name: str) -> dict[str, tuple[DatedPage, DatedStory]]:
    return {
        story_id(page_id(page.page), number): (page, story)
        for page in opened(name).pages(settled=True)
        for number, story in enumerate(page.stories)
    }


@pytest.mark.parametrize("name", NAMES)
def test_without_its_tags_a_document_is_the_storys_text(name: str) -> None:
    documents, stories = _documents(name), _stories(name)
    assert documents.keys() == stories.keys()
    for id, (page, story) in stories.items():
        root = etree.fromstring(documents[id], etree.XMLParser(huge_tree=True))
        assert "".join(root.find("TEXT").itertext()) == story_text(page.page.text, story)
        assert root.findtext("DOCID") == id


@pytest.mark.parametrize("name", NAMES)
def test_each_time_is_marked_at_its_words(name: str) -> None:
    documents = _documents(name)
    for id, (page, story) in _stories(name).items():
        root = etree.fromstring(documents[id], etree.XMLParser(huge_tree=True))
        tags = {tag.get("tid"): tag for tag in root.find("TEXT").iter("TIMEX3")}
        for number, timex in enumerate(story.times, 1):
            tag, mention = tags[f"t{number}"], timex.mention
            words = page.page.text[mention.start : mention.end]
            assert "\x00" in words or tag.text == words
            if not isinstance(mention.reference, Interval):
                assert (tag.get("type"), tag.get("value")) == (mention.type.value, timex.value)


@pytest.mark.parametrize("name", NAMES)
def test_tags_are_those_of_timeml_and_name_one_another(name: str) -> None:
    for written in _documents(name).values():
        root = etree.fromstring(written, etree.XMLParser(huge_tree=True))
        tags = list(root.iter("TIMEX3"))
        ids = [tag.get("tid") for tag in tags]
        assert len(ids) == len(set(ids))
        (created,) = [tag for tag in tags if tag.get("functionInDocument")]
        assert created.get("functionInDocument") == "CREATION_TIME"
        assert created.getparent().tag == "DCT"
        for tag in tags:
            assert set(tag.keys()) <= _KEYS
            assert tag.get("type") in _TYPES
            assert tag.get("mod") in _MODS
            assert _VALUE.fullmatch(tag.get("value")), tag.get("value")
            points = {tag.get(key) for key in ("anchorTimeID", "beginPoint", "endPoint")} - {None}
            assert points <= set(ids) - {tag.get("tid")}


def _story(text: str, *times: Timex, periods: tuple[Period, ...] = ()) -> DatedStory:
    told = AnnotatedStory(
        Story((Span(0, len(text)),)), tuple(timex.mention for timex in times), periods
    )
    return DatedStory(told, Publication(None, None), times)


def _tags(text: str, story: DatedStory) -> list[dict[str, str]]:
    root = etree.fromstring(document(Page("p", text), story, "s.0"))
    return [dict(tag.attrib) for tag in root.find("TEXT").iter("TIMEX3")]


_BARE = {"temporalFunction": "true"}


def test_a_length_ends_or_begins_on_the_day_of_publication() -> None:
    def told(direction: Direction) -> dict[str, str]:
        said = Duration((Quantity(None, Unit.DAY),), direction)
        timex = Timex(TimeMention(0, 3, TimexType.DURATION, said), "PXD", None, None)
        return _tags("abc", _story("abc", timex))[0]

    length = {"tid": "t1", "type": "DURATION", "value": "PXD"}
    assert told(Direction.PAST) == {**length, **_BARE, "endPoint": "t0"}
    assert told(Direction.FUTURE) == {**length, **_BARE, "beginPoint": "t0"}
    assert told(Direction.UNKNOWN) == length


def test_a_time_counts_from_the_one_before_where_it_says_so() -> None:
    friday = Timex(TimeMention(0, 3, TimexType.DATE, Weekday(5)), "2025-08-15", None, None)
    next_day = Shift(Unit.DAY, 1, Anchor.PREVIOUS)
    after = Timex(TimeMention(4, 7, TimexType.DATE, next_day, anchor=0), "2025-08-16", None, None)
    first, second = _tags("abc def", _story("abc def", friday, after))
    assert (first["anchorTimeID"], second["anchorTimeID"]) == ("t0", "t1")


def test_a_range_is_a_length_between_two_times() -> None:
    low = Timex(TimeMention(0, 3, TimexType.DATE, Weekday(1)), "2025-08-18", None, None)
    high = Timex(TimeMention(4, 7, TimexType.DATE, Weekday(3)), "2025-08-20", None, None)
    *_, between = _tags("abc def", _story("abc def", low, high, periods=(Period(0, 7, 0, 1),)))
    length = {"tid": "t3", "type": "DURATION", "value": "P3D", **_BARE}
    assert between == {**length, "beginPoint": "t1", "endPoint": "t2"}


def test_a_range_said_as_one_has_its_ends_behind_the_text() -> None:
    said = Interval(Weekday(1), Weekday(3))
    timex = Timex(TimeMention(0, 3, TimexType.DATE, said), "2025-08-18/2025-08-20", None, None)
    length, low, high = _tags("abc", _story("abc", timex))
    assert (length["type"], length["value"]) == ("DURATION", "P3D")
    assert (length["beginPoint"], length["endPoint"]) == (low["tid"], high["tid"])
    assert (low["value"], high["value"]) == ("2025-08-18", "2025-08-20")


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=5),
    st.lists(st.integers(0, 40), max_size=4),
)
def test_whatever_times_a_story_has_its_text_stays(
    text: str, spans: list[tuple[int, int]], cuts: list[int]
) -> None:
    times = tuple(
        Timex(TimeMention(start, start + length, TimexType.DATE, Weekday(5)), "X", None, None)
        for start, length in spans
        if start + length <= len(text)
    )
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    blocks = tuple(Span(*edge) for edge in pairwise(edges))[::2]
    story = _story(text, *times)
    story = replace(story, annotated=replace(story.annotated, story=Story(blocks)))
    root = etree.fromstring(document(Page("p", text), story, "s.0"))
    assert "".join(root.find("TEXT").itertext()) == story_text(text, story)
    tids = [tag.get("tid") for tag in root.find("TEXT").iter("TIMEX3")]
    assert sorted(tids) == sorted(f"t{number + 1}" for number in range(len(times)))


def test_of_nothing_it_is_an_empty_archive() -> None:
    assert _documents("empty") == {}
