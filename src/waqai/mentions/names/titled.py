"""Persons named with a role or title before them, and by the role alone."""

from functools import cache

from waqai.arabic.letters import bare
from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.mentions.names.demonyms import definite_demonym, demonym_at
from waqai.mentions.names.forms import forms
from waqai.mentions.names.found import Found, Title
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.index import Mark
from waqai.mentions.names.persons import person_at, plainly_named, whoever
from waqai.mentions.names.roles import read_role
from waqai.mentions.names.words import Nature, nature, vocabulary
from waqai.model.names import EntityKind, NameForm


@cache
def pairs() -> dict[str, str]:
    """Roles said of two, and the word for one: الرئيسين → الرئيس."""
    table = load("names")["persons"]["pairs"]
    return {bare(two): bare(one) for one, twos in table.items() for two in twos}


def read_titled_role(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    """The person named behind the role that begins at `i`, or whom the role alone means."""
    single = pairs().get(first)
    role = read_role(tokens, i, single or first) or (
        read_role(tokens, i, first) if single else None
    )
    if role is None:
        return None
    whose, body, _ = role.whose
    inside = tuple(_inside(*named) for named in role.whose.inside)
    title = Title(i, role.end, letters, role.ids, whose, body, inside, single is not None)
    person = _person_behind(tokens, role.end)
    if person is not None:
        person.title = title
        return person
    if whose is None and body is None and role.end == i + 1:
        return None
    if single is not None and not (whose and first.endswith(_DUAL)):
        return None  # "وزراء الخارجية" are nobody yet
    return Found(i, role.end, letters, EntityKind.PERSON, NameForm.ROLE, title=title, country=whose)


_DUAL = ("ان", "ين")


def _inside(begin: int, end: int, clitics: int, what: int) -> Found:
    kind = gazetteer().known[what].entity.kind
    return Found(begin, end, clitics, kind, senses=((what, Mark.PLAIN),))


def read_titled(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    """The person named behind the title or word of kinship at `i`."""
    person = _person_behind(tokens, i + 1)
    if person is None and first in vocabulary("persons", "called"):
        person = whoever(tokens, i + 1)
    if person is None or (
        first in vocabulary("persons", "kin") and not plainly_named(tokens, person)
    ):
        return None
    person.title = person.title or Title(i, i + 1, letters)
    return person


def read_counterpart(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    """The person named behind "نظيره", or whom it means by itself."""
    del first
    demonym = definite_demonym(tokens, i + 1)
    end = demonym.end if demonym else i + 1
    country = demonym.country if demonym else None
    person = _person_behind(tokens, end)
    title = Title(i, end, letters, ("counterpart",), country)
    if person is not None:
        person.title = title
        return person
    return Found(
        i, end, letters, EntityKind.PERSON, NameForm.REFERENCE, title=title, country=country
    )


def read_latter(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    """The mention of the person last named: "الأخير"."""
    del first
    if i == 0 or (tokens.words[i - 1] not in vocabulary("persons", "before_last") and not letters):
        return None
    return Found(i, i + 1, letters, EntityKind.PERSON, NameForm.REFERENCE)


def read_second(tokens: Tokens, i: int, shared: Title) -> Found | None:
    """The second of a pair: "والروسي فلاديمير بوتين" behind "الرئيسين الأميركي …"."""
    demonym = demonym_at(tokens.words, i, tokens.words[i][1:])
    if demonym is None or not demonym.definite:
        return None
    title = Title(i, demonym.end, 1, shared.roles, demonym.country, pair=True)
    person = _person_behind(tokens, demonym.end)
    if person is not None:
        person.title = title
        return person
    return Found(
        i, demonym.end, 1, EntityKind.PERSON, NameForm.ROLE, title=title, country=demonym.country
    )


def read_beside(tokens: Tokens, last: Found) -> Found | None:
    """The person whose name stands right behind another's, or behind a demonym.

    "وليد توفيق وفايز السعيد", "الأرجنتيني ميسي".
    """
    i = last.end
    word = tokens.words[i]
    if last.kind is EntityKind.PERSON and last.form is NameForm.NAME:
        if word[0] != "و" or len(word) < _SHORTEST or nature(word) is Nature.GIVEN:
            return None
        return _beside(tokens, i, 1, alone=False)
    if last.form is not NameForm.DEMONYM or not _is_citizen(tokens, last):
        return None
    agrees = tokens.words[last.begin - 1].startswith("ال")
    return _beside(tokens, i, 0, alone=not agrees and word[0] not in _CLITICS)


_SHORTEST = 4  # letters of "و" and a name
_CLITICS = frozenset("وفبلك")


def _beside(tokens: Tokens, i: int, letters: int, *, alone: bool) -> Found | None:
    """The person named at `i`; `alone`: an unlisted word that stands alone may be one."""
    first = tokens.words[i][letters:]
    kind = nature(first)
    if kind not in (Nature.GIVEN, Nature.UNKNOWN, Nature.CONNECTOR, Nature.FAMILY):
        return None
    person = person_at(tokens, i, letters, first, opened=True)
    if person is None or person.senses:
        return person
    if kind is Nature.FAMILY:
        return None
    return person if person.end > i + 1 or alone else None


def _is_citizen(tokens: Tokens, demonym: Found) -> bool:
    """Whether a demonym says who somebody is: it has the article, and is of no organisation."""
    word = tokens.words[demonym.begin][demonym.clitics :]
    if not word.startswith(("ال", "ل")) or word.endswith(_MANY) or demonym.begin == 0:
        return False
    before = tokens.words[demonym.begin - 1]
    heads = vocabulary("organisations", "heads")
    return not any(form in heads for _, form in forms(before))


_MANY = ("ون", "ين")


def _person_behind(tokens: Tokens, i: int) -> Found | None:
    """The person named behind a role that ends at `i`, over what may stand between."""
    words, between = tokens.words, vocabulary("persons", "after_role")
    for _ in range(5):
        if i >= len(words):
            return None
        demonym = definite_demonym(tokens, i)
        if words[i] in between:
            i += 1
        elif demonym is not None:
            i = demonym.end
        else:
            break
    if i < len(words) and words[i] in {"،", ",", ":", "."} and i + 1 < len(words):
        person = person_at(tokens, i + 1, 0, words[i + 1], opened=False)
        listed = person is not None and (person.senses or person.end > i + 2)
        return person if listed else None
    if i + 1 < len(words) and words[i].startswith("ال") and nature(words[i + 1]) is Nature.GIVEN:
        named = person_at(tokens, i + 1, 0, words[i + 1], opened=True)
        if named is not None and named.end > i + 2:
            return named  # "القيادي الحوثي صالح الصماد"
    return person_at(tokens, i, 0, words[i], opened=True) if i < len(words) else None
