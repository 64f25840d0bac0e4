"""What a word may open, and who reads there."""

from collections.abc import Callable
from enum import IntFlag
from functools import lru_cache

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


class Opens(IntFlag):
    """What a word may open."""

    NOTHING = 0
    KNOWN = 1  # a phrase of the knowledge
    ROLE = 2
    TITLE = 4  # a title or kinship: a person follows
    PERSON = 8  # a first name
    BODY = 16  # the head of an organisation's name
    PLACE = 32  # the head of a place's name
    DEMONYM = 64
    UNKNOWN = 128  # a word that no dictionary holds
    COUNTERPART = 256  # "نظيره"
    LAST = 512  # "الأخير"


@lru_cache(maxsize=1 << 16)
def openings(word: str) -> Openings:
    """The readers of what the folded `word` may open, for each number of clitic letters cut."""
    if not "\u0621" <= word[0] <= "\u06ff":
        latin = gazetteer().phrases(word)
        return ((0, word, (read_known,)),) if latin else ()
    found = []
    listed = {letters for letters, *_ in variants(word)}
    whole = known(word)
    for letters, rest in forms(word):
        if len(rest) < 2:
            continue
        opens = (
            _opens(rest) if not letters or not (whole and proclitics(word) != letters) else Opens(0)
        )
        if letters in listed and gazetteer().phrases(rest):
            opens |= Opens.KNOWN
        if opens:
            found.append((letters, rest, tuple(read for flag, read in _READERS if opens & flag)))
    return tuple(found)


def _opens(word: str) -> Opens:
    opens = Opens.NOTHING
    if word in roles().next or word in pairs():
        opens |= Opens.ROLE
    if word in vocabulary("persons", "titles") or word in vocabulary("persons", "kin"):
        opens |= Opens.TITLE
    if word in vocabulary("organisations", "heads"):
        opens |= Opens.BODY
    if word in vocabulary("places", "heads"):
        opens |= Opens.PLACE
    if word in demonyms():
        opens |= Opens.DEMONYM
    if word in vocabulary("persons", "counterpart"):
        opens |= Opens.COUNTERPART
    if word in vocabulary("persons", "last"):
        opens |= Opens.LAST
    kind = nature(word)
    if kind in (Nature.GIVEN, Nature.CONNECTOR) or word in vocabulary("inside", "first_halves"):
        opens |= Opens.PERSON
    if kind is Nature.UNKNOWN:
        opens |= Opens.UNKNOWN
    return opens


_READERS: tuple[tuple[Opens, Reader], ...] = (
    (Opens.ROLE, read_titled_role),
    (Opens.KNOWN, read_known),
    (Opens.COUNTERPART, read_counterpart),
    (Opens.TITLE, read_titled),
    (Opens.PERSON, read_person),
    (Opens.BODY, read_body),
    (Opens.PLACE, read_place),
    (Opens.DEMONYM, read_demonym),
    (Opens.UNKNOWN, read_foreign),
    (Opens.LAST, read_latter),
)
