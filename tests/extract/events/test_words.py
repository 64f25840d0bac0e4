"""The small words of events: none of them is asked for in vain."""

from dataclasses import fields

from waqai.extract.events.frames import Frame, entries
from waqai.extract.events.words import list_keys, listed, senses


def test_every_word_of_every_list_is_one_of_its_own_senses() -> None:
    assert {("background", "after"), ("civil",)} <= set(list_keys())
    for keys in list_keys():
        single = {word for word in listed(*keys) if " " not in word}
        assert {word for word in single if word not in senses(word)} == set(), keys


def test_every_word_that_a_frame_asks_for_is_one_of_its_own_senses() -> None:
    asked = [one.name for one in fields(Frame) if one.name in {"needs", "unless", "refers"}]
    assert len(asked) == 3
    for entry in entries():
        for name in asked:
            words = {word for word in getattr(entry.frame, name) if " " not in word}
            single = {word for word in words if word[:1].isalpha()}
            assert {word for word in single if word not in senses(word)} == set(), entry.row


def test_a_word_without_any_list_has_no_senses() -> None:
    assert senses("بطاطا") == frozenset()
