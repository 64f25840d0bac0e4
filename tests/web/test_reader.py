"""Languages, months, digits and grammar of the site's own words."""

import re
import string
from datetime import date

import pytest
from fastapi.testclient import TestClient

from waqai.knowledge import load
from waqai.model.chronicle import Window
from waqai.model.events import EventType, Status
from waqai.web.reader import Digits, Language, Months, Reader

DAY = date(2025, 8, 16)


def test_every_word_has_the_same_gaps_in_both_languages() -> None:
    site = load("site")
    for key, words in site["words"].items():
        gaps = {lang: _gaps(text) for lang, text in words.items()}
        assert gaps["ar"] == gaps["en"], key


def test_every_count_has_each_form_of_its_language() -> None:
    for what, forms in load("site")["counts"].items():
        assert (len(forms["ar"]), len(forms["en"])) == (6, 2), what


def test_every_family_of_months_has_twelve() -> None:
    assert {len(names) for names in load("site")["months"].values()} == {12}


def test_every_status_and_type_has_a_name() -> None:
    reader = Reader(Language.EN)
    for group, kind in (("statuses", Status), ("types", EventType)):
        for one in kind:
            assert load("site")["labels"][group].get(one.value), one
            assert reader.label(group, one.value)


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        (Reader(), "السبت 16 أغسطس 2025"),
        (Reader(months=Months.LEVANT), "السبت 16 آب 2025"),
        (Reader(months=Months.BOTH), "السبت 16 آب/أغسطس 2025"),
        (Reader(months=Months.MOROCCO), "السبت 16 غشت 2025"),
        (Reader(months=Months.ALGERIA), "السبت 16 أوت 2025"),
        (Reader(digits=Digits.ARAB), "السبت ١٦ أغسطس ٢٠٢٥"),
        (Reader(Language.EN, Months.LEVANT, Digits.ARAB), "Saturday 16 August 2025"),
    ],
)
def test_a_day_is_said_as_the_reader_says_it(reader: Reader, said: str) -> None:
    assert reader.day(DAY) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا قصص"),
        (1, "قصة واحدة"),
        (2, "قصتان"),
        (3, "3 قصص"),
        (11, "11 قصة"),
        (100, "100 قصة"),
        (103, "103 قصص"),
        (1_234, "1,234 قصة"),
    ],
)
def test_what_is_counted_agrees_with_the_number(number: int, said: str) -> None:
    assert Reader().count("stories", number) == said


def test_a_window_says_what_is_not_known() -> None:
    reader = Reader(Language.EN)
    assert reader.window(Window()) == "day not known"
    assert reader.window(Window(None, DAY)) == "on or before 16 August 2025"
    assert reader.window(Window(DAY, None)) == "on or after 16 August 2025"
    assert reader.window(Window(DAY, date(2025, 8, 20))) == "16 to 20 August 2025"


def test_a_choice_is_kept_and_the_switch_keeps_the_page(site: TestClient) -> None:
    site.cookies.clear()
    page = site.get("/timeline?status=planned&lang=en").text
    assert 'lang="en" dir="ltr"' in page
    [back] = re.findall(r'class="switch" href="([^"]+)"', page)
    assert back.replace("&amp;", "&") == "/timeline?status=planned&lang=ar"
    assert 'lang="en" dir="ltr"' in site.get("/conflicts").text
    site.get("/today?lang=ar&months=levant")
    assert "آب" in site.get("/timeline?from=2025-08-01&to=2025-08-31").text
    site.cookies.clear()


def test_a_choice_that_is_none_is_not_heard(site: TestClient) -> None:
    site.cookies.clear()
    assert 'lang="ar"' in site.get("/timeline?lang=xx&months=moon").text


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
