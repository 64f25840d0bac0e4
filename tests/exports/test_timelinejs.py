"""The timeline: what its page asks of each slide, and that nothing in it is more than text."""

import json
from datetime import date
from functools import cache
from typing import Any

import pytest
from lxml.html import fragment_fromstring  # type: ignore[import-untyped]

from tests.exports.opened import NAMES, export, opened
from waqai.exports.days import drawn
from waqai.model.chronicle import Happening, Window

_KEYS = {
    "unique_id", "start_date", "end_date", "display_date", "text", "group", "autolink",
}  # fmt: skip


@cache
def _timeline(name: str, language: str = "ar") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export(name, "timelinejs", language))
    return found


def _dated(name: str) -> dict[str, Happening]:
    return {one.id: one for one in opened(name).happenings() if one.day != Window()}


@pytest.mark.parametrize("name", NAMES)
def test_there_is_a_slide_for_each_happening_of_which_a_day_is_known(name: str) -> None:
    slides = _timeline(name)["events"]
    assert [slide["unique_id"] for slide in slides] == sorted(_dated(name))
    assert all(_KEYS >= set(slide) >= _KEYS - {"end_date"} for slide in slides)


@pytest.mark.parametrize("name", NAMES)
def test_a_slide_spans_the_window(name: str) -> None:
    happenings = _dated(name)
    for slide in _timeline(name)["events"]:
        days = happenings[slide["unique_id"]].day
        first = date(**slide["start_date"])
        last = date(**slide.get("end_date", slide["start_date"]))
        assert first <= last
        assert (first, last) == drawn(days)


@pytest.mark.parametrize("name", NAMES)
def test_html_holds_no_more_than_it_should(name: str) -> None:
    for slide in _timeline(name)["events"]:
        text = slide["text"]
        found = fragment_fromstring(text["text"], create_parent="div")
        assert {element.tag for element in found.iter()} <= {"div", "p", "blockquote", "a"}
        assert {key for element in found.iter() for key in element.attrib} <= {"dir", "href", "rel"}
        assert all(link.get("href").startswith("https://") for link in found.iter("a"))
        for line in (text["headline"], slide["display_date"], slide["group"]):
            assert "<" not in line


def test_headlines_are_in_the_language_asked_for() -> None:
    happenings = _dated("sample")
    for slide in _timeline("sample", "en")["events"]:
        shown = fragment_fromstring(slide["text"]["headline"], create_parent="div").text
        assert shown == happenings[slide["unique_id"]].headline_en
    assert _timeline("sample", "ar")["title"]["text"]["headline"] == "وقائع"


def test_of_nothing_it_is_an_empty_timeline() -> None:
    assert _timeline("empty")["events"] == []
