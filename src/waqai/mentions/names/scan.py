"""One pass over a story's tokens: every name as first read, left to right, the longest first."""

from collections.abc import Callable, Iterator
from enum import IntFlag
from functools import cache, lru_cache

from waqai.arabic.clitics import known, proclitics
from waqai.arabic.letters import bare
from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.mentions.names.bodies import body_end, is_place, place_at
from waqai.mentions.names.demonyms import definite_demonym, demonym_at, demonyms
from waqai.mentions.names.found import Found, Title
from waqai.mentions.names.gazetteer import COMMON, SHORT, Hit, forms, gazetteer, variants
from waqai.mentions.names.persons import grow
from waqai.mentions.names.roles import read_role, roles
from waqai.mentions.names.words import Nature, nature, vocabulary
from waqai.model.names import EntityKind, NameForm


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
def openings(word: str) -> "Openings":
    """The readers of what the folded `word` may open, for each number of clitic letters cut."""
    if not "\u0621" <= word[0] <= "\u06ff":
        latin = gazetteer().phrases(word)
        return ((0, word, (_known,)),) if latin else ()
    found = []
    listed = {letters for letters, _, _ in variants(word)}
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


@cache
def pairs() -> dict[str, str]:
    """Roles said of two, and the word for one: الرئيسين → الرئيس."""
    table = load("names")["persons"]["pairs"]
    return {bare(two): bare(one) for one, twos in table.items() for two in twos}


def read_names(tokens: Tokens) -> Iterator[Found]:
    """The names of a run of tokens, in order; none overlap."""
    words = tokens.words
    i, n = 0, len(words)
    shared: Title | None = None  # the role that a second person of a pair shares
    while i < n:
        opens = openings(words[i])
        best = _longest(tokens, i, opens) if opens else None
        if shared is not None and words[i].startswith("و"):
            best = _second(tokens, i, shared) or best
        if best is None:
            i += 1
            continue
        shared = best.title if best.title is not None and best.title.pair else None
        yield best
        i = max(best.end, i + 1)


def _longest(tokens: Tokens, i: int, opens: "Openings") -> Found | None:
    best: Found | None = None
    for letters, rest, readers in opens:
        for read in readers:
            found = read(tokens, i, letters, rest)
            if found is not None and (best is None or _better(found, best)):
                best = found
    return best


def _better(found: Found, best: Found) -> bool:
    return (found.end, found.sure) > (best.end, best.sure)


