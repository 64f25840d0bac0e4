"""The arguments of a clause: who and what stands in it, each with the preposition before it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from waqai.extract.events.argument import QUOTES, THEME, Argument
from waqai.extract.events.forms import PREPOSITIONS, Shape
from waqai.extract.events.memory import Memory
from waqai.extract.events.naming import Naming
from waqai.extract.events.people import headed, pronouns, spoken
from waqai.extract.events.readings import readings
from waqai.extract.events.unnamed import (
    clitics_of,
    party,
    without_clitics,
)
from waqai.extract.events.words import listed
from waqai.extract.statements.ground import COMMAS

_AMONG = "بين"  # "قتل عشرة، بينهم طفل": he is one of them


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
class _Scan(Naming):
    """A reading of a clause, token by token."""

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
        elif (
            k in story.mention_end
            and k > self.first
            and (resumed := story.behind_relative(k, self.end)) is not None
        ):
            self.nameless(k)
            self.k = resumed
            self._open("")
        elif word in COMMAS:
            self.nameless(k)
            closing = story.aside(k, self.end)
            self.k = k + 1 if closing is None else closing + 1
            self.theme = False
            self._open("")
        elif word in PREPOSITIONS:
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

    def _word(self, word: str) -> None:
        k, cut, plain = self.k, clitics_of(word), without_clitics(word)
        if self._told(k, word, cut) or ((small := _small().get(word)) and small(self, k, word)):
            return
        if cut and cut[-1] in PREPOSITIONS:
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


_Reader = Callable[[_Scan, int, str], bool]


@cache
def _small() -> dict[str, _Reader]:
    """What reads each word that joins, points back or says how; most words are none of them."""
    alone = pronouns().keys() - listed("pronouns", "both")
    table: dict[str, _Reader] = dict.fromkeys(listed("manner"), _Scan.manner)
    table |= dict.fromkeys(spoken("according"), _Scan.according)
    table |= {before + word: _Scan.pointing for word in alone for before in ("", "و")}
    return table | dict.fromkeys(spoken("each"), _Scan.each)
