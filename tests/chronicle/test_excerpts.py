"""Excerpts: the sentence around a mention, shown short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.chronicle.excerpts import excerpt, opening
from waqai.model.page import Span


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("بدأ الاجتماع. انتهى أمس بلا اتفاق. وعاد الوفد.", "أمس", "انتهى أمس بلا اتفاق."),
        ("هل يعود الوفد غدا؟ لا أحد يعلم.", "غدا", "هل يعود الوفد غدا؟"),
        ("عنوان بلا نقطة\nبدأت الجولة السبت\nسطر آخر", "السبت", "بدأت الجولة السبت"),
        ("بلغت 3.5 في المئة أمس. انتهى.", "أمس", "بلغت 3.5 في المئة أمس."),
        ("قال: «نلتقي غدا.» ثم مضى.", "غدا", "قال: «نلتقي غدا.»"),
    ],
)  # fmt: skip
def test_an_excerpt_is_the_sentence_of_its_mention(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    assert str(excerpt(text, start, start + len(words))) == sentence


def test_a_long_sentence_is_cut_at_spaces_and_says_so() -> None:
    text = "كلمة " * 100 + "أمس " + "كلمة " * 100
    start = text.index("أمس")
    shown = str(excerpt(text, start, start + 3))
    assert shown.startswith("… كلمة ")
    assert shown.endswith(" كلمة …")
    assert len(shown) < 400


@given(st.text(alphabet="اب. \n؟…x", max_size=600), st.data())
def test_an_excerpt_holds_its_mention_at_its_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = excerpt(text, start, end)
    assert shown.words.replace(" ", "") == "".join(text[start:end].split())
    assert shown.span.start <= start <= end <= shown.span.end
    assert "\n" not in str(shown)


def test_a_story_opens_with_its_first_words() -> None:
    text = "افتتح الوزير\nالمعرض في الميناء القديم"
    assert opening(text, (Span(0, len(text)),), 20) == "افتتح الوزير المعرض …"
    assert opening(text, (Span(0, 12),), 20) == "افتتح الوزير"
    assert opening(text, ()) == ""
