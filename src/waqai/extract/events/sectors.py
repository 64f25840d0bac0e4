"""Which part of society acts in an entity: GOV, MIL, REB, CVL, … as PLOVER codes actors."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from waqai.arabic.letters import bare
from waqai.extract.events.people import sector_of_words
from waqai.knowledge import load
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.known import Tenure
from waqai.mentions.names.roles import sectors
from waqai.model.names import Entity, EntityKind


def with_sectors(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """`entities`, each with its sector where one is known."""
    return tuple(map(_with_sector, entities))


@lru_cache(maxsize=1 << 14)
def _with_sector(entity: Entity) -> Entity:
    sector = sector_of(entity)
    return entity if sector is None else replace(entity, sector=sector)


def highest(tenures: Iterable[Tenure]) -> Tenure:
    """Of the offices somebody has held the highest: that which roles.tsv lists first."""
    rank = {role: n for n, role in enumerate(sectors())}
    return min(tenures, key=lambda tenure: rank.get(tenure.role, len(rank)))


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
            return sectors().get(highest(known.tenures).role)
        kinds: dict[str, str] = load("events", examples=False)["sectors"]
        return kinds.get(known.sort)
    if entity.kind is not EntityKind.GROUP:
        return None
    return sector_of_words(bare(entity.name).split())
