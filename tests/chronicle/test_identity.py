"""Page ids: from content alone."""

from dataclasses import replace
from datetime import date

import pytest

from waqai.chronicle.identity import page_id
from waqai.model.page import Page, Stamp, StampRole

_PAGE = Page("خبر.txt", "عقد المجلس جلسته أمس.", source="pages/خبر.txt", encoding="utf-8")
_STAMP = Stamp(date(2025, 8, 16), StampRole.GIVEN, "2025-08-16")


@pytest.mark.parametrize("change", [{"source": "elsewhere/خبر.txt"}, {"encoding": "windows-1256"}])
def test_where_and_how_a_page_was_read_is_no_part_of_it(change: dict[str, str]) -> None:
    assert page_id(replace(_PAGE, **change)) == page_id(_PAGE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"name": "خبر2.txt"},
        {"text": "عقد المجلس جلسته اليوم."},
        {"url": "https://example.org/1"},
        {"title": "المجلس"},
        {"outlet": "الديوان"},
        {"author": "المحرر"},
        {"stamps": (_STAMP,)},
    ],
)
def test_whatever_bears_on_the_reading_makes_another_page(change: dict[str, object]) -> None:
    assert page_id(replace(_PAGE, **change)) != page_id(_PAGE)  # type: ignore[arg-type]


def test_fields_do_not_run_into_each_other() -> None:
    assert page_id(Page("a", "bc")) != page_id(Page("ab", "c"))
    assert page_id(Page("a", "b", title="c")) != page_id(Page("a", "b", outlet="c"))


def test_half_a_character_has_an_id_too() -> None:
    assert len(page_id(Page("a", "\ud800"))) == 20
