"""What events are read on: the tokens of a story with its names, times and sayings by token."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from waqai.arabic.letters import bare
from waqai.arabic.tokens import Tokens
from waqai.extract.events.forms import FINITE, Light
from waqai.extract.events.frames import Frame
from waqai.extract.events.readings import readings
from waqai.extract.events.words import (
    clause_ends,
    listed,
    long_prepositions,
    parties,
    prepositions,
    senses,
)
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.vocabulary import is_finite_cue
from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import Entity, EntityKind, NameForm, QuantityMention
from waqai.model.statements import Statement
from waqai.model.times import TimeMention


class Mention(NamedTuple):
    """A name in tokens `[begin, end)` with its title; the name alone begins at `core`.

    `clitics` are the letters written before it. A tuple, as it is made in a third of the time.
    """

    begin: int
    core: int
    end: int
    entity: int
    kind: EntityKind
    form: NameForm
    clitics: str


@dataclass(slots=True)
class Field:
    """A story made ready for events: everything is looked up by token."""

    tokens: Tokens
    words: Sequence[str]
    size: int
    entities: list[Entity]
    statements: Sequence[Statement]
    times: Sequence[TimeMention]
    quantities: Sequence[QuantityMention]
    begins: list[int]
    stops: list[int]
    mentions: list[Mention] = field(default_factory=list)
    mention_at: dict[int, Mention] = field(default_factory=dict)
    mention_end: dict[int, Mention] = field(default_factory=dict)
    time_at: dict[int, tuple[int, int]] = field(default_factory=dict)
    time_end: dict[int, int] = field(default_factory=dict)
    moments: list[int] = field(default_factory=list)  # where dates and times of day begin
    in_name: set[int] = field(default_factory=set)
    in_quantity: set[int] = field(default_factory=set)
    said_at: list[int | None] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    _finite: dict[int, bool] = field(default_factory=dict)
    _prepositions: dict[int, tuple[str, int] | None] = field(default_factory=dict)
    _clause_begins: dict[int, int] = field(default_factory=dict)
    _clause_ends: dict[int, int] = field(default_factory=dict)
    _around: dict[int, frozenset[str]] = field(default_factory=dict)

    def word(self, i: int) -> str:
        """The folded word at `i`; "" outside the run."""
        return self.words[i] if 0 <= i < self.size else ""

    def text(self, begin: int, end: int) -> str:
        """The page's characters from token `begin` up to `end`, white space made single."""
        tokens = self.tokens
        return " ".join(tokens.text[tokens.starts[begin] : tokens.ends[end - 1]].split())

    def preposition(self, i: int) -> tuple[str, int] | None:
        """The preposition that stands at `i` by itself, and the token behind it."""
        found = self._prepositions.get(i, _UNREAD)
        if found is _UNREAD:
            found = self._prepositions[i] = self._preposition(i)
        return found

    def _preposition(self, i: int) -> tuple[str, int] | None:
        word = self.word(i)
        known = prepositions()
        plain = word[1:] if word[:1] == "و" and word not in known else word
        for rest in long_prepositions().get(plain, ()):
            end = i + 1 + len(rest)
            if tuple(self.words[i + 1 : end]) == rest:
                return " ".join((plain, *rest)), end
        return (plain, i + 1) if plain in known else None

    def finite(self, i: int) -> bool:
        """Whether a verb that the knowledge has stands at `i`, and no name or noun."""
        found = self._finite.get(i)
        if found is None:
            word = self.word(i)
            verb = i not in self.mention_at and verb_alone(
                word, marbuta=word[-1:] == "ه" and self.marbuta(i)
            )
            found = self._finite[i] = verb and not self._nominal(i)
        return found

    def _nominal(self, i: int) -> bool:
        """Whether the word at `i` must be a noun, for a preposition stands before it."""
        before = self.word(i - 1)
        return before in prepositions() and before not in listed("before_verbs")

    def marbuta(self, i: int) -> bool:
        """Whether the word at `i` is written with ة, which a folded word tells not from ه."""
        return i < self.size and self.tokens.text[self.tokens.ends[i] - 1] == "ة"

    def clause_end(self, i: int) -> int:
        """The token at which the clause of the word at `i` has ended."""
        found = self._clause_ends.get(i)
        if found is None:
            found = self._clause_ends[i] = self._clause_end(i)
        return found

    def _clause_end(self, i: int) -> int:
        words, time_at, mention_at = self.words, self.time_at, self.mention_at
        stop, ends = min(self.stops[i], self.size), clause_ends()
        k, adjunct = i + 1, False
        while k < stop:
            word = words[k]
            if k in time_at:
                k = time_at[k][0]
            elif k in mention_at:
                mention = mention_at[k]
                k = max(mention.end, k + 1)
                apposed = not COMMAS.isdisjoint(words[mention.begin : mention.end])
                k += apposed and self.word(k) in COMMAS  # "وزير الخارجية، فلان، الصين"
            elif word in COMMAS:
                closing = self.aside(k, stop)
                after = self._resumed(k + 1, stop) if closing is None else closing + 1
                after = k + 1 if after is None and self._told_in(i, k) else after
                if after is None and not adjunct:
                    return k
                adjunct = after == k + 1 and self.preposition(after) is not None
                k = k + 1 if after is None else after
            elif word == ":" or word in ends or self.finite(k):
                resumed = self.behind_relative(k, stop) if k in self.mention_end else None
                if resumed is None or not self.finite(i):
                    return k
                k = resumed
            else:
                k += 1
        return stop

    def behind_relative(self, k: int, stop: int) -> int | None:
        """Where the clause goes on behind the relative one of the name before token `k`.

        "رفضت الحركة التي تحكم غزة، الاتهامات": a comma and a noun or a name show it.
        """
        if self.word(k) not in listed("relatives") or k not in self.mention_end:
            return None
        closing = self._related(k - 1, stop)
        return None if closing is None or closing + 1 in self.time_at else closing + 1

    def _told_in(self, i: int, comma: int) -> bool:
        """Whether the comma at `comma` closes where it was said: "دعا في مقابلة، العالم إلى"."""
        mention, word = self.mention_at.get(comma + 1), self.word(comma + 1)
        free = mention is not None and not mention.clitics
        noun = word.startswith("ال") and word not in listed("relatives")
        said = not listed("vessels").isdisjoint(self.words[i + 2 : comma])
        return said and (free or (mention is None and noun)) and comma + 1 not in self.time_at

    def _resumed(self, k: int, stop: int) -> int | None:
        """Where the clause goes on behind a comma; None when another begins there."""
        if k in self.time_at:
            end = self.time_at[k][0]
            return end + 1 if self.word(end) in COMMAS else end
        mention = self.mention_at.get(k)
        if mention is not None and not mention.clitics and mention.kind is EntityKind.PERSON:
            return mention.end + 1 if self.word(mention.end) in COMMAS else None
        if mention is not None and not mention.clitics and k - 1 in self.time_end:
            return None if self.finite(mention.end) else k  # "اتهمت فلانة الخميس، دمشق بقصف"
        found = self.preposition(k)
        if found is not None and k + 1 in self.time_at:
            end = self.time_at[k + 1][0]
            return end + 1 if self.word(end) in COMMAS else end
        return k if found is not None and found[0] in _GO_ON else None

    def clause_begin(self, i: int) -> int:
        """The first token of the clause that the word at `i` stands in, looking left."""
        found = self._clause_begins.get(i)
        if found is None:
            found = self._clause_begins[i] = self._clause_begin(i)
        return found

    def _clause_begin(self, i: int) -> int:
        words, mention_end, ends = self.words, self.mention_end, clause_ends()
        k, first = i - 1, self.begins[i]
        while k >= first:
            word = words[k]
            mention = mention_end.get(k + 1)
            if mention is not None and mention.begin >= first:
                k = mention.begin - 1
            elif word in COMMAS:
                opening = self._opening(k, first)
                if opening is None and (k + 1 == i or not self.parenthesis(k, i)):
                    return k + 1
                k = (k if opening is None else opening) - 1
            elif word == ":" or word in ends or self.finite(k):
                return k + 1
            else:
                k -= 1
        return first

    def parenthesis(self, comma: int, i: int) -> bool:
        """Whether what stands between the comma and token `i` is a time or a name put in."""
        k = comma + 1
        if k in self.time_at:
            k = self.time_at[k][0]
        elif k in self.mention_at and not self.mention_at[k].clitics:
            k = self.mention_at[k].end
        elif self.preposition(k) and k + 1 in self.time_at:
            k = self.time_at[k + 1][0]
        return k == i or self.word(k) in COMMAS or (self.word(k) == "قد" and k + 1 == i)

    def aside(self, comma: int, stop: int) -> int | None:
        """Where what is put in between commas behind a name ends: "إيران، الخصم الأكبر، ".

        The token of the closing comma, or None when nothing is put in at `comma`.
        """
        if comma not in self.mention_end or comma + 1 in self.mention_at:
            return None
        first = self.word(comma + 1)
        if first in listed("relatives"):
            return self._related(comma, stop)
        if not first.startswith("ال") or first in listed("relatives") or comma + 1 in self.time_at:
            return None
        for k in range(comma + 2, min(stop, comma + _ASIDE)):
            if self.word(k) in COMMAS:
                return k
            if self.word(k) in clause_ends() or self.finite(k):
                return None
        return None

    def _related(self, comma: int, stop: int) -> int | None:
        """The comma that closes a relative clause behind which the clause goes on with a noun."""
        for k in range(comma + 2, min(stop, comma + _ASIDE + _ASIDE // 2)):
            word, behind = self.word(k), self.mention_at.get(k + 1)
            if word in COMMAS:
                noun = self.word(k + 1).startswith("ال") and self.word(k + 1) not in listed(
                    "relatives"
                )
                return k if noun or (behind is not None and not behind.clitics) else None
            if word == ":":
                return None
        return None

    def _opening(self, comma: int, first: int) -> int | None:
        """The comma that opens what `comma` closes: a time, a name, or what is put in."""
        named = self.mention_end.get(comma)
        begin = self.time_end.get(comma, comma if named is None else named.begin)
        if begin < comma and begin > first and self.word(begin - 1) in COMMAS:
            return begin - 1
        return self._put_in(comma, first)

    def _put_in(self, comma: int, first: int) -> int | None:
        """The opening comma of what `comma` closes: "الجيش، بدعم من التحالف، أطلق"."""
        for k in range(comma - 1, max(first, comma - _ASIDE), -1):
            word = self.word(k)
            if word in COMMAS:
                return k if k in self.mention_end and k + 1 not in self.mention_at else None
            if word == ":" or word in clause_ends() or self.finite(k):
                return None
        return None

    def words_around(self, i: int) -> frozenset[str]:
        """What the words of the sentence of token `i` may be forms of."""
        first = self.begins[i]
        if first not in self._around:
            words = self.tokens.words[first : self.stops[i] + 1]
            self._around[first] = frozenset().union(*map(senses, words))
        return self._around[first]

    def counted(self, i: int) -> bool:
        """Whether token `i` ends a quantity: "65 مليار دولار من المساعدات"."""
        return i in self.in_quantity

    def entity(self, entity: Entity) -> int:
        """The index of `entity`, which is added unless its id is there."""
        at = self.ids.setdefault(entity.id, len(self.entities))
        if at == len(self.entities):
            self.entities.append(entity)
        return at

    def country(self, code: str | None) -> int | None:
        """The entity of the country with this code, which is added unless it is there."""
        table = gazetteer()
        at = table.by_id.get(code or "")
        return None if at is None else self.entity(table.known[at].entity)

    def sort(self, entity: int) -> str:
        """The knowledge's own kind of the entity: "capital", "army", of a person the sex."""
        table = gazetteer()
        at = table.by_id.get(self.entities[entity].id)
        return "" if at is None else table.known[at].sort

    def armed(self, entity: int) -> bool:
        """Whether the entity bears arms: an army, a force, an armed group."""
        found = self.entities[entity]
        words = [parties().get(word) for word in bare(found.name).split()]
        known_group = found.kind is EntityKind.GROUP and not found.id.startswith("group:")
        return known_group or any(sector in _ARMED for sector in words)

    def statement(self, i: int) -> int | None:
        """The innermost statement whose words hold token `i`."""
        return self.said_at[i]


_ARMED = {"MIL", "REB", "COP"}
_UNREAD = ("", -1)
_GO_ON = frozenset({"في", "مع", "ب", "الي"})
_ASIDE = 9  # tokens that may be put in between commas


@lru_cache(maxsize=1 << 16)
def verb_alone(word: str, *, marbuta: bool) -> bool:
    """Whether `word` can be nothing but a verb; `marbuta` when it is written with ة."""
    found = [r for r in readings(word) if not (r.pronoun == "ه" and marbuta)]
    if not found:
        return is_finite_cue(word)
    return all(
        r.form.shape in FINITE and not r.preposition and isinstance(r.form.of, Frame | Light)
        for r in found
    )
