"""Try it: what is pasted is read and shown, within limits, and kept nowhere."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import waqai
from tests.web.conftest import HANDLER, HOST, SCRIPT
from waqai.web.app import create_app
from waqai.web.settings import SiteSettings

ORIGIN = {"origin": HOST}
TEXT = (
    "قال وزير الخارجية الروسي سيرغي لافروف اليوم السبت إن بلاده تؤيد وقف إطلاق النار، وأعلن أن "
    f"الرئيس فلاديمير بوتين سيزور القاهرة يوم الاثنين المقبل {SCRIPT} {HANDLER}."
)


def test_a_text_is_shown_with_what_is_found_in_it(site: TestClient, chronicle: Path) -> None:
    before = chronicle.read_bytes()
    form = {"text": TEXT, "published": "2025-08-16"}
    answer = site.post("/try?lang=en", data=form, headers=ORIGIN)
    assert answer.status_code == 200
    page = answer.text
    assert "Monday 18 August 2025" in page
    assert "Vladimir Putin" in page
    assert 'href="/actor/' not in page, "nobody of a tried text is in the chronicle"
    assert SCRIPT not in page
    assert "<img" not in page
    assert chronicle.read_bytes() == before


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (SiteSettings(try_characters=50), 413),
        (SiteSettings(try_seconds=0.01), 503),
    ],
)
def test_a_text_over_a_limit_is_not_read(
    chronicle: Path, settings: SiteSettings, code: int
) -> None:
    client = TestClient(create_app(chronicle, settings), base_url=HOST)
    assert client.post("/try", data={"text": TEXT}, headers=ORIGIN).status_code == code


@pytest.mark.parametrize(
    ("form", "headers", "code"),
    [
        ({"text": TEXT}, {"origin": "https://evil.example"}, 403),
        ({"text": TEXT}, {}, 403),
        ({"text": ""}, ORIGIN, 400),
        ({"text": TEXT, "published": "today"}, ORIGIN, 400),
    ],
)
def test_a_form_that_is_not_ours_or_not_right_is_refused(
    site: TestClient, form: dict[str, str], headers: dict[str, str], code: int
) -> None:
    assert site.post("/try", data=form, headers=headers).status_code == code


def test_lines_of_a_form_end_as_those_of_a_page_do(site: TestClient) -> None:
    text = "عنوان الخبر\r\nالسبت 16 آب 2025\r\n" + TEXT
    page = site.post("/try?lang=en", data={"text": text}, headers=ORIGIN).text
    assert "\ufffd" not in page
    assert "16 August 2025" in page


def test_what_the_page_shows_is_what_annotate_finds(site: TestClient) -> None:
    [page] = waqai.annotate(TEXT, published="2025-08-16")
    found = page.stories[0].annotated
    shown = site.post("/try", data={"text": TEXT, "published": "2025-08-16"}, headers=ORIGIN).text
    assert shown.count('class="line of-statement"') == len(found.statements)
    assert shown.count('class="line of-event"') == len(found.events)
