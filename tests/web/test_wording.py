"""Wording: each name of a thing with the outlets and speakers that choose it."""

import csv
import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import waqai
from waqai.model.page import Page
from waqai.web.app import create_app

_DAY = "السبت 16 آب 2025\n"
_PLAIN = "قتل ثلاثة مسلحين اليوم السبت في غارة على ريف حلب، كما أعلن الجيش السوري.\n"
_OTHER = "قتل ثلاثة إرهابيين اليوم السبت في غارة على ريف حلب، كما أعلن الجيش السوري.\n"


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A site over two outlets that call the same people by different names."""
    path = tmp_path_factory.mktemp("wording") / "two.db"
    pages = (
        Page("one", f"قتلى في ريف حلب\n{_DAY}{_PLAIN}", outlet="صحيفة النهر"),
        Page("two", f"غارة على ريف حلب\n{_DAY}{_OTHER}", outlet="صحيفة <b>السهل</b>"),
    )
    waqai.build(pages, Path(path))
    return TestClient(create_app(path), base_url="http://localhost")


def test_each_word_of_a_thing_stands_with_who_says_it(divided: TestClient) -> None:
    rows = divided.get("/wording.json").json()["wordings"]
    people = {row["word"] for row in rows if row["thing"] == "armed-people"}
    assert people == {"مسلح", "إرهابي"}
    assert all(row["tellings"] > 0 for row in rows)
    assert all((row["outlet"] is None) != (row["speaker"] is None) for row in rows)


@pytest.mark.parametrize(("lang", "title"), [("ar", "إرهابيون أو مسلحون"), ("en", "terrorists")])
def test_things_are_named_in_the_reader_s_language(
    divided: TestClient, lang: str, title: str
) -> None:
    page = divided.get("/wording", params={"lang": lang}).text
    assert title in page
    assert "<b>السهل</b>" not in page


def test_the_table_has_a_row_for_each_word_and_who_says_it(divided: TestClient) -> None:
    table = csv.DictReader(io.StringIO(divided.get("/wording.csv").text.removeprefix("\ufeff")))
    assert len(list(table)) == divided.get("/wording.json").json()["total"]


def test_where_all_agree_on_the_words_it_says_so(tmp_path: Path) -> None:
    waqai.build((Page("one", f"{_DAY}{_PLAIN}"),), tmp_path / "one.db")
    site = TestClient(create_app(tmp_path / "one.db"), base_url="http://localhost")
    assert "Nothing here is called" in site.get("/wording?lang=en").text
