"""Pages that mean harm, in a browser that would let them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

import waqai
from tests.web.browser.conftest import served
from tests.web.browser.watching import watched
from waqai.model.page import Page
from waqai.model.settings import Limits

_LONG = 5_000_000  # letters of a line


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_of_a_hostile_page_runs(browser: Browser, hostile_address: str, lang: str) -> None:
    with watched(browser, hostile_address) as reader:
        page = reader.page
        page.goto(f"{hostile_address}/timeline?lang={lang}&rows=1000")
        told = page.locator("article.happening [data-open]")
        links = [told.nth(i).get_attribute("href") for i in range(told.count())]
        assert links
        paths = ["/stories", "/actors", "/search?q=موسكو", "/announcements", "/today", *links]
        for path in paths:
            page.goto(f"{hostile_address}{path}")
            assert page.evaluate("window.harmed") is None, path
            assert page.locator("main img, main script, main iframe").count() == 0, path
        assert "<script>" in page.locator("main").inner_text() or any(
            "<script>" in _text(reader.page, f"{hostile_address}{path}") for path in paths
        )
        assert reader.said == []
        assert reader.outside == []


def test_a_line_of_five_million_letters_is_shown_in_part(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "long.db"
    words = "وأعلن الرئيس الأميركي دونالد ترامب أنه سيزور موسكو يوم الاثنين المقبل "
    text = f"عنوان\nالسبت 16 آب 2025\nقال {words}. {'ا' * _LONG}\n"
    limits = Limits(text_bytes=20_000_000, seconds=120)
    waqai.build(
        [Page("long", text), Page("short", f"السبت 16 آب 2025\n{words}.")], path, limits=limits
    )
    with served(path) as address, watched(browser, address) as reader:
        for screen in ("/stories", "/timeline", "/search?q=موسكو", "/today"):
            reader.page.goto(f"{address}{screen}")
            assert len(reader.page.content()) < 500_000, screen
        reader.page.goto(f"{address}/timeline")
        reader.page.locator("article.happening [data-open]").first.click()
        assert len(reader.page.content()) < 500_000
        assert reader.said == []


def _text(page: object, address: str) -> str:
    from playwright.sync_api import Page as Tab

    assert isinstance(page, Tab)
    page.goto(address)
    return page.locator("main").inner_text()
