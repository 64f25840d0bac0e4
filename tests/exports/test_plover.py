"""Events as PLOVER and POLECAT have them: fields, columns, and the manual's rules."""

import csv
import io
import json
import re
import sys
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
import pytest
from jsonschema import Draft202012Validator

from tests.store import quay
from tests.store.sample import build, sample
from waqai.exports import plover, polecat
from waqai.exports.coding import coded_events
from waqai.knowledge import load, tables
from waqai.model.chronicle import Window
from waqai.model.events import EventType, Status
from waqai.model.findings import Findings
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer

_DOCS = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def _schema() -> dict[str, Any]:
    source = resources.files("waqai").joinpath("schema", "plover.schema.json")
    schema: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return schema


def _records(chronicle: Chronicle) -> list[dict[str, Any]]:
    written = b"".join(plover.pieces(chronicle)).decode()
    return [json.loads(line) for line in written.split("\n")[:-1]]


def _table(chronicle: Chronicle) -> list[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    written = b"".join(polecat.pieces(chronicle)).decode()
    return list(csv.DictReader(io.StringIO(written, newline=""), delimiter="\t", strict=True))


def test_every_record_obeys_the_schema(chronicle: Chronicle) -> None:
    schema = _schema()
    Draft202012Validator.check_schema(schema)
    found = _records(chronicle)
    assert found
    for record in found:
        Draft202012Validator(schema).validate(record)
    ids = [record["id"] for record in found]
    assert len(set(ids)) == len(ids)
    assert [record["link"] for record in found] == sorted(record["link"] for record in found)


def test_every_field_is_documented() -> None:
    schema = _schema()
    section = _DOCS.split("\n## plover\n", 1)[1].split("\n## ", 1)[0]
    for part in (schema, *schema["$defs"].values()):
        told = [key for key in part["properties"] if f"`{key}`" in section]
        assert told == list(part["properties"])


def test_every_happening_has_a_record_of_its_own_or_of_its_announcement(
    chronicle: Chronicle,
) -> None:
    links = {one.link for one in coded_events(chronicle)}
    assert links == {one.id for one in chronicle.happenings()}
    dated = {one.link for one in coded_events(chronicle) if one.day != Window()}
    assert {record["link"] for record in _records(chronicle)} == dated


def test_the_words_of_a_record_stand_where_it_says(chronicle: Chronicle) -> None:
    texts = {page.page.name: page.page.text for page in chronicle.pages()}
    for record in _records(chronicle):
        info = record["text_info"]
        words = texts[record["page"]][info["start"] : info["end"]]
        assert [re.sub(r"\s", " ", words)] == record["event_text"]


@pytest.mark.parametrize("chronicle", ["examples"], indirect=True)
def test_announcements_are_dated_when_made_and_linked_to_what_came_of_them(
    chronicle: Chronicle,
) -> None:
    records = {record["id"]: record for record in _records(chronicle)}
    made = {one.happening: one for one in chronicle.announcements() if one.announced_on}
    announced = [record for record in records.values() if record["id"].startswith("a")]
    assert {record["link"] for record in announced} == set(made)
    for record in announced:
        assert record["date"] == str(made[record["link"]].announced_on)
        assert record["outcome"] == made[record["link"]].outcome.value
        assert "future" in record["context"] or record["event"] in (["AGREE"], ["CONCEDE"])
    held = [record for record in announced if record["outcome"] == "held"]
    assert held
    for record in held:
        assert records[record["link"]]["link"] == record["link"]
        assert records[record["link"]]["status"] == "happened"
    for record in records.values():
        assert (
            record["status"] not in ("planned", "postponed")
            or record["id"].startswith("a")
            or (record["link"] not in made)
        )


def _coded(tmp_path: Path, **changes: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """The records of the first happening made by hand, changed and announced by nobody."""
    one = replace(quay.FINDINGS.happenings[0], **changes)
    found: Findings = replace(
        quay.FINDINGS, happenings=(one, *quay.FINDINGS.happenings[1:]), announcements=()
    )
    file = tmp_path / "file.db"
    with Writer(file, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)
        writer.conclude(lambda briefs, reread, judgements: found)
    with Chronicle(file) as opened:
        return [record for record in _records(opened) if record["link"] == one.id]


@pytest.mark.parametrize(
    ("type", "kind", "status", "coded", "special"),
    [
        (EventType.CONSULT, "summit", Status.PLANNED, "CONSULT", "future"),
        (EventType.CONSULT, "summit", Status.POSTPONED, "CONSULT", "future"),
        (EventType.CONSULT, "summit", Status.PROPOSED, "CONSULT", "hypothetical"),
        (EventType.ASSAULT, "strike", Status.CONDITIONAL, "ASSAULT", "hypothetical"),
        (EventType.CONSULT, "visit", Status.CANCELLED, "CONSULT", "negation"),
        (EventType.ASSAULT, "strike", Status.DENIED, "ASSAULT", "negation"),
        (EventType.AID, "military-aid", Status.PLANNED, "AGREE", None),
        (EventType.RETREAT, "withdrawal", Status.PLANNED, "CONCEDE", None),
        (EventType.AID, "military-aid", Status.HAPPENED, "AID", None),
    ],
)
def test_what_did_not_simply_happen_is_coded_as_the_manual_says(
    tmp_path: Path, type: EventType, kind: str, status: Status, coded: str, special: str | None
) -> None:
    [record] = _coded(tmp_path, type=type, kind=kind, status=status)
    assert record["event"] == [coded]
    found = {"future", "hypothetical", "negation"} & set(record["context"])
    assert found == ({special} if special else set())
    assert record["status"] == status.value


def test_days_are_written_as_far_as_they_are_known(tmp_path: Path) -> None:
    first, last = date(2025, 8, 11), date(2025, 8, 17)
    for number, (day, wanted) in enumerate(
        (
            (Window(first, first), ("2025-08-11", None, None)),
            (Window(first, last), ("2025-08-11", "2025-08-17", None)),
            (Window(None, last), ("2025-08-17", None, "before")),
            (Window(first, None), ("2025-08-11", None, "after")),
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        [record] = _coded(folder, day=day)
        assert (record["date"], record["enddate"], record["date_open"]) == wanted
    (tmp_path / "none").mkdir()
    assert _coded(tmp_path / "none", day=Window()) == []


def test_all_who_meet_are_sources_unless_one_visits_the_other(tmp_path: Path) -> None:
    first, second = (entity.id for entity in quay.FINDINGS.entities[:2])
    for kind, sides in (("talks", ([first, second], [])), ("visit", ([first], [second]))):
        folder = tmp_path / kind
        folder.mkdir()
        [record] = _coded(
            folder, type=EventType.CONSULT, kind=kind, actors=(first,), recipients=(second,)
        )
        found = tuple([actor["id"] for actor in record[of]] for of in ("source", "recipient"))
        assert found == sides


def test_the_knowledge_of_plover_names_types_and_kinds_that_are_there() -> None:
    table = load("plover")
    kinds = {kind["id"] for name in tables("frames_") for kind in load(name)["kind"]}
    assert {kind for some in table["contexts"].values() for kind in some} <= kinds
    types = [type for some in table["quads"].values() for type in some]
    assert sorted(types) == sorted(EventType)
    assert set(table["scores"]) == set(types) - {"REQUEST"}
    assert {*table["intentions"], *table["intentions"].values()} <= set(types)
    assert set(table["statuses"]) == {status.value for status in Status} - {"happened"}


def test_polecat_has_its_forty_columns_and_a_row_an_event(
    chronicle: Chronicle, tmp_path: Path
) -> None:
    rows = _table(chronicle)
    coded = list(coded_events(chronicle))
    assert len(polecat.COLUMNS) == 40
    assert [row["Event ID"] for row in rows] == [one.id for one in coded]
    for row, one in zip(rows, coded, strict=True):
        assert list(row) == list(polecat.COLUMNS)
        assert row["Event Date"] == str(one.day.day or "")
        assert row["Event Type"] == one.type
        assert row["Latitude"] == ("" if one.place is None else str(one.place.latitude or ""))
        assert not any(re.search(r"[\t\r\n\0]", cell) for cell in row.values())
        assert not any(cell.startswith(("=", "+", "@")) for cell in row.values())
    file = tmp_path / "events.tsv"
    file.write_bytes(b"".join(polecat.pieces(chronicle)))
    told = duckdb.sql(
        f"SELECT * FROM read_csv('{file}', delim='\t', header=true, all_varchar=true,"
        " quote='\"', escape='\"', max_line_size=99999999)"
    )
    assert told is not None
    assert told.columns == list(polecat.COLUMNS)
    assert len(told.fetchall()) == len(rows)


def test_every_column_of_polecat_is_documented() -> None:
    section = _DOCS.split("\n## polecat\n", 1)[1].split("\n## ", 1)[0]
    assert [column for column in polecat.COLUMNS if f"`{column}`" not in section] == []


def test_what_polecat_needs_and_waqai_does_not_know_is_empty(tmp_path: Path) -> None:
    build(tmp_path / "file.db", sample())
    with Chronicle(tmp_path / "file.db") as opened:
        rows = _table(opened)
    section = _DOCS.split("\n## polecat\n", 1)[1]
    [line] = re.findall(r"^\| (.*) \| nothing: .*$", section, re.M)
    unknown = re.findall(r"`([^`]+)`", line)
    assert {row[column] for row in rows for column in unknown} == {""}
    for column in set(polecat.COLUMNS) - set(unknown):
        assert any(row[column] for row in rows), column
