"""Each screen in both languages, its list for programs, and what it does with filters."""

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import screens

LISTS = {
    "/today": "changes",
    "/timeline": "happenings",
    "/announcements": "announcements",
    "/actors": "entities",
    "/positions": "positions",
    "/conflicts": "conflicts",
    "/stories": "stories",
    "/map": "places",
    "/wording": "wordings",
    "/review": "judgements",
}


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_screen_is_there_in_both_languages(
    site: TestClient, ids: dict[str, str], lang: str
) -> None:
    for path in screens(ids):
        answer = site.get(path, headers={"cookie": f"waqai=lang%3D{lang}"}, params={"lang": lang})
        assert answer.status_code == 200, path
        direction = "rtl" if lang == "ar" else "ltr"
        assert f'<html lang="{lang}" dir="{direction}"' in answer.text, path
        assert re.search(r"<h1>\S*?.+?</h1>", answer.text, re.S), path


@pytest.mark.parametrize(("path", "key"), LISTS.items())
def test_every_list_has_its_json_and_its_csv(site: TestClient, path: str, key: str) -> None:
    asked = "?since=2025-01-01&on=2025-12-31" if path == "/today" else ""
    whole = site.get(f"{path}.json{asked}").json()
    assert whole.keys() == {"total", key}
    table = site.get(f"{path}.csv{asked}")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(table.text.removeprefix("\ufeff"))))
    assert len(rows) >= len(whole[key])
    assert all(None not in row for row in rows), "a row is longer than the head"


def test_the_happenings_of_a_filter_are_those_that_fit_it(site: TestClient) -> None:
    every = site.get("/timeline.json", params={"rows": 1000}).json()
    planned = site.get("/timeline.json", params={"rows": 1000, "status": "planned"}).json()
    assert 0 < planned["total"] < every["total"]
    assert {one["status"] for one in planned["happenings"]} == {"planned"}
    assert [o["id"] for o in every["happenings"] if o["status"] == "planned"] == [
        one["id"] for one in planned["happenings"]
    ]


def test_an_actor_is_asked_for_by_any_of_its_names(site: TestClient) -> None:
    arabic = site.get("/timeline.json", params={"actor": "بوتن"}).json()
    latin = site.get("/timeline.json", params={"actor": "Putin"}).json()
    assert arabic == latin
    assert arabic["total"] > 0


def test_days_of_the_address_bound_what_is_shown(site: TestClient) -> None:
    asked = {"from": "2025-08-15", "to": "2025-08-15", "rows": 1000}
    for one in site.get("/timeline.json", params=asked).json()["happenings"]:
        earliest, latest = one["date"]["earliest"], one["date"]["latest"]
        assert earliest is None or earliest <= "2025-08-15"
        assert latest is None or latest >= "2025-08-15"


def test_pages_of_a_list_make_up_the_whole(site: TestClient) -> None:
    whole = site.get("/timeline.json", params={"rows": 1000}).json()
    parts = [
        one["id"]
        for page in range(1, whole["total"] // 7 + 2)
        for one in site.get("/timeline.json", params={"rows": 7, "page": page}).json()["happenings"]
    ]
    assert parts == [one["id"] for one in whole["happenings"]]


def test_a_value_that_is_not_understood_is_said_to_be_so(site: TestClient) -> None:
    for asked in ("from=yesterday", "type=WAR", "status=maybe", "page=0", "rows=99999", "page=x"):
        answer = site.get(f"/timeline.json?{asked}")
        assert answer.status_code == 400
        assert answer.json()["error"]["code"] == "bad_request"
        assert asked in answer.json()["error"]["message"]


def test_what_was_published_on_a_day_changes_what_today_shows(site: TestClient) -> None:
    whole = site.get("/today.json?since=2025-01-01&on=2025-12-31&rows=1000").json()
    none = site.get("/today.json?since=1990-01-01&on=1990-01-02").json()
    assert whole["total"] > 0
    assert none == {"total": 0, "changes": []}
    assert {one["change"] for one in whole["changes"]} <= {"new", "told"}


def test_a_happening_shows_each_account_and_leads_to_its_story(
    site: TestClient, ids: dict[str, str]
) -> None:
    page = site.get(f"/happening/{ids['happening']}", params={"lang": "en"}).text
    told = site.get(f"/happening/{ids['happening']}.json").json()
    accounts = re.findall(r'class="account"', page)
    assert accounts
    for one in told["evidence"]:
        assert f"/story/{one['story_id']}" in page
    assert "independent account" in page or "1 account" in page


def test_what_was_announced_shows_its_history(site: TestClient, ids: dict[str, str]) -> None:
    page = site.get(f"/happening/{ids['announced']}", params={"lang": "en"}).text
    assert "As announced" in page
    assert '<ol class="steps">' in page


def test_search_marks_the_words_in_whatever_form_they_stand(site: TestClient) -> None:
    page = site.get("/search", params={"q": "القمه"}).text
    marked = re.findall(r"<mark>([^<]+)</mark>", page)
    assert marked
    assert all("قم" in words for words in marked)


def test_an_empty_answer_says_what_to_do(site: TestClient) -> None:
    page = site.get("/timeline", params={"actor": "لاأحد", "lang": "en"}).text
    assert "Nobody and nothing here is called" in page
    assert "No happening is like that." in page


@pytest.mark.parametrize("path", ["/happening/h0", "/actor/nobody", "/nowhere"])
def test_what_is_not_there_is_a_page_of_its_own(site: TestClient, path: str) -> None:
    answer = site.get(path, params={"lang": "en"})
    assert answer.status_code == 404
    assert "<h1>Nothing here</h1>" in answer.text
    programs = site.get(f"{path}.json")
    assert programs.status_code == 404
    assert programs.json()["error"]["code"] == "not_found"
