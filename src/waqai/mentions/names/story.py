"""Within the story: which names are of one entity, and which entity each is."""

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.cast import Cast
from waqai.mentions.names.demonyms import demonym_at
from waqai.mentions.names.found import Found
from waqai.mentions.names.gazetteer import country_entity, gazetteer
from waqai.mentions.names.index import COMMON
from waqai.mentions.names.known import Known
from waqai.mentions.names.people import people_of, person
from waqai.mentions.names.places import spoken_of
from waqai.mentions.names.words import vocabulary
from waqai.model.names import Entity, EntityKind, NameForm, NameMention

_RANK = {
    EntityKind.COUNTRY: 4, EntityKind.PERSON: 3, EntityKind.ORGANISATION: 2, EntityKind.GROUP: 2,
    EntityKind.PLACE: 1,
}  # fmt: skip


def settle(
    tokens: Tokens, found: list[Found], countries: set[str]
) -> tuple[tuple[Entity, ...], tuple[NameMention, ...]]:
    """The entities of the names found, and their mentions, in order of the text.

    `countries` are those that the story surely speaks of.
    """
    cast = Cast(tokens, countries)
    people = people_of(cast, found)
    last: int | None = None  # the man last named
    role: tuple[str, ...] = ()  # the role last said
    for name in found:
        at: int | None
        if name.form is NameForm.REFERENCE and name.title is None:
            at = last
        elif name.kind is EntityKind.PERSON:
            if name.title is not None and name.title.roles == _COUNTERPART:
                name.title.roles = role
            at = person(cast, people, name)
        else:
            at = _other(cast, name)
        if at is None:
            continue
        cast.mention(name, at)
        if name.kind is EntityKind.PERSON:
            last = at
            if name.title is not None and name.title.roles:
                role = name.title.roles
    return cast.told()


_COUNTERPART = ("counterpart",)


def _other(cast: Cast, name: Found) -> int | None:
    known = gazetteer().known
    if name.form is NameForm.DEMONYM and name.country is not None:
        return cast.entity(country_entity(name.country))
    if name.kind is EntityKind.GROUP and name.country is not None and not name.senses:
        text = cast.text(name.begin, name.end, name.clitics)
        key = f"people:{name.country}"
        return cast.entity(Entity(key, EntityKind.GROUP, text, None, (), name.country))
    if name.sure and len(name.senses) == 1 and name.senses[0][1] not in COMMON:
        return cast.entity(known[name.senses[0][0]].entity)
    club = _club(cast, name)
    if club is not None:
        return cast.entity(known[club].entity)
    if name.senses and not name.sure:
        meant = spoken_of(cast.tokens, name, cast.countries)
        return None if meant is None else cast.entity(known[meant].entity)
    plain = [what for what, mark in name.senses if mark not in COMMON]
    plain = plain or [what for what, _ in name.senses if _fits(cast, known[what].entity)]
    if plain:
        what = max(plain, key=lambda w: _importance(known[w]))
        return cast.entity(known[what].entity)
    return cast.unlisted(name, name.kind)


def _fits(cast: Cast, entity: Entity) -> bool:
    """Whether the story speaks of what may be an entity: "حزب العمال" is of many countries."""
    if entity.kind in (EntityKind.PERSON, EntityKind.PLACE, EntityKind.COUNTRY):
        return True
    stateless = entity.country is None and entity.kind is EntityKind.GROUP
    return stateless or entity.country in cast.countries


def _club(cast: Cast, name: Found) -> int | None:
    """The club that a name means which is also a city's, or a word, in a story about sports."""
    known = gazetteer().known
    clubs = [w for w, mark in name.senses if mark in COMMON and known[w].sort == _CLUB]
    if not clubs or not cast.sporting or name.clitics > 1:
        return None
    words = cast.tokens.words
    before = words[name.begin - 1] if name.begin else ""
    behind = words[name.end] if name.end < len(words) else ""
    if before in vocabulary("places", "before") or before in vocabulary("places", "heads"):
        return None
    demonym = demonym_at(words, name.end, behind) if behind else None
    if demonym is not None:  # "برشلونة الإسبانية" is the city
        return None if behind.endswith("ه") else clubs[0]
    adjective = before.startswith("ال") or behind.startswith("ال")
    return None if adjective and not name.sure else clubs[0]


_CLUB = "club"


def _importance(what: Known) -> tuple[int, int]:
    """A city that stands for a government (تل أبيب) is a city first."""
    return (0 if what.sort == "seat" else _RANK[what.entity.kind], what.weight)
