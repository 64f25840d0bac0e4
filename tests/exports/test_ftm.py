"""FollowTheMoney entities, held against the model of the package of that name."""

import json
from functools import cache
from typing import Any

import pytest
from followthemoney import model
from followthemoney.types import registry

from tests.exports.opened import NAMES, export, opened
from waqai.exports.days import date_prefix
from waqai.exports.ftm.cast import cast, country, entity_id
from waqai.mentions.names.tables import rows
from waqai.model.events import Status
from waqai.model.names import Entity, EntityKind


@cache
def _objects(name: str) -> dict[str, dict[str, Any]]:
    lines = export(name, "ftm").splitlines()
    found = {row["id"]: row for row in map(json.loads, lines)}
    assert len(found) == len(lines)
    return found


def _of(name: str, schema: str) -> list[dict[str, Any]]:
    return [row for row in _objects(name).values() if row["schema"] == schema]


@pytest.mark.parametrize("name", NAMES)
def test_every_value_survives_cleaning(name: str) -> None:
    for row in _objects(name).values():
        proxy = model.get_proxy(row, cleaned=False)
        assert proxy.id == row["id"]
        for key, values in row["properties"].items():
            assert sorted(proxy.get(key)) == sorted(values), (row["schema"], key)
            prop = proxy.schema.properties[key]
            assert not prop.stub
            assert not prop.deprecated
            assert all(map(prop.type.validate, values)), (row["schema"], key, values)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_has_what_it_requires(name: str) -> None:
    for row in _objects(name).values():
        schema = model.get(row["schema"])
        assert schema is not None
        assert not schema.abstract
        assert registry.entity.validate(row["id"])
        assert set(schema.required) <= set(row["properties"])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_pointed_at_is_there_and_of_the_right_kind(name: str) -> None:
    objects = _objects(name)
    for row in objects.values():
        schema = model.get(row["schema"])
        assert schema is not None
        for key, values in row["properties"].items():
            prop = schema.properties[key]
            for value in values if prop.type is registry.entity else ():
                other = model.get(objects[value]["schema"])
                assert other is not None
                assert prop.range is not None
                assert other.is_a(prop.range), (key, other.name)


@pytest.mark.parametrize("name", NAMES)
def test_there_is_an_event_for_each_happening_with_its_proof(name: str) -> None:
    events = {row["properties"]["recordId"][0]: row for row in _of(name, "Event")}
    happenings = {one.id: one for one in opened(name).happenings()}
    assert events.keys() == happenings.keys()
    for id, one in happenings.items():
        told = events[id]["properties"]
        assert set(told["proof"]) == {f"waqai-s{key.story}" for key in one.tellings}
        assert told.get("date") == ([prefix] if (prefix := date_prefix(one.day)) else None)
        assert one.status.value in told["keywords"]


@pytest.mark.parametrize("name", NAMES)
def test_only_what_happened_links_those_who_took_part(name: str) -> None:
    happenings = {one.id: one for one in opened(name).happenings()}
    links = _of(name, "UnknownLink")
    assert links
    for link in links:
        told = link["properties"]
        one = happenings[told["recordId"][0]]
        assert one.status is Status.HAPPENED
        assert told["subject"][0] in map(entity_id, one.actors)
        assert told["object"][0] in map(entity_id, one.recipients)


def test_an_entity_has_the_schema_of_its_kind() -> None:
    def schema(kind: EntityKind, sector: str | None = None) -> str:
        return str(cast(Entity("x", kind, "اسم", sector=sector))["schema"])

    assert schema(EntityKind.PERSON) == "Person"
    assert schema(EntityKind.COUNTRY) == "PublicBody"
    assert schema(EntityKind.ORGANISATION, "GOV") == "PublicBody"
    assert schema(EntityKind.ORGANISATION, "NGO") == "Organization"
    assert schema(EntityKind.GROUP, "REB") == "Organization"
    assert schema(EntityKind.GROUP, "CVL") == "LegalEntity"
    assert schema(EntityKind.PLACE) == "Address"


def test_a_name_made_letter_by_letter_is_an_alias() -> None:
    guessed = Entity(
        "x", EntityKind.PERSON, "سامي", "Sami", ("سامي", "السامي"), transliterated=True
    )
    assert cast(guessed)["properties"] == {"name": ["سامي"], "alias": ["Sami", "السامي"]}


def test_every_country_of_the_knowledge_is_known_to_it() -> None:
    codes = [country(written["iso2"]) for written, _ in rows("countries")]
    assert [code for code in codes if registry.country.clean(code) != code] == []
