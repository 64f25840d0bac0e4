"""The names of bodies, groups and places as they are compared: countries by their code."""

from functools import cache, lru_cache

from waqai.arabic.letters import bare
from waqai.knowledge import load
from waqai.mentions.names.demonyms import demonym_at
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.words import Nature, nature
from waqai.resolve.entities.spelling import loanword
from waqai.resolve.entities.words import listed, without_article

#: The words by which a name is compared, and whether they tell who it is in any story.
Compared = tuple[tuple[str, ...], bool]

_ARTICLE = "ال"


def body_name(words: tuple[str, ...]) -> Compared:
    """An organisation's: "وزارة الخارجية الأميركية" and "الخارجية الأمريكية" are one.

    Told by a country, a region or a name in it, not by "المحكمة العليا", "شركة فرنسية".
    """
    keys, owned = _keys(_headed(words))
    return keys, owned or any(map(_proper, words))


def body_keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words by which an organisation's name is compared."""
    return _keys(_headed(words))[0]


def place_keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words by which a place's name is compared."""
    return _keys(words)[0]


def one_of_many(words: tuple[str, ...]) -> bool:
    """Whether a country has many bodies of that name: "محكمة الجنايات", not "المحكمة العليا"."""
    many = listed("bodies", "many")
    return words[0] in many or (len(words) == 1 and without_article(words[0]) in many)


def place_name(words: tuple[str, ...]) -> Compared:
    """A place's; told by a word that no dictionary holds, or by a name in it."""
    keys, _ = _keys(words)
    return keys, any(map(_proper, words))


def group_name(words: tuple[str, ...]) -> Compared:
    """A group's; told only where it lasts: "القادة الأوروبيون", "قوات النظام السوري"."""
    keys, owned = _keys(words)
    head = without_article(words[0])
    if len(words) == 1:
        demonym = demonym_at(list(words), 0, words[0])
        people = head in listed("groups", "peoples") or (demonym is not None and demonym.plural)
        return keys, people and head != words[0]
    if not owned or head not in listed("groups", "lasting"):
        return keys, False
    rest = words[1:]
    return keys, all(word.startswith(_ARTICLE) or _proper(word) for word in rest)


def _keys(words: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The compared words, and whether a country or region owns what they name."""
    keys: list[str] = []
    owned = False
    at = 0
    written = list(words)
    while at < len(words):
        word = words[at]
        demonym = demonym_at(written, at, word)
        region = _regions().get(without_article(word))
        if demonym is not None:
            keys.append(demonym.country)
            owned |= demonym.definite
            at = demonym.end
            continue
        if region is not None:
            keys.append(region)
            owned |= word.startswith(_ARTICLE)
        elif at == 0 or word not in listed("words", "behind"):
            keys.append(loanword(word))
        at += 1
    return tuple(keys), owned


def _headed(words: tuple[str, ...]) -> tuple[str, ...]:
    """A body's name without the head that may be left out."""
    heads, headed = listed("words", "heads"), listed("words", "headed")
    return words[1:] if words[0] in heads and words[1:2] and words[1] in headed else words


@lru_cache(maxsize=1 << 16)
def _proper(word: str) -> bool:
    """Whether a word is a name by itself: no dictionary holds it, or the knowledge lists it."""
    if word.isascii():
        return word.isalpha() and len(word) > 1
    if gazetteer().alone(word):
        return True
    if len(word) < _SHORTEST:
        return False
    return nature(word) is Nature.UNKNOWN or (
        nature(word) is Nature.FAMILY and not word.startswith(_ARTICLE)
    )


_SHORTEST = 3  # letters of a name


@cache
def _regions() -> dict[str, str]:
    return {
        bare(form): region
        for region, forms in load("entities")["regions"].items()
        for form in forms
    }
