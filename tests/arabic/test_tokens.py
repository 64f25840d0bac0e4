"""Tokens: they cover what is spelled, once and in order, and point back into the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.arabic.letters import MARKS, bare
from waqai.arabic.tokens import Tokens, tokenize

_MARKS = re.compile(f"[{MARKS}]")
_ARABIC = st.text(alphabet="ابتثويلكالسنةأمهـًّٰ\u200f 12٣٤/:-،.\nazA")
_TEXTS = st.one_of(st.text(), _ARABIC)


def _covered(tokens: Tokens) -> set[int]:
    return {
        at
        for start, end in zip(tokens.starts, tokens.ends, strict=True)
        for at in range(start, end)
    }


@given(_TEXTS)
def test_tokens_cover_everything_but_white_space_and_marks(text: str) -> None:
    tokens = tokenize(text)
    left = {at for at, sign in enumerate(text) if at not in _covered(tokens)}
    assert all((text[at].isspace() and text[at] != "\n") or _MARKS.match(text[at]) for at in left)


@given(_TEXTS)
def test_a_token_is_the_bare_form_of_its_characters(text: str) -> None:
    tokens = tokenize(text)
    spelled = [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)]
    assert tokens.words == [bare(piece) for piece in spelled]
    assert all(tokens.words)


@given(_TEXTS)
def test_tokens_stand_in_order_and_do_not_overlap(text: str) -> None:
    tokens = tokenize(text)
    edges = [edge for pair in zip(tokens.starts, tokens.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))


@given(_TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_a_stretch_is_tokenised_with_the_offsets_of_the_page(
    text: str, start: int, end: int
) -> None:
    tokens = tokenize(text, start, end)
    assert all(start <= s < e <= end for s, e in zip(tokens.starts, tokens.ends, strict=True))
    assert tokens.words == tokenize(text[start:end]).words


@given(st.text(alphabet="بوالسعيد", min_size=1, max_size=6), st.data())
def test_a_cut_passes_over_the_marks_of_the_letters_cut_off(word: str, data: st.DataObject) -> None:
    marks = [data.draw(st.text(alphabet="ًُِّـ", max_size=2)) for _ in word]
    letters = data.draw(st.integers(0, len(word)))
    written = "".join(letter + mark for letter, mark in zip(word, marks, strict=True))
    tokens = tokenize("قال " + written)
    cut = tokens.cut(1, letters)
    assert bare(written[: cut - 4]) == word[:letters]
    assert cut == 4 or written[cut - 4 :][:1] in {"", word[letters : letters + 1]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("٧/٨/٢٠٢٥", ["7", "/", "8", "/", "2025"]),
        ("2025-08-07T10:30", ["2025", "-", "08", "-", "07", "t", "10", ":", "30"]),
        ("21st", ["21", "st"]),
        ("١٥هـ", ["15", "ه"]),
        ("«أمسِ»، قال", ["«", "امس", "»", "،", "قال"]),
        ("سطر\nآخر", ["سطر", "\n", "اخر"]),
        ("و15", ["و", "15"]),
        ("", []),
    ],
)
def test_a_text_parts_into_these_tokens(text: str, words: list[str]) -> None:
    assert tokenize(text).words == words


def test_tokens_know_which_stand_together() -> None:
    tokens = tokenize("في 5/8 و7")
    assert [tokens.glued(i) for i in range(len(tokens))] == [False, False, True, True, False, True]


def test_nothing_is_glued_to_either_end_of_a_text() -> None:
    tokens = tokenize("وعد ب")
    assert not tokens.glued(0)
    assert not tokens.glued(len(tokens))


def test_a_direction_mark_does_not_part_a_date() -> None:
    tokens = tokenize("٧\u200f/٨\u200f/٢٠٢٥")
    assert all(tokens.glued(i) for i in range(1, len(tokens)))
