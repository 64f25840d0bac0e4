"""Each screen as a reader sees it: both languages, phone and desk, light and dark."""

import pytest
from playwright.sync_api import Browser

from tests.web.browser.watching import watched
from tests.web.conftest import screens


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_screen_reads_well(
    browser: Browser, address: str, ids: dict[str, str], lang: str, width: int
) -> None:
    theme = "dark" if lang == "en" else "light"
    with watched(browser, address, width) as reader:
        for path in screens(ids):
            mark = "&" if "?" in path else "?"
            answer = reader.page.goto(f"{address}{path}{mark}lang={lang}&theme={theme}")
            assert answer is not None
            assert answer.status == 200, path
            assert reader.page.locator("h1").count() == 1, path
            assert not reader.wider_than_window(), path
            assert reader.faults() == [], path
        assert reader.said == []
        assert reader.outside == []


def test_error_pages_read_well_too(browser: Browser, address: str) -> None:
    with watched(browser, address) as reader:
        for path in ("/nowhere", "/timeline?from=x"):
            reader.page.goto(f"{address}{path}")
            assert reader.faults() == [], path
        assert reader.outside == []


def test_everything_can_be_read_without_script(browser: Browser, address: str) -> None:
    with watched(browser, address, script=False) as reader:
        reader.page.goto(f"{address}/timeline?lang=en&from=2025-08-01&to=2025-08-31")
        reader.page.locator("article.happening h3 a").first.click()
        assert "/happening/" in reader.page.url
        assert reader.page.locator(".account .paragraph").first.is_visible()
        reader.page.get_by_role("link", name="العربية").click()
        assert reader.page.locator("html").get_attribute("dir") == "rtl"
        assert "/happening/" in reader.page.url


def test_a_printed_page_is_a_briefing_paper(
    browser: Browser, address: str, ids: dict[str, str]
) -> None:
    with watched(browser, address) as reader:
        reader.page.goto(f"{address}/happening/{ids['happening']}")
        reader.page.emulate_media(media="print")
        for gone in ("nav.screens", ".twins", ".foot", ".switch"):
            assert not reader.page.locator(gone).first.is_visible(), gone
        assert reader.page.locator("h1").is_visible()
        assert reader.page.locator(".account .source").first.is_visible()
