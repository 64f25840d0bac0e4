"""The story screen: spans and lines that lead to each other, layers, links into the source."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient

import waqai
from waqai.model.chronicle import Window
from waqai.model.page import Page, Span
from waqai.web.app import create_app
from waqai.web.record import Line, beside
from waqai.web.source_link import Source


def story(site: TestClient, id: str, lang: str = "ar") -> str:
    answer = site.get(f"/story/{id}", params={"lang": lang})
    assert answer.status_code == 200
    return str(answer.text)


@pytest.fixture(scope="module")
def every(site: TestClient) -> list[str]:
    """The ids of all stories."""
    found = site.get("/api/stories", params={"rows": 1000}).json()["stories"]
    return [one["story_id"] for one in found]


def test_every_link_within_a_story_leads_somewhere_once(site: TestClient, every: list[str]) -> None:
    for id in every:
        page = story(site, id)
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids)), id
        own = re.sub(r'<details class="other">.*?</details>', "", page, flags=re.S)
        for target in re.findall(r'href="#([^"]+)"', own):
            assert target in ids, (id, target)


def test_each_statement_and_event_has_its_line_and_leads_back(
    site: TestClient, chronicle: Path, every: list[str]
) -> None:
    with waqai.open_chronicle(chronicle) as opened:
        stories = [one for page in opened.pages() for one in page.stories]
    told = sum(len(s.annotated.statements) + len(s.annotated.events) for s in stories)
    lines = back = 0
    for id in every:
        page = story(site, id)
        found = re.findall(r'<li id="((?:statement|event)-[\d-]+)"', page)
        lines += len(found)
        back += sum(f'href="#{one}"' in page for one in found)
    assert lines == back == told


def test_the_whole_text_is_there_whatever_is_marked(site: TestClient, chronicle: Path) -> None:
    with waqai.open_chronicle(chronicle) as opened:
        pages = list(opened.pages())
    for page in pages[:6]:
        ids = site.get("/api/stories", params={"rows": 1000}).json()["stories"]
        (id, *_) = [one["story_id"] for one in ids if one["page"] == page.page.name]
        shown = story(site, id)
        words = re.sub(r'<(bdi|a) class="[vn]".*?</\1>|<span class="kind">.*?</span>', "", shown)
        plain = " ".join(re.sub(r"<[^>]+>", "", words).split())
        for block in page.stories[0].annotated.story.blocks:
            line = " ".join(page.page.text[block.start : block.end].split("\n")[0].split())
            assert line.replace("&", "&amp;") in plain


def test_layers_are_switched_without_a_script(site: TestClient, every: list[str]) -> None:
    page = story(site, every[0], "en")
    layers = re.findall(r'<input type="checkbox" id="layer-(\w+)" checked', page)
    assert layers == [
        "times", "names", "quantities", "statements", "events", "residue", "record",
    ]  # fmt: skip
    sheet = site.get("/static/story.css").text
    assert all(f"#layer-{layer}:not(:checked)" in sheet for layer in layers)
    assert site.get("/static/marks.css").headers["content-type"].startswith("text/css")


def test_english_readers_are_told_of_the_marks_in_english(
    site: TestClient, every: list[str]
) -> None:
    titles = re.findall(r'<mark class="event[^>]* title="([^"]*)"', story(site, every[0], "en"))
    assert titles
    assert all(re.match(r"[a-z]+: ", title) for title in titles)


def test_a_hostile_story_shows_as_text(hostile_site: TestClient) -> None:
    for one in hostile_site.get("/api/stories").json()["stories"]:
        page = story(hostile_site, one["story_id"])
        assert "<script>window" not in page
        assert "<img" not in page
        assert "\u202e" not in page
        assert "[U+202E]" in page
        assert 'href="javascript:' not in page


@pytest.mark.parametrize("id", ["nobody", "nobody.0", "x.-1", ".0", "%00"])
def test_a_story_that_is_not_there_is_not_found(site: TestClient, id: str) -> None:
    assert site.get(f"/story/{id}").status_code == 404


def test_another_spelling_of_an_id_is_not_found(site: TestClient, every: list[str]) -> None:
    page, _, position = every[0].rpartition(".")
    assert site.get(f"/story/{page}.0{position}").status_code == 404
    assert site.get(f"/story/{page}.-1").status_code == 404


def test_a_sentence_that_stands_twice_is_told_apart_by_what_is_around_it() -> None:
    text = "وصل الوفد أمس. غادر الوزير. قال إن الوفد وصل. وصل الوفد أمس. عاد الجميع."
    source = Source("https://example.org/a#b", text)
    at = text.rindex("وصل الوفد أمس")
    address, _, fragment = str(source.jump(at, at + 4)).partition("#:~:text=")
    assert address == "https://example.org/a"
    before, words, behind = fragment.split(",")
    assert unquote(before) == "إن الوفد وصل.-"
    assert unquote(words) == "وصل الوفد أمس."
    assert unquote(behind) == "-عاد الجميع."
    alone = text.index("غادر")
    assert "," not in str(source.jump(alone, alone + 4))


def test_a_fragment_keeps_no_hyphen_or_comma_of_the_text() -> None:
    text = "زار وفد أميركي-روسي، أمس, القاهرة & الرياض."
    link = str(Source("https://example.org/", text).jump(0, 3)).partition("text=")[2]
    assert not set(link) & set("-,&")
    assert unquote(link) == text


def test_a_long_sentence_is_found_by_its_ends() -> None:
    text = " ".join(f"كلمة{n}" for n in range(20)) + "."
    link = str(Source("http://example.org/", text).jump(0, 5)).partition("text=")[2]
    first, last = map(unquote, link.split(","))
    assert first.split() == text.split()[:5]
    assert last.split() == text.split()[-5:]


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "data:text/html,x", "file:///etc"])
def test_only_addresses_of_the_web_are_led_to(url: str | None) -> None:
    assert Source(url, "وصل الوفد.").jump(0, 3) is None


def test_lines_stand_beside_the_paragraph_they_begin_in() -> None:
    lines = [
        Line(f"l{n}", "", start, n, "", None, Window()) for n, start in enumerate((0, 12, 15, 31))
    ]
    spans = [Span(0, 10), Span(11, 14), Span(20, 30)]
    assert [[one.start for one in found] for found in beside(spans, lines)] == [[0], [12], [15]]


def test_an_endless_line_is_shown_in_part(tmp_path: Path) -> None:
    text = f"عنوان\nالسبت 16 آب 2025\nقال الرئيس الأميركي دونالد ترامب إنه عاد. {'ا' * 300_000}\n"
    waqai.build((Page("long", text),), tmp_path / "long.db")
    site = TestClient(create_app(tmp_path / "long.db"), base_url="http://localhost")
    (one,) = site.get("/api/stories").json()["stories"]
    page = story(site, one["story_id"], "en")
    assert len(page) < 80_000
    assert "more characters of this line are not shown" in page
