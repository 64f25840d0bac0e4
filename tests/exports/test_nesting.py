"""Marks within one another and across one another: well-formed, and the text unchanged."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.exports.outline import Outline
from waqai.exports.nesting import Mark, Marking

_TEXTS = st.text(st.sampled_from("ابت <&>\n"), max_size=40)


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, list[Mark], list[int]]:
    """A text, marks anywhere on it, and places to cut it."""
    text = draw(_TEXTS)
    places = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(places, places), max_size=12))
    marks = [
        Mark(
            min(span),
            max(span),
            draw(st.sampled_from(["mark", "b", "span"])),
            f'class="m{number}"',
            draw(st.integers(0, 3)),
            f'id="first-{number}"',
            f'<i class="n">{number}</i>',
            f'<i class="v">{number}</i>',
        )
        for number, span in enumerate(spans)
    ]
    return text, marks, sorted({0, len(text), *draw(st.lists(places, max_size=3))})


def _html(text: str, marks: list[Mark], cuts: list[int]) -> str:
    marking = Marking(text, marks)
    return "".join(marking.html(start, end) for start, end in pairwise(cuts))


@given(_marked())
def test_without_the_tags_it_is_the_text(case: tuple[str, list[Mark], list[int]]) -> None:
    text, _, _ = case
    outline = Outline(_html(*case))
    assert "".join(outline.words) == text
    for _, start, end, words in outline.marks:
        assert words == text[start:end]


@given(_marked())
def test_the_pieces_of_a_mark_cover_it_once(case: tuple[str, list[Mark], list[int]]) -> None:
    _, marks, _ = case
    outline = Outline(_html(*case))
    for number, mark in enumerate(marks):
        pieces = [(a, b) for classes, a, b, _ in outline.marks if classes == f"m{number}"]
        letters = [at for start, end in pieces for at in range(start, end)]
        assert letters == list(range(mark.start, mark.end))


@given(_marked())
def test_what_opens_and_closes_a_mark_stands_once(case: tuple[str, list[Mark], list[int]]) -> None:
    _, marks, _ = case
    html = _html(*case)
    for number, mark in enumerate(marks):
        wanted = int(mark.start < mark.end)
        assert html.count(f'id="first-{number}"') == wanted
        assert html.count(mark.before) == wanted
        assert html.count(mark.after) == wanted


@given(_marked())
def test_a_mark_that_none_crosses_stays_whole(case: tuple[str, list[Mark], list[int]]) -> None:
    text, marks, _ = case
    outline = Outline(_html(text, marks, [0, len(text)]))
    for number, mark in enumerate(marks):
        crossed = any(
            other.start < mark.start < other.end < mark.end
            or mark.start < other.start < mark.end < other.end
            for other in marks
        )
        pieces = [classes for classes, *_ in outline.marks if classes == f"m{number}"]
        if not crossed and mark.start < mark.end:
            assert len(pieces) == 1


def test_of_two_that_cross_the_shorter_is_cut() -> None:
    long, short = Mark(0, 6, "span", 'class="long"'), Mark(4, 8, "b", 'class="short"')
    assert Marking("السلام عليكم", [short, long]).html(0, 12) == (
        '<span class="long" data-start="0" data-end="6">السل'
        '<b class="short" data-start="4" data-end="6">ام</b></span>'
        '<b class="short" data-start="6" data-end="8"> ع</b>ليكم'
    )


def test_of_two_on_the_same_letters_the_lower_layer_stands_outside() -> None:
    inner, outer = Mark(0, 3, "b", 'class="b"', 2), Mark(0, 3, "span", 'class="a"', 1)
    html = Marking("قال", [inner, outer]).html(0, 3)
    assert html.startswith('<span class="a"')


def test_thousands_of_marks_within_one_another_are_no_trouble() -> None:
    deep = [Mark(at, 4000 - at, "b", 'class="b"') for at in range(1500)]
    assert Marking("ا" * 4000, deep).html(0, 4000).count("</b>") == 1500
