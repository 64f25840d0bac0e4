"""The story screen in a browser, without script: layers, and the way from a line to its words."""

import pytest
from playwright.sync_api import Browser

from tests.web.browser.watching import watched


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_line_leads_to_its_words_and_back(
    browser: Browser, address: str, ids: dict[str, str], lang: str
) -> None:
    with watched(browser, address, script=False) as reader:
        page = reader.page
        page.goto(f"{address}/story/{ids['story']}?lang={lang}")
        line = page.locator(".record .line").first
        name = line.get_attribute("id")
        chip = line.locator("a.n")
        chip.focus()
        page.keyboard.press("Enter")
        assert page.locator(".words :target").count() == 1
        page.locator(f'.words a[href="#{name}"]').first.click()
        assert page.locator(".line:target").get_attribute("id") == name


def test_layers_are_switched_off_and_on(
    browser: Browser, address: str, ids: dict[str, str]
) -> None:
    with watched(browser, address, script=False) as reader:
        page = reader.page
        page.goto(f"{address}/story/{ids['story']}?lang=en")
        text = page.locator(".own .words p").first.inner_text()
        for layer, seen in (("record", ".record"), ("events", ".line.of-event")):
            assert page.locator(seen).first.is_visible(), layer
            page.locator(f"#layer-{layer}").uncheck()
            assert not page.locator(seen).first.is_visible(), layer
            page.locator(f"#layer-{layer}").check()
            assert page.locator(seen).first.is_visible(), layer
        page.locator("#layer-times").focus()
        page.keyboard.press("Space")
        assert not page.locator("#layer-times").is_checked()
        assert len(page.locator(".own .words p").first.inner_text()) <= len(text)


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (390, False)])
def test_the_record_stands_beside_the_text_or_below_it(
    browser: Browser, address: str, ids: dict[str, str], width: int, beside: bool
) -> None:
    with watched(browser, address, width) as reader:
        reader.page.goto(f"{address}/story/{ids['story']}?lang=ar")
        row = reader.page.locator(".own .row.has-lines").first
        words, record = (row.locator(one).first.bounding_box() for one in (".words", ".record"))
        assert words is not None
        assert record is not None
        assert (record["y"] < words["y"] + words["height"]) is beside
        assert not reader.wider_than_window()
