"""The site as files: where its links lead, what it holds in either language, what it leaves out."""

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.web.conftest import SCRIPT
from waqai.store.reading import Chronicle
from waqai.web.offline import write_site
from waqai.web.offline.extent import Most

SCREENS = ("today", "timeline", "announcements", "actors", "positions", "conflicts", "wording")
LISTS = (*SCREENS, "map", "stories")


class Links(HTMLParser):
    """What a page has: where it leads, the ids in it, its tags, its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attributes:
            if name in ("href", "src", "action", "xlink:href"):
                self.links.append(value or "")
            if name == "id":
                self.ids.add(value or "")
            assert not name.startswith("on"), f"{name} of {tag}"

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def folder(chronicle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample pages as files."""
    out = tmp_path_factory.mktemp("static") / "site"
    with Chronicle(chronicle) as opened:
        write_site(opened, out)
    return out


@pytest.fixture(scope="module")
def part(chronicle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of that site."""
    out = tmp_path_factory.mktemp("static") / "part"
    with Chronicle(chronicle) as opened:
        write_site(opened, out, Most(stories=5, happenings=20, entities=10, leading=2))
    return out


def read(folder: Path) -> dict[str, Links]:
    """The pages of a folder by their names."""
    return {
        file.relative_to(folder).as_posix(): Links(file.read_text(encoding="utf-8"))
        for file in folder.rglob("*.html")
    }


def dead(folder: Path) -> Iterator[str]:
    """The links of a site that lead to no file, to no place in one, or out of the folder."""
    pages = read(folder)
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https"):
                continue
            to = (folder / name).parent / unquote(parts.path) if parts.path else folder / name
            to = to.resolve()
            inside = to.is_relative_to(folder.resolve())
            known = inside and to.is_file() and not parts.query and not parts.scheme
            target = pages.get(to.relative_to(folder.resolve()).as_posix()) if known else None
            if not known or (parts.fragment and target and parts.fragment not in target.ids):
                yield f"{name}: {link}"


def test_every_link_leads_to_a_file_or_a_place_in_one(folder: Path) -> None:
    assert list(dead(folder)) == []


def test_of_a_part_every_link_leads_somewhere_too(part: Path, folder: Path) -> None:
    assert list(dead(part)) == []
    pages, whole = read(part), read(folder)
    assert len([name for name in pages if name.startswith("en/story/")]) == 5
    assert len([name for name in pages if name.startswith("ar/happening/")]) == 20
    assert len(pages) < len(whole)
    assert "These have pages of their own" in pages["en/timeline.html"].text
    assert "These have pages of their own" not in whole["en/timeline.html"].text


def test_every_screen_is_there_in_both_languages(folder: Path) -> None:
    for lang, direction in (("ar", "rtl"), ("en", "ltr")):
        for screen in (*LISTS, "names", "help"):
            page = (folder / lang / f"{screen}.html").read_text(encoding="utf-8")
            assert f'<html lang="{lang}" dir="{direction}"' in page
    names = {file.relative_to(folder / "ar") for file in (folder / "ar").rglob("*.html")}
    assert names == {file.relative_to(folder / "en") for file in (folder / "en").rglob("*.html")}


def test_every_page_leads_to_itself_in_the_other_language(folder: Path) -> None:
    for name, page in read(folder).items():
        lang, _, rest = name.partition("/")
        if rest:
            other = folder / ("en" if lang == "ar" else "ar") / rest
            to = {((folder / name).parent / unquote(link)).resolve() for link in page.links}
            assert other.resolve() in to, name


def test_everything_has_its_page_and_can_be_reached(folder: Path, chronicle: Path) -> None:
    pages = read(folder)
    with Chronicle(chronicle) as opened:
        told = [one.id for one in opened.happenings()]
    assert told
    assert {f"ar/happening/{id}.html" for id in told} <= pages.keys()
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        for link in pages[name].links:
            to = ((folder / name).parent / unquote(urlsplit(link).path)).resolve()
            if to.suffix != ".html" or not to.is_relative_to(folder.resolve()):
                continue
            leads = to.relative_to(folder.resolve()).as_posix()
            if leads not in reached:
                reached.add(leads)
                waiting.append(leads)
    assert reached == pages.keys()


def test_nothing_is_offered_that_needs_a_server(folder: Path) -> None:
    for name, page in read(folder).items():
        assert page.tags.count("form") <= 1, name  # that which closes the list of keys
        assert "select" not in page.tags, name


@pytest.mark.parametrize("screen", LISTS)
def test_every_list_has_its_twins(folder: Path, screen: str) -> None:
    whole = json.loads((folder / "data" / f"{screen}.json").read_bytes())
    total = whole.pop("total")
    (records,) = whole.values()
    assert len(records) == total
    table = (folder / "data" / f"{screen}.csv").read_text(encoding="utf-8").removeprefix("\ufeff")
    assert len(list(csv.DictReader(io.StringIO(table)))) == total
    links = Links((folder / "en" / f"{screen}.html").read_text(encoding="utf-8")).links
    assert f"../data/{screen}.json" in links
    assert f"../data/{screen}.csv" in links


def test_the_same_chronicle_gives_the_same_bytes(
    folder: Path, chronicle: Path, tmp_path: Path
) -> None:
    with Chronicle(chronicle) as opened:
        write_site(opened, tmp_path / "again")

    def sums(of: Path) -> dict[str, str]:
        files = (file for file in of.rglob("*") if file.is_file())
        return {
            file.relative_to(of).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in files
        }

    assert sums(tmp_path / "again") == sums(folder)


def test_a_hostile_page_is_text(hostile_chronicle: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    with Chronicle(hostile_chronicle) as opened:
        write_site(opened, out)
    assert list(dead(out)) == []
    pages = read(out)
    assert any(SCRIPT in page.text for page in pages.values())
    for name, page in pages.items():
        assert "img" not in page.tags, name
        assert page.tags.count("script") == (name != "index.html"), name
        assert not [link for link in page.links if link.startswith("javascript:")], name
        assert "\u202e" not in page.text, name


def test_a_folder_of_something_else_is_left_alone(chronicle: Path, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("own")
    with Chronicle(chronicle) as opened, pytest.raises(ValueError, match="holds other files"):
        write_site(opened, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["own.txt"]


def test_a_site_of_before_is_replaced(chronicle: Path, part: Path) -> None:
    few = Most(stories=1, happenings=1, entities=1, leading=1)
    with Chronicle(chronicle) as opened:
        files = write_site(opened, part.parent / "twice", few)
        (part.parent / "twice" / "ar" / "story" / "old.html").write_text("")
        assert write_site(opened, part.parent / "twice", few) == files
    written = [file for file in (part.parent / "twice").rglob("*") if file.is_file()]
    assert len(written) == files
    assert not list(part.parent.glob(".*"))


def test_its_limits_are_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    section = text.partition("\n## site\n")[2]
    assert "$ waqai export file.db --format site -o FOLDER" in section
    for field in fields(Most):
        assert f"{field.default:,}" in section, field.name
