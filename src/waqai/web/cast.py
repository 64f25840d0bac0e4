"""Who and what the records of a page of a list speak of, read at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from waqai.model.chronicle import Announcement, Conflict, Happening, Slot
from waqai.model.names import Entity
from waqai.store.queries import entities, happenings

OF_ENTITIES = frozenset({Slot.PLACE, Slot.ACTORS, Slot.RECIPIENTS})


def parties_of(found: Iterable[Happening]) -> Iterable[str | None]:
    """The ids of all that these happenings name."""
    for one in found:
        yield from (*one.actors, *one.recipients, one.place)


def cast_of(connection: Connection, found: Sequence[Happening]) -> dict[str, Entity]:
    """All whom these happenings name, by their ids."""
    return entities.by_ids(connection, parties_of(found))


@dataclass(frozen=True, slots=True)
class Announced:
    """Announcements with the happenings they announce and whom they name, by their ids."""

    announcements: tuple[Announcement, ...]
    happenings: dict[str, Happening]
    who: dict[str, Entity]


def announced(connection: Connection, found: Sequence[Announcement]) -> Announced:
    """`found` with what they speak of."""
    told = happenings.by_ids(connection, [one.happening for one in found])
    by = (step.by for one in found for step in one.steps)
    named = (*(one.announced_by for one in found), *by, *parties_of(told.values()))
    return Announced(tuple(found), told, entities.by_ids(connection, named))


def disputed(connection: Connection, found: Sequence[Conflict]) -> dict[str, Entity]:
    """Whom the values of conflicts name, by their ids."""
    ids = (
        id
        for one in found
        if one.slot in OF_ENTITIES
        for value in one.values
        for id in value.value.split(" ")
    )
    return entities.by_ids(connection, ids)
