"""The publication days of the gold pages, as far as each page tells them."""

import json
from datetime import date
from pathlib import Path

import pytest

from waqai.model.page import Page, Stamp, StampRole
from waqai.pipeline import annotate_page
from waqai.resolve.publication import date_page

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
PAGES = sorted(path.name for path in (GOLD / "pages").glob("*.txt"))
#: The page that bears no date: only other pages date it.
UNDATED = "004"

pytestmark = pytest.mark.skipif(not PAGES, reason="the gold is not here")


def gold_days(name: str) -> list[date]:
    rows = json.loads((GOLD / "annotations" / name).with_suffix(".json").read_text("utf-8"))
    return [date.fromisoformat(story["published"]) for story in rows["stories"]]


def read(name: str, *stamps: Stamp) -> Page:
    text = (GOLD / "pages" / name).read_bytes().decode("utf-8")
    return Page(name, text, stamps=stamps)


@pytest.mark.parametrize("name", [name for name in PAGES if not name.startswith(UNDATED)])
def test_each_story_has_its_own_day(name: str) -> None:
    found = date_page(annotate_page(read(name)))
    assert [publication.day for publication in found] == gold_days(name)


def test_the_page_without_a_date_keeps_an_open_window_that_holds_its_day() -> None:
    (name,) = [name for name in PAGES if name.startswith(UNDATED)]
    (found,), (day,) = date_page(annotate_page(read(name))), gold_days(name)
    assert found.day is None
    assert found.latest is None
    assert found.earliest is not None
    assert found.earliest <= day


def test_the_page_without_a_date_takes_the_day_it_is_given() -> None:
    (name,) = [name for name in PAGES if name.startswith(UNDATED)]
    (day,) = gold_days(name)
    (found,) = date_page(annotate_page(read(name, Stamp(day, StampRole.GIVEN, ""))))
    assert found.day == day
