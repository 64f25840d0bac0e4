"""What a single word can be to a name: a given name, a foreign one, a connector, or its end."""

from enum import IntEnum
from functools import cache, lru_cache

from waqai.arabic.clitics import known, known_words, lone, proclitics
from waqai.arabic.letters import bare
from waqai.knowledge import load
from waqai.mentions.names.demonyms import demonyms
from waqai.mentions.names.forms import variants
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.index import COMMON
from waqai.mentions.names.tables import lines
from waqai.model.names import EntityKind


class Nature(IntEnum):
    """What a word is to a name."""

    END = 0  # no part of a name: a sign, a number, a verb, a preposition, a known word with clitics
    KNOWN = 1  # a word of the dictionary, part of a name only behind a connector
    GIVEN = 2  # a first name
    CONNECTOR = 3  # بن, أبو, فان
    FAMILY = 4  # with the article, and shaped like a family name
    UNKNOWN = 5  # a word that no dictionary holds
    LONE = 6  # a word that the dictionary has in one form only: part of a name behind a first name


@cache
def vocabulary(table: str, key: str) -> frozenset[str]:
    """The folded words of `names.toml` under `[table] key`."""
    return frozenset(map(bare, load("names")[table][key]))


@cache
def given_names() -> dict[str, str]:
    """First names, folded, with their English form, "" where none is known."""
    return {name: english for name, (english, _) in _given().items()}


@cache
def common_given_names() -> frozenset[str]:
    """First names that are ordinary words too, folded."""
    return frozenset(name for name, (_, common) in _given().items() if common)


@cache
def _given() -> dict[str, tuple[str, bool]]:
    """First names, folded, with their English form, and whether they are words too."""
    read = lines("given_names")
    next(read)  # the columns
    names = {}
    for line, folded in read:
        _, _, english, common = line.split("\t")
        names[folded.partition("\t")[0]] = (english, bool(common))
    return names


@cache
def _servants() -> frozenset[str]:
    """عبدالله, عبدالرحمن: in one word."""
    return frozenset("عبد" + name for name in vocabulary("inside", "servant_of"))


@lru_cache(maxsize=1 << 16)
def nature(word: str) -> Nature:
    """What the folded `word` is to a name."""
    if not ("\u0621" <= word[0] <= "\u06ff") or len(word) < 2:
        return Nature.END
    if word in vocabulary("never", "words") or word in demonyms():
        return Nature.END
    if word in vocabulary("inside", "connectors"):
        return Nature.CONNECTOR
    if word in given_names() or word in _servants():
        return Nature.GIVEN
    listed = _listed(word)
    if listed is not None:
        return listed
    if word.startswith("ال") and len(word) > 4:
        return _with_article(word)
    if known(word):
        return Nature.LONE if lone(word) else Nature.KNOWN
    if _conjoined(word) or len(word) < 3:
        return Nature.END
    if _plural(word):
        return Nature.FAMILY  # "محللون" begins no name, "شيلتون" ends one
    if not _inflected(word):
        return Nature.UNKNOWN
    return Nature.FAMILY if word[-1] == "ي" else Nature.KNOWN  # "سلماوي"


def _listed(word: str) -> Nature | None:
    """What the knowledge makes of `word` alone: a person's short name, or another's name."""
    table = gazetteer()
    found = None
    for letters, *_, phrases in variants(word):
        for what, mark in phrases.get("", ()):
            if letters:
                found = found or Nature.END
            elif table.known[what].entity.kind is EntityKind.PERSON:
                return Nature.KNOWN if mark in COMMON and known(word) else Nature.FAMILY
            elif mark not in COMMON:
                found = Nature.KNOWN
    return found


def _with_article(word: str) -> Nature:
    rest = word[2:]
    if not known(rest) and len(rest) > 2:
        return Nature.FAMILY
    if rest in given_names() and rest not in common_given_names():
        return Nature.FAMILY
    # a nisba is a family name or an adjective: its place tells
    return Nature.FAMILY if rest[-1] == "ي" and len(rest) > 3 else Nature.KNOWN


def is_verb(word: str) -> bool:
    """Whether the dictionary has the imperfect of which the folded `word` may be the perfect.

    >>> is_verb("غادر"), is_verb("كوهين")
    (True, False)
    """
    words = known_words()
    if "ي" + word in words or (word[0] == "ا" and "ي" + word[1:] in words):
        return True
    if len(word) != _SHORTEST_STEM - 1 or word[1] != "ا":
        return False
    return any(f"ي{word[0]}{vowel}{word[2]}" in words for vowel in "ويا")


def _plural(word: str) -> bool:
    """Whether an unknown word may be the plural or dual of a known one."""
    long = len(word) > _SHORTEST_STEM + 1
    return long and word[-2:] in vocabulary("inside", "plurals") and word[:-2] in known_words()


def _inflected(word: str) -> bool:
    """Whether an unknown word is a known one with an article, or a pronoun: الرد, حذائه, فيلمك."""
    if word.startswith("ال"):
        return word[2:] in known_words()
    for ending in vocabulary("inside", "pronouns"):
        stem = word.removesuffix(ending)
        if stem is word or len(stem) < _SHORTEST_STEM:
            continue
        if known(stem) or (stem[-1] in "يو" and stem[:-1] + "ء" in known_words()):
            return True
        if stem[-1] == "ت" and stem[:-1] + "ه" in known_words():
            return True
    return False


_SHORTEST_STEM = 4


def _conjoined(word: str) -> bool:
    """Whether an unknown word is a known one, or a name, behind clitics."""
    if word.startswith(("لل", "ولل", "فلل")):
        return True
    if word[0] in "وف" and word[1:] in vocabulary("never", "words"):
        return True  # "وألقت"
    letters = proclitics(word)
    if not letters:
        return word[0] in "وف" and word[1:] in given_names()
    rest = word[letters:]
    if known(rest) or rest in given_names() or rest.startswith("ال"):
        return True
    return word[0] == "و" and word[1] not in "ايو"  # "ويلسون" is a name, "وبلير" two
