"""The feed: held against the grammar of RFC 4287, and against the chronicle that it tells of."""

from functools import cache
from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]

from tests.exports.opened import NAMES, export, opened
from waqai.exports.identifiers import urn
from waqai.exports.proof import proofs

_GRAMMAR = Path(__file__).with_name("atom.rng")
_ATOM = {"a": "http://www.w3.org/2005/Atom"}


@cache
def _feed(name: str, language: str = "ar") -> etree._Element:
    return etree.fromstring(export(name, "atom", language))


def _one(element: etree._Element, path: str) -> str:
    (found,) = element.xpath(path, namespaces=_ATOM)
    return str(found)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_the_feed_obeys_the_grammar(name: str, language: str) -> None:
    grammar = etree.RelaxNG(etree.parse(_GRAMMAR))
    assert grammar.validate(_feed(name, language)), grammar.error_log
    assert _one(_feed(name, language), "@xml:lang") == language


@pytest.mark.parametrize("name", NAMES)
def test_there_is_an_entry_for_each_happening_and_no_id_twice(name: str) -> None:
    ids = _feed(name).xpath("//a:id/text()", namespaces=_ATOM)
    assert len(ids) == len(set(ids))
    assert ids[1:] == [
        urn("happening", one.id) for one in sorted(opened(name).happenings(), key=lambda h: h.id)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_an_entry_is_as_new_as_the_newest_story_and_links_to_its_sources(name: str) -> None:
    chronicle = opened(name)
    entries = {_one(entry, "a:id/text()"): entry for entry in _feed(name).findall("a:entry", _ATOM)}
    newest = []
    for one in chronicle.happenings():
        entry = entries[urn("happening", one.id)]
        shown = tuple(proofs(chronicle, one.tellings))
        days = sorted(proof.known_by.isoformat() for proof in shown)
        newest.append(days[-1])
        assert _one(entry, "a:updated/text()") == f"{days[-1]}T00:00:00Z"
        assert _one(entry, "a:published/text()") == f"{days[0]}T00:00:00Z"
        links = entry.xpath("a:link/@href", namespaces=_ATOM)
        assert set(links) == {proof.url for proof in shown if proof.url}
        assert any(proof.sentence in _one(entry, "a:content/text()") for proof in shown)
    assert _one(_feed(name), "/a:feed/a:updated/text()") == f"{max(newest)}T00:00:00Z"


def test_the_titles_are_in_the_language_asked_for() -> None:
    happenings = sorted(opened("sample").happenings(), key=lambda one: one.id)
    for language, wanted in (
        ("ar", [one.headline_ar for one in happenings]),
        ("en", [one.headline_en for one in happenings]),
    ):
        path = "//a:entry/a:title/text()"
        assert _feed("sample", language).xpath(path, namespaces=_ATOM) == wanted


def test_harm_is_text() -> None:
    feed = _feed("harmful")
    text = "".join(feed.itertext())
    assert "<script>" in text
    assert not feed.xpath("//*[local-name() = 'script']")
    assert not {"\u202e", "\u2066", "\x1b"} & set(text)
    hrefs = feed.xpath("//a:link/@href", namespaces=_ATOM)
    assert all(href.startswith("https://") for href in hrefs)


def test_of_nothing_it_is_an_empty_feed() -> None:
    feed = _feed("empty")
    assert etree.RelaxNG(etree.parse(_GRAMMAR)).validate(feed)
    assert not feed.findall("a:entry", _ATOM)
