"""What of an entity of one story is compared with those of other stories: its handle."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import Entity, EntityKind
from waqai.resolve.entities.bodies import body_name, group_name, one_of_many, place_name
from waqai.resolve.entities.catalogue import listed_as
from waqai.resolve.entities.spelling import name_keys
from waqai.resolve.entities.words import listed, words_of


class Reach(Enum):
    """How far the name of an entity tells who it is."""

    WORLD = 0  # in every story: "سيرغي سكريبال", "الشرطة البريطانية"
    SETTING = 1  # in stories about one country: "المحكمة العليا"
    SHORT = 2  # with the full name of a story near: "سكريبال"
    STORY = 3  # in its story alone: "مسؤولون", "عشرات الآلاف"


@dataclass(frozen=True, slots=True)
class Handle:
    """`id` is the id where the name alone tells, `words` its compared words, `country` said."""

    id: str
    reach: Reach
    words: tuple[str, ...] = ()
    country: str | None = None

    def id_in(self, country: str) -> str:
        """The id of the body or place of that name in a country, as if the name said it."""
        named = f"{self.id}_{country}"
        return listed_as(named) or named


def handle_of(entity: Entity) -> Handle:
    """The handle of `entity`: a pure function of its id, kind, name, country, role and body."""
    if ":" not in entity.id:
        return Handle(entity.id, Reach.WORLD)
    return _handle(entity.id, entity.kind, entity.name, entity.country, entity.role, entity.body)


@lru_cache(maxsize=1 << 17)
def _handle(
    own: str,
    kind: EntityKind,
    name: str,
    country: str | None,
    role: str | None,
    body: str | None,
) -> Handle:
    if role is not None:
        single = body is not None or role in listed("roles", "single")
        return Handle(own, Reach.WORLD if single else Reach.STORY)
    if own.startswith(_PEOPLE):
        return Handle(own, Reach.WORLD)
    words = words_of(name)
    if not words:
        return Handle(own, Reach.STORY)
    if kind is EntityKind.PERSON:
        keys = name_keys(name)
        reach = Reach.WORLD if len(keys) > 1 else Reach.SHORT
        handle = Handle("person:" + "_".join(keys), reach, keys, country)
    elif kind is EntityKind.GROUP:
        keys, lasting = group_name(words)
        reach = Reach.WORLD if lasting else Reach.STORY
        handle = Handle("body:" + "_".join(keys), reach, keys)
    else:
        made = place_name if kind is EntityKind.PLACE else body_name
        keys, special = made(words)
        prefix = "place:" if kind is EntityKind.PLACE else "body:"
        many = kind is EntityKind.ORGANISATION and one_of_many(words)
        reach = Reach.WORLD if special else Reach.STORY if many else Reach.SETTING
        handle = Handle(prefix + "_".join(keys), reach, keys, country)
    return _known(handle) or handle


_PEOPLE = "people:"


def _known(handle: Handle) -> Handle | None:
    """The handle of the one in the knowledge who bears that name, if the country allows it."""
    if handle.reach is not Reach.WORLD:
        return None
    found = listed_as(handle.id)
    if found is None:
        return None
    table = gazetteer()
    home = table.known[table.by_id[found]].entity.country
    if handle.country is not None and home is not None and handle.country != home:
        return None
    return Handle(found, Reach.WORLD)
