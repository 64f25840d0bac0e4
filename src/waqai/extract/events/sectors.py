"""Which part of society acts in an entity: GOV, MIL, REB, CVL, … as PLOVER codes actors."""

from collections.abc import Iterable
from dataclasses import replace

from waqai.arabic.letters import bare
from waqai.extract.events.words import parties
from waqai.knowledge import load
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.roles import sectors
from waqai.model.names import Entity, EntityKind


def with_sectors(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """`entities`, each with its sector where one is known."""
    return tuple(
        entity if (sector := sector_of(entity)) is None else replace(entity, sector=sector)
        for entity in entities
    )


def sector_of(entity: Entity) -> str | None:
    """The sector of an entity: by its role, by what the knowledge has of it, by its own words."""
    if entity.kind is EntityKind.COUNTRY:
        return "GOV"
    if entity.role is not None:
        return sectors().get(entity.role)
    table = gazetteer()
    at = table.by_id.get(entity.id)
    if at is not None:
        known = table.known[at]
        if known.tenures:
            return sectors().get(known.tenures[-1].role)
        kinds: dict[str, str] = load("events", examples=False)["sectors"]
        return kinds.get(known.sort)
    if entity.kind is not EntityKind.GROUP:
        return None
    found = (parties().get(word) for word in bare(entity.name).split())
    return next((sector for sector in found if sector is not None), None)
