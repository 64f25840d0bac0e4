"""Small happenings made by hand, for tests of what is read out of their slots."""

from datetime import date
from fractions import Fraction

from waqai.mentions.names.gazetteer import country_entity
from waqai.model.chronicle import Figure, Happening, Report, Telling, TellingKey, Window
from waqai.model.events import EventType, Status
from waqai.model.names import Entity, EntityKind
from waqai.model.page import Span
from waqai.model.publication import Publication


def _place(id: str, ar: str, country: str, latitude: float, longitude: float) -> Entity:
    name = id.title()
    return Entity(
        id, EntityKind.PLACE, ar, name, country=country, latitude=latitude, longitude=longitude
    )


_ENTITIES = (
    _place("moscow", "موسكو", "RU", 55.8, 37.6),
    _place("sochi", "سوتشي", "RU", 43.6, 39.7),
    _place("khimki", "خيمكي", "RU", 55.9, 37.4),
    _place("geneva", "جنيف", "CH", 46.2, 6.1),
    Entity("envoy", EntityKind.PERSON, "سعيد البحري", "Said al-Bahri", ("البحري",), country="RU"),
    Entity("aide", EntityKind.PERSON, "ليلى البحري", "Layla al-Bahri", ("البحري",), country="LB"),
    Entity("person:hoda", EntityKind.PERSON, "هدى الساحلي", "Hoda al-Sahli", ("الساحلي",)),
    Entity("gunmen", EntityKind.GROUP, "مسلحون", sector="REB"),
    Entity("terrorists", EntityKind.GROUP, "إرهابيون", sector="REB"),
    Entity("civilians", EntityKind.GROUP, "مدنيين", sector="CVL"),
)
COUNTRIES = ("RU", "US", "FR", "IL", "SY", "LB")
ENTITIES = {entity.id: entity for entity in _ENTITIES} | {c: country_entity(c) for c in COUNTRIES}


def on(day: int, until: int | None = None) -> Window:
    """A day of March 2024, or the days from one to another."""
    return Window(date(2024, 3, day), date(2024, 3, until or day))


def counted(low: int, of: str, high: int | None = None) -> Figure:
    return Figure(Fraction(low), Fraction(high or low), None, of)


def telling(
    story: str,
    kind: str = "attack",
    *,
    status: Status = Status.HAPPENED,
    cue: str = "ضربة",
    day: Window | None = None,
    mutual: bool = False,
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
    place: str | None = None,
    told_by: str | None = None,
    figures: tuple[Figure, ...] = (),
) -> Telling:
    return Telling(
        key=TellingKey(story, 0),
        span=Span(0, 1),
        type=EventType.ASSAULT,
        kind=kind,
        status=status,
        cue=cue,
        day=day or Window(),
        mutual=mutual,
        actors=actors,
        recipients=recipients,
        place=place,
        told_by=told_by,
        figures=figures,
    )


def report(story: str, *, account: str | None = None, published: int | None = 1) -> Report:
    """A report of the story; `published` in March 2024, `account` its own by default."""
    day = None if published is None else date(2024, 3, published)
    return Report(story, story, None, Publication(day, day), account or story)


def happening(
    kind: str,
    *,
    status: Status = Status.HAPPENED,
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
    place: str | None = None,
    tellings: tuple[TellingKey, ...] = (),
) -> Happening:
    return Happening(
        "h", EventType.ASSAULT, kind, status, Window(), actors, recipients, place, tellings
    )
