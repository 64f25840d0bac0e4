"""Tellings made by hand and a cast to tell them of, for tests of how tellings are joined."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from waqai.mentions.names.gazetteer import country_entity, gazetteer
from waqai.model.chronicle import (
    Figure,
    Happening,
    Judgement,
    Report,
    Telling,
    TellingKey,
    Verdict,
    Window,
)
from waqai.model.events import EventType, Status
from waqai.model.names import Entity, EntityKind
from waqai.model.page import Span
from waqai.model.publication import Publication
from waqai.resolve.gist import gist
from waqai.resolve.happenings import find_happenings

TRUMP, PUTIN, ZELENSKY = "donald_trump", "vladimir_putin", "volodymyr_zelensky"


def _listed(id: str, sector: str | None = None) -> Entity:
    table = gazetteer()
    return replace(table.known[table.by_id[id]].entity, sector=sector)


ENTITIES = {
    entity.id: entity
    for entity in (
        *map(country_entity, ("US", "RU", "UA", "SY", "IL", "YE", "FR", "IR")),
        *(_listed(id, "GOV") for id in (TRUMP, PUTIN, ZELENSKY)),
        *(_listed(id, "REB") for id in ("houthis", "hamas", "hezbollah")),
        _listed("syrian_army", "MIL"),
        *map(_listed, ("anchorage", "alaska", "moscow", "washington", "damascus", "homs", "kyiv")),
        Entity("rubio", EntityKind.PERSON, "ماركو روبيو", "Marco Rubio", (), "US", sector="GOV"),
        Entity("gunmen#a", EntityKind.GROUP, "مسلحون"),
        Entity("gunmen#b", EntityKind.GROUP, "مسلحين"),
        Entity("people#a", EntityKind.GROUP, "أشخاص"),
        Entity("people#b", EntityKind.GROUP, "أشخاص"),
    )
}


def on(first: str, last: str | None = None) -> Window:
    """A day "8-15" (month and day of 2025), or the days from one to another."""
    return Window(_day(first), _day(last or first))


def until(day: str) -> Window:
    return Window(None, _day(day))


def since(day: str) -> Window:
    return Window(_day(day), None)


def _day(written: str) -> date:
    month, day = map(int, written.split("-"))
    return date(2025, month, day)


def tell(
    type: EventType,
    kind: str,
    actors: Sequence[str] = (),
    recipients: Sequence[str] = (),
    *,
    day: Window | None = None,
    status: Status = Status.HAPPENED,
    place: str | None = None,
    told_by: str | None = None,
    figures: tuple[Figure, ...] = (),
    says: str = "",
) -> Telling:
    """A telling; `report` gives it its story. `says` is the sentence it stands in."""
    return Telling(
        TellingKey("", 0),
        Span(0, 1),
        type,
        kind,
        status,
        kind,
        day or Window(),
        type is EventType.CONSULT,
        tuple(actors),
        tuple(recipients),
        place,
        told_by,
        figures,
        says,
        gist(says, Span(0, 0)),
    )


def report(
    story: str, published: str | None, *tellings: Telling, account: str | None = None
) -> Report:
    """The report of a story published on a day of 2025; each story an account of its own."""
    day = None if published is None else _day(published)
    told = (replace(one, key=TellingKey(story, at)) for at, one in enumerate(tellings))
    return Report(story, story, None, Publication(day, day), account or story, tuple(told))


def happenings(*reports: Report, judgements: Iterable[Judgement] = ()) -> tuple[Happening, ...]:
    return find_happenings(reports, ENTITIES, judgements)


def joined(*reports: Report, judgements: Iterable[Judgement] = ()) -> list[str]:
    """The stories of each happening, "a b c", sorted: "a a" when a story tells it twice."""
    found = happenings(*reports, judgements=judgements)
    return sorted(" ".join(sorted(key.story for key in one.tellings)) for one in found)


def same(first: str, second: str) -> Judgement:
    return Judgement(min(first, second), max(first, second), Verdict.SAME)


def different(first: str, second: str) -> Judgement:
    return Judgement(min(first, second), max(first, second), Verdict.DIFFERENT)
