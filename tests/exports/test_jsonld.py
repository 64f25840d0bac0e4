"""Linked data: read by a processor of JSON-LD, held against schema.org, led back to the text."""

import json
import re
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from tests.exports.opened import NAMES, export, opened
from tests.exports.schema_org import MEMBERS, allowed, kinds
from waqai.exports.identifiers import urn
from waqai.exports.jsonld.events import happening
from waqai.model.chronicle import Announcement, Happening, Outcome, Step, TellingKey, Window
from waqai.model.events import EventType, Status
from waqai.model.names import Entity, EntityKind
from waqai.model.statements import Mode
from waqai.store.queries.spoken import spoken

_SCHEMA = "https://schema.org/"
_OA = Namespace("http://www.w3.org/ns/oa#")
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@cache
def _document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export(name, "jsonld"))
    return found


@cache
def _graph(name: str) -> Graph:
    return Graph().parse(data=export(name, "jsonld").decode(), format="json-ld")


def _types(graph: Graph, node: Node) -> set[str]:
    types = map(str, graph.objects(node, RDF.type))
    return {type.removeprefix(_SCHEMA) for type in types if type.startswith(_SCHEMA)}


@pytest.mark.parametrize("name", NAMES)
def test_every_property_is_one_that_its_thing_has_and_holds_what_it_may(name: str) -> None:
    graph = _graph(name)
    things = {node: types for node in set(graph.subjects()) if (types := _types(graph, node))}
    assert things
    for node, types in things.items():
        may = allowed(types)
        for predicate, value in graph.predicate_objects(node):
            key = str(predicate).removeprefix(_SCHEMA)
            if predicate != RDF.type:
                assert _holds(graph, value, may[key]), (types, key, value)


