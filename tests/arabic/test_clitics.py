"""Clitics are split where they are, and words that only begin like them are left whole."""

import pytest

from waqai.arabic.clitics import known, lone, proclitics


@pytest.mark.parametrize(
    "word",
    ["والي", "والد", "فيصل", "بلدة", "كوريا", "لجنة", "بيان", "سبب", "كتاب", "وزير", "فلسطين",
     "بوتين", "لافروف", "ويلسون", "وحدة", "بالغ", "لقاء", "سيد"],
)  # fmt: skip
def test_words_stay_whole(word: str) -> None:
    assert proclitics(word) == 0


@pytest.mark.parametrize(
    ("word", "letters"),
    [("والكرملين", 1), ("وقال", 1), ("بالقاهرة", 1), ("للحكومة", 1), ("وبالقرب", 2),
     ("سيلتقي", 1), ("وسيلتقي", 2), ("كالعادة", 1), ("فإن", 1), ("لأن", 1), ("بأنه", 1),
     ("وللمرة", 2), ("وإلى", 1)],
)  # fmt: skip
def test_clitics_are_counted(word: str, letters: int) -> None:
    assert proclitics(word) == letters


def test_a_low_hamza_begins_a_word() -> None:
    assert (proclitics("وإلى"), proclitics("والي")) == (1, 0)


def test_further_names_are_words() -> None:
    assert proclitics("بسلاو") == 0
    assert proclitics("بسلاو", frozenset({"سلاو"})) == 1
    assert proclitics("بسلاو", frozenset({"بسلاو"})) == 0


@pytest.mark.parametrize("word", ["", "و", "123", "abc", "ب", "لل", "وو"])
def test_nothing_is_raised_on_what_is_no_word(word: str) -> None:
    assert proclitics(word) <= max(len(word) - 1, 0)


def test_the_dictionary_knows_inflected_words_and_no_foreign_names() -> None:
    assert all(map(known, ["الحكومه", "حكومتهم", "قالوا", "معتقلين", "جولات"]))
    assert not any(map(known, ["سيرغي", "لافروف", "زيلينسكي"]))


def test_a_word_in_one_form_only_is_told_from_one_in_many() -> None:
    assert lone("تايلاند")
    assert not lone("كتاب")
