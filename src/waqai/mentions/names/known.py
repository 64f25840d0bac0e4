"""Who and what the knowledge lists: an entity, and what chooses between homonyms."""

from collections.abc import Callable
from dataclasses import dataclass

from waqai.mentions.names.tables import items
from waqai.model.names import Entity, EntityKind


@dataclass(frozen=True, slots=True)
class Tenure:
    """A role held: `country` or `organisation` is whose; days as written, None when open."""

    role: str
    country: str | None
    organisation: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the knowledge, with what chooses between homonyms.

    `sort` is the table's own kind ("capital", "newspaper", …); `weight` its importance, 0 to 9.
    """

    entity: Entity
    sort: str = ""
    weight: int = 5
    tenures: tuple[Tenure, ...] = ()


#: A row's cells as written, by column.
Cells = dict[str, str]


def organisation(cells: Cells) -> Known:
    """The organisation or armed group of a row of organisations.tsv."""
    kind = EntityKind.GROUP if cells["kind"] == "armed_group" else EntityKind.ORGANISATION
    return Known(_entity(cells, kind), "carrier" if cells.get("carrier") else cells["kind"], 6)


def person(cells: Cells) -> Known:
    """The person of a row of a table of people."""
    entity = _entity(cells, EntityKind.PERSON)
    return Known(entity, cells["sex"], 6, tenures(cells["roles"], entity.country))


def place(cells: Cells) -> Known:
    """The place of a row of places.tsv."""
    entity = _entity(cells, EntityKind.PLACE, position(cells))
    return Known(entity, cells["kind"], weight(cells))


#: What makes a row of a table into what is known.
Maker = Callable[[Cells], Known]


def weight(cells: Cells) -> int:
    """The importance of a place, 1 where none is given."""
    return int(cells["weight"]) if cells["weight"].isdecimal() else 1


def position(cells: Cells) -> tuple[float | None, float | None]:
    """Latitude and longitude of a place."""
    return (float(cells["lat"]) if cells["lat"] else None), (
        float(cells["lon"]) if cells["lon"] else None
    )


def _entity(
    cells: Cells,
    kind: EntityKind,
    position: tuple[float | None, float | None] = (None, None),
) -> Entity:
    variants = (name.rstrip("*") for name in items(cells["variants"]))
    latitude, longitude = position
    return Entity(
        cells["id"], kind, cells["name_ar"], cells["name_en"] or None,
        (cells["name_ar"], *variants), cells["country"] or None,
        latitude=latitude, longitude=longitude,
    )  # fmt: skip


def tenures(cell: str, country: str | None) -> tuple[Tenure, ...]:
    """The roles that a person of `country` held.

    `role@from..to`, `role:XX@…` for another country, `role:org_id@…` for an organisation.
    """
    return tuple(_tenure(item, country) for item in items(cell))


def _tenure(item: str, country: str | None) -> Tenure:
    held, _, days = item.partition("@")
    role, _, whose = held.partition(":")
    start, _, end = days.partition("..")
    is_country = len(whose) == 2 and whose.isupper()
    return Tenure(
        role,
        whose if is_country else (None if whose else country),
        whose if whose and not is_country else None,
        start or None,
        end or None,
    )
