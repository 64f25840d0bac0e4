"""Names, quantities, statements and events in the annotations: who is who, and in which words."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from tests.exports.treaty import FOUND, MINISTER, PAGE, STORY, TEXT, at
from waqai.exports.annotations import annotation
from waqai.exports.told import quantity
from waqai.model.annotated import DatedStory
from waqai.model.names import QuantityMention


def _json(story: DatedStory = STORY) -> dict[str, Any]:
    [row] = annotation(replace(PAGE, stories=(story,)))["stories"]
    return dict(row)


def _ids(entities: list[dict[str, Any]]) -> list[str]:
    return [entity["id"] for entity in entities]


def test_one_person_named_by_name_and_by_role_is_one_entity_with_the_aliases_of_both() -> None:
    owfi, *others = _json()["entities"]
    assert owfi == {
        "id": "person:سالم_العوفي",
        "kind": "person",
        "name": "سالم العوفي",
        "name_en": "Salem al-Awfi",
        "transliterated": True,
        "aliases": ["سالم العوفي", "العوفي", MINISTER],
        "country": "OM",
        "role": "minister",
        "body": None,
        "latitude": None,
        "longitude": None,
        "sector": None,
    }
    assert _ids(others) == ["organisation:وكالة_المرسى", "OM", "IN", "sur"]
    assert [(other["latitude"], other["longitude"]) for other in others[-2:]] == [
        (None, None),
        (22.57, 59.53),
    ]


def test_entities_stand_as_the_page_names_them_where_nothing_was_resolved() -> None:
    row = _json(replace(STORY, entities=()))
    owfi, role, *_ = row["entities"]
    assert (owfi["role"], owfi["aliases"]) == (None, ["سالم العوفي", "العوفي"])
    assert (role["id"], role["role"], role["name_en"]) == ("minister:OM", "minister", None)
    assert row["statements"][1]["speaker"] == role


def test_a_name_bears_its_entity_its_form_and_its_title() -> None:
    by_name, agency, by_role, reference, *_ = _json()["names"]
    assert (by_name["text"], by_name["form"], by_name["role"]) == (
        "سالم العوفي",
        "name",
        "minister",
    )
    assert by_name["title"]["text"] == "وزير الموانئ"
    assert (by_role["text"], by_role["form"], by_role["country"]) == (MINISTER, "role", "OM")
    for key in ("id", "kind", "name", "name_en", "aliases"):
        assert by_name[key] == by_role[key]
    assert (agency["title"], agency["role"], agency["country"], agency["name_en"]) == (None,) * 4
    assert (reference["form"], reference["id"]) == ("reference", "OM")


def test_every_name_is_of_an_entity_of_the_story() -> None:
    row = _json()
    assert {name["id"] for name in row["names"]} == set(_ids(row["entities"]))


def test_a_quantity_has_its_bounds_its_unit_and_what_is_counted() -> None:
    ships, percent = _json()["quantities"]
    assert (ships["low"], ships["high"], ships["unit"], ships["of"]) == (42, None, None, "سفينة")
    assert (percent["low"], percent["high"], percent["unit"]) == (2.5, 2.5, "percent")


@pytest.mark.parametrize(
    ("bound", "number"),
    [
        (Fraction(42), 42),
        (Fraction(-1, 4), -0.25),
        (Fraction(2**53), 2**53),
        (Fraction(10**24), 1e24),  # JSON readers do not keep it to the last digit
        (None, None),
    ],
)
def test_a_bound_is_a_whole_number_where_it_can_be(
    bound: Fraction | None, number: float | None
) -> None:
    low = quantity(TEXT, QuantityMention(0, 3, bound, None))["low"]
    assert (low, type(low)) == (number, type(number))


def test_a_statement_bears_who_says_it_how_and_through_whom() -> None:
    first, second, quoted = _json()["statements"]
    assert first["speaker"]["name"] == second["speaker"]["name"] == "سالم العوفي"
    assert (first["mode"], first["act"], first["verb"]) == ("indirect", "asserts", "قال")
    assert _ids(first["via"]) == ["organisation:وكالة_المرسى"]
    assert (first["occasion"]["text"], first["said"]) == ("في مؤتمر صحافي", 0)
    assert (second["addressee"]["id"], second["occasion"], second["said"]) == ("IN", None, None)
    assert (quoted["mode"], quoted["verb"], quoted["within"]) == ("direct", None, 1)
    assert first["cue"] == list(at("قال"))


def test_a_statement_of_nobody_known_has_no_speaker() -> None:
    nobody = tuple(replace(said, speaker=None) for said in FOUND.statements)
    row = _json(replace(STORY, annotated=replace(FOUND, statements=nobody)))
    assert [said["speaker"] for said in row["statements"]] == [None] * 3


def test_an_event_bears_who_did_what_to_whom_where_and_when() -> None:
    treaty, _ = _json()["events"]
    assert (treaty["type"], treaty["kind"], treaty["status"]) == ("AGREE", "sign", "happened")
    assert (_ids(treaty["actors"]), _ids(treaty["recipients"])) == (["OM"], ["IN"])
    assert (treaty["place"]["id"], treaty["mutual"], treaty["operator"]) == ("sur", True, None)
    assert treaty["time"] == {
        "value": "2025-08-03/2025-08-05",
        "earliest": "2025-08-03",
        "latest": "2025-08-05",
        "first": 1,
        "last": 2,
    }
    assert (treaty["quantities"], treaty["statement"]) == ([1], 1)


def test_an_event_without_a_time_has_the_window_that_follows_from_its_status() -> None:
    _, sailing = _json()["events"]
    assert (sailing["time"]["value"], sailing["time"]["earliest"]) == (None, "2025-08-06")
    assert (sailing["time"]["first"], sailing["time"]["last"]) == (None, None)
    assert TEXT[slice(*sailing["operator"])] == "س"


def test_nobody_stands_twice_on_one_side() -> None:
    _, sailing = _json()["events"]
    assert _ids(sailing["actors"]) == ["person:سالم_العوفي"]
