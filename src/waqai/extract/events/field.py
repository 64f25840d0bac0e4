"""What events are read on: the tokens of a story with its names, times and sayings by token."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from waqai.arabic.letters import bare
from waqai.arabic.tokens import Tokens
from waqai.extract.events.forms import FINITE, Light, readings
from waqai.extract.events.frames import Frame
from waqai.extract.events.words import clause_ends, long_prepositions, parties, prepositions
from waqai.extract.statements.ground import COMMAS, sentences
from waqai.extract.statements.morphology import Form
from waqai.extract.statements.vocabulary import cues
from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import Entity, EntityKind, NameForm, NameMention, QuantityMention
from waqai.model.statements import Statement
from waqai.model.times import TimeMention


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in tokens `[begin, end)` with its title; the name alone begins at `core`.

    `clitics` are the letters written before it.
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
    said_at: list[int | None] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)

    def word(self, i: int) -> str:
        """The folded word at `i`; "" outside the run."""
        return self.tokens.words[i] if 0 <= i < len(self.tokens.words) else ""

    def text(self, begin: int, end: int) -> str:
        """The page's characters from token `begin` up to `end`, white space made single."""
        tokens = self.tokens
        return " ".join(tokens.text[tokens.starts[begin] : tokens.ends[end - 1]].split())

    def preposition(self, i: int) -> tuple[str, int] | None:
        """The preposition that stands at `i` by itself, and the token behind it."""
        word = self.word(i)
        known_prepositions = prepositions()
        bare_word = word[1:] if word[:1] == "و" and word not in known_prepositions else word
        for rest in long_prepositions().get(bare_word, ()):
            end = i + 1 + len(rest)
            if tuple(self.tokens.words[i + 1 : end]) == rest:
                return " ".join((bare_word, *rest)), end
        if bare_word in known_prepositions:
            return bare_word, i + 1
        return None

    def finite(self, i: int) -> bool:
        """Whether a verb that the knowledge has stands at `i`, and no name or noun."""
        if i in self.mention_at:
            return False
        found = readings(self.word(i))
        if found:
            return all(
                r.form.shape in FINITE
                and not r.preposition
                and isinstance(r.form.of, Frame | Light)
                for r in found
            )
        rows = cues().get(self.word(i))
        return bool(rows) and any(
            c.form in {Form.PAST, Form.PRESENT} and c.saying.kind == "verb" and not c.saying.unsure
            for c in rows or ()
        )

    def clause_end(self, i: int) -> int:
        """The token at which the clause of the word at `i` has ended."""
        stop = min(self.stops[i], len(self.tokens))
        k = i + 1
        while k < stop:
            word = self.word(k)
            if k in self.time_at:
                k = self.time_at[k][0]
            elif k in self.mention_at:
                mention = self.mention_at[k]
                k = max(mention.end, k + 1)
                apposed = any(self.word(j) in COMMAS for j in range(mention.begin, mention.end))
                k += apposed and self.word(k) in COMMAS  # "وزير الخارجية، فلان، الصين"
            elif word in COMMAS:
                after = self._resumed(k + 1, stop)
                if after is None:
                    return k
                k = after
            elif word == ":" or word in clause_ends() or self.finite(k):
                return k
            else:
                k += 1
        return stop

    def _resumed(self, k: int, stop: int) -> int | None:
        """Where the clause goes on behind a comma; None when another begins there."""
        if k in self.time_at:
            end = self.time_at[k][0]
            return end + 1 if self.word(end) in COMMAS else end
        mention = self.mention_at.get(k)
        if mention is not None and not mention.clitics and mention.kind is EntityKind.PERSON:
            return mention.end + 1 if self.word(mention.end) in COMMAS else None
        found = self.preposition(k)
        if found is not None and k + 1 in self.time_at:
            end = self.time_at[k + 1][0]
            return end + 1 if self.word(end) in COMMAS else end
        return k if found is not None and found[0] in _GO_ON else None

    def clause_begin(self, i: int) -> int:
        """The first token of the clause that the word at `i` stands in, looking left."""
        k, first = i - 1, self.begins[i]
        while k >= first:
            word = self.word(k)
            mention = self.mention_end.get(k + 1)
            if mention is not None and mention.begin >= first:
                k = mention.begin - 1
            elif word in COMMAS:
                if not self.parenthesis(k, i):
                    return k + 1
                k -= 1
            elif word == ":" or word in clause_ends() or self.finite(k):
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

    def counted(self, i: int) -> bool:
        """Whether token `i` ends a quantity: "65 مليار دولار من المساعدات"."""
        start, end = self.tokens.starts[i], self.tokens.ends[i]
        return any(q.start <= start and end <= q.end for q in self.quantities)

    def entity(self, entity: Entity) -> int:
        """The index of `entity`, which is added unless its id is there."""
        at = self.ids.setdefault(entity.id, len(self.entities))
        if at == len(self.entities):
            self.entities.append(entity)
        return at

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
_GO_ON = frozenset({"في", "مع", "ب", "الي"})


def lay(
    tokens: Tokens,
    entities: Sequence[Entity],
    names: Sequence[NameMention],
    times: Sequence[TimeMention],
    quantities: Sequence[QuantityMention],
    statements: Sequence[Statement],
) -> Field:
    """The field of a story."""
    begins, stops = sentences(tokens)
    found = Field(tokens, list(entities), statements, times, quantities, begins, stops)
    found.ids = {entity.id: k for k, entity in enumerate(entities)}
    for name in names:
        _place(found, name)
    for index, time in enumerate(times):
        begin = bisect_right(tokens.ends, time.start)
        end = bisect_left(tokens.starts, time.end)
        if begin < end:
            found.time_at.setdefault(begin, (end, index))
    found.said_at = [None] * len(tokens)
    for index, said in sorted(enumerate(statements), key=lambda p: p[1].start - p[1].end):
        begin = bisect_left(tokens.starts, said.start)
        for k in range(begin, bisect_left(tokens.starts, said.end)):
            found.said_at[k] = index
    return found


def _place(found: Field, name: NameMention) -> None:
    tokens = found.tokens
    core = bisect_right(tokens.ends, name.start)
    end = bisect_left(tokens.starts, name.end)
    if core >= end:
        return
    begin, start = core, name.start
    if name.title is not None:
        first = bisect_right(tokens.ends, name.title.start)
        if first < core:
            begin, start = first, name.title.start
        else:
            end = max(end, bisect_left(tokens.starts, name.title.end))
    letters = start - tokens.starts[begin]
    kind = found.entities[name.entity].kind
    clitics = tokens.words[begin][:letters] if letters > 0 else ""
    mention = Mention(begin, core, end, name.entity, kind, name.form, clitics)
    found.mentions.append(mention)
    found.mention_at.setdefault(begin, mention)
    found.mention_end[end] = mention
