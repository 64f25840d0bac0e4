"""JSON lines become pages; a bad line costs itself alone."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.model.page import Page, StampRole
from waqai.model.quarantine import Quarantined
from waqai.model.settings import Limits
from waqai.sources.records import records

TEXT = "وصل الوفد إلى عمّان مساء الاثنين."


def rows(data: bytes, limits: Limits = Limits()) -> list[Page | Quarantined]:  # noqa: B008
    return list(records(iter([data]), "pages.jsonl", limits))


def page(**record: object) -> Page:
    (row,) = rows(json.dumps(record, ensure_ascii=False).encode())
    assert isinstance(row, Page)
    return row


def codes(data: bytes, limits: Limits = Limits()) -> list[str]:  # noqa: B008
    return [row.code if isinstance(row, Quarantined) else row.name for row in rows(data, limits)]


def test_a_title_stands_above_the_text_with_a_blank_line_between() -> None:
    assert page(id="a", text=TEXT, title="عنوان").text == f"عنوان\n\n{TEXT}"
    assert page(id="a", text=TEXT, title="  ").text == TEXT
    assert page(id="a", text=TEXT).text == TEXT


def test_a_record_says_where_it_comes_from() -> None:
    got = page(
        id="a", text=TEXT, title="عنوان", url="https://x.example/2025/03/01/a", outlet="الأفق",
        published="2025-03-02T23:30:00+03:00", author=["هند", "سعد"],
    )  # fmt: skip
    assert (got.name, got.source, got.title) == ("a", "pages.jsonl:1", "عنوان")
    assert (got.outlet, got.author) == ("الأفق", "هند، سعد")
    assert [(s.role, s.day) for s in got.stamps] == [
        (StampRole.GIVEN, date(2025, 3, 2)),
        (StampRole.URL, date(2025, 3, 1)),
    ]


def test_empty_fields_say_nothing() -> None:
    got = page(id=7, text=TEXT, title="", url=None, outlet=" ", author=[], published=None)
    assert (got.name, got.title, got.url, got.outlet, got.author) == ("7", None, None, None, None)
    assert got.stamps == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{", "WQ107"),
        (b"[1]", "WQ107"),
        (b'"text"', "WQ107"),
        (b'{"id": "a", "text": ', "WQ107"),
        (b"[" * 5000, "WQ107"),
        (b'{"id": ' + b"9" * 5000, "WQ107"),
        (b'{"text": "x"}', "WQ108"),
        (b'{"id": "", "text": "x"}', "WQ108"),
        (b'{"id": true, "text": "x"}', "WQ108"),
        (b'{"id": "a"}', "WQ108"),
        (b'{"id": "a", "text": 5}', "WQ108"),
        (b'{"id": "a", "text": null}', "WQ108"),
        (b'{"id": "a", "text": " \\n "}', "WQ109"),
        (b"\x89PNG\r\0\0\0\0\x1a\x00\x01\x02\x03", "WQ102"),
    ],
)
def test_a_bad_line_is_a_row_and_the_next_is_read(line: bytes, code: str) -> None:
    good = b'{"id": "next", "text": "x"}'
    assert codes(line + b"\n" + good) == [code, "next"]
    assert rows(line + b"\n" + good)[0] == Quarantined(
        "pages.jsonl:1", code, rows(line)[0].reason  # type: ignore[union-attr]
    )  # fmt: skip


def test_a_day_that_cannot_be_read_is_said_and_the_page_read_without_it() -> None:
    got = rows(json.dumps({"id": "a", "text": TEXT, "published": "07/08/2025"}).encode())
    assert isinstance(got[0], Page)
    assert got[0].stamps == ()
    assert isinstance(got[1], Quarantined)
    assert got[1].code == "WQ115"


def test_lone_surrogates_become_one_replacement_character_each() -> None:
    line = rb'{"id": "a\udc00", "text": "x \ud800 \ud83d\ude00 y", "title": "\udfff"}'
    (got,) = rows(line)
    assert isinstance(got, Page)
    assert got.name == "a\ufffd"
    assert got.text == "\ufffd\n\nx \ufffd \U0001f600 y"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_lines_are_read_in_other_encodings_too(codec: str) -> None:
    record = json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False)
    data = f"{record}\r\n\r\n{record}\r\n".encode(codec)
    got = rows(data)
    assert [row.text for row in got if isinstance(row, Page)] == [TEXT, TEXT]


def test_control_characters_within_strings_are_kept() -> None:
    (got,) = rows(b'{"id": "a", "text": "one\ttwo\\u0000three"}')
    assert isinstance(got, Page)
    assert got.text == "one\ttwo\0three"


def test_two_records_of_one_id_are_two_pages() -> None:
    line = b'{"id": "a", "text": "x"}\n'
    assert codes(line * 2) == ["a", "a"]


def test_a_text_over_the_limit_is_a_row_whatever_its_escapes() -> None:
    limits = Limits(text_bytes=100)
    fits, over = "ن" * 50, "ن" * 51
    for ascii_only in (True, False):
        lines = [json.dumps({"id": "a", "text": t}, ensure_ascii=ascii_only) for t in (fits, over)]
        assert codes("\n".join(lines).encode(), limits) == ["a", "WQ103"]


def test_a_line_without_end_is_cut_off_and_the_next_is_read() -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"id": "a", "text": "'
        for _ in range(200):
            yield b"x" * 1000
        yield b'"}\n{"id": "b", "text": "x"}'

    got = list(records(chunks(), "s", Limits(text_bytes=1000)))
    assert [getattr(r, "code", None) or getattr(r, "name", None) for r in got] == ["WQ103", "b"]
    assert [r.source for r in got] == ["s:1", "s:2"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(["id", "text", "title", "url", "outlet", "published", "author"])


@given(st.lists(st.dictionaries(KEYS, JSON), max_size=4))
def test_records_of_any_values_give_one_row_or_page_each(values: list[dict[str, Any]]) -> None:
    data = "\n".join(json.dumps(v) for v in values).encode()
    got = rows(data)
    seen = {row.source for row in got}
    assert seen == {f"pages.jsonl:{i}" for i in range(1, len(values) + 1)}
    for row in got:
        if isinstance(row, Page):
            row.text.encode()
            row.name.encode()


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_no_bytes_raise(data: list[bytes]) -> None:
    for row in records(iter(data), "s", Limits()):
        assert row.source.startswith("s:")
