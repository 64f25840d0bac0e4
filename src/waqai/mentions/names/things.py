"""What is no person: phrases of the knowledge, bodies, places, demonyms, words nobody knows."""

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.bodies import PLACES, body_at, is_place, place_at
from waqai.mentions.names.demonyms import demonym_at
from waqai.mentions.names.extents import acts, grow
from waqai.mentions.names.forms import forms, variants
from waqai.mentions.names.found import Found
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.index import COMMON, Hit, Senses
from waqai.mentions.names.persons import person_at
from waqai.mentions.names.words import Nature, nature, vocabulary
from waqai.model.names import EntityKind, NameForm


def read_known(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    """The longest phrase of the knowledge at `i`; a short name behind a verb is a person's."""
    hit = gazetteer().longest(tokens, i, variants(tokens.words[i]))
    if hit is None or hit.clitics != letters:
        return None
    found = _of_hit(hit)
    doubtful = not found.sure and found.kind is EntityKind.PERSON
    if doubtful and acts(tokens, i) and first not in vocabulary("never", "words"):
        person = person_at(tokens, i, letters, first, opened=False)
        if person is not None:
            person.sure = True
        return person
    return found


def _of_hit(hit: Hit) -> Found:
    known = gazetteer().known
    for what, mark in hit.senses:
        if mark not in COMMON:
            return Found(
                hit.begin, hit.end, hit.clitics, known[what].entity.kind, senses=hit.senses
            )
    kind = known[hit.senses[0][0]].entity.kind
    return Found(hit.begin, hit.end, hit.clitics, kind, senses=hit.senses, sure=False)


def read_body(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    """The organisation whose head word stands at `i`."""
    body = body_at(tokens, i, first)
    if body is None:
        return None
    end, senses = body
    senses = senses or _bodies_named(tokens, i, letters, end)
    return Found(i, end, letters, EntityKind.ORGANISATION, senses=senses)


def _bodies_named(tokens: Tokens, i: int, letters: int, end: int) -> Senses:
    """The bodies whose name is also a phrase of ordinary words: "تنظيم الدولة"."""
    hit = gazetteer().longest(tokens, i, variants(tokens.words[i]))
    if hit is None or hit.clitics != letters or hit.end != end:
        return ()
    known = gazetteer().known
    bodies = (EntityKind.ORGANISATION, EntityKind.GROUP)
    return tuple(sense for sense in hit.senses if known[sense[0]].entity.kind in bodies)


def read_place(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    """The place whose head word stands at `i`: the head is part of it in "نهر النيل" alone."""
    extent = place_at(tokens, i, first)
    if extent is None:
        return None
    begin, end = extent
    if begin == i:
        return Found(i, end, letters, EntityKind.PLACE)
    hit = gazetteer().longest(tokens, begin, variants(tokens.words[begin]))
    if hit is not None and hit.clitics == 0 and is_place(hit):
        known = gazetteer().known
        places = tuple(s for s in hit.senses if known[s[0]].entity.kind in PLACES)
        return Found(begin, hit.end, 0, EntityKind.PLACE, senses=places)
    return Found(begin, end, 0, EntityKind.PLACE)


def read_demonym(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    """The demonym at `i`: an adjective that names its country, or a people."""
    found = demonym_at(tokens.words, i, first)
    if found is None:
        return None
    adjective = not found.plural or not found.definite or (not letters and _agrees(tokens, i))
    if adjective:
        return Found(
            i, found.end, letters, EntityKind.COUNTRY, NameForm.DEMONYM, country=found.country
        )
    return Found(i, found.end, letters, EntityKind.GROUP, country=found.country)


def _agrees(tokens: Tokens, i: int) -> bool:
    """Whether the word before is a noun with the article, whose adjective this one is."""
    return i > 0 and "ال" in tokens.words[i - 1][:4] and len(tokens.words[i - 1]) > 4


def read_foreign(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    """Words that no dictionary holds: two or more are a person, one behind "في" is a place."""
    if letters:  # whether it is split at all, nobody knows
        return None
    end = i + 1
    while end < len(tokens.words) and end < i + 4 and nature(tokens.words[end]) is Nature.UNKNOWN:
        end += 1
    before = tokens.words[i - 1] if i else ""
    if before in vocabulary("places", "before"):
        return Found(i, end, letters, EntityKind.PLACE, sure=False)
    if _introduced(tokens, i):
        return Found(i, end, letters, EntityKind.ORGANISATION)
    # a noun that ends in ة is Arabic: "ثكنة مونكادا" is nobody
    if tokens.text[tokens.ends[i] - 1] == "ة":
        return None
    if end > i + 1 or (acts(tokens, i) and len(first) >= _SHORTEST):
        end = grow(tokens, i, first, opened=True) or end
        return Found(i, end, letters, EntityKind.PERSON, sure=False)
    return None


_SHORTEST = 4  # letters of a name that stands alone behind a verb


def _introduced(tokens: Tokens, i: int) -> bool:
    """Whether a name in quotation marks stands behind a head: صحيفة "وول ستريت جورنال"."""
    if i < 2 or tokens.words[i - 1] not in _QUOTES:
        return False
    heads = vocabulary("organisations", "heads")
    return any(rest in heads for _, rest in forms(tokens.words[i - 2]))


_QUOTES = frozenset("\"«“”„‘’'")
