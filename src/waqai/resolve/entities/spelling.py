"""One key for the spellings of a name: ترامب and ترمب, جينبينغ and جين بينغ and جينبينج.

Foreign names are written as they sound, with more or fewer long vowels and with any of three
letters for a g; the key drops those vowels and has one letter for a sound. In Arabic names the
same letters tell people apart (سالم, سليم), so words that the knowledge has keep them.
"""

from collections import defaultdict
from functools import cache, lru_cache

from waqai.arabic.clitics import known
from waqai.arabic.letters import bare
from waqai.knowledge import load
from waqai.mentions.names.words import Nature, given_names, nature
from waqai.resolve.entities.words import listed, person_words, without_article

_VOWELS = str.maketrans("", "", "اويء")
_FOREIGN = (Nature.UNKNOWN, Nature.FAMILY, Nature.GIVEN, Nature.CONNECTOR, Nature.LONE)
_LEAST = 3  # consonants from which on the long vowels of a foreign word may be dropped
_SURE = 4  # letters of a skeleton that tells a word though nobody listed it


@lru_cache(maxsize=1 << 16)
def name_keys(name: str) -> tuple[str, ...]:
    """The compared words of a person's name as written.

    >>> name_keys("سيرغي سكريبال") == name_keys("سيرجي سكريبل")
    True
    """
    return tuple(map(spelling, person_words(name)))


def begins_names(name: str) -> bool:
    """Whether a name of one word is a first name: many people's.

    >>> begins_names("عبد العزيز"), begins_names("لافروف")
    (True, False)
    """
    [word] = person_words(name) or ("",)
    return _is_servant(word) or word in given_names()


def _is_servant(word: str) -> bool:
    """Whether a word is عبد with a name of God: written alike by all."""
    return word.startswith(tuple(listed("words", "servant")))


@lru_cache(maxsize=1 << 17)
def spelling(word: str) -> str:
    """The key of one folded word of a name, the same for all its spellings.

    >>> spelling("ترامب") == spelling("ترمب"), spelling("سالم") == spelling("سليم")
    (True, False)
    """
    if not ("\u0621" <= word[0] <= "\u06ff") or _is_servant(word):
        return word
    kind, bones = nature(word), skeleton(word)
    first_names = _first_names().get(bones)
    if kind not in (Nature.GIVEN, Nature.UNKNOWN) and first_names is None:
        short = without_article(word)
        if short != word or kind not in _FOREIGN:
            return short
    return bones if first_names is None else first_names.get(word, bones)


@lru_cache(maxsize=1 << 16)
def loanword(word: str) -> str:
    """The key of a word in the name of a body or place: words of the dictionary as they are.

    >>> loanword("الدفاع"), loanword("دفع"), loanword("ستونيمان") == loanword("ستونمان")
    ('دفاع', 'دفع', True)
    """
    short = without_article(word)
    if short != word or known(word):  # quicker asked than the nature, which says so too
        return short
    if nature(word) is not Nature.UNKNOWN or not ("\u0621" <= word[0] <= "\u06ff"):
        return word
    bones = skeleton(word)
    return bones if len(bones) >= _SURE else word


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """The sounds of a folded word that every spelling of it writes.

    >>> skeleton("ليتفينينكو"), skeleton("انجيلا"), skeleton("انغيلا")
    ('لتفنك', 'انكل', 'انكل')
    """
    sounds = word.translate(_sounds())
    head, tail = sounds[0], sounds[1:]
    if tail.endswith("ه"):
        tail = tail[:-1]
    consonants = tail.translate(_VOWELS)
    if len(consonants) + (head not in "اء") >= _LEAST:
        tail = consonants
    return _undoubled(head + tail)


def _undoubled(letters: str) -> str:
    kept = letters[:1]
    for letter in letters[1:]:
        if letter != kept[-1]:
            kept += letter
    return kept


@cache
def _sounds() -> dict[int, str]:
    table = load("entities")["letters"]
    return {ord(bare(letter)): bare(same[0]) for same in table.values() for letter in same}


@cache
def _first_names() -> dict[str, dict[str, str]]:
    """By skeleton, the key of each first name that has it: one key where they are one name."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, english in given_names().items():
        found[skeleton(name)][name] = _sound(english) if english else name
    return {
        bones: dict.fromkeys(names, bones) if len(set(names.values())) == 1 else names
        for bones, names in found.items()
    }


def _sound(english: str) -> str:
    """An English name without the letters that its spellings differ by: Sergei, Sergey."""
    sound = english.lower()
    for same, spellings in load("entities")["english"].items():
        for written in spellings:
            sound = sound.replace(written, same)
    return _undoubled(sound)
