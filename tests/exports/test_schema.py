"""The published JSON Schemas: outputs obey them, and docs/json.md tells every key of them."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.exports.treaty import PAGE
from waqai.chronicle.references import KINDS
from waqai.exports import annotations
from waqai.model.annotated import DatedPage
from waqai.model.chronicle import Outcome, Slot, Stance, Verdict
from waqai.model.events import Event, EventDay, EventType, Status
from waqai.model.names import Entity, EntityKind, NameForm, NameMention, QuantityMention
from waqai.model.page import StampRole
from waqai.model.statements import Mode, SpeechAct, Statement
from waqai.model.story import ResidueKind
from waqai.model.times import Anchor, DayPart, Direction, Portion, TimexType, Unit

_DOCS = Path(__file__).parents[2] / "docs" / "json.md"
_NAMES = ["annotations", "answers", "chronicle", "lines", "timeline"]


def _schema(name: str) -> dict[str, Any]:
    source = resources.files("waqai").joinpath("schema", f"{name}.schema.json")
    schema: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return schema


def _objects(schema: object) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes an object."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from _objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _objects(part)


@pytest.mark.parametrize("name", _NAMES)
def test_a_schema_is_well_formed_and_describes_every_key(name: str) -> None:
    schema = _schema(name)
    Draft202012Validator.check_schema(schema)
    for part in _objects(schema):
        assert part["additionalProperties"] is False
        assert set(part["required"]) <= set(part["properties"])
        assert all(key.get("description") for key in part["properties"].values())


@pytest.mark.parametrize("name", _NAMES)
def test_the_documentation_tells_every_key(name: str) -> None:
    docs = _DOCS.read_text(encoding="utf-8")
    keys = {key for part in _objects(_schema(name)) for key in part["properties"]}
    assert sorted(key for key in keys if f"`{key}`" not in docs) == []


def _documented(heading: str) -> dict[str, str]:
    """The rows of the table under `heading` in the documentation, by their keys."""
    docs = _DOCS.read_text(encoding="utf-8")
    found = re.search(rf"^#+ {heading}\n(.*?)(?=^#|\Z)", docs, re.M | re.S)
    assert found, f"no section on {heading}"
    return {row[1]: row[0] for row in re.finditer(r"^\| `(\w+)` \|.*$", found[1], re.M)}


_PARTS = [
    ("Annotations", _schema("annotations")),
    *(
        (name, part)
        for name, part in _schema("annotations")["$defs"].items()
        if part.get("type") == "object"
    ),
]


@pytest.mark.parametrize(("heading", "part"), _PARTS, ids=[heading for heading, _ in _PARTS])
def test_each_part_of_the_annotations_is_documented_by_its_keys_and_their_values(
    heading: str, part: dict[str, Any]
) -> None:
    rows = _documented(heading)
    assert list(rows) == list(part["properties"])
    for key, value in part["properties"].items():
        listed = value.get("enum") or value.get("items", {}).get("enum") or ()
        assert [v for v in listed if v is not None and f"`{v}`" not in rows[key]] == []
        assert value["description"] in rows[key]


_FINDINGS = {
    "An entity of the chronicle": ("chronicle", "entity"),
    "A party": ("chronicle", "party"),
    "A window": ("chronicle", "window"),
    "A happening": ("chronicle", "happening"),
    "A spot": ("chronicle", "spot"),
    "A slot value": ("chronicle", "slot_value"),
    "An announcement": ("chronicle", "announcement"),
    "A step": ("chronicle", "step"),
    "A position": ("chronicle", "position"),
    "A conflict": ("chronicle", "conflict"),
    "A conflict value": ("chronicle", "conflict_value"),
    "A judgement": ("chronicle", "judgement"),
    "An event of a line": ("lines", "event"),
    "A statement of a line": ("lines", "statement"),
    "A sentence of a line": ("lines", "sentence"),
    "A day": ("timeline", "day"),
    "An announcement in a list": ("answers", "announced"),
    "A position in a list": ("answers", "held"),
    "A conflict in a list": ("answers", "disputed"),
    "Somebody who is known": ("answers", "known"),
    "A passage": ("answers", "passage"),
    "An explanation": ("answers", "explained"),
    "Evidence": ("answers", "evidence"),
}


@pytest.mark.parametrize("heading", _FINDINGS)
def test_each_finding_is_documented_by_its_keys(heading: str) -> None:
    name, part = _FINDINGS[heading]
    assert list(_documented(heading)) == list(_schema(name)["$defs"][part]["properties"])


@pytest.mark.parametrize(
    ("values", "path"),
    [
        (EventType, ("happening", "type")),
        (Status, ("happening", "status")),
        (Status, ("step", "status")),
        (EntityKind, ("party", "kind")),
        (Outcome, ("announcement", "outcome")),
        (Stance, ("position", "stance")),
        (Slot, ("conflict", "slot")),
        (Slot, ("slot_value", "slot")),
        (Verdict, ("judgement", "verdict")),
    ],
)
def test_the_schema_of_the_chronicle_lists_all_values(
    values: type[Any], path: tuple[str, str]
) -> None:
    listed = _schema("chronicle")["$defs"][path[0]]["properties"][path[1]]["enum"]
    assert set(listed) == {value.value for value in values}


def test_annotations_obey_their_schema(page: DatedPage) -> None:
    for line in annotations.lines([page, PAGE]):
        Draft202012Validator(_schema("annotations")).validate(json.loads(line))


def test_an_undocumented_key_breaks_the_schema(page: DatedPage) -> None:
    row = json.loads(*annotations.lines([page]))
    row["stories"][0]["secret"] = 1
    assert not Draft202012Validator(_schema("annotations")).is_valid(row)


@pytest.mark.parametrize(("kind", "record"), KINDS.items())
def test_each_kind_of_reference_has_the_fields_of_its_record(kind: str, record: type[Any]) -> None:
    described = set(_schema("annotations")["$defs"][kind]["properties"]) - {"kind"}
    assert described == {field.name for field in fields(record)}


@pytest.mark.parametrize(
    ("part", "record", "beside", "without"),
    [
        ("entity", Entity, set(), set()),
        ("name", NameMention, {"text", "id", "kind", "name", "name_en", "aliases"}, {"entity"}),
        ("figure", QuantityMention, {"text"}, set()),
        ("statement", Statement, {"text"}, set()),
        ("event", Event, {"text"}, {"until", "since", "days"}),
        ("event_time", EventDay, {"first", "last"}, set()),
    ],
)
def test_each_record_gives_all_its_fields(
    part: str, record: type[Any], beside: set[str], without: set[str]
) -> None:
    described = set(_schema("annotations")["$defs"][part]["properties"])
    assert described == {field.name for field in fields(record)} - without | beside


@pytest.mark.parametrize(
    ("values", "path"),
    [
        (EntityKind, ("entity", "kind")),
        (EntityKind, ("name", "kind")),
        (NameForm, ("name", "form")),
        (Mode, ("statement", "mode")),
        (SpeechAct, ("statement", "act")),
        (EventType, ("event", "type")),
        (Status, ("event", "status")),
        (StampRole, ("stamp", "role")),
        (TimexType, ("time", "type")),
        (Portion, ("time", "mod")),
        (DayPart, ("time", "part")),
        (Unit, ("quantity", "unit")),
        (Unit, ("shift", "unit")),
        (Direction, ("vague", "direction")),
        (Anchor, ("weekday", "anchor")),
    ],
)
def test_the_schema_lists_the_values_that_the_records_can_have(
    values: type[Any], path: tuple[str, str]
) -> None:
    listed = _schema("annotations")["$defs"][path[0]]["properties"][path[1]]["enum"]
    assert {value for value in listed if value is not None} == {value.value for value in values}


def test_the_schema_lists_every_kind_of_residue() -> None:
    listed = _schema("annotations")["properties"]["residue_kinds"]["items"]["enum"]
    assert set(listed) == {kind.value for kind in ResidueKind}
