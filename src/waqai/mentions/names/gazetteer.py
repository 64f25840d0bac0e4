"""Everybody and everything that the knowledge names, read once."""

import gc
from dataclasses import replace
from functools import cache

from waqai.mentions.names.index import Gazetteer, Mark
from waqai.mentions.names.known import Known, organisation, person, place
from waqai.mentions.names.tables import Row, countries, items, people_tables
from waqai.model.names import Entity, EntityKind


@cache
def gazetteer() -> Gazetteer:
    """The phrases of countries, people, organisations and places."""
    collecting = gc.isenabled()
    gc.disable()  # tens of thousands of objects that all stay: looking for garbage is a third of it
    try:
        return _read_tables()
    finally:
        if collecting:
            gc.enable()


@cache
def country_entity(code: str) -> Entity:
    """The country of an ISO 3166 code. Raises KeyError when the knowledge has none such."""
    return _countries()[code].entity


@cache
def _countries() -> dict[str, Known]:
    return {cells["iso2"]: _country(cells) for cells, _ in countries()}


def _country(cells: dict[str, str]) -> Known:
    names = (cells["name_ar"], *items(cells["names_ar"]))
    code = cells["iso2"]
    entity = Entity(
        code, EntityKind.COUNTRY, cells["name_ar"], cells["name_en"] or None, names, code
    )
    return Known(entity, "country", _GREATEST)


_GREATEST = 9


def _read_tables() -> Gazetteer:
    table = Gazetteer()
    for row in countries():
        _name(table, row, table.known.add(_countries()[row[0]["iso2"]]), ("name_ar", "names_ar"))
    for name in _ORGANISATIONS:
        table.read(name, organisation)
    for name in people_tables():
        table.read(name, person, people=True)
    table.read("places", place)
    for row in countries():
        _seats(table, row, _capital(table, row))
    return table


_ORGANISATIONS = ("organisations", "companies", "clubs")


def _name(table: Gazetteer, row: Row, what: int, columns: tuple[str, ...]) -> None:
    _, folded = row
    for column in columns:
        for name in items(folded[column]):
            table.name(name, what, _mark(row, name))


def _mark(row: Row, folded: str) -> Mark:
    return Mark.COMMON if folded in items(row[1]["common"]) else Mark.PLAIN


def _capital(table: Gazetteer, row: Row) -> Known | None:
    """The capital of the country of `row`: the first of those it names; each is a place once."""
    cells, folded = row
    names = [name for name in items(folded["capital_ar"]) if name != folded["name_ar"]]
    places = [_place_of(table, name, cells["iso2"]) for name in names]
    first = next((what for what in places if what is not None), None)
    if first is None:
        return None
    last = first
    for name, what in zip(names, places, strict=True):
        last = last if what is None else what  # another spelling of the one before it
        table.name(name, last, _mark(row, name))
        table.known[last] = replace(table.known[last], sort="capital", weight=_GREATEST)
    return table.known[first]


def _place_of(table: Gazetteer, name: str, country: str) -> int | None:
    """The place of that folded name in the country."""
    first, _, rest = name.partition(" ")
    for what, _ in (table.phrases(first) or {}).get(rest, ()):
        entity = table.known[what].entity
        if entity.kind is EntityKind.PLACE and entity.country == country:
            return what
    return None


def _seats(table: Gazetteer, row: Row, capital: Known | None) -> None:
    """The seats of power of the country of `row`, where they act: "الكرملين", "تل أبيب"."""
    cells, folded = row
    where = capital.entity if capital is not None else None
    for seat, name in zip(items(cells["seats"]), items(folded["seats"]), strict=True):
        what = _place_of(table, name, cells["iso2"])
        if what is not None:
            known = table.known[what]
            if known.sort == _PALACE:
                entity = replace(known.entity, kind=EntityKind.ORGANISATION)
                table.known[what] = Known(entity, "seat", _SEAT)
            continue
        entity = Entity(
            f"{cells['iso2']}.seat.{name}", EntityKind.ORGANISATION, seat, None, (seat,),
            cells["iso2"],
            latitude=where.latitude if where else None,
            longitude=where.longitude if where else None,
        )  # fmt: skip
        table.name(name, table.known.add(Known(entity, "seat", _SEAT)), _mark(row, name))


_SEAT = 7
_PALACE = "area"  # the sort of a building or quarter in places.tsv
