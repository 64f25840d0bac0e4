"""Judging: who may, what it does, and how it is undone."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import HOST, token_of
from waqai.web.app import create_app
from waqai.web.settings import SiteSettings

ORIGIN = {"origin": HOST}


def _two(client: TestClient) -> tuple[str, str]:
    """The ids of two happenings."""
    found = client.get("/api/happenings", params={"rows": 1000}).json()["happenings"]
    kinds: dict[str, str] = {}
    for one in found:
        if one["kind"] in kinds:
            return kinds[one["kind"]], one["id"]
        kinds[one["kind"]] = one["id"]
    raise AssertionError("no two happenings of a kind")


def _form(client: TestClient, **fields: str) -> dict[str, str]:
    page = client.get("/review?of=people").text
    found = re.search(r'name="token" value="([^"]+)"', page)
    token = found[1] if found else client.app.state.token  # type: ignore[attr-defined]
    return {"token": token, "of": "happenings", **fields}


def test_a_judgement_is_kept_shown_and_undone(writable: TestClient) -> None:
    first, second = _two(writable)
    form = _form(writable, first=first, second=second, verdict="different")
    answer = writable.post("/review/judge", data=form, headers=ORIGIN)
    assert answer.status_code == 200
    [judged] = writable.get("/review.json").json()["judgements"]
    assert judged["verdict"] == "different"
    page = answer.text
    assert 'data-key="u"' in page, "what was judged last can be undone at once"
    form = _form(writable, first=judged["first"], second=judged["second"])
    assert form["token"] == token_of(page)
    writable.post("/review/undo", data=form, headers=ORIGIN)
    assert writable.get("/review.json").json()["total"] == 0


def test_what_is_judged_the_same_becomes_one(writable: TestClient) -> None:
    first, second = _two(writable)
    before = writable.get("/api/happenings").json()["total"]
    form = _form(writable, first=first, second=second, verdict="same")
    assert writable.post("/review/judge", data=form, headers=ORIGIN).status_code == 200
    assert writable.get("/api/happenings").json()["total"] == before - 1


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": HOST, "sec-fetch-site": "cross-site"},
        {"origin": "http://localhost:9999"},
    ],
)
def test_nothing_is_written_for_a_page_elsewhere(
    writable: TestClient, headers: dict[str, str]
) -> None:
    first, second = _two(writable)
    form = _form(writable, first=first, second=second, verdict="same")
    assert writable.post("/review/judge", data=form, headers=headers).status_code == 403
    assert writable.get("/review.json").json()["total"] == 0


@pytest.mark.parametrize("token", ["", "wrong", "é"])
def test_nothing_is_written_without_the_token(writable: TestClient, token: str) -> None:
    first, second = _two(writable)
    form = {**_form(writable, first=first, second=second, verdict="same"), "token": token}
    for path in ("/review/judge", "/review/undo"):
        assert writable.post(path, data=form, headers=ORIGIN).status_code == 403
    assert writable.get("/review.json").json()["total"] == 0


def test_a_site_for_reading_has_no_forms_that_write(chronicle: Path) -> None:
    client = TestClient(create_app(chronicle, SiteSettings(writes=False)), base_url=HOST)
    page = client.get("/review").text
    assert 'method="post"' not in page
    form = {"token": client.app.state.token, "first": "a", "second": "b", "verdict": "same"}  # type: ignore[attr-defined]
    assert client.post("/review/judge", data=form, headers=ORIGIN).status_code == 403


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"first": "h0", "second": "h1", "verdict": "same"}, 404),
        ({"first": "h0", "second": "h1", "verdict": "perhaps"}, 400),
        ({"first": "h0", "verdict": "same"}, 400),
    ],
)
def test_a_judgement_of_nothing_is_refused(
    writable: TestClient, fields: dict[str, str], status: int
) -> None:
    assert (
        writable.post("/review/judge", data=_form(writable, **fields), headers=ORIGIN).status_code
        == status
    )


def test_pairs_that_may_be_one_wait_until_they_are_judged(raids: Path) -> None:
    client = TestClient(create_app(raids), base_url=HOST)
    page = client.get("/review").text
    ids = re.findall(r'name="(?:first|second)" value="([^"]+)"', page)[:2]
    told = {one["id"] for one in client.get("/api/happenings").json()["happenings"]}
    assert set(ids) <= told
    form = {"token": token_of(page), "first": ids[0], "second": ids[1], "verdict": "different"}
    client.post("/review/judge", data=form, headers=ORIGIN)
    assert 'data-key="s"' not in client.get("/review").text


def test_reading_the_review_writes_nothing(writable: TestClient) -> None:
    for path in ("/review/judge", "/review/undo"):
        assert writable.get(path).status_code == 405
