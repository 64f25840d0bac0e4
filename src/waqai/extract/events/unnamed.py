"""Parties without a name: "القوات الروسية", "مسلحون من القاعدة", "آلاف المتظاهرين"."""

from dataclasses import dataclass
from functools import lru_cache

from waqai.arabic.clitics import proclitics
from waqai.arabic.letters import bare
from waqai.extract.events.field import Field, Mention
from waqai.extract.events.forms import Shape
from waqai.extract.events.people import (
    heads,
    lowly,
    marked,
    pronouns,
    sector_of_words,
    singular,
    spoken,
    tallied,
    unmarked,
)
from waqai.extract.events.readings import readings
from waqai.extract.events.words import listed
from waqai.extract.statements.vocabulary import listed as sayings
from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import Entity, EntityKind, NameForm

_REACH = 5  # tokens that may describe a head
_BODIES = {EntityKind.ORGANISATION, EntityKind.GROUP}
#: Sectors that act for a state: "القوات الروسية" is Russia.
_STATE = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"}
_QUOTES = {'"', "“", "”", "«", "»"}
_BEARING = {"MIL", "REB", "COP"}
_RULING = {"GOV", "COP", "JUD", "LEG"}
PRIVATE = {"CVL", "MED", "BUS", "NGO"}
_OWNERS = ("ها", "هم", "ه")
_NISBA = ("ي", "يه", "يا", "يين", "يون", "ات")
_FEMININE, _PLURALS, _ADJECTIVE = ("ه", "ات", "ين", "ون"), ("ون", "ين"), ("ي", "يا")


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant by the words up to token `end`."""

    entity: int
    kind: EntityKind
    end: int


@lru_cache(maxsize=1 << 16)
def definite_article(word: str) -> bool:
    """Whether the folded noun has its article: "الاف" is no "the"."""
    return word.startswith("ال") and word not in spoken("no_article")


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
    plain = without_clitics(word)
    if _is_none(story, k, plain):
        return None
    told = _owner(story, k, end, plain) or _quoted(story, k, end, plain)
    told = told or _one_of_his(story, k, end, plain)
    if told is not None:
        return told
    owned = word.endswith(("ها", "هم")) or (word.endswith("ه") and not story.marbuta(k))
    definite, after = definite_article(plain) or owned, k + 1
    for j in range(k + 1, min(k + _REACH, end)):
        named = _named(story, k, j, plain, adjacent=j == after, definite=definite)
        if named is not None:
            return named
        if story.word(j) == "من" and story.word(j + 1) in heads() and j + 1 < end:
            return _part(story, k, j + 1, end)
        tag = story.word(j) == "#" and j == after  # "لعناصر #ميليشيات"
        if j in story.mention_at or not (
            tag or _describes(story, j, plain, first=j == after, definite=definite)
        ):
            break
        if j > k + 1 and _another(story.word(j)):
            break
        definite = definite or definite_article(story.word(j))
        after = j + 1
    if after == k + 1 and plain.removeprefix("ال") in spoken("nothing_alone"):
        return None
    return group(story, k, after)


def _is_none(story: Field, k: int, plain: str) -> bool:
    """Whether the head at token `k` names nobody here, by its spelling or by what is behind it."""
    behind = story.word(k + 1)
    if behind in spoken("vague") and plain not in spoken("worldly"):
        return True
    if story.word(k - 1) in spoken("without"):
        return True  # "طائرة بدون طيار"
    if plain in spoken("answerable") and behind == "عن":
        return True  # "المعهد مسؤول عن الهجوم"
    if plain in marked() and not story.marbuta(k):
        return True
    return plain in unmarked() and story.marbuta(k)  # "مسؤولية"


def _named(
    story: Field, k: int, j: int, plain: str, *, adjacent: bool, definite: bool
) -> Party | None:
    """The party at token `k` where a name or demonym at token `j` tells who it is."""
    joint = story.word(j) == "من" or (story.word(j) == "في" and heads().get(plain) != "IGO")
    inside = story.mention_at.get(j + 1) if joint else None
    for_them = story.word(j) in spoken("standing_for") and j + 1 in story.mention_at
    if for_them:
        return _of(story, k, plain, story.mention_at[j + 1], j + 1)
    if inside is not None and not inside.clitics and _of_inside(story, plain, inside, j):
        return _of(story, k, plain, inside, j + 1)
    mention = story.mention_at.get(j)
    if mention is not None and _same_men(story, plain, mention) and adjacent:
        return Party(mention.entity, mention.kind, mention.end)
    if mention is None or mention.clitics or not _joins(story, plain, mention, adjacent):
        return None
    country = mention.kind is EntityKind.COUNTRY and mention.form is not NameForm.DEMONYM
    if country and tallied().get(plain) == "IGO" and (story.counted(k) or story.counted(k - 1)):
        return None  # "طالبت 20 دولة إيران"
    if definite and mention.form is not NameForm.DEMONYM:
        return None  # "دول المقاطعة قطر"
    if mention.kind is EntityKind.PLACE and j > k + 1:
        return None  # "قوات كردية شمال سوريا"
    return _of(story, k, plain, mention, j)


def _same_men(story: Field, plain: str, mention: Mention) -> bool:
    """Whether the name of a group behind the plural `plain` tells who they are."""
    word = story.word(mention.begin)
    many = definite_article(plain) and plain.endswith(_PLURALS) and word.endswith(_PLURALS)
    group = mention.kind is EntityKind.GROUP and mention.form is not NameForm.DEMONYM
    return many and group and definite_article(word)


def _quoted(story: Field, k: int, end: int, plain: str) -> Party | None:
    """The body whose name stands between quotation marks: "حركة "حماس"", "تنظيم "القاعدة"."""
    if story.word(k + 1) not in _QUOTES or plain not in spoken("bodies") or k + 2 >= end:
        return None
    mention = story.mention_at.get(k + 2)
    if mention is not None:
        return _of(story, k, plain, mention, k + 2)
    closing = next((j for j in range(k + 3, k + _REACH + 2) if story.word(j) in _QUOTES), None)
    if closing is None or closing >= story.size:
        return None
    inner = " ".join(story.words[k + 2 : closing])
    known = (gazetteer().phrases(plain) or {}).get(inner, ())
    if known:
        entity = gazetteer().known[known[0][0]].entity
        return Party(story.entity(entity), entity.kind, closing + 1)
    return group(story, k, closing + 1)


