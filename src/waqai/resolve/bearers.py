"""Who is meant by a role alone: the person who held it on the story's day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from waqai.extract.events.sectors import highest
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.known import Tenure
from waqai.mentions.names.roles import sectors
from waqai.model.names import Entity, EntityKind
from waqai.model.publication import Publication

_Whose = tuple[str, str | None, str | None]  # role, country, organisation


def name_bearers(entities: Iterable[Entity], published: Publication) -> tuple[Entity, ...]:
    """`entities`, each role alone ("الرئيس الأميركي") replaced by the one person who held it.

    A role stays a role when the day is not known well enough to tell, when several people held it
    in the window, and when the knowledge has nobody. The sector of a known person is that of the
    highest office that he held then; of one who held none it stays as it is.
    """
    return tuple(_bearer(entity, published) or _in_office(entity, published) for entity in entities)


def _in_office(entity: Entity, published: Publication) -> Entity:
    """`entity` with the sector of its office on the story's day."""
    table = gazetteer()
    at = table.by_id.get(entity.id) if entity.kind is EntityKind.PERSON else None
    held = [] if at is None else [t for t in table.known[at].tenures if _held(t, published)]
    sector = sectors().get(highest(held).role) if held else None
    return entity if sector is None else replace(entity, sector=sector)


def _held(tenure: Tenure, published: Publication) -> bool:
    """Whether the office was held on a day on which the story may have been published."""
    if published.earliest is None or published.latest is None:
        return False
    earliest, latest = published.earliest.isoformat(), published.latest.isoformat()
    return (tenure.start is None or tenure.start <= latest) and (
        tenure.end is None or earliest <= _last_day(tenure.end)
    )


def _bearer(entity: Entity, published: Publication) -> Entity | None:
    if entity.role is None or published.earliest is None or published.latest is None:
        return None
    whose = (entity.role, None if entity.body else entity.country, entity.body)
    known = gazetteer().known
    people = {
        known[person].entity.id: known[person].entity
        for tenure, person in _tenures().get(whose, ())
        if _held(tenure, published)
    }
    if len(people) != 1:
        return None
    [person] = people.values()
    aliases = dict.fromkeys((*person.aliases, *entity.aliases, entity.name))
    return replace(person, aliases=tuple(aliases), sector=entity.sector)


def _last_day(written: str) -> str:
    """The last day of what may be a year or a month: "2014" and "2014-06" sort before its days."""
    return written + "~" if len(written) < len(date.min.isoformat()) else written


@cache
def _tenures() -> dict[_Whose, list[tuple[Tenure, int]]]:
    """Who held each role, as numbers of the gazetteer."""
    held: dict[_Whose, list[tuple[Tenure, int]]] = {}
    for tenure, person in gazetteer().tenures():
        country = None if tenure.organisation else tenure.country
        whose = (tenure.role, country, tenure.organisation)
        held.setdefault(whose, []).append((tenure, person))
    return held
