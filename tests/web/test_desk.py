"""What a desk reads off the screens: what is disputed, what is new, and the way to a sentence."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from markupsafe import Markup

from tests.store import quay
from tests.web.conftest import HOST
from waqai.model.chronicle import Slot, TellingKey, Window
from waqai.model.page import Span
from waqai.model.publication import Publication
from waqai.store.queries import contested
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer
from waqai.web.app import create_app
from waqai.web.news import new_conflicts, new_positions
from waqai.web.reader import Digits, Language, Months, Reader
from waqai.web.record import at_telling
from waqai.web.screens.story import Row


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle made by hand: one dispute, one position, one announcement."""
    path = tmp_path_factory.mktemp("desk") / "file.db"
    with Writer(path, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)
        dated = {quay.id_of(page): Publication(quay.TOLD, quay.TOLD) for page in quay.PAGES[:2]}
        findings = replace(quay.FINDINGS, settled={**quay.FINDINGS.settled, **dated})
        writer.conclude(lambda briefs, reread, judgements: findings)
    return path


@pytest.fixture(scope="module")
def desk(file: Path) -> TestClient:
    """The site over it."""
    return TestClient(create_app(file), base_url=HOST)


@pytest.mark.parametrize("path", ["/timeline", "/happening/h1", "/actor/salim_khoury"])
def test_what_is_disputed_is_told_wherever_it_stands(desk: TestClient, path: str) -> None:
    page = desk.get(path, params={"lang": "en"}).text
    assert re.search(r'class="contested" href="/happening/h1#disputed">disputed: place<', page)


def test_what_nobody_disputes_bears_no_such_mark(desk: TestClient, site: TestClient) -> None:
    assert 'class="contested"' not in site.get("/timeline").text
    assert 'href="/happening/h2#disputed"' not in desk.get("/timeline").text


def test_the_disputes_of_many_are_asked_for_at_once(file: Path) -> None:
    with Chronicle(file) as chronicle:
        assert contested.slots_of(chronicle.connection, ["h1", "h2"]) == {"h1": (Slot.PLACE,)}


def test_a_dispute_and_a_position_are_new_on_the_day_that_shows_them(file: Path) -> None:
    day, later = quay.TOLD, date(2025, 8, 20)
    with Chronicle(file) as chronicle:
        connection, held = chronicle.connection, chronicle.positions()
        assert new_conflicts(connection, ["h1", "h2"], day, later) == [quay.CONFLICT]
        assert new_conflicts(connection, ["h2"], day, later) == []
        assert new_positions(connection, held, day, later) == [quay.POSITION]
        assert new_conflicts(connection, ["h1"], later, later) == []
        assert new_positions(connection, held, later, later) == []


def test_today_shows_new_disputes_and_positions(desk: TestClient) -> None:
    asked = {"since": quay.TOLD.isoformat(), "on": quay.TOLD.isoformat(), "lang": "en"}
    page = desk.get("/today", params=asked).text
    assert 'id="conflicts">New conflicts <span class="n">1 conflict<' in page
    assert 'id="positions">New positions <span class="n">1 position<' in page
    assert '<a href="#conflicts">New conflicts</a>' in page


def test_a_telling_leads_to_its_words_in_the_story(site: TestClient, ids: dict[str, str]) -> None:
    page = site.get(f"/happening/{ids['happening']}").text
    found = re.findall(r'data-open href="(/story/[^"#]+)#(told-[\d-]+)"', page)
    assert found
    for address, anchor in found:
        assert f'id="{anchor}"' in site.get(address).text


def test_a_sentence_that_was_found_is_shown_in_its_place(site: TestClient) -> None:
    page = site.get("/search", params={"q": "القمه"}).text
    found = re.findall(r'href="(/story/[^"#]+\?at=\d+)#here"', page)
    assert found
    for address in found:
        assert site.get(address).text.count('id="here"') == 1
    assert 'id="here"' not in site.get(found[0].partition("?")[0]).text


def test_the_first_day_it_was_told_names_the_outlets_of_that_day(desk: TestClient) -> None:
    page = desk.get("/happening/h1", params={"lang": "en"}).text
    assert "First told on Saturday 16 August 2025" in page
    # a story of h2 may have come on one of two days: nobody is named the first
    assert "First told on" not in desk.get("/happening/h2", params={"lang": "en"}).text


def test_all_that_somebody_said_can_be_asked_for(site: TestClient) -> None:
    for one in site.get("/api/entities", params={"rows": 40}).json()["entities"]:
        page = site.get(f"/actor/{one['id']}", params={"lang": "en"}).text
        more = re.search(r'(\d+) of (\d+) shown\. <a href="([^"]+)#said"', page)
        if more:
            whole = site.get(more[3].replace("&amp;", "&")).text
            assert page.count('class="sentence"') < whole.count('class="sentence"')
            return
    pytest.fail("nobody in the sample pages says more than is shown at first")


def test_much_recorded_of_few_words_stands_below_them() -> None:
    line = object()
    few, many = [line], [line] * 6
    assert not Row(Markup(""), few, span=Span(0, 120)).under  # type: ignore[arg-type]
    assert Row(Markup(""), many, span=Span(0, 120)).under  # type: ignore[arg-type]
    assert not Row(Markup(""), many, span=Span(0, 900)).under  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reader", "last", "said"),
    [
        (Reader(), date(2025, 8, 22), "بين 14 و22 أغسطس 2025"),
        (Reader(), date(2025, 9, 3), "بين 14 أغسطس و3 سبتمبر 2025"),
        (Reader(), date(2026, 8, 14), "بين 14 أغسطس 2025 و14 أغسطس 2026"),
        (Reader(digits=Digits.ARAB, months=Months.LEVANT), date(2025, 8, 22), "بين ١٤ و٢٢ آب ٢٠٢٥"),
        (Reader(Language.EN), date(2025, 9, 3), "14 August to 3 September 2025"),
    ],
)
def test_a_window_says_month_and_year_once(reader: Reader, last: date, said: str) -> None:
    assert reader.window(Window(date(2025, 8, 14), last)) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2025, 5, 1), date(2025, 5, 31), "in May 2025"),
        (date(2024, 2, 1), date(2024, 2, 29), "in February 2024"),
        (date(2025, 1, 1), date(2025, 12, 31), "in 2025"),
        (date(2025, 5, 1), date(2025, 5, 30), "1 to 30 May 2025"),
        (date(2025, 5, 1), date(2025, 6, 30), "1 May to 30 June 2025"),
    ],
)
def test_a_whole_month_or_year_is_named(first: date, last: date, said: str) -> None:
    assert Reader(Language.EN).window(Window(first, last)) == said


def test_lists_lead_from_the_far_future_to_what_is_next(desk: TestClient) -> None:
    day = quay.TOLD.isoformat()
    coming = desk.get("/announcements", params={"lang": "en"}).text
    assert f"outcome=open&amp;from={day}&amp;order=oldest" in coming
    assert f'href="/timeline?to={day}"' in desk.get("/timeline").text
    assert f'href="/timeline?to={day}"' not in desk.get(f"/timeline?to={day}").text


def test_the_anchor_of_a_telling_counts_from_one() -> None:
    assert at_telling(TellingKey("ab12.2", 4)) == "told-1-3-5"
