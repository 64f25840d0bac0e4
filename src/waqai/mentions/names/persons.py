"""Persons by their names: those whom the knowledge lists, and those whom it does not."""

from waqai.arabic.clitics import known
from waqai.arabic.tokens import Tokens
from waqai.mentions.names.extents import grow
from waqai.mentions.names.forms import variants
from waqai.mentions.names.found import Found
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.index import COMMON, SHORT, Hit, Mark
from waqai.mentions.names.words import Nature, nature, vocabulary
from waqai.model.names import EntityKind


def person_at(tokens: Tokens, i: int, letters: int, first: str, *, opened: bool) -> Found | None:
    """The person whose name begins at token `i`, listed or not, or None."""
    if "إ" in tokens.text[tokens.starts[i] + 1 : tokens.ends[i]][:2]:
        return None  # "فإن" is no "فان"
    hit = gazetteer().longest(tokens, i, variants(tokens.words[i]))
    if hit is not None and (hit.clitics != letters or not _is_person(hit)):
        if hit.end > i + 1 and hit.clitics == letters:
            return None
        hit = None
    if hit is not None and hit.end == i + 1 and first in vocabulary("never", "words"):
        return None  # "حتى" is no حتي
    short = hit is None or all(mark in SHORT for _, mark in hit.senses)
    end = grow(tokens, i, first, opened=opened and short)
    if hit is None:
        if end is None or (nature(first) is Nature.UNKNOWN and _listed_at(tokens, i + 1)):
            return None  # "تعيين مايك بومبيو"
        return Found(i, end, letters, EntityKind.PERSON)
    if end is not None and end > hit.end:
        own = any(mark not in COMMON for _, mark in hit.senses)
        if own and nature(tokens.words[hit.end]) in (Nature.KNOWN, Nature.LONE):
            end = hit.end  # "أردوغان استغلال"
        elif short:
            return Found(i, end, letters, EntityKind.PERSON)
        if nature(tokens.words[hit.end]) is Nature.UNKNOWN:
            end = hit.end
    people = tuple(s for s in hit.senses if _person(s[0]))
    sure = opened or any(mark not in COMMON for _, mark in people)
    return Found(i, max(end or 0, hit.end), letters, EntityKind.PERSON, senses=people, sure=sure)


def read_person(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    """The person whose name begins at `i` with a first name, with no title before it."""
    person = person_at(tokens, i, letters, first, opened=False)
    if person is None or person.senses:
        return person
    if person.end > i + 1:
        return person
    return person if nature(first) is Nature.GIVEN and not known(first) else None


def whoever(tokens: Tokens, i: int) -> Found | None:
    """The person named behind "المدعو", though the name begins with an ordinary word."""
    if i >= len(tokens.words) or nature(tokens.words[i]) is Nature.END:
        return None
    end = grow(tokens, i + 1, tokens.words[i + 1], opened=True) if i + 1 < len(tokens) else None
    return Found(i, end or i + 1, 0, EntityKind.PERSON)


def plainly_named(tokens: Tokens, person: Found) -> bool:
    """Whether a name shows by itself: a listed one, of two words, or a first name."""
    if person.senses or person.end > person.begin + 1:
        return True
    return nature(tokens.words[person.begin]) is Nature.GIVEN


def _listed_at(tokens: Tokens, i: int) -> bool:
    """Whether a person whom the knowledge lists is named in full at token `i`."""
    if i >= len(tokens.words):
        return False
    hit = gazetteer().longest(tokens, i, variants(tokens.words[i]))
    if hit is None or hit.end == i + 1 or hit.clitics:
        return False
    return any(mark is Mark.PLAIN and _person(what) for what, mark in hit.senses)


def _is_person(hit: Hit) -> bool:
    return any(_person(what) for what, _ in hit.senses)


def _person(what: int) -> bool:
    return gazetteer().known[what].entity.kind is EntityKind.PERSON
