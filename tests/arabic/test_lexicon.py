"""A vocabulary is found in running text: whole phrases, the longest first, behind its clitics."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.arabic.lexicon import Lexicon, with_clitics
from waqai.arabic.tokens import tokenize


@pytest.fixture
def days() -> Lexicon[str]:
    lexicon: Lexicon[str] = Lexicon()
    lexicon.update(["الخميس"], "thursday")
    lexicon.update(["أمس"], "yesterday")
    lexicon.update(["أمس الأول"], "the day before")
    lexicon.update(["ألف"], "thousand")
    lexicon.add("ص", "morning", clitics=False)
    return lexicon


@pytest.mark.parametrize(
    ("text", "sense", "end", "clitics"),
    [
        ("الخميس", "thursday", 1, 0), ("والخميس", "thursday", 1, 1), ("بالخميس", "thursday", 1, 1),
        ("للخميس", "thursday", 1, 1), ("وللخميس", "thursday", 1, 2), ("فبالخميس", "thursday", 1, 2),
        ("وَالخَميسُ", "thursday", 1, 1), ("أمس", "yesterday", 1, 0), ("لأمس", "yesterday", 1, 1),
        ("امس الاول", "the day before", 2, 0), ("وأمس الأول قال", "the day before", 2, 1),
        ("أمس الثاني", "yesterday", 1, 0), ("لألف", "thousand", 1, 1), ("ص", "morning", 1, 0),
    ],
)  # fmt: skip
def test_a_phrase_is_found_behind_its_clitics(
    days: Lexicon[str], text: str, sense: str, end: int, clitics: int
) -> None:
    found = days.at(tokenize(text), 0)
    assert found is not None
    assert (found.sense, found.end, found.clitics) == (sense, end, clitics)


@pytest.mark.parametrize("text", ["", "خميس", "الخميسي", "الأول", "وص", "سالخميس", "ووالخميس"])
def test_another_word_is_not_found(days: Lexicon[str], text: str) -> None:
    assert days.at(tokenize(text), 0) is None


def test_a_phrase_is_not_found_beyond_the_text(days: Lexicon[str]) -> None:
    tokens = tokenize("قال أمس")
    assert days.at(tokens, 2) is None
    found = days.at(tokens, 1)
    assert found is not None
    assert found.sense == "yesterday"


@given(st.text(alphabet="ابتسعيد", min_size=2, max_size=8))
def test_every_written_form_ends_with_the_word_and_says_how_many_letters_precede(word: str) -> None:
    for written, letters in with_clitics(word):
        assert 0 <= letters <= 2
        assert written[letters:] == word or written[letters:] == "ل" + word[2:]


def test_of_two_readings_the_one_with_fewer_clitics_stands() -> None:
    lexicon: Lexicon[str] = Lexicon()
    lexicon.add("واحد", "one")
    lexicon.add("أحد", "somebody")
    found = lexicon.at(tokenize("واحد"), 0)
    assert found is not None
    assert (found.sense, found.clitics) == ("one", 0)
