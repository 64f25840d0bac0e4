"""What every answer carries, which requests are turned away, and pages that mean harm."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import HANDLER, HOST, SCRIPT, TURNED, screens
from waqai.web.app import create_app
from waqai.web.foreign import visible
from waqai.web.settings import SiteSettings
from waqai.web.source_link import source_link
from waqai.web.tables import as_csv

POLICY = (
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
)


@pytest.mark.parametrize(
    "path", ["/timeline", "/timeline.json", "/timeline.csv", "/nowhere", "/static/site.css", "/api"]
)
def test_every_answer_bears_the_guarding_headers(site: TestClient, path: str) -> None:
    headers = site.get(path).headers
    assert set(POLICY) <= set(headers["content-security-policy"].split("; "))
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("127.0.0.1:8377", 200),
        ("[::1]:8377", 200),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
        ("desk.example:80", 200),
        ("", 400),
    ],
)
def test_only_names_of_this_site_are_answered(chronicle: Path, host: str, status: int) -> None:
    app = create_app(chronicle, SiteSettings(hosts=("desk.example",)))
    answer = TestClient(app, base_url=HOST).get("/help", headers={"host": host})
    assert answer.status_code == status
    assert "content-security-policy" in answer.headers


def test_a_body_that_is_too_long_is_not_read(chronicle: Path) -> None:
    client = TestClient(create_app(chronicle, SiteSettings(body_bytes=100)), base_url=HOST)
    assert client.post("/review/judge", data={"x": "y" * 200}).status_code == 413


def test_nothing_on_a_page_comes_from_outside(site: TestClient, ids: dict[str, str]) -> None:
    for path in screens(ids):
        page = site.get(path).text
        fetched = re.findall(
            r'<(?:script|img|link|iframe|object|embed)\b[^>]*?(?:src|href)="([^"]*)"', page
        )
        assert all(address.startswith("/static/") for address in fetched), path
        assert not re.search(r"<[^>]+\s(?:on\w+|style)=", page), path
        assert not re.search(r"<script(?![^>]*\ssrc=)", page), path


def test_a_hostile_page_shows_as_text(hostile_site: TestClient) -> None:
    told = hostile_site.get("/api/happenings").json()["happenings"]
    stories = hostile_site.get("/api/stories").json()["stories"]
    people = hostile_site.get("/api/entities").json()["entities"]
    paths = [
        "/today?since=2025-08-01&on=2025-08-31",
        "/timeline",
        "/stories",
        "/actors",
        "/positions",
        "/announcements",
        "/search?q=موسكو",
        f"/search?q={SCRIPT}",
        f"/timeline?actor={HANDLER}",
        *(f"/happening/{one['id']}" for one in told),
        *(f"/actor/{one['id']}" for one in people),
    ]
    assert told
    assert stories
    seen = ""
    for path in paths:
        page = hostile_site.get(path).text
        assert SCRIPT not in page, path
        assert "<img" not in page, path
        assert "\u202e" not in page, path
        assert 'href="javascript:' not in page, path
        seen += page
    assert "&lt;script&gt;" in seen, "the words of the page are shown"
    assert "[U+202E]" in seen


def test_what_turns_its_neighbours_is_written_out() -> None:
    assert visible(f"a{TURNED}b\x00c\ud800") == "a[U+202E]gnorw[U+202C]b\ufffdc\ufffd"
    for whole in ("وصل الوفد\u200f.", "one\r\n\ttwo\x0c"):
        assert visible(whole) == whole


def test_cells_that_a_spreadsheet_would_run_are_made_harmless() -> None:
    rows = [{"a": "=HYPERLINK(1)", "b": -5, "c": "@x", "d": {"name": "+cmd", "x": None}}]
    head, cells = as_csv(rows).splitlines()
    assert head == "\ufeffa,b,c,d_name,d_x"
    assert cells == "'=HYPERLINK(1),-5,'@x,'+cmd,"


@pytest.mark.parametrize("address", [None, "javascript:alert(1)", "data:text/html,x", "/local"])
def test_only_addresses_of_the_web_become_links(address: str | None) -> None:
    assert source_link(address, "وصل الوفد") is None


def test_a_link_to_the_source_jumps_to_the_sentence() -> None:
    link = source_link("https://example.org/a#top", "one two-three")
    assert link == "https://example.org/a#:~:text=one%20two%2Dthree"


def test_a_fault_says_nothing_of_itself(chronicle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the secret of the machine")

    monkeypatch.setattr("waqai.store.queries.happenings.count", broken)
    client = TestClient(create_app(chronicle), base_url=HOST, raise_server_exceptions=False)
    answer = client.get("/timeline?lang=en")
    assert answer.status_code == 500
    assert "A fault of the program" in answer.text
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers
    assert client.get("/timeline.json").json()["error"]["code"] == "internal"


def test_a_question_that_takes_too_long_is_given_up(
    chronicle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("waqai.store.opening._STEPS", 1)
    client = TestClient(create_app(chronicle, SiteSettings(query_seconds=-1)), base_url=HOST)
    answer = client.get("/timeline.json")
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "slow_query"
    assert "takes too long" in client.get("/timeline?lang=en").text


def test_a_chronicle_that_went_away_is_said_to_be_so(tmp_path: Path) -> None:
    client = TestClient(create_app(tmp_path / "none.db"), base_url=HOST)
    answer = client.get("/timeline?lang=en")
    assert answer.status_code == 503
    assert "cannot be opened" in answer.text
