"""Findings as JSON lines: every line obeys its schema, nothing is missing or changed."""

import json
from collections import Counter
from importlib import resources
from itertools import pairwise
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.exports.chronicles import HOSTILE
from waqai.exports import chronicle as whole
from waqai.exports import jsonl
from waqai.exports.formats import FORMATS
from waqai.exports.tables import TABLES
from waqai.store.reading import Chronicle

_WHAT = FORMATS["jsonl"].tables


def _lines(chronicle: Chronicle, *what: str) -> list[dict[str, Any]]:
    written = b"".join(jsonl.pieces(chronicle, what or _WHAT))
    return [json.loads(line) for line in written.decode().split("\n")[:-1]]


def test_every_line_obeys_the_schema_of_its_record(chronicle: Chronicle) -> None:
    source = resources.files("waqai").joinpath("schema", "lines.schema.json")
    schema = json.loads(source.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    every = Draft202012Validator(schema)
    for line in _lines(chronicle):
        every.validate(line)
    line["record"] = "rumour"
    assert not every.is_valid(line)


def test_the_lines_are_as_many_as_the_rows_of_the_tables(chronicle: Chronicle) -> None:
    records = Counter(line["record"] for line in _lines(chronicle))
    for what in set(_WHAT) - {"conflicts"}:  # a row of conflicts is one value
        [record] = {line["record"] for line in _lines(chronicle, what)} or {what}
        assert records[record] == sum(1 for _ in TABLES[what].rows(chronicle))


def test_each_record_is_sorted_by_id(chronicle: Chronicle) -> None:
    for what in set(_WHAT) - {"events", "statements"}:
        ids = [line["id"] for line in _lines(chronicle, what)]
        assert all(one < other for one, other in pairwise(ids))


def test_findings_are_those_of_the_chronicle_in_one_object(chronicle: Chronicle) -> None:
    found = json.loads(b"".join(whole.pieces(chronicle)))
    for what in ("happenings", "announcements", "positions", "conflicts", "entities"):
        lines = _lines(chronicle, what)
        assert [line["id"] for line in lines] == [one["id"] for one in found[what]]
        for line, one in zip(lines, found[what], strict=True):
            shared = line.keys() & one.keys() - {"evidence", "values"}
            assert {key: line[key] for key in shared} == {key: one[key] for key in shared}
            spots = [_spot(sentence) for sentence in line.get("evidence", ())]
            assert spots == one.get("evidence", [])


def _spot(sentence: dict[str, Any]) -> dict[str, Any]:
    return {key: sentence[key] for key in ("page", "story", "start", "end")}


@pytest.mark.parametrize("chronicle", ["hostile"], indirect=True)
def test_no_text_is_changed(chronicle: Chronicle) -> None:
    texts = set(_strings(_lines(chronicle)))
    stories = (row for row in TABLES["stories"].rows(chronicle))
    texts |= {cell for row in stories for cell in row if isinstance(cell, str)}
    assert [text[:30] for text in HOSTILE if text not in texts] == []


def _strings(part: object) -> list[str]:
    if isinstance(part, dict):
        return [text for value in part.values() for text in _strings(value)]
    if isinstance(part, list):
        return [text for value in part for text in _strings(value)]
    return [part] if isinstance(part, str) else []
