"""The arguments of a clause: who and what stands in it, each with the preposition before it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from waqai.extract.events.field import Field, Mention
from waqai.extract.events.forms import Shape
from waqai.extract.events.frames import Frame
from waqai.extract.events.memory import Memory
from waqai.extract.events.people import headed, heads, pronouns, spoken, tallied
from waqai.extract.events.readings import readings
from waqai.extract.events.unnamed import (
    Party,
    clitics_of,
    group,
    nationals,
    party,
    without_clitics,
)
from waqai.extract.events.words import listed
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.vocabulary import listed as sayings
from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import EntityKind, NameForm

_PREPOSITIONS = frozenset("بلك")
QUOTES = frozenset({'"', "“", "”", "«", "»", "'"})
_PHRASE = 5
#: Endings of several men or two, and of one that is counted.
_MANY, _ONE_OF = ("ون", "ين", "ان"), "يا"
_SHORTEST = 4
#: A preposition that brings nothing to the event: what stands behind belongs to something else.
THEME = "~"
_NISBA = "يه"
_AMONG = "بين"  # "قتل عشرة، بينهم طفل": he is one of them


class Argument(NamedTuple):
    """One argument: tokens `[begin, end)`, the preposition before it ("" for none).

    `entity` is None for a noun that names no party ("مبنى سكنيا"). `joined`: by و to the one
    before. `head` is the noun that a demonym describes ("المفاوضون الروس"), "" for a name.
    `located`: behind a noun of place ("الأراضي الأوكرانية"). `people`: those whom a demonym alone
    names, not their state ("الفلسطينيين"). A tuple, for every clause makes some, and a frozen
    dataclass takes three times as long to make.
    """

    entity: int | None
    kind: EntityKind | None
    preposition: str
    begin: int
    end: int
    joined: bool = False
    head: str = ""
    located: bool = False
    people: bool = False


def arguments(
    memory: Memory, begin: int, end: int, head: str = "", *, wide: bool = False
) -> Sequence[Argument]:
    """The arguments that stand in tokens `[begin, end)`, in order.

    `head` is the noun before them, which a demonym may describe. They end where another event is
    told by a noun, unless `wide`.
    """
    if begin >= end:
        return ()
    key, stamp = (begin, end, head, wide), memory.stamp()
    read = memory.read.get(key)
    if read is not None and read[0] in {None, stamp}:
        return read[1]
    recalled = memory.recalled
    found = _Scan(memory, memory.field, begin, end, head, wide).all()
    # what names its parties by itself reads alike whoever is spoken of
    memory.read[key] = (None if memory.recalled == recalled else stamp, found)
    return found


@dataclass(slots=True)
class _Scan:
    """Where the reading of a clause stands: `filled` when the present phrase has its party."""

    memory: Memory
    story: Field
    k: int
    end: int
    head: str
    wide: bool
    first: int = -1
    preposition: str = ""
    filled: bool = False
    located: bool = False
    theme: bool = False
    phrase: int = -1  # where a phrase without a name begins
    joins: bool = False  # "وحليفتها روسيا"
    found: list[Argument] = field(default_factory=list)

    def all(self) -> Sequence[Argument]:
        """All arguments up to the end."""
        self.first = self.k
        while self.k < self.end:
            self.step()
        self.nameless(self.end)
        return tuple(self.found)

    def step(self) -> None:
        """Reads what stands at token `k`, and goes on behind it."""
        story, k = self.story, self.k
        word = story.words[k]
        mention = story.mention_at.get(k)
        if mention is not None and self._common(mention):
            mention = None
        if mention is None and k in story.time_at:
            self.nameless(k)
            self.k = max(story.time_at[k][0], k + 1)
            self._open("")
        elif mention is not None:
            if self._apart(mention):
                self.nameless(k)
            self.phrase = -1
            self._named(mention)
        elif k > self.first and (resumed := story.behind_relative(k, self.end)) is not None:
            self.nameless(k)
            self.k = resumed
            self._open("")
        elif word in COMMAS:
            self.nameless(k)
            closing = story.aside(k, self.end)
            self.k = k + 1 if closing is None else closing + 1
            self.theme = False
            self._open("")
        elif word in _PREPOSITIONS:
            self.nameless(k)
            self.k += 1
            self._governed(word)
        elif word in QUOTES and self.phrase >= 0:
            self.nameless(k)
            self.k += 1
        elif story.word(k + 1) in headed().get(word, ()):
            self.joins, self.k = self.filled, k + 2
        elif (found := story.preposition(k)) is not None and self._counting(k, found[0]):
            self.k += 1
        elif found is not None:
            self.nameless(k)
            self.k = found[1]
            self._governed(found[0])
        else:
            self._word(word)

    def _apart(self, mention: Mention) -> bool:
        """Whether a definite noun before the name is another's: "اتهمت المنشورات حركة"."""
        if self.phrase < 0 or not self.story.word(self.k - 1).startswith("ال"):
            return False
        named = mention.kind in {EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP}
        return named and not mention.clitics and mention.form is not NameForm.DEMONYM

    def _counting(self, k: int, preposition: str) -> bool:
        """Whether the preposition at `k` but says how many: "أكثر من 20 دولة", "5 من المسلحين"."""
        story = self.story
        number = story.counted(k + 1) or story.word(k + 1).isdigit()
        if preposition == "من":
            over = story.word(k - 1) in spoken("over")
            some = story.word(k - 1).isdigit() and not self.filled and k - 1 not in story.in_name
            return over or (some and not number)
        return number and story.word(k) in spoken("about")

    def _common(self, mention: Mention) -> bool:
        """Whether what was taken for a name is a common noun alone: "نظام"."""
        if mention.end != mention.core + 1:
            return False
        story = self.story
        word = story.words[mention.core]
        common = word in heads() or word in listed("regimes")
        return common and story.entities[mention.entity].id not in gazetteer().by_id

    def nameless(self, at: int) -> None:
        """The phrase that ends at token `at`, where it has named nobody: "شركات أجنبية"."""
        begin, self.phrase = self.phrase, -1
        if begin < 0 or self.filled or self.located:
            return
        end = min(at, begin + _PHRASE)
        if len(self.story.text(begin, end)) >= _SHORTEST and self._person(begin):
            self.found.append(Argument(None, None, self.preposition, begin, end))

    def _person(self, k: int) -> bool:
        """Whether the nameless phrase at token `k` may be somebody: no act, no measure."""
        word = self.story.word(k)
        plain = word[len(clitics_of(word)) :]
        if plain in listed("no_party") or plain.removeprefix("ال") in listed("no_party"):
            return False
        return not any(r.form.shape is Shape.NOUN for r in readings(plain))

    def _open(self, preposition: str) -> None:
        """A phrase begins."""
        self.preposition, self.filled, self.head, self.located = preposition, False, "", False

    def _governed(self, preposition: str) -> None:
        aside = preposition == "مع" and self.preposition == "في" and self.head in listed("vessels")
        themed = aside or (self.theme and preposition in listed("sited"))
        self._open(THEME if themed else preposition)
        self.theme = self.theme or preposition in listed("themes")

    def _named(self, mention: Mention) -> None:
        letters = mention.clitics
        joined = letters == "و" or (self.joins and not letters)
        self.joins = False
        demonym = mention.form is NameForm.DEMONYM
        apposed = self.located and self.head and mention.kind is EntityKind.PLACE
        if letters and letters[-1] in _PREPOSITIONS:
            self._governed(letters[-1])
        elif not letters and mention.kind is EntityKind.PLACE and self._bearing(mention):
            self._open("في")
        elif self.filled and not joined and not demonym and not apposed:
            self._open("")
        elif self.preposition == "في" and not demonym and self.head in listed("vessels"):
            self._open("")  # "اتهمت هيلي في بيان روسيا"
        people = self._people(mention) if demonym or self._counted(mention) else None
        if people is not None:
            self.k = max(mention.end, self.k + 1)
            self.found.append(Argument(
                people.entity, people.kind, self.preposition, mention.begin, mention.end, joined,
                people=True,
            ))  # fmt: skip
            self.filled = True
            return
        head = self.head if demonym else ""
        self.k = max(mention.end, self.k + 1)
        if demonym and not joined and (not self.head or (self.filled and not self.located)):
            return
        entity, kind = mention.entity, mention.kind
        if mention.begin < mention.core and self._of_kin(mention):
            found = self._kin(mention)
            entity, kind = found.entity, found.kind
        self.found.append(
            Argument(
                entity,
                kind,
                self.preposition,
                mention.begin,
                mention.end,
                joined,
                head,
                self.located,
                self.story.entities[entity].id.startswith("people:"),
            )
        )
        self.filled = True

    def _bearing(self, mention: Mention) -> bool:
        """Whether the place tells where without a preposition: "قصفت القوات شمال سوريا أمس"."""
        story, begin = self.story, mention.begin
        told = story.word(begin) in spoken("bearings") and story.preposition(begin) is None
        return told and not self.preposition and begin > self.first

    def _counted(self, mention: Mention) -> bool:
        """Whether what is spelled like a country is its men, counted: "19 روسيا"."""
        country = mention.kind is EntityKind.COUNTRY and not mention.clitics
        return country and self.story.word(mention.begin - 1).isdigit()

    def _people(self, mention: Mention) -> Party | None:
        """Those whom a demonym names by itself: "طالب البيت الأبيض الفلسطينيين", "قتل فلسطيني"."""
        story, begin = self.story, mention.begin
        word = story.word(begin)[len(mention.clitics) :]
        before = story.word(begin - 1)
        country = story.entities[mention.entity].country or story.entities[mention.entity].id
        counted = story.counted(begin - 1) or before.isdigit()
        if word.endswith(_MANY):
            inner = begin > self.first and not mention.clitics and begin not in story.mention_end
            if (
                not inner
                or counted
                or begin in story.time_end
                or before in COMMAS
                or story.preposition(begin - 1)
            ):
                return nationals(story, mention)
            if any(r.form.shape is Shape.NOUN for r in readings(before)):
                return None  # "الهجومين الأميركيين"
            described = before.startswith("ال") or before[-2:] == word[-2:] or before[-1:] == "ا"
            return (
                group(story, begin - 1, mention.end, country)
                if described
                else nationals(story, mention)
            )
        counted = word.endswith(_ONE_OF) and counted
        first = begin == self.first and not word.startswith("ال") and not mention.clitics
        verb = not before.endswith("ي")  # "نووي سوري"
        single = first and verb and not self.head and not self.preposition
        return nationals(story, mention) if counted or single else None

    def _kin(self, mention: Mention) -> Party:
        """Whose kin is meant, as a group of the country of him who is named."""
        story = self.story
        country = story.entities[mention.entity].country
        return group(story, mention.begin, mention.end, country)

    def _of_kin(self, mention: Mention) -> bool:
        """Whether the title says whose kin is meant: "زوجة فلان" is not he."""
        word = self.story.word(mention.begin)[len(mention.clitics) :]
        return mention.kind is EntityKind.PERSON and word in spoken("kin")

    def _word(self, word: str) -> None:
        k, cut, plain = self.k, clitics_of(word), without_clitics(word)
        if self._told(k, word, cut) or ((small := _small().get(word)) and small(self, k, word)):
            return
        if cut and cut[-1] in _PREPOSITIONS:
            self.nameless(k)
            self._governed(cut[-1])
            if cut[-1] == "ل" and any(r.form.shape is Shape.NOUN for r in readings(word)):
                self.theme = True  # "لبحث الوضع في السودان"
        self.k += 1
        pair = self.memory.dual(plain, k)
        if pair:
            self._both(k, plain, pair)
            return
        found = self.memory.called(plain, k)
        if found is None and self._heads(k, plain) and not self._describing(k, cut, plain):
            found = party(self.story, k, self.end)
        if found is not None:
            if self.filled and cut != "و":
                self.preposition = ""
            self.k, self.phrase = found.end, -1
            self.found.append(
                Argument(
                    found.entity, found.kind, self.preposition, k, found.end, cut == "و", plain
                )
            )
            self.filled, self.head = True, plain
        else:
            self._plain(k, cut, word, plain)

    def each(self, k: int, _word: str) -> bool:
        """Goes on behind "كل من روسيا وتركيا"; whether that stands at token `k`."""
        if self.story.word(k + 1) != "من":
            return False
        self.k += 2
        return True

    def pointing(self, k: int, word: str) -> bool:
        """Reads a preposition with its pronoun."""
        self._pronoun(k, *pronouns()[word.removeprefix("و")])
        return True

    def according(self, k: int, _word: str) -> bool:
        """Passes over who told it."""
        self.nameless(k)
        self.k = self._aside(k)
        self._open(THEME)
        return True

    def manner(self, k: int, _word: str) -> bool:
        """Passes over how it was done: "هاجم فلان بشدة روسيا"."""
        self.nameless(k)
        self.k += 1
        self._open("")
        return True

    def _heads(self, k: int, plain: str) -> bool:
        """Whether the word at `k` may head a party: some do only behind a number."""
        story, always = self.story, plain in heads()
        if not always and plain not in tallied():
            return False
        if plain.endswith("ان") and plain in listed("pronouns", "parties"):
            return False
        if story.word(k - 1) in spoken("faceted"):
            return False  # "المفاوضات متعددة الأطراف"
        return always or story.counted(k) or story.counted(k - 1) or story.word(k - 1).isdigit()

    def _describing(self, k: int, cut: str, plain: str) -> bool:
        """Whether the word is no party here: an adjective, or a part of what is not one."""
        single = plain in spoken("qualities") and not plain.endswith(("ين", "ون"))
        if self.head and k == self.first and single:
            return True  # "هجوم انتحاري"
        if self.phrase >= 0 and not cut and plain.endswith(_NISBA) and not self.filled:
            return True  # "تصريحات صحفية"
        return cut == "و" and not self.filled and self.phrase >= 0  # "مكتب الصناعة والأمن"

    def _pronoun(self, k: int, preposition: str, pronoun: str) -> None:
        """Whom a pronoun behind a preposition means, where it means a party: "معه", "ضدها"."""
        self.nameless(k)
        self.k += 1
        if preposition == _AMONG and self.story.word(k + 1) == "وبين":
            self._open(_AMONG)  # "قمة بينه وبين نظيره"
            for entity in self.memory.owner(k, pronoun):
                kind = self.story.entities[entity].kind
                self.found.append(Argument(entity, kind, _AMONG, k, k + 1))
            return
        self._open(THEME if preposition == _AMONG else "")
        meant = self.memory.other(k, pronoun) if preposition in spoken("sides") else None
        if meant is not None:
            kind = self.story.entities[meant].kind
            self.found.append(Argument(meant, kind, preposition, k, k + 1))

    def _both(self, k: int, plain: str, pair: list[int]) -> None:
        """The two whom a dual means."""
        if plain in listed("pronouns", "both"):
            self.preposition = "بين"
        for n, entity in enumerate(pair):
            kind = self.story.entities[entity].kind
            self.found.append(Argument(entity, kind, self.preposition, k, k + 1, n > 0))
        self.filled = True

    def _plain(self, k: int, cut: str, word: str, plain: str) -> None:
        """A word that names no party: the head of a phrase, or the beginning of a nameless one."""
        joined = cut == "و" and self.filled
        owned = word.endswith(("ها", "هم")) or (word[-1] == "ه" and not self.story.marbuta(k))
        self.joins = joined and owned and k + 1 in self.story.mention_at
        if joined and not self.joins and self.preposition in {"بين", "مع"}:
            self.filled, self.phrase = False, k  # "بين طهران والغرب"
            return
        self.located = self.located or plain in listed("places", "heads")
        if not self.filled:
            self.head = self.head or plain
            filler = word in sayings("words", "fillers")
            if self.phrase < 0 and word[:1].isalpha() and not filler:
                self.phrase = k

    def _told(self, k: int, word: str, cut: str) -> bool:
        """Whether another event's noun stands at `k`: what follows it is its own."""
        if self.wide or k - self.first < 2:
            return False
        if not self.preposition and not cut:
            return False  # a part of the object: "خرق اتفاق وقف إطلاق النار"
        found = [r for r in readings(word) if isinstance(r.form.of, Frame)]
        if not found or any(r.form.shape is not Shape.NOUN for r in found):
            return False
        if self.preposition in listed("themes") and any(r.pronoun for r in found):
            self.k += 1  # "التقى خلال زيارته نظيره"
            self._open("")
            self.filled = True
            return True
        self.k = self._aside(k) if self.preposition == "في" else self.end
        return True

    def _aside(self, k: int) -> int:
        """Behind what is put in between commas: "دعا فلان، في حوار مع صحيفة، الصين إلى"."""
        story = self.story
        return next((j for j in range(k, self.end) if story.word(j) in COMMAS), self.end)


_Reader = Callable[[_Scan, int, str], bool]


@cache
def _small() -> dict[str, _Reader]:
    """What reads each word that joins, points back or says how; most words are none of them."""
    alone = pronouns().keys() - listed("pronouns", "both")
    table: dict[str, _Reader] = dict.fromkeys(listed("manner"), _Scan.manner)
    table |= dict.fromkeys(spoken("according"), _Scan.according)
    table |= {before + word: _Scan.pointing for word in alone for before in ("", "و")}
    return table | dict.fromkeys(spoken("each"), _Scan.each)
