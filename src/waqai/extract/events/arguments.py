"""The arguments of a clause: who and what stands in it, each with the preposition before it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from waqai.arabic.clitics import proclitics
from waqai.extract.events.field import Mention
from waqai.extract.events.forms import Shape, readings
from waqai.extract.events.frames import Frame
from waqai.extract.events.memory import Memory
from waqai.extract.events.words import listed, parties
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.vocabulary import listed as sayings
from waqai.model.names import Entity, EntityKind, NameForm

_PREPOSITIONS = frozenset("بلك")
QUOTES = frozenset({'"', "“", "”", "«", "»", "'"})
_PHRASE = 5
_SHORTEST = 4
_BODIES = {EntityKind.ORGANISATION, EntityKind.GROUP}
#: A preposition that brings nothing to the event: what stands behind belongs to something else.
THEME = "~"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: tokens `[begin, end)`, the preposition before it ("" for none).

    `entity` is None for a noun that names no party ("مبنى سكنيا"). `joined`: by و to the one
    before. `head` is the noun that a demonym describes ("المفاوضون الروس"), "" for a name.
    `located`: behind a noun of place ("الأراضي الأوكرانية").
    """

    entity: int | None
    kind: EntityKind | None
    preposition: str
    begin: int
    end: int
    joined: bool = False
    head: str = ""
    located: bool = False


def arguments(
    memory: Memory, begin: int, end: int, head: str = "", *, wide: bool = False
) -> Iterator[Argument]:
    """The arguments that stand in tokens `[begin, end)`, in order.

    `head` is the noun before them, which a demonym may describe. They end where another event is
    told by a noun, unless `wide`.
    """
    scan = _Scan(memory, begin, end, head, wide)
    while scan.k < end:
        yield from scan.step()
    yield from scan.nameless(end)


