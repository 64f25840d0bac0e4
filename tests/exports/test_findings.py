"""Findings as JSON and as text: every key as published, every sentence where it is said to be."""

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.store import quay
from waqai.exports import (
    answers,
    chronicle,
    explained_text,
    findings_text,
    timeline_data,
    timeline_text,
)
from waqai.model.chronicle import Judgement, Slot, SlotValue, Verdict
from waqai.store.reading import Chronicle
from waqai.store.timeline import timeline
from waqai.store.writing import Writer


def _check(name: str, found: object) -> None:
    source = resources.files("waqai").joinpath("schema", f"{name}.schema.json")
    Draft202012Validator(json.loads(source.read_text(encoding="utf-8"))).validate(found)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chronicle]:
    file = tmp_path_factory.mktemp("findings") / "file.db"
    with Writer(file, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)
        writer.judge(Judgement("a", "b", Verdict.DIFFERENT))
        writer.conclude(lambda briefs, reread, judgements: quay.FINDINGS)
    with Chronicle(file) as found:
        yield found


@pytest.fixture(scope="module")
def whole(opened: Chronicle) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(b"".join(chronicle.pieces(opened)))
    return found


def test_the_chronicle_obeys_its_schema_and_holds_every_finding(whole: dict[str, Any]) -> None:
    _check("chronicle", whole)
    assert whole["complete"] is True
    counts = {key: len(rows) for key, rows in whole.items() if isinstance(rows, list)}
    assert counts == {
        "entities": 7,
        "happenings": 2,
        "announcements": 1,
        "positions": 1,
        "conflicts": 1,
        "judgements": 1,
        "pages": 3,
    }


def test_every_finding_leads_to_its_words(opened: Chronicle, whole: dict[str, Any]) -> None:
    texts = {page.page.name: page.page.text for page in opened.pages()}
    spots = [
        spot
        for key in ("happenings", "announcements", "positions")
        for row in whole[key]
        for spot in row["evidence"]
    ]
    spots += [s for row in whole["conflicts"] for value in row["values"] for s in value["evidence"]]
    assert len(spots) == 9
    for spot in spots:
        words = texts[spot["page"]][spot["start"] : spot["end"]]
        assert words.startswith("رئيس الجمهورية سيلتقي")


def test_a_happening_tells_its_parties_and_values_with_their_evidence(
    whole: dict[str, Any],
) -> None:
    meeting = whole["happenings"][0]
    assert [actor["name"] for actor in meeting["actors"]] == ["سليم خوري"]
    assert meeting["place"]["name_en"] == "Tripoli"
    places = {v["value"]: v["evidence"] for v in meeting["values"] if v["slot"] == "place"}
    assert places == {"tripoli": [0], "beirut": [1]}
    assert whole["announcements"][0]["moved_to"] == {"earliest": None, "latest": "2025-09-01"}
    assert [v["entity"]["name"] for v in whole["conflicts"][0]["values"]] == ["طرابلس", "بيروت"]


def test_the_pages_bear_the_days_that_others_tell(whole: dict[str, Any]) -> None:
    [undated] = [page for page in whole["pages"] if page["page"] == "بلا تاريخ"]
    published = undated["stories"][0]["published"]
    assert (published["earliest"], published["likely"]) == ("2025-08-16", "2025-08-16")
    assert published["why"][0]["rule"] == "neighbour.copy"


def test_every_answer_obeys_its_schema(opened: Chronicle) -> None:
    people = [opened.profile(entity) for entity in opened.entities()]
    ids = ["h1", "a1", "tripoli", "رصيف", "بلا تاريخ", *opened.explain("h1")[0].related]
    ids.append(_position(opened))
    found = [
        answers.announcements(opened, opened.announcements()),
        answers.positions(opened, opened.positions()),
        answers.conflicts(opened, opened.conflicts()),
        answers.who(opened, people),
        answers.found(opened.search("رئيس")),
        answers.judgements(opened),
        *(answers.explained(opened, opened.explain(id)) for id in ids),
    ]
    for answer in found:
        _check("answers", json.loads(answers.line(answer)))
        [rows] = answer.values()
        assert rows


def _position(opened: Chronicle) -> str:
    """The id of the one position."""
    [row] = answers.positions(opened, opened.positions())["positions"]
    return str(row["id"])


def test_the_timeline_lists_happenings_by_day_and_those_without_one(opened: Chronicle) -> None:
    found = timeline(opened, happenings=opened.happenings())
    data = json.loads(timeline_data.as_json(found, opened.entity))
    _check("timeline", data)
    days = {day["day"]: [one["id"] for one in day["happenings"]] for day in data["days"]}
    assert days["2025-08-17"] == ["h1"]
    assert [one["id"] for one in data["sometime"]] == ["h2"]
    table = timeline_data.as_csv(found, opened.entity)
    assert "happening" in table
    assert "العمال; البحارة" in table
    lines = [line.plain for line in timeline_text.listing(found)]
    at = lines.index("Sunday 17 August 2025")
    assert lines[at + 1] == "  ◆ سليم خوري سيلتقي العمال في طرابلس"
    assert "until 17 Aug 2025" in lines[lines.index("Day not known") + 2]


def test_an_explanation_tells_reasons_sentences_and_what_hangs_on_it(opened: Chronicle) -> None:
    [meeting] = opened.explain("h1")
    lines = [line.plain for line in explained_text.listing(opened, meeting)]
    assert "    because Two stories say so" in lines
    assert sum("[رئيس الجمهورية سيلتقي" in line for line in lines) == 2
    assert "رصيف" in "".join(lines)
    [page] = opened.explain("بلا تاريخ")
    lines = [line.plain for line in explained_text.listing(opened, page)]
    assert "    against A copy is dated" in lines
    assert "    by itself: undated" in lines


def test_a_conflict_over_several_parties_names_them_all(tmp_path: Path) -> None:
    one = quay.FINDINGS.conflicts[0]
    first, second, third = (entity.id for entity in quay.FINDINGS.entities[:3])
    told = [value.tellings for value in one.values]
    values = (
        SlotValue(Slot.ACTORS, f"{first} {second}", told[0]),
        SlotValue(Slot.ACTORS, third, told[1]),
    )
    disputed = replace(one, slot=Slot.ACTORS, values=values)
    file = tmp_path / "file.db"
    with Writer(file, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)
        writer.conclude(lambda *_: replace(quay.FINDINGS, conflicts=(disputed,)))
    with Chronicle(file) as found:
        written = json.loads(b"".join(chronicle.pieces(found)))
        names = [found.entity(id).name for id in (first, second)]
        shown = "\n".join(line.plain for line in findings_text.conflict(found, disputed))
    _check("chronicle", written)
    values_written = written["conflicts"][0]["values"]
    assert [value["entity"] and value["entity"]["id"] for value in values_written] == [None, third]
    assert "، ".join(names) in shown
