"""What holds for every page, however broken: spans cover the text once, and nothing raises."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.model.page import Page, Stamp, StampRole
from waqai.model.story import ResidueKind, SplitPage
from waqai.pages import split

from .marked import read_marked

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.txt"))
TEXTS = [read_marked(path.read_text(encoding="utf-8"))[0] for path in LAYOUTS]
PIECES = [
    "أعلن", "وقال", "الوزير", "القمة", "2025", "4", "سبتمبر", "الخميس", ":", ".", "-", "(", ")",
    "»", "\n", "\n\n", " ", "\u00a0", "اقرأ أيضا", "المصدر", "التعليقات", "كتب", "date", "نشر في",
    "2025-08-07", "رويترز", "شارك", "•", "…", "\u200f", "\u0640", "\r\n", "\u2028", "{", "}", ";",
    "أ.ف.ب", "موسكو", "/", "http://x.y/z ",
]  # fmt: skip


def _holds(found: SplitPage) -> None:
    """The laws of a page taken apart."""
    text = found.page.text
    spans = [(b.start, b.end) for story in found.stories for b in story.blocks]
    assert all(story.blocks for story in found.stories)
    assert spans == sorted(spans)
    for start, end in spans:
        assert text[start:end].strip() == text[start:end] != ""
    whole = sorted([*spans, *((r.start, r.end) for r in found.residue)])
    assert [start for start, _ in whole] == [0, *(end for _, end in whole)][: len(whole)]
    assert (whole[-1][1] if whole else 0) == len(text)
    for residue in found.residue:
        assert residue.start < residue.end
        blank = not text[residue.start : residue.end].strip()
        assert residue.kind is ResidueKind.BLANK or not blank
    for stamp in found.stamps:
        assert text[stamp.start : stamp.end] == stamp.text
    for story in found.stories:
        if story.title_span:
            assert text[story.title_span.start : story.title_span.end] == story.title


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in LAYOUTS])
def test_spans_cover_a_page_once_in_order(text: str) -> None:
    _holds(split(Page("page", text)))


@given(st.text(max_size=600))
def test_any_text_comes_apart(text: str) -> None:
    _holds(split(Page("page", text)))


@given(st.lists(st.sampled_from(PIECES), max_size=120).map(" ".join))
def test_any_heap_of_labels_dates_and_signs_comes_apart(text: str) -> None:
    _holds(split(Page("page", text)))


@settings(max_examples=60)
@given(st.sampled_from(TEXTS), st.data())
def test_a_page_cut_short_comes_apart(text: str, data: st.DataObject) -> None:
    _holds(split(Page("page", text[: data.draw(st.integers(0, len(text)))])))


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in LAYOUTS])
def test_a_page_printed_twice_comes_apart(text: str) -> None:
    _holds(split(Page("page", text + "\n" + text)))


@settings(max_examples=30)
@given(st.sampled_from(TEXTS), st.sampled_from("\x00\x07\x1b\u200e\ufeff\u202e\x85\x1c"))
def test_control_signs_between_the_words_do_no_harm(text: str, sign: str) -> None:
    _holds(split(Page("page", text.replace(" ", f" {sign}"))))


@settings(max_examples=30)
@given(st.sampled_from(TEXTS))
def test_the_same_page_gives_the_same_stories(text: str) -> None:
    assert split(Page("page", text)) == split(Page("page", text))


@pytest.mark.parametrize(
    "text",
    [
        "كلمة " * 200_000,
        "سطر قصير\n" * 100_000,
        "الخميس 4 سبتمبر 2025\n" * 3_000,
        "وصول الوفد إلى المدينة غدا\nقال الوزير إن الوفد يصل إلى المدينة غدا لبحث فتح المعبر.\n"
        * 5_000,
        "#" * 500_000,
        "(" * 100_000 + "رويترز)",
        "أ، " * 300_000,
    ],
    ids=["one line", "short lines", "dates", "titles", "signs", "brackets", "list"],
)
def test_a_very_long_page_comes_apart(text: str) -> None:
    _holds(split(Page("page", text)))


def test_the_users_word_comes_before_all_stamps_and_metadata_behind_the_texts_own() -> None:
    given_day = Stamp(date(2025, 8, 16), StampRole.GIVEN, "2025-08-16")
    meta = Stamp(date(2025, 8, 15), StampRole.PUBLISHED, "2025-08-15T10:00")
    text = "وصول الوفد إلى المدينة غدا\n14 أغسطس 2025\nقال الوزير إن الوفد يصل إلى المدينة غدا."
    (story,) = split(Page("page", text, stamps=(meta, given_day))).stories
    assert [stamp.role for stamp in story.stamps] == [
        StampRole.GIVEN, StampRole.HEADER, StampRole.PUBLISHED,
    ]  # fmt: skip


def test_the_sources_title_is_the_title_when_the_text_begins_with_it() -> None:
    text = "خاص\nالمعبر\n\nقال وزير الخارجية إن الوفد يصل غدا لبحث فتح الطريق أمام الشاحنات كلها."
    (story,) = split(Page("page", text, title="المعبر")).stories
    assert story.title == "المعبر"


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "....", "\n\n***\n"])
def test_a_page_without_a_word_has_no_story(text: str) -> None:
    assert split(Page("page", text)).stories == ()