def _holds(graph: Graph, value: Node, may: set[str]) -> bool:
    if isinstance(value, Literal):
        if value.datatype == URIRef(f"{_SCHEMA}Date"):
            return "Date" in may and _DAY.fullmatch(value) is not None
        return bool(may & ({"Number"} if isinstance(value.value, float) else {"Text"}))
    for enumeration in may & MEMBERS.keys():
        return str(value).removeprefix(_SCHEMA) in MEMBERS[enumeration]
    if may == {"URL"}:
        return str(value).startswith(("https://", "http://"))
    return bool(may & set().union(*map(kinds, _types(graph, value))))


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_named_is_told(name: str) -> None:
    graph = _graph(name)
    named = {node for node in graph.objects() if str(node).startswith("urn:uuid:")}
    assert named <= set(graph.subjects())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_to_a_processor(name: str) -> None:
    graph, rows = _graph(name), _document(name)["@graph"]
    ids = [row.get("@id") or row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    assert {node for node in graph.subjects() if not isinstance(node, BNode)} == set(
        map(URIRef, ids)
    )
    predicates = {str(predicate) for predicate in graph.predicates()}
    assert all(p.startswith((_SCHEMA, str(_OA), str(RDF))) for p in predicates)


@pytest.mark.parametrize("name", NAMES)
def test_every_happening_and_statement_is_there_with_its_evidence(name: str) -> None:
    chronicle, rows = opened(name), _document(name)["@graph"]
    bodies = [row["body"] for row in rows if row.get("type") == "Annotation"]
    wanted = [urn("happening", one.id) for one in chronicle.happenings() for _ in one.tellings] + [
        urn("statement", f"{said.key.story}#{said.key.event}")
        for said in spoken(chronicle.connection)
    ]
    assert sorted(bodies) == sorted(wanted)


@pytest.mark.parametrize("name", NAMES)
def test_a_selector_leads_to_the_words(name: str) -> None:
    chronicle, rows = opened(name), _document(name)["@graph"]
    articles = {row["@id"]: row for row in rows if row.get("@type") == "NewsArticle"}
    targets = [row["target"] for row in rows if row.get("type") == "Annotation"]
    for target in targets:
        article = articles[target.get("scope", target["source"])]
        assert target["source"] in (article["@id"], article.get("url"))
        text = chronicle.text(article["identifier"].partition(".")[0])
        place, quote = target["selector"]
        start, end = place["start"], place["end"]
        assert quote["exact"] == text[start:end] != ""
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        assert (quote["prefix"] == "") == (start == 0)


@pytest.mark.parametrize("name", NAMES)
def test_only_what_is_quoted_is_a_quotation(name: str) -> None:
    chronicle, rows = opened(name), _document(name)["@graph"]
    by_id = {row.get("@id"): row for row in rows}
    for said in spoken(chronicle.connection):
        row = by_id[urn("statement", f"{said.key.story}#{said.key.event}")]
        assert row["@type"] == ("Quotation" if said.mode is Mode.DIRECT else "Claim")
        text = chronicle.text(said.key.story.partition(".")[0])
        assert row["text"] == text[said.span.start : said.span.end]


def test_parts_can_be_had_alone() -> None:
    only = json.loads(export("sample", "jsonld", "articles"))
    assert {row["@type"] for row in only["@graph"]} == {"NewsArticle"}
    assert only["@context"] == _document("sample")["@context"]


_FIRST, _LATER = date(2025, 8, 15), date(2025, 8, 22)


def _event(status: Status, day: Window, announcement: Announcement | None = None) -> dict[str, Any]:
    one = Happening(
        "h1", EventType.CONSULT, "summit", status, day, ("a",), (), None, (TellingKey("s.0", 0),)
    )
    return happening(one, announcement, lambda id: Entity(id, EntityKind.PERSON, "اسم"))


def _one_day(day: date) -> Window:
    return Window(day, day)


def _step(status: Status, due: date) -> Step:
    return Step(status, Window(), _one_day(due), None, TellingKey("s.0", 0))


def _status(row: dict[str, Any]) -> tuple[str, str | None, list[str] | None]:
    status = row["eventStatus"].removeprefix(_SCHEMA)
    return status, row.get("startDate"), row.get("previousStartDate")


def test_what_was_put_off_tells_the_day_before_and_the_new_one() -> None:
    steps = (_step(Status.PLANNED, _FIRST), _step(Status.POSTPONED, _LATER))
    due = _one_day(_FIRST)
    moved = Announcement(
        "h1", None, None, due, Outcome.POSTPONED, moved_to=_one_day(_LATER), steps=steps
    )
    told = _status(_event(Status.POSTPONED, _one_day(_LATER), moved))
    assert told == ("EventRescheduled", "2025-08-22", ["2025-08-15"])
    held = Announcement("h1", None, None, due, Outcome.HELD, held_on=_LATER, steps=steps)
    told = _status(_event(Status.HAPPENED, _one_day(_LATER), held))
    assert told == ("EventRescheduled", "2025-08-22", ["2025-08-15"])


def test_what_was_put_off_to_a_day_not_known_has_no_day() -> None:
    steps = (_step(Status.PLANNED, _FIRST),)
    one = Announcement("h1", None, None, _one_day(_FIRST), Outcome.POSTPONED, steps=steps)
    told = _status(_event(Status.POSTPONED, Window(), one))
    assert told == ("EventPostponed", None, ["2025-08-15"])
    assert _status(_event(Status.POSTPONED, _one_day(_FIRST))) == ("EventPostponed", None, None)


@pytest.mark.parametrize(
    ("outcome", "status", "wanted"),
    [
        (Outcome.OPEN, Status.PLANNED, "EventScheduled"),
        (Outcome.HELD, Status.HAPPENED, "EventScheduled"),
        (Outcome.CANCELLED, Status.CANCELLED, "EventCancelled"),
        (Outcome.MISSED, Status.PLANNED, "EventCancelled"),
    ],
)
def test_an_event_has_the_status_of_what_came_of_it(
    outcome: Outcome, status: Status, wanted: str
) -> None:
    one = Announcement("h1", None, None, _one_day(_FIRST), outcome)
    assert _status(_event(status, _one_day(_FIRST), one)) == (wanted, "2025-08-15", None)


def test_a_window_is_a_month_or_is_told_in_words() -> None:
    within = Window(_FIRST, _FIRST + timedelta(days=2))
    assert _event(Status.HAPPENED, within)["startDate"] == "2025-08"
    wide = _event(Status.HAPPENED, Window(_FIRST, date(2026, 1, 1)))
    assert "startDate" not in wide
    assert "between 15 Aug 2025 and 1 Jan 2026" in wide["description"][1]["@value"]


@pytest.mark.parametrize(
    "status", [Status.PROPOSED, Status.CONDITIONAL, Status.DENIED, Status.FAILED]
)
def test_what_did_not_take_place_is_no_event(status: Status) -> None:
    row = _event(status, Window(_FIRST, None))
    assert row["@type"] == "Claim"
    assert row["temporalCoverage"] == "2025-08-15/.."
    assert not {"eventStatus", "startDate", "agent"} & row.keys()


def test_of_nothing_it_is_an_empty_graph() -> None:
    assert _document("empty")["@graph"] == []
    assert len(_graph("empty")) == 0
