"""What holds of every page, whatever it holds: nothing raises, and every span is true."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import waqai
from waqai.exports import annotations, html, text

_SCHEMA = Draft202012Validator(
    json.loads(
        resources.files("waqai").joinpath("schema", "annotations.schema.json").read_text("utf-8")
    )
)
_EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def _samples() -> tuple[str, ...]:
    pages = waqai.read(_EXAMPLES)
    return tuple(page.text for page in pages if isinstance(page, waqai.Page))


def _annotated(words: str) -> waqai.DatedPage:
    """The page `words`, which must not be set aside."""
    broken: list[waqai.Quarantined] = []
    pages = list(waqai.annotate(waqai.Page("page", words), on_quarantine=broken.append))
    assert broken == []
    [page] = pages
    return page


def _spans(row: object) -> Iterator[dict[str, Any]]:
    """Every object with a span in a row of annotations."""
    if isinstance(row, dict):
        if row.get("start") is not None:
            yield row
        for part in row.values():
            yield from _spans(part)
    elif isinstance(row, list):
        for part in row:
            yield from _spans(part)


def _evidence(story: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The spans that lie within one block of the story."""
    for row in _spans([story["times"], story["names"], story["quantities"]]):
        yield row["start"], row["end"]
    for row in (*story["statements"], *story["events"]):
        yield from filter(None, (row["cue"], row.get("operator")))
        # a line that is no part of the story may stand in the middle of these
        for part in filter(None, (row, row.get("occasion"))):
            yield part["start"], part["start"] + 1
            yield part["end"] - 1, part["end"]


def _check_references(story: dict[str, Any]) -> None:
    """Ids and indices lead to what is there."""
    ids = [entity["id"] for entity in story["entities"]]
    assert len(set(ids)) == len(ids)
    assert {name["id"] for name in story["names"]} <= set(ids)
    for number, said in enumerate(story["statements"]):
        people = [said["speaker"], said["addressee"], *said["via"]]
        assert all(entity in story["entities"] for entity in people if entity)
        assert said["said"] is None or said["said"] < len(story["times"])
        assert said["within"] is None or said["within"] < number
    for event in story["events"]:
        people = [*event["actors"], *event["recipients"], event["place"]]
        assert all(entity in story["entities"] for entity in people if entity)
        times = (event["time"]["first"], event["time"]["last"])
        assert all(time is None or time < len(story["times"]) for time in times)
        assert all(number < len(story["quantities"]) for number in event["quantities"])
        assert event["statement"] is None or event["statement"] < len(story["statements"])


def _check(words: str) -> None:
    page = _annotated(words)
    row = json.loads(*annotations.lines([page]))
    _SCHEMA.validate(row)
    for found in _spans(row):
        assert 0 <= found["start"] <= found["end"] <= len(words)
        if "text" in found:
            assert words[found["start"] : found["end"]] == found["text"]
    for story in row["stories"]:
        at = 0
        for start, end in story["blocks"]:
            assert at <= start < end <= len(words)
            at = end
        if story["title_span"]:
            shown = words[slice(*story["title_span"])]
            assert story["title"].split() == shown.split()
        for start, end in _evidence(story):
            assert any(a <= start < end <= b for a, b in story["blocks"])
        _check_references(story)
    covered = [span for s in row["stories"] for span in s["blocks"]] + row["residue"]
    taken = [n for start, end in covered for n in range(start, end)]
    assert sorted(taken) == list(range(len(words)))
    assert b"".join(html.pieces([page])).endswith(b"</html>\n")
    assert list(text.listing(page))


def _changed(draw: st.DrawFn) -> str:
    """A sample page cut short, doubled, joined to another, or with its lines in disorder."""
    page = draw(st.sampled_from(_samples()))
    change = draw(st.sampled_from(["cut", "doubled", "joined", "disordered", "holed", "misread"]))
    low, high = sorted(draw(st.tuples(*[st.integers(0, len(page))] * 2)))
    if change == "cut":
        return page[low:high]
    if change == "doubled":
        return page + page
    if change == "joined":
        return page[:high] + draw(st.sampled_from(_samples()))[low:]
    if change == "disordered":
        return "\n".join(draw(st.permutations(page.split("\n"))))
    if change == "holed":
        return page[:low] + page[high:]
    return page[low:high].encode("utf-8").decode("windows-1256", "replace")


@pytest.mark.skipif(not _samples(), reason="no sample pages")
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.composite(_changed)())
def test_a_damaged_page_is_read_and_every_span_is_true(words: str) -> None:
    _check(words)


_LETTERS = st.sampled_from(
    [*"ابتثجحيومسنة،؛.؟:-/ \n\t«»٣٤5678", "\u200f", "\u064b", "\ufeff", "\r", "\0"]
)
_WORDS = st.sampled_from(
    ["اليوم", "أمس", "الجمعة", "مساء", "15", "آب", "/", "أغسطس", "2025", "بين", "و", "الساعة",
     "ثلاثة", "أيام", "تاريخ النشر:", "إقرأ أيضا:", "قال", "المقبل", "\n", "من", "إلى", "رمضان",
     "1447", "هـ", "31", "99", "نيسان", "30:61", "الماضي", "قبل", "سنة", "-", "9999", "0"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.text(_LETTERS, max_size=200))
def test_random_text_is_read(words: str) -> None:
    _check(words)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=40).map(" ".join), st.none() | st.dates())
def test_words_of_time_in_any_order_are_read(words: str, published: date | None) -> None:
    _check(words)
    list(waqai.annotate(waqai.Page("page", words), published=published))


_TALK = st.sampled_from(
    ["قال", "وأعلن", "نقلت", "وكالة", "تاس", "عن", "بيسكوف", "قوله", "إن", "أن", "بأن", ":", "«",
     "»", '"', "(", ")", "الرئيس", "الأميركي", "دونالد", "ترامب", "لافروف", "وزير", "الخارجية",
     "الروسي", "نظيره", "بحسب", "مصدر", "مطلع", "في", "مؤتمر", "صحفي", "أمس", "42", "ألف", "دولار",
     "بالمئة", "أكثر", "من", "روسيا", "وموسكو", "لترامب", "وأضاف", "نفى", "،", ".", "\n",
     "\n\nإقرأ أيضا: خبر\n"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_TALK, max_size=60).map(" ".join))
def test_names_and_words_of_saying_in_any_order_are_read(words: str) -> None:
    _check(words)


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_end_as_a_page_or_in_the_quarantine(data: bytes) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        for name in ("a.txt", "a.html", "a.jsonl", "a.jsonl.gz"):
            (Path(folder) / name).write_bytes(data)
        broken: list[waqai.Quarantined] = []
        pages = list(waqai.annotate(Path(folder), on_quarantine=broken.append))
        assert len(pages) + len(broken) >= 4
        assert all(thing.code.startswith("WQ1") for thing in broken)


def test_the_sample_pages_make_the_same_chronicle_in_any_order(tmp_path: Path) -> None:
    pages = [page for page in waqai.read(_EXAMPLES) if isinstance(page, waqai.Page)]
    orders = [pages, pages[::-1], pages[::2] + pages[1::2]]
    exported = set()
    for number, order in enumerate(orders):
        waqai.build(order, tmp_path / f"{number}.db")
        with waqai.open_chronicle(tmp_path / f"{number}.db") as chronicle:
            exported.add(b"".join(annotations.lines(chronicle.pages())))
    [export] = exported
    by_name = sorted(waqai.annotate(pages), key=lambda page: page.page.name)
    assert export == b"".join(annotations.lines(by_name))