def _another(word: str) -> bool:
    """Whether the word behind an adjective is none: "دول عربية استجابة", "بلدان فقيرة تعيش"."""
    quality = word in heads() or word in spoken("qualities")
    past = word.endswith("ت") and not word.endswith("ات")
    present = word[0] == "ت" and not word.endswith(_NISBA) and not word.endswith("ه")
    return past or present or (bool(readings(word)) and not quality)


def _one_of_his(story: Field, k: int, end: int, plain: str) -> Party | None:
    """One of those whom a noun with a pronoun calls: "أحد عناصرها", "أحد قادته"."""
    if plain not in spoken("one_of") or k + 1 >= end or story.marbuta(k + 1):
        return None
    word = story.word(k + 1)
    stems = (word.removesuffix(pronoun) for pronoun in _OWNERS if word.endswith(pronoun))
    return group(story, k, k + 2) if any(stem in heads() for stem in stems) else None


def _of_inside(story: Field, plain: str, inside: Mention, j: int) -> bool:
    """Whether "من" or "في" at token `j` joins a party to its body, or rulers to their country."""
    ruling = definite_article(plain) and heads().get(plain) in _RULING
    if inside.kind is EntityKind.COUNTRY:
        return ruling and story.word(j) == "في"  # "السلطات في مصر"
    return inside.kind in _BODIES


def _owner(story: Field, k: int, end: int, plain: str) -> Party | None:
    """Whose the arms or men at token `k` are: "طائرات تابعة للجيش الإسرائيلي"."""
    if plain not in spoken("arms") and heads().get(plain) not in _BEARING:
        return None
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
    if dual or definite_article(plain):
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
    own = sector in PRIVATE and not (weak and mention.kind in _BODIES)
    if mention.kind is EntityKind.COUNTRY and sector not in _STATE:
        own = True
    if not own:
        return Party(mention.entity, mention.kind, end)
    return group(story, k, end, found.country)


def nationals(story: Field, mention: Mention) -> Party:
    """Those whom a demonym in the plural names by itself, who are not their state."""
    begin, cut = mention.begin, len(mention.clitics)
    country = story.entities[mention.entity].id
    name = story.text(begin, mention.end)[cut:]
    if mention.clitics.endswith("ل") and name.startswith("ل"):
        name = "ا" + name  # "للفلسطينيين"
    definite = name.startswith("ال")  # as names that are peoples have it
    key = f"people:{country}" if definite else f"group:{bare(name)}"
    entity = Entity(key, EntityKind.GROUP, name, None, (name,), country)
    return Party(story.entity(entity), EntityKind.GROUP, mention.end)


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
    if story.word(k)[cut - 1 :].startswith("لل") and definite_article(plain):
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
    if clitics_of(word) or _ends(word, plain):
        return False
    if any(r.form.shape is not Shape.NOUN for r in readings(word)) or story.finite(j):
        return False
    if not definite_article(word):
        one = plain in singular() or plain in tallied()
        if definite or (one and word.endswith(_PLURALS)):
            return False
        party_too = (word in heads() and word not in spoken("qualities")) or word in listed(
            "regimes"
        )
        if party_too or not plain.endswith(_PLURALS):
            return not party_too or plain in listed("counts") or plain in spoken("weak")
        return word.endswith(_PLURALS) or word in spoken("qualities")
    if not definite_article(plain):
        return first or (definite and word.endswith((*_FEMININE, *_ADJECTIVE)))
    return agrees(word, plain)


def _ends(word: str, plain: str) -> bool:
    """Whether `word` is no adjective of the head `plain`: a verb, an adverb, what stands apart."""
    if any(word in spoken(key) for key in ("belonging", "selves")) or word in listed("relatives"):
        return True
    if word in listed("no_party") or word in sayings("words", "fillers"):
        return True
    if (word[0] == "ي" and not word.endswith(_NISBA)) or word.endswith("وا"):
        return True  # "رجل يبلغ", "أشخاص باتوا"
    adverb = word.endswith("ا") and not plain.endswith(("ا", *_PLURALS))
    if adverb and not definite_article(word):
        return True  # "شخص زورا"
    return word.endswith(("هم", "ها")) or word.removeprefix("و") in pronouns()


def agrees(word: str, plain: str) -> bool:
    """Whether a definite word may be an adjective of the definite head: "الشرطة القبض" is none."""
    if plain.endswith(_PLURALS):
        return word.endswith(_PLURALS) or word in spoken("peoples")
    if word in spoken("qualities"):
        return True
    if plain.removeprefix("ال") in listed("masculine") or plain in _MASCULINE | spoken("worldly"):
        return word.endswith(_ADJECTIVE) or (word.startswith("الم") and not word.endswith("ه"))
    return word.endswith(_FEMININE)


_MASCULINE = frozenset({"الغرب", "الاحتلال", "التحالف", "الطيران", "النظام", "القضاء", "الادعاء"})
