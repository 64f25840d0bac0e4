"""Every example in knowledge/saying.toml holds, and the knowledge is as large as it should be."""

from typing import Any

import pytest

from tests.extract.reading import read
from waqai.arabic.letters import bare
from waqai.extract.statements.morphology import Form
from waqai.extract.statements.vocabulary import cues, forms
from waqai.knowledge import load
from waqai.model.statements import SpeechAct

_TABLE = load("saying")
_VERBS = _TABLE["verb"]
_PHRASES = _TABLE["phrase"]
_BY_ANOTHER = {"own", "carried", "attribution_ما", "attribution_كما", "report"}


def _verbs_found(text: str) -> list[str]:
    _, statements = read(text)
    return [s.verb for s in statements]


def _is_form(word: str, row: dict[str, Any]) -> bool:
    return any(cue.saying.lemma == row["past"] for cue in cues().get(bare(word)))


@pytest.mark.parametrize("row", _VERBS, ids=lambda row: row["past"])
def test_a_verb_of_saying_makes_a_statement_of_what_it_governs(row: dict[str, Any]) -> None:
    assert any(_is_form(verb, row) for verb in _verbs_found(row["match"]))


@pytest.mark.parametrize("row", _VERBS, ids=lambda row: row["past"])
def test_the_same_letters_without_a_saying_make_none(row: dict[str, Any]) -> None:
    assert _verbs_found(row["no_match"]) == []


@pytest.mark.parametrize("row", _PHRASES, ids=lambda row: row["forms"][0])
def test_a_phrase_of_saying_makes_a_statement(row: dict[str, Any]) -> None:
    found = _verbs_found(row["no_match" if row["kind"] == "impersonal" else "match"])
    assert found
    if row["kind"] not in _BY_ANOTHER | {"impersonal"}:
        words = bare(found[-1]).split()
        assert any(" ".join(words).endswith(bare(form).split()[-1]) for form in row["forms"])


@pytest.mark.parametrize("row", _PHRASES, ids=lambda row: row["forms"][0])
def test_a_phrase_that_says_nothing_makes_none(row: dict[str, Any]) -> None:
    assert _verbs_found(row["match" if row["kind"] == "impersonal" else "no_match"]) == []


def test_the_knowledge_is_large_and_each_entry_its_own() -> None:
    assert len(_VERBS) + len(_PHRASES) >= 150
    names = [row["past"] for row in _VERBS] + [row["forms"][0] for row in _PHRASES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("row", [*_VERBS, *_PHRASES])
def test_an_entry_has_two_examples_and_a_known_act(row: dict[str, Any]) -> None:
    assert row["match"] != row["no_match"]
    assert SpeechAct(row.get("act", "asserts"))


@pytest.mark.parametrize("row", _VERBS, ids=lambda row: row["past"])
def test_every_form_of_a_verb_leads_to_its_entry(row: dict[str, Any]) -> None:
    for form in forms(row):
        word = bare(form.word)
        found = {cue.saying.lemma for cue in cues().get(word) if cue.form is form.form}
        finite = form.form in {Form.PAST, Form.PRESENT}
        left_out = (finite and word == bare(row.get("noun", ""))) or (
            form.dual and row.get("unsure", False)
        )
        assert row["past"] in found or left_out
