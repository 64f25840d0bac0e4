"""Entities as FollowTheMoney knows them: persons, bodies, places; and how its values are written.

The package of that name is not needed for it.
"""

import re
from hashlib import blake2b
from typing import Any
from unicodedata import normalize

from waqai.exports.clean_text import one_line
from waqai.knowledge import load
from waqai.model.names import Entity, EntityKind

_BYTES = 8
_NAME, _STRING, _TEXT, _ADDRESS = 384, 1024, 65_000, 250  # code points that it keeps of each
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufeff]")
_QUOTES = "\"'"  # it takes them off the ends of a name

Properties = dict[str, list[str]]

#: Sectors of the state; and those in which a group is a body, and no crowd or person.
_PUBLIC = frozenset({"GOV", "MIL", "JUD", "LEG", "SPY", "COP"})
_BODIES = _PUBLIC | {"REB", "OPP", "IGO", "NGO", "MED", "BUS"}


def entity_id(id: str) -> str:
    """The FollowTheMoney id of the entity with the id `id`, which may hold any letters."""
    return f"waqai-e{blake2b(id.encode('utf-8', 'replace'), digest_size=_BYTES).hexdigest()}"


def schema_of(entity: Entity) -> str:
    """The schema that fits. A country acts by its government, which is a public body."""
    match entity.kind:
        case EntityKind.PERSON:
            return "Person"
        case EntityKind.PLACE:
            return "Address"
        case EntityKind.COUNTRY:
            return "PublicBody"
        case EntityKind.ORGANISATION:
            return "PublicBody" if entity.sector in _PUBLIC else "Organization"
        case EntityKind.GROUP:
            return "Organization" if entity.sector in _BODIES else "LegalEntity"


def cast(entity: Entity) -> dict[str, Any]:
    """The object of an entity."""
    schema = schema_of(entity)
    found = proxy(entity_id(entity.id), schema)
    english = [] if entity.transliterated else [entity.name_en]
    guessed = [entity.name_en] if entity.transliterated else []
    if schema == "Address":
        fill(found, "full", [_kept(entity.name, _ADDRESS)])
        fill(found, "latitude", [_degrees(entity.latitude)])
        fill(found, "longitude", [_degrees(entity.longitude)])
    fill(found, "name", [*map(name, [entity.name, *english])])
    fill(found, "alias", [*map(name, [*guessed, *entity.aliases])], besides="name")
    fill(found, "country", [country(entity.country)])
    if entity.kind is EntityKind.PERSON and entity.role is not None:
        fill(found, "position", [entity.role])
    return found


def proxy(id: str, schema: str) -> dict[str, Any]:
    """An object without properties yet."""
    return {"id": id, "schema": schema, "properties": {}}


def fill(found: dict[str, Any], key: str, values: list[str | None], besides: str = "") -> None:
    """Add the values that are known to a property, each once, none that `besides` has."""
    properties: Properties = found["properties"]
    there = properties.get(besides, [])
    known = [value for value in dict.fromkeys(values) if value and value not in there]
    if known:
        properties[key] = known


def country(code: str | None) -> str | None:
    """The code of a country as FollowTheMoney writes it."""
    other: dict[str, str] = load("export_codes")["ftm_countries"]
    return None if code is None else other.get(code, code.lower())


def name(text: str | None) -> str | None:
    """A name as FollowTheMoney keeps it."""
    return None if text is None else _kept(_kept(text, _NAME).strip(_QUOTES), _NAME) or None


def string(text: str | None) -> str | None:
    """A short text as FollowTheMoney keeps it."""
    return None if text is None else _kept(text, _STRING) or None


def text(lines: str | None) -> str | None:
    """A long text as FollowTheMoney keeps it."""
    return None if lines is None else _kept(lines, _TEXT) or None


def _kept(text: str, most: int) -> str:
    """What it would make of the text itself: composed, and without letters that are not seen."""
    return one_line(normalize("NFC", _UNSEEN.sub("", one_line(text))), most)


def _degrees(degrees: float | None) -> str | None:
    return None if degrees is None else f"{degrees:.3f}".rstrip("0").rstrip(".")
