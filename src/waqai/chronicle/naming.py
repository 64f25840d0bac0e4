"""How a headline calls who and what takes part, in Arabic and in English."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from waqai.arabic.letters import bare
from waqai.knowledge import load
from waqai.mentions.names.demonyms import demonym_at
from waqai.mentions.names.gazetteer import country_entity, gazetteer
from waqai.model.names import Entity, EntityKind

_FEMININE = ("ة", "ات", "اء")
_PLURAL = ("ون", "ين")


@dataclass(frozen=True, slots=True)
class Party:
    """One party as it is called: as a subject, elsewhere, in English, and how verbs agree."""

    ar: str
    oblique: str
    en: str
    feminine: bool
    plural: bool
    human: bool
    several: bool  # in English
    at: str = "in"  # how English says that something was there
    country: str | None = None  # the country that it is, or is of


def named(ids: Iterable[str], entities: Mapping[str, Entity]) -> tuple[Party, ...]:
    """The parties with these ids, each once; those that `entities` does not hold are left out."""
    found = _without_parts([entities[id] for id in dict.fromkeys(ids) if id in entities])
    parties = [_party(entity, short=True) for entity in found]
    called = [party.ar for party in parties]
    return tuple(
        _party(entity, short=False) if called.count(party.ar) > 1 else party
        for entity, party in zip(found, parties, strict=True)
    )


def _without_parts(found: list[Entity]) -> list[Entity]:
    """Of a country and one of its own, the one; of a country and several, the country."""
    countries = {e.id for e in found if e.kind is EntityKind.COUNTRY}
    parts = [
        e.country for e in found if e.kind is not EntityKind.COUNTRY and e.country in countries
    ]
    single = {country for country in parts if parts.count(country) == 1}
    return [
        entity
        for entity in found
        if entity.id not in single
        and (entity.id in countries or entity.country not in countries or entity.country in single)
    ]


def listed_ar(parties: Sequence[Party], *, oblique: bool) -> str:
    """The parties joined with و; of many, the first ones and "others"."""
    names = [party.oblique if oblique else party.ar for party in parties]
    words = table()["parties"]
    if len(names) > words["most"]:
        key = "others_ar_oblique" if oblique else "others_ar"
        others = words[key if any(party.human for party in parties) else "others_ar_things"]
        names = [*names[: words["most"] - 1], others]
    return " و".join(names)


def listed_en(parties: Sequence[Party]) -> str:
    """The parties joined with commas and "and"."""
    names = [party.en for party in parties]
    words = table()["parties"]
    if len(names) > words["most"]:
        names = [*names[: words["most"] - 1], words["others_en"]]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def face(entity: Entity) -> tuple[object, ...]:
    """What headlines show of an entity: two with one face are named alike in all of them."""
    known = ":" not in entity.id and entity.kind is EntityKind.PERSON
    return (replace(entity, aliases=()), _brief(entity) if known else None)


def table() -> dict[str, Any]:
    """`headlines.toml`."""
    return load("headlines")


@cache
def _names(key: str) -> frozenset[str]:
    """The words of `headlines.toml` under `[names]`."""
    return frozenset(load("headlines")["names"][key])


def _party(entity: Entity, *, short: bool) -> Party:
    found = _called(entity, short=short)
    return replace(found, at=_at(entity), country=entity.country)


def _at(entity: Entity) -> str:
    """The English preposition of a place: at a palace or an air base, in a town."""
    known = gazetteer()
    at = known.by_id.get(entity.id)
    sort = "" if at is None else known.known[at].sort
    is_seat = bare(entity.name) in _seats()
    return "at" if is_seat or sort in table()["english"]["at"] else "in"


def _called(entity: Entity, *, short: bool) -> Party:
    head = entity.name.split(" ")[0]
    group = _groups().get(bare(head))
    if group is not None and _is_unnamed(entity):
        alone = " " not in entity.name
        ar, oblique = (group["ar"], group["oblique"]) if alone else _cases(entity.name)
        english = (None if alone else _body(entity.name)) or group["en"]
        return Party(ar, oblique, english, *_agreement(ar, entity), not group.get("one", False))
    if entity.kind is EntityKind.GROUP and entity.name_en is None:
        ar, oblique = _cases(entity.name)
        english = _of_sector(entity)
        several = not english.startswith(("a ", "an "))
        return Party(ar, oblique, english, *_agreement(ar, entity), several)
    known = ":" not in entity.id and entity.kind is EntityKind.PERSON
    brief = _brief(entity) if known and short else None
    ar, en = brief or (entity.name, _english(entity))
    feminine, plural, human = _agreement(entity.name, entity)
    return Party(ar, ar, en, feminine, plural, human, plural)


def _cases(name: str) -> tuple[str, str]:
    """A group's name as a subject and elsewhere: "المفتشون", "المفتشين".

    The adjectives behind it go with it: "الكوريون الشماليون".
    """
    head, _, rest = name.partition(" ")
    if head.endswith("ا") and head[:-1] in _groups():  # "صحفيا في جريدة", as a number left it
        name = f"{head[:-1]} {rest}"
    words = name.split(" ")
    many = next((k for k, word in enumerate(words) if not _is_sound_plural(word)), len(words))
    first, last = words[:many], words[many:]
    return (
        " ".join([word[:-2] + "ون" for word in first] + last),
        " ".join([word[:-2] + "ين" for word in first] + last),
    )


def _is_sound_plural(word: str) -> bool:
    return word.endswith(_PLURAL) and len(word) > 4


def _is_unnamed(entity: Entity) -> bool:
    return entity.name_en is None or entity.transliterated or entity.kind is EntityKind.GROUP


def _brief(entity: Entity) -> tuple[str, str] | None:
    """The surname in both languages, where it alone is a form by which a person is known."""
    words, english = entity.name.split(" "), (entity.name_en or "").split(" ")
    if entity.country in _names("family_first") or len(words) < 2 or len(english) < 2:
        return None
    if len(words) > 3 and words[-3] in _names("joined") and words[-2] in _names("joined"):
        return None  # "سلمان بن عبد العزيز": a son is not called by his father's name
    last_ar = " ".join(words[-2:]) if words[-2] in _names("joined") else words[-1]
    if bare(last_ar) not in {bare(alias) for alias in entity.aliases}:
        return None
    if english[-2].lower() in _names("before_surname"):
        return last_ar, " ".join(english[-2:])
    last = english[-1]
    return last_ar, last[3:] if last.lower().startswith(("al-", "el-")) else last


def _english(entity: Entity) -> str:
    words = table()
    seat = _seats().get(bare(entity.name))
    if seat is not None:
        return seat
    if entity.kind is EntityKind.ORGANISATION and (entity.transliterated or not entity.name_en):
        body = _body(entity.name)
        if body is not None:
            return body
    name = entity.name_en
    if name is None and entity.role is not None:
        role = entity.role.removesuffix("_of_org").replace("_", " ")
        return f"the {role} of {_country(entity.country)}" if entity.country else f"a {role}"
    if name is None and entity.country is not None:
        return _country(entity.country)
    if name is None:
        return _of_sector(entity)
    name, _, of = name.partition(" (")
    if of and entity.country is not None:
        return _whose(entity.country, name)
    bodies = set(words["english"]["bodies"])
    is_body = entity.kind in {EntityKind.ORGANISATION, EntityKind.GROUP}
    if entity.kind is EntityKind.COUNTRY:
        return _country(entity.id)
    if is_body and not bodies.isdisjoint(name.split()) and not name.lower().startswith("the "):
        return f"the {name}"
    is_region = entity.kind is EntityKind.PLACE and name.split()[-1] in words["english"]["regions"]
    return f"the {name}" if is_region else name


def _body(name: str) -> str | None:
    """A body that each country has, by its kind and its country: "Kuwait's Foreign Ministry".

    None where the name says more than these.
    """
    words = bare(name).split()
    for size in range(len(words), 0, -1):
        noun = _bodies().get(" ".join(words[:size]))
        if noun is None:
            continue
        if size == len(words):
            return f"the {noun}"
        of = demonym_at(words, size, words[size])
        if of is None or of.end < len(words):
            return None
        return _whose(of.country, noun)
    return None


def _whose(country: str, noun: str) -> str:
    """Something of a country: "Russia's Foreign Ministry", "the United States' police"."""
    owner = _country(country)
    return f"{owner}' {noun}" if owner.endswith("s") else f"{owner}'s {noun}"


def _of_sector(entity: Entity) -> str:
    """What to call a party without a name: "soldiers", "people from Qatar"."""
    words = table()
    if entity.kind is not EntityKind.GROUP:
        return str(words["sectors"].get(entity.sector or "", words["parties"]["en"]))
    noun: str = words["sectors"].get(entity.sector or "", words["parties"]["people_en"])
    from_there = entity.country is not None and not noun.startswith(("a ", "an "))
    return f"{noun} from {_country(entity.country)}" if from_there and entity.country else noun


def _country(code: str) -> str:
    """A country's English name, with its article.

    >>> _country("US"), _country("FR")
    ('the United States', 'France')
    """
    name = country_entity(code).name_en or code
    return f"the {name}" if code in table()["english"]["countries"] else name


def _agreement(ar: str, entity: Entity) -> tuple[bool, bool, bool]:
    """Whether verbs take an entity as feminine, as plural, and as people."""
    gender = table()["gender"]
    head = ar.split(" ")[0]
    if entity.kind is EntityKind.PERSON:
        at = gazetteer().by_id.get(entity.id)
        woman = gazetteer().known[at].sort == "f" if at is not None else head.endswith("ة")
        return woman, False, True
    if entity.kind is EntityKind.COUNTRY:
        return entity.id not in gender["masculine_countries"], False, False
    if head in gender["plural"]:
        return False, True, True
    if head in gender["feminine"] or head.endswith(_FEMININE):
        return True, False, False
    several = entity.kind in {EntityKind.GROUP, EntityKind.ORGANISATION}
    if several and head.endswith(_PLURAL) and len(head) > 4:
        return False, True, True
    return entity.kind is EntityKind.PLACE, False, False


@cache
def _seats() -> dict[str, str]:
    """Palaces that stand for those who rule in them, with their English names."""
    rows = table()["seats"]
    return {bare(word): row["en"] for row in rows for word in row["words"]}


@cache
def _bodies() -> dict[str, str]:
    """Bodies that each country has, with what they are in English."""
    return {bare(word): row["en"] for row in table()["bodies"] for word in row["words"]}


@cache
def _groups() -> dict[str, dict[str, str]]:
    return {bare(word): row for row in table()["groups"] for word in row["words"]}
