"""Parties without a name: "القوات الروسية", "مسلحون من القاعدة", "آلاف المتظاهرين"."""

from dataclasses import dataclass
from functools import lru_cache

from waqai.arabic.clitics import proclitics
from waqai.extract.events.field import Field, Mention
from waqai.extract.events.forms import Shape, readings
from waqai.extract.events.people import (
    heads,
    lowly,
    marked,
    sector_of_words,
    singular,
    spoken,
    tallied,
    unmarked,
)
from waqai.extract.events.words import listed
from waqai.extract.statements.vocabulary import listed as sayings
from waqai.model.names import Entity, EntityKind, NameForm

_REACH = 5  # tokens that may describe a head
_BODIES = {EntityKind.ORGANISATION, EntityKind.GROUP}
#: Sectors that act for a state: "القوات الروسية" is Russia.
_STATE = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"}
_QUOTES = {'"', "“", "”", "«", "»"}
_BEARING = {"MIL", "REB", "COP"}
_RULING = {"GOV", "COP", "JUD", "LEG"}
_PRIVATE = {"CVL", "MED", "BUS", "NGO"}
_NISBA = ("ي", "يه", "يا", "يين", "يون", "ات")
_FEMININE, _PLURALS, _ADJECTIVE = ("ه", "ات", "ين", "ون"), ("ون", "ين"), ("ي", "يا")


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant by the words up to token `end`."""

    entity: int
    kind: EntityKind
    end: int


@lru_cache(maxsize=1 << 16)
def clitics_of(word: str) -> str:
    """The letters before a noun that are words of their own; ل of "للرئيس" too."""
    letters = word[: proclitics(word)]
    return "ل" if not letters and word.startswith("لل") and len(word) > 4 else letters


@lru_cache(maxsize=1 << 16)
def without_clitics(word: str) -> str:
    """The noun without the letters before it: "للحكومة" is الحكومة."""
    cut = clitics_of(word)
    plain = word[len(cut) :]
    return "ا" + plain if cut[-1:] == "ل" and plain.startswith("ل") and cut else plain


def party(story: Field, k: int, end: int) -> Party | None:
    """The party whose head stands at token `k`; None where its adjective makes it none."""
    word = story.word(k)
    plain, after = without_clitics(word), k + 1
    if story.word(after) in spoken("vague"):
        return None
    if plain in spoken("answerable") and story.word(after) == "عن":
        return None  # "المعهد مسؤول عن الهجوم"
    if plain in marked() and not story.marbuta(k):
        return None
    if plain in unmarked() and story.marbuta(k):
        return None  # "مسؤولية"
    owned_by_name = plain in spoken("arms") or heads().get(plain) in _BEARING
    owner = _owner(story, k, end) if owned_by_name else None
    if owner is not None:
        return owner
    owned = word.endswith(("ها", "هم")) or (word.endswith("ه") and not story.marbuta(k))
    definite = plain.startswith("ال") or owned
    quoted = story.mention_at.get(after + 1) if story.word(after) in _QUOTES else None
    if quoted is not None and after + 1 < end and plain in spoken("bodies"):
        return _of(story, k, plain, quoted, after + 1)
    for j in range(k + 1, min(k + _REACH, end)):
        mention = story.mention_at.get(j)
        joint = story.word(j) == "من" or (story.word(j) == "في" and heads().get(plain) != "IGO")
        inside = story.mention_at.get(j + 1) if joint else None
        if inside is not None and not inside.clitics and _of_inside(story, plain, inside, j):
            return _of(story, k, plain, inside, j + 1)
        if mention is not None:
            if mention.clitics or not _joins(story, plain, mention, j == after):
                break
            if definite and mention.form is not NameForm.DEMONYM:
                break  # "دول المقاطعة قطر"
            return _of(story, k, plain, mention, j)
        if story.word(j) == "من" and story.word(j + 1) in heads() and j + 1 < end:
            return _part(story, k, j + 1, end)
        if story.word(j) in spoken("belonging"):
            break
        if not _describes(story, j, plain, first=j == after, definite=definite):
            break
        definite = definite or story.word(j).startswith("ال")
        after = j + 1
    if after == k + 1 and plain.removeprefix("ال") in spoken("nothing_alone"):
        return None
    return group(story, k, after)


def _of_inside(story: Field, plain: str, inside: Mention, j: int) -> bool:
    """Whether "من" or "في" at token `j` joins a party to its body, or rulers to their country."""
    ruling = plain.startswith("ال") and heads().get(plain) in _RULING
    if inside.kind is EntityKind.COUNTRY:
        return ruling and story.word(j) == "في"  # "السلطات في مصر"
    return inside.kind in _BODIES


def _owner(story: Field, k: int, end: int) -> Party | None:
    """Whose the arms at token `k` are: "طائرات تابعة للجيش الإسرائيلي"."""
    for j in range(k + 1, min(k + _REACH, end)):
        mention = story.mention_at.get(j + 1)
        if story.word(j) in spoken("belonging") and mention is not None:
            return Party(mention.entity, mention.kind, mention.end) if mention.clitics else None
    return None


def _joins(story: Field, plain: str, mention: Mention, adjacent: bool) -> bool:
    """Whether the name behind a head belongs to it."""
    if mention.form is NameForm.DEMONYM:
        return True
    dual = plain.endswith(("ون", "ان")) and plain not in listed("masculine")
    if dual or plain.startswith("ال"):
        return False  # "مسلحون" and "المنظمة" are in construct with nothing
    if mention.kind is EntityKind.PERSON:
        one = plain in singular() or plain in spoken("qualities")
        return plain in listed("regimes") or (adjacent and (not one or plain in spoken("whose")))
    return True


def _of(story: Field, k: int, plain: str, mention: Mention, at: int) -> Party:
    """The party that a name or demonym at token `at` tells: the state or body itself, or people."""
    end = max(mention.end, at + 1)
    found = story.entities[mention.entity]
    sector = sector_of_words([plain, *story.tokens.words[k + 1 : mention.begin]])
    named = mention.form is not NameForm.DEMONYM and mention.kind in _BODIES
    if plain in listed("regimes") or (named and plain in spoken("bodies")):
        return Party(mention.entity, mention.kind, end)
    if mention.kind is EntityKind.PERSON:
        return group(story, k, end, found.country)
    weak = plain in spoken("weak") or plain in listed("counts")
    own = sector in _PRIVATE and not (weak and mention.kind in _BODIES)
    if mention.kind is EntityKind.COUNTRY and sector not in _STATE:
        own = True
    if not own:
        return Party(mention.entity, mention.kind, end)
    return group(story, k, end, found.country)


def _part(story: Field, k: int, inner: int, end: int) -> Party:
    """Some of a party: "14 عنصرا من قوات النظام" are its, "العشرات من المتظاهرين" themselves."""
    whole = party(story, inner, end)
    if whole is None:
        return group(story, k, k + 1)
    if not story.entities[whole.entity].id.startswith(("group:", "phrase:")):
        return whole
    return group(story, k, whole.end, story.entities[whole.entity].country)


def group(story: Field, k: int, end: int, country: str | None = None) -> Party:
    """The group that the words in tokens `[k, end)` call by no name."""
    cut = len(clitics_of(story.word(k)))
    name = story.text(k, end)[cut:]
    plain = without_clitics(story.word(k))
    if story.word(k)[cut - 1 :].startswith("لل") and plain.startswith("ال"):
        name = "ا" + name  # "للحكومة"
    words = [plain, *story.tokens.words[k + 1 : end]]
    kind = EntityKind.GROUP
    origin = "group" if country is not None or not lowly(words) else "phrase"
    entity = Entity(f"{origin}:{'_'.join(words)}", kind, name, None, (name,), country)
    return Party(story.entity(entity), kind, end)


def _describes(story: Field, j: int, plain: str, *, first: bool, definite: bool) -> bool:
    """Whether the word at `j` goes on with the party that `plain` heads."""
    word = story.word(j)
    if j in story.time_at or story.preposition(j) or not word[:1].isalpha() or len(word) < 2:
        return False
    if not first and not word.startswith("ال") and readings(word):
        return False  # "دول عربية استجابة لدعوته"
    if word[0] == "ي" and not word.endswith(_NISBA):
        return False  # "رجل يبلغ"
    if clitics_of(word) or word in listed("no_party") or word in sayings("words", "fillers"):
        return False
    if any(r.form.shape is not Shape.NOUN for r in readings(word)) or story.finite(j):
        return False
    if not word.startswith("ال"):
        one = plain in singular() or plain in tallied()
        if definite or (one and word.endswith(_PLURALS)):
            return False
        party_too = (word in heads() and word not in spoken("qualities")) or word in listed(
            "regimes"
        )
        if party_too or not plain.endswith(_PLURALS):
            return not party_too or plain in listed("counts") or plain in spoken("weak")
        return word.endswith(_PLURALS)
    if not plain.startswith("ال"):
        return first or not definite or word.endswith((*_FEMININE, *_ADJECTIVE))
    return agrees(word, plain)


def agrees(word: str, plain: str) -> bool:
    """Whether a definite word may be an adjective of the definite head: "الشرطة القبض" is none."""
    if plain.endswith(_PLURALS):
        return word.endswith(_PLURALS)
    if word in spoken("qualities"):
        return True
    if plain.removeprefix("ال") in listed("masculine") or plain in _MASCULINE:
        return word.endswith(_ADJECTIVE) or (word.startswith("الم") and not word.endswith("ه"))
    return word.endswith(_FEMININE)


_MASCULINE = frozenset({"الغرب", "الاحتلال", "التحالف", "الطيران", "النظام", "القضاء", "الادعاء"})
