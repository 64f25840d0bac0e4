"""What a word may open, and who reads there."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from waqai.arabic.clitics import known, proclitics
from waqai.arabic.tokens import Tokens
from waqai.mentions.names.demonyms import demonyms
from waqai.mentions.names.forms import forms, variants
from waqai.mentions.names.found import Found
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.persons import read_person
from waqai.mentions.names.roles import roles
from waqai.mentions.names.things import (
    read_body,
    read_demonym,
    read_foreign,
    read_known,
    read_place,
)
from waqai.mentions.names.titled import (
    pairs,
    read_counterpart,
    read_latter,
    read_titled,
    read_titled_role,
)
from waqai.mentions.names.words import Nature, nature, vocabulary

#: Reads at token `i`, whose first letters are clitics: tokens, i, how many, what is left of it.
Reader = Callable[[Tokens, int, int, str], Found | None]
#: For each number of clitics cut: the letters, what is left of the word, and who may read there.
Openings = tuple[tuple[int, str, tuple[Reader, ...]], ...]


@lru_cache(maxsize=1 << 16)
def openings(word: str) -> Openings:
    """The readings of what the folded `word` may open, for each number of clitic letters cut."""
    if not "\u0621" <= word[0] <= "\u06ff":
        latin = gazetteer().phrases(word)
        return ((0, word, (read_known,)),) if latin else ()
    found = []
    phrases = {letters for letters, *_ in variants(word)}
    whole = known(word)
    for letters, rest in forms(word):
        if len(rest) < 2:
            continue
        torn = bool(letters) and whole and proclitics(word) != letters
        readers = set() if torn else _readers(rest)
        if letters in phrases and gazetteer().phrases(rest):
            readers.add(read_known)
        if readers:
            found.append((letters, rest, tuple(read for read in _ORDER if read in readers)))
    return tuple(found)


def _readers(word: str) -> set[Reader]:
    """Who may read at `word`, by what it is besides a phrase of the knowledge."""
    readers = set(_listed().get(word, ()))
    kind = nature(word)
    if kind is Nature.UNKNOWN:
        readers.add(read_foreign)
    elif kind in (Nature.GIVEN, Nature.CONNECTOR):
        readers.add(read_person)
    return readers


@cache
def _listed() -> dict[str, list[Reader]]:
    """Who may read at the words that stand in a list."""
    lists: tuple[tuple[Reader, Iterable[str]], ...] = (
        (read_titled_role, roles().next.keys() | pairs().keys()),
        (read_counterpart, vocabulary("persons", "counterpart")),
        (read_titled, vocabulary("persons", "titles") | vocabulary("persons", "kin")),
        (read_person, vocabulary("inside", "first_halves")),
        (read_body, vocabulary("organisations", "heads")),
        (read_place, vocabulary("places", "heads")),
        (read_demonym, demonyms()),
        (read_latter, vocabulary("persons", "last")),
    )
    found: dict[str, list[Reader]] = {}
    for read, words in lists:
        for word in words:
            found.setdefault(word, []).append(read)
    return found


#: Of two who read equally far the first one's answer stands.
_ORDER: tuple[Reader, ...] = (
    read_titled_role,
    read_known,
    read_counterpart,
    read_titled,
    read_person,
    read_body,
    read_place,
    read_demonym,
    read_foreign,
    read_latter,
)
