"""Pictures as they are drawn: the one that fits the window, its labels apart, its links reached."""

from itertools import combinations

import pytest
from playwright.sync_api import Browser, Page

from tests.web.browser.watching import watched

_BOXES = """selector => [...document.querySelectorAll(selector)]
  .filter(one => one.checkVisibility() && one.textContent.trim())
  .map(one => { const b = one.getBoundingClientRect();
                return [b.left, b.top, b.right, b.bottom, one.textContent]; })"""
_SLACK = 3.0  # pixels
_INK = 0.6  # of the height of a line is what is drawn; the rest is for accents and tails


def overlaps(page: Page, labels: str) -> list[tuple[str, str]]:
    """The labels that lie on each other."""
    boxes = page.evaluate(_BOXES, labels)
    assert boxes, labels
    return [
        (one[4], other[4])
        for one, other in combinations(boxes, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > _SLACK
        and min(one[3], other[3]) - max(one[1], other[1])
        > (1 - _INK) * min(one[3] - one[1], other[3] - other[1])
    ]


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_label_lies_on_another(
    browser: Browser, address: str, ids: dict[str, str], lang: str, width: int
) -> None:
    with watched(browser, address, width) as reader:
        for path, labels in (
            ("/map", ".pic-place, .pic-country"),
            ("/timeline", ".pic-tick"),
            ("/timeline", ".pic-lanes .pic-name"),
            (f"/actor/{ids['actor']}", ".pic-network text"),
            ("/positions", ".pic-positions text"),
        ):
            reader.page.goto(f"{address}{path}?lang={lang}")
            assert overlaps(reader.page, labels) == [], (path, labels)


@pytest.mark.parametrize(("width", "shown"), [(390, "pic-narrow"), (1280, "pic-wide")])
def test_the_picture_that_fits_is_shown(
    browser: Browser, address: str, width: int, shown: str
) -> None:
    with watched(browser, address, width) as reader:
        reader.page.goto(f"{address}/timeline")
        for name in ("pic-narrow", "pic-wide"):
            assert reader.page.locator(f".{name}").first.is_visible() is (name == shown)


def test_a_bar_leads_to_its_days_without_script(browser: Browser, address: str) -> None:
    with watched(browser, address, script=False) as reader:
        reader.page.goto(f"{address}/timeline?lang=en")
        bar = reader.page.locator(".pic-wide a.pic-bar:not([tabindex])").first
        bar.focus()
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_url("**/timeline?*from=*to=*")