def _known(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    del first
    hit = gazetteer().longest(tokens, i, variants(tokens.words[i]))
    if hit is None or hit.clitics != letters:
        return None
    return _of_hit(tokens, hit)


def _of_hit(tokens: Tokens, hit: Hit) -> Found:
    kind = gazetteer().known[hit.senses[0][0]].entity.kind
    sure = any(mark not in COMMON for _, mark in hit.senses)
    return Found(hit.begin, hit.end, hit.clitics, kind, senses=hit.senses, sure=sure)


def _role(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    single = pairs().get(first)
    role = read_role(tokens, i, single or first) or (
        read_role(tokens, i, first) if single else None
    )
    if role is None:
        return None
    title = Title(i, role.end, letters, role.ids, role.whose, role.body, single is not None)
    person = _person_behind(tokens, role.end)
    if person is not None:
        person.title = title
        return person
    if role.whose is None and role.body is None and role.end == i + 1:
        return None
    if single is not None and not (role.whose and first.endswith(_DUAL)):
        return None  # "وزراء الخارجية" are nobody yet
    return Found(
        i, role.end, letters, EntityKind.PERSON, NameForm.ROLE, title=title, country=role.whose
    )


_DUAL = ("ان", "ين")


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
    return person_at(tokens, i, 0, words[i], opened=True) if i < len(words) else None


def person_at(tokens: Tokens, i: int, letters: int, first: str, *, opened: bool) -> Found | None:
    """The person whose name begins at token `i`, listed or not, or None."""
    hit = gazetteer().longest(tokens, i, variants(tokens.words[i]))
    if hit is not None and (hit.clitics != letters or not _is_person(hit)):
        if hit.end > i + 1 and hit.clitics == letters:
            return None
        hit = None
    end = grow(tokens, i, first, opened=opened)
    if hit is None:
        return None if end is None else Found(i, end, letters, EntityKind.PERSON)
    short = all(mark in SHORT for _, mark in hit.senses)
    if end is not None and end > hit.end:
        if short:
            return Found(i, end, letters, EntityKind.PERSON)
        if nature(tokens.words[hit.end]) is Nature.UNKNOWN:
            end = hit.end
    people = tuple(s for s in hit.senses if _person(s[0]))
    sure = opened or any(mark not in COMMON for _, mark in people)
    return Found(i, max(end or 0, hit.end), letters, EntityKind.PERSON, senses=people, sure=sure)


def _is_person(hit: Hit) -> bool:
    return any(_person(what) for what, _ in hit.senses)


def _person(what: int) -> bool:
    return gazetteer().known[what].entity.kind is EntityKind.PERSON


def _titled(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    person = _person_behind(tokens, i + 1)
    if person is None and first in vocabulary("persons", "called"):
        person = _whoever(tokens, i + 1)
    if person is None or (
        first in vocabulary("persons", "kin") and not _plainly_named(tokens, person)
    ):
        return None
    person.title = person.title or Title(i, i + 1, letters)
    return person


def _plainly_named(tokens: Tokens, person: Found) -> bool:
    """Whether a name shows by itself: a listed one, of two words, or a first name."""
    if person.senses or person.end > person.begin + 1:
        return True
    return nature(tokens.words[person.begin]) is Nature.GIVEN


def _whoever(tokens: Tokens, i: int) -> Found | None:
    """The person named behind "المدعو", though the name begins with an ordinary word."""
    if i >= len(tokens.words) or nature(tokens.words[i]) is Nature.END:
        return None
    end = grow(tokens, i + 1, tokens.words[i + 1], opened=True) if i + 1 < len(tokens) else None
    return Found(i, end or i + 1, 0, EntityKind.PERSON)


def _unlisted(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    if "إ" in tokens.text[tokens.starts[i] + 1 : tokens.ends[i]][:2]:
        return None  # "فإن" is no "فان"
    person = person_at(tokens, i, letters, first, opened=False)
    if person is None or person.senses:
        return person
    if person.end > i + 1:
        return person
    return person if nature(first) is Nature.GIVEN and not known(first) else None


def _body(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    end = body_end(tokens, i, first)
    return None if end is None else Found(i, end, letters, EntityKind.ORGANISATION)


def _place(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    extent = place_at(tokens, i, first)
    if extent is None:
        return None
    begin, end = extent
    if begin == i:
        return Found(i, end, letters, EntityKind.PLACE)
    hit = gazetteer().longest(tokens, begin, variants(tokens.words[begin]))
    if hit is not None and hit.clitics == 0 and is_place(hit):
        found = _of_hit(tokens, hit)
        found.sure = True
        return found
    return Found(begin, end, 0, EntityKind.PLACE)


def _demonym(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
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


def _foreign(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
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
    if end > i + 1 and tokens.text[tokens.ends[i] - 1] != "ة":
        end = grow(tokens, i, first, opened=True) or end
        return Found(i, end, letters, EntityKind.PERSON, sure=False)
    return None


def _introduced(tokens: Tokens, i: int) -> bool:
    """Whether a name in quotation marks stands behind a head: صحيفة "وول ستريت جورنال"."""
    if i < 2 or tokens.words[i - 1] not in _QUOTES:
        return False
    heads = vocabulary("organisations", "heads")
    return any(rest in heads for _, rest in forms(tokens.words[i - 2]))


_QUOTES = frozenset("\"«“”„‘’'")


def _counterpart(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
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


def _last(tokens: Tokens, i: int, letters: int, first: str) -> Found | None:
    del first
    if i == 0 or (tokens.words[i - 1] not in vocabulary("persons", "before_last") and not letters):
        return None
    return Found(i, i + 1, letters, EntityKind.PERSON, NameForm.REFERENCE)


def _second(tokens: Tokens, i: int, shared: Title) -> Found | None:
    """The second of a pair: "والروسي فلاديمير بوتين" behind "الرئيسين الأميركي …"."""
    demonym = demonym_at(tokens.words, i, tokens.words[i][1:])
    if demonym is None or not demonym.definite:
        return None
    title = Title(i, demonym.end, 1, shared.roles, demonym.country, None, True)
    person = _person_behind(tokens, demonym.end)
    if person is not None:
        person.title = title
        return person
    return Found(
        i, demonym.end, 1, EntityKind.PERSON, NameForm.ROLE, title=title, country=demonym.country
    )


#: For each number of clitics cut: the letters, what is left of the word, and who may read there.
Openings = tuple[tuple[int, str, tuple["Reader", ...]], ...]
Reader = Callable[[Tokens, int, int, str], Found | None]

_READERS: tuple[tuple[Opens, Reader], ...] = (
    (Opens.ROLE, _role),
    (Opens.KNOWN, _known),
    (Opens.COUNTERPART, _counterpart),
    (Opens.TITLE, _titled),
    (Opens.PERSON, _unlisted),
    (Opens.BODY, _body),
    (Opens.PLACE, _place),
    (Opens.DEMONYM, _demonym),
    (Opens.UNKNOWN, _foreign),
    (Opens.LAST, _last),
)
