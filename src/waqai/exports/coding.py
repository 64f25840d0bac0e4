"""Events of the world as PLOVER codes them: one for each happening and each announcement.

The rules are those of PLOVER's manual; what is data in them stands in knowledge/plover.toml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from waqai.chronicle.identity import announcement_id
from waqai.knowledge import load, tables
from waqai.mentions.names.tables import rows
from waqai.model.chronicle import Announcement, Happening, TellingKey, Window
from waqai.model.events import Status
from waqai.model.names import Entity
from waqai.store.queries import gathering
from waqai.store.queries.evidence import Evidence, events
from waqai.store.reading import Chronicle

_VISIT = "visit"  # the mode that tells guest and host apart
_TO_COME = frozenset({Status.PLANNED, Status.POSTPONED})


@dataclass(frozen=True, slots=True)
class Coded:
    """One event as PLOVER codes it, with the sentence that tells it first.

    `day` is when it was; of an announcement when it was made: `announced` holds what it is of.
    `link` is the happening's id, which an announcement and what came of it share.
    """

    id: str
    link: str
    day: Window
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    sources: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    place: Entity | None
    happening: Happening
    announced: Announcement | None
    shown: Evidence

    @property
    def quad(self) -> str:
        """The quad category, such as "VERBAL COOPERATION"."""
        return _quads()[self.type]

    @property
    def score(self) -> float | None:
        """The place on PLOVER's scale, -10 (conflict) to 10 (cooperation)."""
        written: str | None = _table()["scores"].get(self.type)
        return None if written is None else float(written)


def coded_events(chronicle: Chronicle) -> Iterator[Coded]:
    """The events by the ids of their happenings, an announcement before what came of it.

    What is yet to come is told by its announcement alone, where the day of that is known.
    """
    announcements = gathering.announcements(chronicle.connection)
    ahead = next(announcements, None)
    for id, one in gathering.happenings(chronicle.connection):
        told = None
        if ahead is not None and ahead[1].happening == id:
            told, ahead = ahead[1], next(announcements, None)
        announced = told is not None and told.announced_on is not None
        if told is not None and announced:
            day = Window(told.announced_on, told.announced_on)
            first = told.steps[0].telling if told.steps else one.tellings[0]
            yield _coded(chronicle, announcement_id(id), one, day, Status.PLANNED, first, told)
        if not (announced and one.status in _TO_COME):
            yield _coded(chronicle, id, one, one.day, one.status, one.tellings[0], None)


def code(entity: Entity) -> str | None:
    """The actor code: three letters of ISO 3166 for a country's, IGO, NGO; None: not known."""
    of_no_country: str | None = _table()["actors"].get(entity.sector or "")
    return of_no_country or country(entity)


def country(entity: Entity) -> str | None:
    """The three letters of ISO 3166 for an entity's country, None where none is known."""
    return _iso3().get(entity.country or "")


def sector(entity: Entity) -> str | None:
    """The sector code, such as GOV; None: not known, or none of PLOVER's."""
    table = _table()
    if entity.sector is None or entity.sector in table["actors"]:
        return None
    written: str = table["sectors"].get(entity.sector, entity.sector)
    return written


def _coded(
    chronicle: Chronicle,
    id: str,
    one: Happening,
    day: Window,
    status: Status,
    first: TellingKey,
    announced: Announcement | None,
) -> Coded:
    intended: str | None = None
    if status in _TO_COME:
        intended = _table()["intentions"].get(one.type.value)
    contexts = list(_contexts().get(one.kind, ()))
    special: str | None = _table()["statuses"].get(status.value)
    if special is not None and intended is None:  # the manual: one category, not both
        contexts.append(special)
    mode = _modes().get(one.kind)
    sources, recipients = one.actors, one.recipients
    if one.kind in _mutual() and mode != _VISIT:  # the manual: all who meet or fight are sources
        sources, recipients = (*sources, *recipients), ()
    return Coded(
        id,
        one.id,
        day,
        intended or one.type.value,
        mode if intended is None else None,
        tuple(contexts),
        tuple(map(chronicle.entity, dict.fromkeys(sources))),
        tuple(map(chronicle.entity, recipients)),
        None if one.place is None else chronicle.entity(one.place),
        one,
        announced,
        next(events(chronicle.connection, (first,))),
    )


def _table() -> dict[str, Any]:
    return load("plover")


@cache
def _quads() -> dict[str, str]:
    return {type: quad for quad, types in _table()["quads"].items() for type in types}


@cache
def _contexts() -> dict[str, tuple[str, ...]]:
    """The contexts of each kind."""
    found: dict[str, tuple[str, ...]] = {}
    for context, kinds in _table()["contexts"].items():
        for kind in kinds:
            found[kind] = (*found.get(kind, ()), context)
    return found


@cache
def _modes() -> dict[str, str | None]:
    return {kind["id"]: kind.get("mode") for kind in _kinds()}


@cache
def _mutual() -> frozenset[str]:
    """The kinds of what all do to each other."""
    return frozenset(kind["id"] for kind in _kinds() if kind.get("mutual"))


def _kinds() -> Iterator[dict[str, Any]]:
    for name in tables("frames_"):
        yield from load(name, examples=False)["kind"]


@cache
def _iso3() -> dict[str, str]:
    return {written["iso2"]: written["iso3"] for written, _ in rows("countries")}
