"""The sample pages: sound in themselves, and read as `expected.json` beside this file says."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hijridate import Gregorian, Hijri

import waqai
from eval.findings import stories_of
from waqai.arabic.letters import arabic_share, bare, fold
from waqai.exports.annotations import annotation
from waqai.knowledge import load
from waqai.model.annotated import DatedPage, DatedStory
from waqai.model.findings import Findings
from waqai.model.page import Page

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples"
SHARED = ROOT.parent / "shared"
EXPECTED: dict[str, Any] = json.loads(
    Path(__file__).with_name("expected.json").read_text(encoding="utf-8")
)
PAGES: list[dict[str, Any]] = EXPECTED["pages"]
YEAR = 2025  # the pages name weekdays beside dates of this year only
HIJRI_YEARS = (1446, 1447)


@dataclass(frozen=True, slots=True)
class Said:
    """One expectation: in story `story` of page `page`, `text` means `value`."""

    page: str
    story: int
    text: str
    value: str


STORIES = [(page["page"], i) for page in PAGES for i in range(len(page["stories"]))]
TIMES = [
    Said(page["page"], i, time["text"], time["value"])
    for page in PAGES
    for i, story in enumerate(page["stories"])
    for time in story["times"]
]


Row = tuple[str, int, dict[str, Any]]  # what is expected in story number … of page …


def rows(part: str) -> list[Any]:
    """A parameter for each row of `part` that a story is expected to have."""
    return [
        pytest.param((page["page"], i, row), id=f"{page['page']}:{i}:{row['text']}")
        for page in PAGES
        for i, story in enumerate(page["stories"])
        for row in story.get(part, ())
    ]


@cache
def pages() -> dict[str, Page]:
    """The sample pages as read, by name."""
    read = waqai.read(FOLDER)
    return {page.name: page for page in read if isinstance(page, Page)}


@cache
def dated() -> dict[str, DatedPage]:
    """The sample pages as annotated, by name."""
    return {page.page.name: page for page in waqai.annotate(pages().values())}


def story(name: str, position: int) -> DatedStory:
    found = dated()[name].stories
    assert position < len(found), f"{name} holds {len(found)} stories"
    return found[position]


@cache
def told(name: str, position: int) -> dict[str, Any]:
    """The JSON of a story."""
    stories = annotation(dated()[name])["stories"]
    assert position < len(stories), f"{name} holds {len(stories)} stories"
    return dict(stories[position])


def is_one(entity: dict[str, Any] | None, wanted: str) -> bool:
    """Whether `entity` is the one with the id, or the name, `wanted`."""
    return entity is not None and wanted in (entity["id"], entity["name"])


def expected(name: str, position: int) -> dict[str, Any]:
    page = next(page for page in PAGES if page["page"] == name)
    return dict(page["stories"][position])


def test_every_sample_page_is_expected_and_the_other_way_round() -> None:
    assert sorted(pages()) == sorted(page["page"] for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["page"])
def test_bytes_are_decoded_to_arabic_under_the_encoding_they_were_written_in(
    page: dict[str, Any],
) -> None:
    read = pages()[page["page"]]
    assert (read.encoding or "").startswith(page["encoding"])
    assert arabic_share(read.text) > 0.85
    assert "\ufffd" not in read.text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["page"])
def test_a_page_holds_as_many_stories_as_a_reader_finds(page: dict[str, Any]) -> None:
    assert len(dated()[page["page"]].stories) == len(page["stories"])


@pytest.mark.parametrize(("name", "position"), STORIES)
def test_a_story_has_its_title(name: str, position: int) -> None:
    assert expected(name, position)["title"] in (story(name, position).annotated.story.title or "")


@pytest.mark.parametrize(("name", "position"), STORIES)
def test_a_story_has_its_day_or_none(name: str, position: int) -> None:
    day = story(name, position).published.day
    assert (day and day.isoformat()) == expected(name, position)["published"]


@pytest.mark.parametrize("said", TIMES, ids=lambda said: f"{said.page}:{said.story}:{said.value}")
def test_a_time_means_what_a_reader_takes_it_to_mean(said: Said) -> None:
    text = pages()[said.page].text
    found = [
        (text[timex.mention.start : timex.mention.end], timex.value)
        for timex in story(said.page, said.story).times
    ]
    assert (said.text, said.value) in found


@pytest.mark.parametrize("row", rows("names"))
def test_a_name_is_of_whom_a_reader_takes_it_to_be(row: Row) -> None:
    name, position, wanted = row
    found = [(named["text"], named["id"]) for named in told(name, position)["names"]]
    assert (wanted["text"], wanted["id"]) in found


@pytest.mark.parametrize("row", rows("quantities"))
def test_a_quantity_is_what_a_reader_takes_it_to_be(row: Row) -> None:
    name, position, wanted = row
    found = [{key: q[key] for key in wanted} for q in told(name, position)["quantities"]]
    assert wanted in found


@pytest.mark.parametrize("row", rows("statements"))
def test_a_statement_is_of_its_speaker_and_came_as_a_reader_says(row: Row) -> None:
    name, position, wanted = row
    [said] = [
        statement
        for statement in told(name, position)["statements"]
        if statement["text"].startswith(wanted["text"])
    ]
    assert said["mode"] == wanted["mode"]
    assert said["verb"] == wanted.get("verb", said["verb"])
    assert is_one(said["speaker"], wanted["speaker"])
    via = wanted.get("via", [])
    assert len(said["via"]) == len(via)
    assert all(map(is_one, said["via"], via))


def test_weekdays_written_beside_a_date_are_those_of_the_calendar() -> None:
    checked = 0
    for name, page in pages().items():
        for weekday, day in _weekdays_with_dates(fold(page.text)):
            assert day.isoweekday() == weekday, f"{name}: {day}"
            checked += 1
    assert checked >= 10


def test_hijri_dates_are_those_of_the_day_of_publication() -> None:
    checked = 0
    for page in PAGES:
        for hijri in _hijri_dates(fold(pages()[page["page"]].text)):
            day = date.fromisoformat(page["stories"][0]["published"])
            assert Gregorian.fromdate(day).to_hijri() == hijri
            checked += 1
    assert checked >= 4


def test_what_the_pages_say_together_names_pages_that_are_there() -> None:
    across = EXPECTED["across"]
    named = {item["page"] for item in across["dated_by_others"]}
    for announced in across["announcements"]:
        named |= {*announced["told"], *announced["on"]}
    for conflict in across["conflicts"]:
        named |= {name for names in conflict["values"].values() for name in names}
    assert named <= set(pages())


@cache
def chronicle() -> Findings:
    """What the sample pages say together."""
    return stories_of(dated().values()).findings()


READ = [one for one in EXPECTED["across"]["announcements"] if "read" in one]


@pytest.mark.parametrize("announced", READ, ids=lambda one: one["what"])
def test_an_announcement_is_followed_to_what_came_of_it(announced: dict[str, Any]) -> None:
    read = announced["read"]
    [found] = [
        (one, happening)
        for one in chronicle().announcements
        for happening in chronicle().happenings
        if happening.id == one.happening
        and happening.kind == read["kind"]
        and {*happening.actors, *happening.recipients} >= {*read["parties"]}
        and happening.place == read["place"]
    ]
    one, happening = found
    due = date.fromisoformat(announced["due"])
    assert (one.due.day, one.outcome.value, one.held_on) == (due, announced["outcome"], due)
    told = {key.story for key in happening.tellings}
    pages = {report.page for report in chronicle().reports if report.id in told}
    assert pages & {*announced["told"]}
    assert pages & {*announced["on"]}


def test_the_calls_and_meetings_of_one_year_are_not_drawn_together() -> None:
    """The undated page tells of a call in August; those of February and October are others."""
    days = {report.id: report.published.day for report in chronicle().reports}
    for happening in chronicle().happenings:
        told = {days[key.story] for key in happening.tellings if happening.kind == "call"}
        known = sorted(day for day in told if day is not None)
        assert not known or (known[-1] - known[0]).days < 31


@pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared beside this checkout")
def test_no_eight_words_in_a_row_are_anyone_elses() -> None:
    ours = {run: name for name, page in pages().items() for run in _runs(page.text)}
    taken = {
        (ours[run], source, " ".join(run))
        for source, text in _other_peoples_texts()
        for run in _runs(text)
        if run in ours
    }
    assert taken == set()


def _runs(text: str, length: int = 8) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", bare(text))
    return (tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _other_peoples_texts() -> Iterator[tuple[str, str]]:
    for path in sorted((SHARED / "gold").rglob("*")):
        if path.suffix in (".txt", ".json", ".jsonl"):
            yield path.name, path.read_text(encoding="utf-8")
    with gzip.open(SHARED / "corpora/ant_2018_feb_apr.jsonl.gz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            yield record["id"], f"{record['title']}\n{record['text']}"


def _weekdays_with_dates(text: str) -> Iterator[tuple[int, date]]:
    """ISO weekdays and the dates of `text`, folded, that stand directly behind them."""
    calendar = load("calendar")
    weekdays = {fold(w): day["number"] for day in calendar["weekday"] for w in day["names"]}
    months = {
        fold(name): month["number"]
        for month in calendar["month"]
        for name in (*month.get("names", ()), *month.get("anchored", ()))
    }
    months |= {str(n): n for n in range(1, 13)} | {f"{n:02}": n for n in range(1, 13)}
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    pattern = rf"({'|'.join(weekdays)})،? (\d\d?)(?: |-|/)({names})(?!\w)(?:[ -]?(\d{{4}}))?"
    for weekday, day, month, year in re.findall(pattern, text):
        yield weekdays[weekday], date(int(year or YEAR), months[month], int(day))


def _hijri_dates(text: str) -> Iterator[Hijri]:
    months = {
        fold(name): month["number"]
        for month in load("calendar")["hijri_month"]
        for name in (*month.get("names", ()), *month.get("anchored", ()))
    }
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    for day, month, year in re.findall(rf"(\d\d?) ({names}) (\d{{4}})", text):
        assert int(year) in HIJRI_YEARS
        yield Hijri(int(year), months[month], int(day))
