"""The keys, the mouse, and a judgement made and undone with both."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.web.browser.conftest import served
from tests.web.browser.watching import watched


def test_a_list_is_walked_and_opened_by_keys(browser: Browser, address: str) -> None:
    with watched(browser, address) as reader:
        page = reader.page
        page.goto(f"{address}/timeline?lang=en")
        titles = page.locator("[data-item] [data-open]").all_inner_texts()
        page.keyboard.press("j")
        assert page.locator(".item.at [data-open]").inner_text() == titles[0]
        page.keyboard.press("j")
        assert page.locator(".item.at [data-open]").inner_text() == titles[1]
        page.keyboard.press("k")
        assert page.locator(".item.at [data-open]").inner_text() == titles[0]
        page.keyboard.press("o")
        page.wait_for_url("**/happening/**")
        assert reader.said == []


def test_evidence_is_shown_and_hidden_by_e(browser: Browser, address: str) -> None:
    with watched(browser, address) as reader:
        page = reader.page
        page.goto(f"{address}/positions?lang=en")
        rows = page.locator("article[data-item]")
        at = next(i for i in range(rows.count()) if rows.nth(i).locator("details").count())
        for _ in range(at + 1):
            page.keyboard.press("j")
        inside = rows.nth(at).locator("details")
        assert inside.get_attribute("open") is None
        page.keyboard.press("e")
        assert inside.get_attribute("open") is not None


def test_slash_searches_and_a_question_mark_lists_the_keys(browser: Browser, address: str) -> None:
    with watched(browser, address) as reader:
        page = reader.page
        page.goto(f"{address}/conflicts?lang=ar")
        page.keyboard.press("?")
        assert page.locator("dialog#keys").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("dialog#keys").is_visible()
        page.keyboard.press("/")
        page.wait_for_url("**/search")
        page.keyboard.press("/")
        page.keyboard.type("القمه")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=*")
        assert page.locator("blockquote mark").first.inner_text()


def test_keys_typed_into_a_field_are_letters(browser: Browser, address: str) -> None:
    with watched(browser, address) as reader:
        reader.page.goto(f"{address}/search?lang=en")
        field = reader.page.locator("input[type=search]")
        field.click()
        reader.page.keyboard.type("jk?e/")
        assert field.input_value() == "jk?e/"


def test_filters_are_addresses(browser: Browser, address: str) -> None:
    with watched(browser, address) as reader:
        page = reader.page
        page.goto(f"{address}/timeline?lang=en")
        page.get_by_role("searchbox", name="Actor").fill("Putin")
        page.get_by_role("button", name="Show").click()
        assert "actor=Putin" in page.url
        few = page.locator("article.happening").count()
        page.locator("a.clear").click()
        assert "actor" not in page.url
        assert page.locator("article.happening").count() > few


def test_a_bar_of_the_strip_leads_to_its_days(browser: Browser, address: str) -> None:
    with watched(browser, address) as reader:
        page = reader.page
        page.goto(f"{address}/timeline?lang=en")
        page.locator("figure.picture .pic-wide svg a").nth(3).click()
        assert "from=" in page.url
        assert "to=" in page.url


def test_a_pair_is_judged_by_a_key_and_undone_by_another(browser: Browser, raids: Path) -> None:
    with served(raids) as address, watched(browser, address) as reader:
        page = reader.page
        page.goto(f"{address}/review?lang=en")
        assert page.locator(".pair .side").count() == 2
        page.keyboard.press("d")
        page.wait_for_url("**first=*")
        assert page.locator("li.judged").count() == 1
        page.keyboard.press("u")
        page.wait_for_url(lambda address: "first=" not in address)
        assert page.locator("li.judged").count() == 0
        assert reader.said == []
