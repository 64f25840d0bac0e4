"""A story laid out for its events: names, times, quantities and sayings put on its tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from waqai.arabic.tokens import Tokens
from waqai.extract.events.field import Field, Mention
from waqai.extract.placing import place_of_name
from waqai.extract.statements.ground import sentences
from waqai.model.names import Entity, NameMention, QuantityMention
from waqai.model.statements import Statement
from waqai.model.times import TimeMention, TimexType

_LENGTHS = frozenset({TimexType.DURATION, TimexType.SET})


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
    found = Field(
        tokens, tokens.words, len(tokens), list(entities), statements, times, quantities,
        begins, stops,
    )  # fmt: skip
    found.ids = {entity.id: k for k, entity in enumerate(entities)}
    for name in names:
        _place(found, name)
    for index, time in enumerate(times):
        begin = bisect_right(tokens.ends, time.start)
        end = bisect_left(tokens.starts, time.end)
        if begin < end:
            found.time_at.setdefault(begin, (end, index))
            found.time_end.setdefault(end, begin)
            if time.type not in _LENGTHS:
                found.moments.append(begin)
    for quantity in quantities:
        begin = bisect_left(tokens.starts, quantity.start)
        found.in_quantity.update(range(begin, bisect_right(tokens.ends, quantity.end)))
    found.said_at = [None] * len(tokens)
    for index, said in sorted(enumerate(statements), key=lambda p: p[1].start - p[1].end):
        begin = bisect_left(tokens.starts, said.start)
        for k in range(begin, bisect_left(tokens.starts, said.end)):
            found.said_at[k] = index
    return found


def _place(found: Field, name: NameMention) -> None:
    placed = place_of_name(found.tokens, name)
    if placed is None:
        return
    begin, core, end, letters = placed
    kind = found.entities[name.entity].kind
    clitics = found.tokens.words[begin][:letters]
    mention = Mention(begin, core, end, name.entity, kind, name.form, clitics)
    found.mentions.append(mention)
    found.in_name.update(range(core, end))
    found.mention_at.setdefault(begin, mention)
    found.mention_end[end] = mention
