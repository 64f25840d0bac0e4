"""Names: who and what a story speaks of, and where it names them."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from waqai.model.page import Span


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    GROUP = "group"  # peoples, armed groups, unnamed sources ("مصادر مطلعة")


class NameForm(StrEnum):
    """How a mention speaks of its entity."""

    NAME = "name"  # by a name: "لافروف", "الأمم المتحدة"
    ROLE = "role"  # by the role alone: "الرئيس الأميركي"
    DEMONYM = "demonym"  # as an adjective: "الروسي", which names the country
    REFERENCE = "reference"  # by what was said before: "الأخير", "نظيره الروسي"


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, country, place or group of a story.

    `id` is the knowledge's key ("sergey_lavrov", "RU") or, for one that nobody listed, made from
    the name. `name` is the full Arabic name, `name_en` the English one (`transliterated` when it
    was made letter by letter), `aliases` every form that the story or the knowledge calls it by.
    `country` is an ISO 3166 code. `role` is a key of roles.tsv, for a person known by the role
    alone, and `body` the id of the organisation whose role it is, where it is not a country's.
    `sector` is what part of society acts in a person or body, by the codes of roles.tsv ("GOV").
    `latitude` and `longitude` say where a place or a seat of power lies, in degrees of WGS 84.
    """

    id: str
    kind: EntityKind
    name: str
    name_en: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    role: str | None = None
    transliterated: bool = False
    body: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class NameMention:
    """A span that names an entity. `entity` is its index in the story's entities.

    `title` is the span of the role or title that stands with the name ("وزير الخارجية الروسي");
    `role` its key in roles.tsv, where it is one, and `country` the country's code, where said.
    """

    start: int
    end: int
    entity: int
    title: Span | None = None
    form: NameForm = NameForm.NAME
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number of something: "أكثر من 65 مليار دولار", "بين 25 و30 بالمئة", "شخصين".

    `low` and `high` bound it, None where open; `unit` is a currency, percent or measure; `of` the
    word that is counted, as written.
    """

    start: int
    end: int
    low: Fraction | None
    high: Fraction | None
    unit: str | None = None
    of: str | None = None
