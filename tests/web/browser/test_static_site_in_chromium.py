"""The site as files, opened from a folder: no server, and no script needed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web.browser.watching import watched
from waqai.store.reading import Chronicle
from waqai.web.offline import write_site
from waqai.web.offline.extent import Most


@pytest.fixture(scope="module")
def folder(chronicle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough of the site of the sample pages, as files."""
    out = tmp_path_factory.mktemp("static") / "site"
    with Chronicle(chronicle) as opened:
        write_site(opened, out, Most(stories=20, happenings=40, entities=20, leading=4))
    return out


@pytest.mark.parametrize("script", [True, False])
def test_one_walks_through_the_folder_by_its_links(
    browser: Browser, folder: Path, script: bool
) -> None:
    address = folder.as_uri()
    with watched(browser, address, script=script) as reader:
        page = reader.page
        page.goto(f"{address}/index.html")
        page.wait_for_url("**/ar/today.html")
        page.locator(".switch").click()
        page.wait_for_url(f"{address}/en/today.html")
        box = page.locator("main").bounding_box()
        assert box is not None
        assert box["width"] < 1200, "the style sheet is not there"
        page.locator("[data-screen=timeline]").click()
        page.wait_for_url(f"{address}/en/timeline.html")
        assert page.locator("html").get_attribute("dir") == "ltr"
        page.locator("a[data-open][href]").first.click()
        page.wait_for_url("**/en/happening/*.html")
        page.locator(".account a[data-open][href]").first.click()
        page.wait_for_url("**/en/story/*.html*")  # behind it, the place of the sentence
        assert page.locator("article.own .words").count() > 0
        page.locator("[data-screen=names]").click()
        page.wait_for_url("**/en/names.html")
        page.locator("main a.who").first.click()
        page.wait_for_url("**/en/actor/*.html")
        assert reader.said == []
        assert reader.outside == []


def test_the_keys_work_in_the_folder_too(browser: Browser, folder: Path) -> None:
    address = folder.as_uri()
    with watched(browser, address) as reader:
        page = reader.page
        page.goto(f"{address}/en/timeline.html")
        page.keyboard.press("j")
        page.keyboard.press("o")
        page.wait_for_url("**/en/happening/*")
        page.keyboard.press("g")
        page.keyboard.press("t")
        page.wait_for_url("**/en/today.html")
        page.keyboard.press("/")
        page.wait_for_url("**/en/names.html")
        assert reader.said == []
        assert reader.faults() == []
