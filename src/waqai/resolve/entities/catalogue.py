"""Whom the knowledge lists, by the compared form of every name that tells who it is."""

from collections.abc import Iterator
from functools import cache

from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.known import Cells
from waqai.mentions.names.tables import items
from waqai.model.names import EntityKind
from waqai.resolve.entities.bodies import body_keys, place_keys
from waqai.resolve.entities.spelling import name_keys
from waqai.resolve.entities.words import words_of

_CLUB = "club"


def listed_as(key: str) -> str | None:
    """The id of who is listed under a compared name; a name that two of them bear tells nobody."""
    return _catalogue(key.partition(":")[0]).get(key)


@cache
def _catalogue(sort: str) -> dict[str, str]:
    """The ids of those whose compared names begin with "person", "body" or "place"."""
    found: dict[str, str | None] = {}
    for kind, id, names in _listed():
        for name in names if _SORTS.get(kind, _BODY) == sort else ():
            key = _compared(kind, name)
            if key is not None and found.setdefault(key, id) != id:
                found[key] = None
    return {key: owner for key, owner in found.items() if owner is not None}


_BODY = "body"
_SORTS = {EntityKind.PERSON: "person", EntityKind.PLACE: "place"}


def _listed() -> Iterator[tuple[EntityKind, str, list[str]]]:
    """Everyone's kind, id and names; of the names those that are no ordinary words too."""
    shelf = gazetteer().known
    for what in range(shelf.size):
        cells = shelf.folded(what)
        if not cells:
            entity = shelf[what].entity  # a country, or a seat of power
            if entity.kind is not EntityKind.COUNTRY:
                yield entity.kind, entity.id, [entity.name]
        elif cells.get("kind") != _CLUB:  # "الشرطة العراقية" is the police, no club
            yield _kind(cells), cells["id"], _names(cells)


def _kind(cells: Cells) -> EntityKind:
    if "roles" in cells:
        return EntityKind.PERSON
    return EntityKind.PLACE if "lat" in cells else EntityKind.ORGANISATION


def _names(cells: Cells) -> list[str]:
    common = items(cells.get("common", ""))
    names = [cells["name_ar"], *items(cells["variants"])]
    return [name for name in names if name[-1] != "*" and name not in common]


def _compared(kind: EntityKind, name: str) -> str | None:
    """The key of a name; None for one word of a person's, which tells nobody."""
    words = words_of(name)
    if not words:
        return None
    if kind is EntityKind.PERSON:
        keys = name_keys(name)
        return f"{_SORTS[kind]}:{'_'.join(keys)}" if len(keys) > 1 else None
    made = place_keys if kind is EntityKind.PLACE else body_keys
    return f"{_SORTS.get(kind, _BODY)}:{'_'.join(made(words))}"
