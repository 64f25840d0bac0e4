"""What the grammar stands on: a run of tokens with its names, times, quotations and sentences."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from waqai.arabic.tokens import Tokens
from waqai.extract.placing import place_of_name
from waqai.extract.statements.quotes import Quote, find_quotes
from waqai.extract.statements.vocabulary import bounds, complements, listed, phrases
from waqai.model.names import Entity, EntityKind, NameMention
from waqai.model.times import TimeMention, TimexType

_ENDS = frozenset({".", "؟", "?", "!", "\n"})
COMMAS = frozenset({"،", ",", "؛", ";"})
_NAME_TOKENS = 6
_BRACKET_TOKENS = 14
_MOMENTS = {TimexType.DATE, TimexType.TIME}


class Named(NamedTuple):
    """A name mention in tokens: from `begin` (with its title) up to `end`; `core` the name alone.

    `clitic` tells that a letter is written together before it ("لبوتين", "وروسيا"). A tuple, as it
    is made in a third of the time.
    """

    begin: int
    core: int
    end: int
    entity: int
    kind: EntityKind
    clitic: bool


@dataclass(slots=True)
class Ground:
    """A run made ready: everything is looked up by token."""

    tokens: Tokens
    entities: list[Entity]
    quotes: list[Quote]
    opened: dict[int, Quote]
    closed: dict[int, Quote]
    begins: list[int]
    stops: list[int]
    names: list[Named]
    words: Sequence[str]
    size: int
    name_at: dict[int, Named] = field(default_factory=dict)
    name_end: dict[int, Named] = field(default_factory=dict)
    time_at: dict[int, tuple[int, int]] = field(default_factory=dict)
    moments: set[int] = field(default_factory=set)  # where a day or an hour begins
    inside: dict[int, Quote] = field(default_factory=dict)
    amid_names: set[int] = field(default_factory=set)  # tokens of names behind their first

    def word(self, i: int) -> str:
        """The folded word at `i`; "" behind the end."""
        return self.words[i] if 0 <= i < self.size else ""

    def text(self, begin: int, end: int) -> str:
        """The page's characters from token `begin` up to `end`, white space made single."""
        tokens = self.tokens
        return " ".join(tokens.text[tokens.starts[begin] : tokens.ends[end - 1]].split())

    def phrase(self, i: int, *keys: str) -> int:
        """The token behind the listed phrase at `i`, or `i` where there is none."""
        word = self.word(i)
        table = phrases(*keys)
        rows = table.get(word) or (table.get(word[1:]) if word[:1] == "و" else None) or ()
        for rest in rows:
            end = i + 1 + len(rest)
            if tuple(self.tokens.words[i + 1 : end]) == rest:
                return end
        return i

    def past_fillers(self, i: int) -> int:
        """The first token from `i` on that is no time, adverb or particle."""
        fillers = listed("words", "fillers")
        while i < len(self.tokens):
            if i in self.time_at:
                i = self.time_at[i][0]
            elif self.word(i) in {"#", "@"} or (self.word(i) in fillers and i not in self.name_at):
                i += 1
            else:
                after = self.phrase(i, "words", "asides")
                if after == i:
                    break
                i = after
        return i

    def owned(self, i: int) -> bool:
        """Whether the word at `i` bears a pronoun as owner (دعمه, موقفها); ة is none."""
        tokens = self.tokens
        if tokens.words[i].endswith(("ها", "هم", "هما")):
            return len(tokens.words[i]) > 4
        return len(tokens.words[i]) > 3 and tokens.text[tokens.ends[i] - 1] == "ه"

    def ends_sentence(self, i: int) -> bool:
        """Whether the sentence ends with token `i`."""
        return self.stops[i] == i and self.word(i) in _ENDS

    def past_bracket(self, i: int) -> int:
        """The token behind the bracket that opens at `i`, or `i`."""
        if self.word(i) not in {"(", "["}:
            return i
        shut = {"(": ")", "[": "]"}[self.word(i)]
        for k in range(i + 1, min(i + _BRACKET_TOKENS, len(self.tokens))):
            if self.word(k) == shut:
                return k + 1
        return i

    def can_be_said(self, quote: Quote) -> bool:
        """Whether the quotation can be a saying: no name, and no few words amid a clause."""
        if self.names_something(quote) or quote.close == quote.open + 1:
            return False
        size = quote.close - quote.open - 1
        behind = self.word(quote.close + 1)
        if size < 4 and behind in COMMAS and self.word(quote.close + 2) in complements():
            return False  # 'في بيان اطلع عليه "موقع كذا"، أن'
        if size > 4 or not quote.closed or not behind[:1].isalpha():
            return True
        return size > 2 and (behind.startswith("و") or behind in bounds())

    def names_something(self, quote: Quote) -> bool:
        """Whether the quotation marks only set off a name (حركة "حماس", صحيفة "الشروق")."""
        size = quote.close - quote.open - 1
        if not 0 < size <= _NAME_TOKENS or not quote.closed:
            return False
        if self.word(quote.open - 1) == ":":
            return False
        named = self.name_at.get(quote.open + 1)
        if named is not None and named.end >= quote.close:
            return True
        if any(n.begin < quote.open < n.end for n in self.names):
            return True
        before = self.word(quote.open - 1)
        if size <= 3 and before in listed("words", "titled"):
            return True
        if before[:1] == "ل" and before[1:] in listed("sources", "carriers"):
            return True
        return before in listed("sources", "carriers") or (
            before in listed("words", "within") and not before.startswith("ال") and size <= 4
        )


