"""Who and what as schema.org has them: persons, bodies, places; and as what they may stand."""

from waqai.chronicle.references import Json
from waqai.exports.identifiers import urn
from waqai.model.names import Entity, EntityKind

_TYPES = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.COUNTRY: ["Country", "GovernmentOrganization"],  # it is a place, and it acts
    EntityKind.PLACE: "Place",
    EntityKind.GROUP: "Organization",
}
_PLACES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})


def thing(entity: Entity) -> Json:
    """The object of an entity."""
    row: Json = {
        "@id": urn("entity", entity.id),
        "@type": _TYPES[entity.kind],
        "identifier": entity.id,
        "name": in_both(entity.name, entity.name_en),
    }
    if aliases := [alias for alias in entity.aliases if alias != entity.name]:
        row["alternateName"] = aliases
    return row | _lies(entity) if entity.kind in _PLACES else row


def acting(entity: Entity) -> str | Json:
    """Who acts or speaks: where a capital does, a body that has its name."""
    if entity.kind is not EntityKind.PLACE:
        return urn("entity", entity.id)
    return {"@type": "Organization", "name": in_both(entity.name, entity.name_en)}


def located(entity: Entity) -> str | Json:
    """Where something is: at a body's seat, the place that has its name."""
    if entity.kind in _PLACES:
        return urn("entity", entity.id)
    name = in_both(entity.name, entity.name_en)
    return {"@type": "Place", "name": name, **_lies(entity)}


def in_both(arabic: str | None, english: str | None) -> list[Json]:
    """The same in Arabic and in English, as far as it is known."""
    said = (("ar", arabic), ("en", english))
    return [{"@value": words, "@language": language} for language, words in said if words]


def _lies(entity: Entity) -> Json:
    if entity.latitude is None or entity.longitude is None:
        return {}
    coordinates = {"latitude": entity.latitude, "longitude": entity.longitude}
    return {"geo": {"@type": "GeoCoordinates", **coordinates}}