@dataclass(slots=True)
class _Scan:
    """Where the reading of a clause stands: `filled` when the present phrase has its party."""

    memory: Memory
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

    def step(self) -> Iterator[Argument]:
        """Reads what stands at token `k`, and goes on behind it."""
        if self.first < 0:
            self.first = self.k
        story, k = self.memory.field, self.k
        word = story.word(k)
        mention = story.mention_at.get(k)
        if mention is None and k in story.time_at:
            yield from self.nameless(k)
            self.k = max(story.time_at[k][0], k + 1)
            self._open("")
        elif mention is not None:
            self.phrase = -1
            yield from self._named(mention)
        elif word in COMMAS:
            yield from self.nameless(k)
            closing = story.aside(k, self.end)
            self.k = k + 1 if closing is None else closing + 1
            self.theme = False
            self._open("")
        elif word == "ب":
            yield from self.nameless(k)
            self.k += 1
            self._governed(word)
        elif word in QUOTES and self.phrase >= 0:
            yield from self.nameless(k)
            self.k += 1
        elif (found := story.preposition(k)) is not None:
            yield from self.nameless(k)
            self.k = found[1]
            self._governed(found[0])
        else:
            yield from self._word(word)

    def nameless(self, at: int) -> Iterator[Argument]:
        """The phrase that ends at token `at`, where it has named nobody: "شركات أجنبية"."""
        if self.phrase >= 0 and not self.filled and not self.located:
            end = min(at, self.phrase + _PHRASE)
            if len(self.memory.field.text(self.phrase, end)) < _SHORTEST:
                end = self.phrase
        else:
            end = self.phrase
        if end > self.phrase and self._person(self.phrase):
            yield Argument(None, None, self.preposition, self.phrase, end)
        self.phrase = -1

    def _person(self, k: int) -> bool:
        """Whether the nameless phrase at token `k` may be somebody: no act, no measure."""
        word = self.memory.field.word(k)
        plain = word[len(_clitics(word)) :]
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

    def _named(self, mention: Mention) -> Iterator[Argument]:
        letters = mention.clitics
        joined = letters == "و" or (self.joins and not letters)
        self.joins = False
        demonym = mention.form is NameForm.DEMONYM
        apposed = self.located and self.head and mention.kind is EntityKind.PLACE
        if letters and letters[-1] in _PREPOSITIONS:
            self._governed(letters[-1])
        elif self.filled and not joined and not demonym and not apposed:
            self._open("")
        elif self.preposition == "في" and not demonym and self.head in listed("vessels"):
            self._open("")  # "اتهمت هيلي في بيان روسيا"
        head = self.head if demonym else ""
        self.k = max(mention.end, self.k + 1)
        if demonym and not joined and (not self.head or (self.filled and not self.located)):
            return
        yield Argument(
            mention.entity, mention.kind, self.preposition, mention.begin, mention.end, joined,
            head, self.located,
        )  # fmt: skip
        self.filled = True

    def _word(self, word: str) -> Iterator[Argument]:
        k, cut = self.k, _clitics(word)
        plain = word[len(cut) :]
        if cut[-1:] == "ل" and plain.startswith("ل"):
            plain = "ا" + plain
        if self._told(k, word):
            return
        if cut and cut[-1] in _PREPOSITIONS:
            yield from self.nameless(k)
            self._governed(cut[-1])
            if cut[-1] == "ل" and any(r.form.shape is Shape.NOUN for r in readings(word)):
                self.theme = True  # "لبحث الوضع في السودان"
        self.k += 1
        pair = self.memory.dual(plain, k)
        if pair:
            yield from self._both(k, plain, pair)
        elif plain in parties():
            if self.filled and cut != "و":
                self.preposition = ""
            argument, self.k = self._unnamed(k, cut, plain)
            self.phrase = -1
            yield argument
            self.filled, self.head = True, plain
        else:
            self._plain(k, cut, word, plain)

    def _both(self, k: int, plain: str, pair: list[int]) -> Iterator[Argument]:
        """The two whom a dual means."""
        if plain in listed("pronouns", "both"):
            self.preposition = "بين"
        for n, entity in enumerate(pair):
            kind = self.memory.field.entities[entity].kind
            yield Argument(entity, kind, self.preposition, k, k + 1, n > 0)
        self.filled = True

    def _plain(self, k: int, cut: str, word: str, plain: str) -> None:
        """A word that names no party: the head of a phrase, or the beginning of a nameless one."""
        joined = cut == "و" and self.filled
        self.joins = joined and k + 1 in self.memory.field.mention_at
        if joined and not self.joins and self.preposition in {"بين", "مع"}:
            self.filled, self.phrase = False, k  # "بين طهران والغرب"
            return
        self.located = self.located or plain in listed("places", "heads")
        if not self.filled:
            self.head = self.head or plain
            filler = word in sayings("words", "fillers")
            if self.phrase < 0 and word[:1].isalpha() and not filler:
                self.phrase = k

    def _told(self, k: int, word: str) -> bool:
        """Whether another event's noun stands at `k`: what follows it is its own."""
        if self.wide or k - self.first < 2:
            return False
        if not self.preposition and not _clitics(word):
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
        story = self.memory.field
        commas = [j for j in range(k, self.end) if story.word(j) in COMMAS]
        return commas[0] if commas else self.end

    def _unnamed(self, k: int, cut: str, plain: str) -> tuple[Argument, int]:
        """A party that no name covers, and the token behind it: "القوات الروسية", "مسلحون"."""
        story = self.memory.field
        after = k + 1
        joined = cut == "و"
        for j in range(k + 1, min(k + _PHRASE, self.end)):
            mention = story.mention_at.get(j)
            of = story.mention_at.get(j + 1)
            if story.word(j) in {"من", "في"} and of is not None and of.kind in _BODIES:
                mention = of
            ruler = mention is not None and mention.kind is EntityKind.PERSON
            if ruler and plain not in listed("regimes"):
                break
            whole = plain.endswith(("ون", "ان")) and not plain.startswith("ال")
            if (
                whole
                and mention is not None
                and mention.form is not NameForm.DEMONYM
                and mention is not of
            ):
                break  # "مسلحون" is in construct with nothing
            if mention is not None and (ruler or not mention.clitics):
                return Argument(
                    mention.entity, mention.kind, self.preposition, k, mention.end, joined, plain
                ), mention.end
            if (
                story.word(j) == "من"
                and plain in listed("counts")
                and story.word(j + 1) in parties()
            ):
                after = j + 2  # "العشرات من المتظاهرين"
                break
            if not self._describes(j, plain):
                break
            after = j + 1
        name = story.text(k, after)[len(cut) :]
        if cut[-1:] == "ل" and plain.startswith("ال"):
            name = "ال" + name.removeprefix("ل")
        folded = "_".join([plain, *story.tokens.words[k + 1 : after]])
        entity = story.entity(Entity(f"group:{folded}", EntityKind.GROUP, name, None, (name,)))
        return Argument(entity, EntityKind.GROUP, self.preposition, k, after, joined, plain), after

    def _describes(self, j: int, plain: str) -> bool:
        """Whether the word at `j` goes on with the party that `plain` names: its adjective."""
        story, word = self.memory.field, self.memory.field.word(j)
        if j in story.time_at or story.preposition(j) or not word[:1].isalpha():
            return False
        if _clitics(word) or any(r.form.shape is not Shape.NOUN for r in readings(word)):
            return False
        if word.startswith("ال"):
            return True
        party = word in parties() or word in listed("regimes")
        another = party and plain not in listed("counts")
        return not another and not plain.startswith("ال")


def _clitics(word: str) -> str:
    letters = word[: proclitics(word)]
    return "ل" if not letters and word.startswith("لل") and len(word) > 4 else letters