def lay(
    tokens: Tokens,
    entities: Sequence[Entity],
    names: Sequence[NameMention],
    times: Sequence[TimeMention],
) -> Ground:
    """The ground of `tokens`."""
    quotes = find_quotes(tokens)
    begins, stops = sentences(tokens)
    ground = Ground(
        tokens,
        list(entities),
        quotes,
        {q.open: q for q in quotes},
        {q.close: q for q in quotes if q.closed},
        begins,
        stops,
        [],
        tokens.words,
        len(tokens),
    )
    for mention in names:
        _place(ground, mention)
    for index, time in enumerate(times):
        begin = bisect_left(tokens.ends, time.start + 1)
        end = bisect_left(tokens.starts, time.end)
        if begin < end:
            ground.time_at.setdefault(begin, (end, index))
            if time.type in _MOMENTS:
                ground.moments.add(begin)
    for quote in quotes:
        for k in range(quote.open + 1, quote.close):
            ground.inside.setdefault(k, quote)
    return ground


def _place(ground: Ground, mention: NameMention) -> None:
    placed = place_of_name(ground.tokens, mention)
    if placed is None:
        return
    begin, core, end, letters = placed
    kind = ground.entities[mention.entity].kind
    named = Named(begin, core, end, mention.entity, kind, letters > 0)
    ground.names.append(named)
    ground.amid_names.update(range(core + 1, end))
    old = ground.name_at.get(begin)
    if old is None or old.end < end:
        ground.name_at[begin] = named
    ground.name_at.setdefault(core, named)
    ground.name_end[end] = named


def sentences(tokens: Tokens) -> tuple[list[int], list[int]]:
    """For each token where its sentence begins, and the token that ends it."""
    words = tokens.words
    n = len(words)
    begins, stops = [0] * n, [n] * n
    begin = 0
    for i in range(n):
        if words[i] in _ENDS and not _inner_point(tokens, i):
            length = i + 1 - begin
            begins[begin : i + 1], stops[begin : i + 1] = [begin] * length, [i] * length
            begin = i + 1
    begins[begin:] = [begin] * (n - begin)
    return begins, stops


def _inner_point(tokens: Tokens, i: int) -> bool:
    """A point inside a number, an address or an abbreviation; points that trail off."""
    if tokens.words[i] != "." or i + 1 >= len(tokens) or not tokens.glued(i + 1):
        return False
    after = tokens.words[i + 1]
    if after == ".":
        return True
    return (
        tokens.glued(i)
        and (after[0].isdigit() or after.isascii() or len(after) == 1)
        and (tokens.words[i - 1][-1].isalnum() and after[0].isalnum())
    )
