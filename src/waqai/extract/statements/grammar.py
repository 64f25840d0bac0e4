"""The grammar's one public function: a story's tokens and names in, its statements out.

The run is read once, left to right, from one word of saying to the next. For each the subject is
read behind or before it, or taken from who has the floor; then where what is said begins. When all
are read, each is cut where the next begins, and the chain that carried it is put together.
"""

from collections.abc import Sequence

from waqai.arabic.tokens import Tokens
from waqai.extract.statements.attributions import (
    read_attribution,
    read_carrier,
    read_report,
    unnamed_carriers,
)
from waqai.extract.statements.chains import link
from waqai.extract.statements.drafts import Floor
from waqai.extract.statements.extents import cut
from waqai.extract.statements.ground import Ground, lay
from waqai.extract.statements.reading import Reading
from waqai.extract.statements.records import statements_of
from waqai.extract.statements.verbs import read_verb
from waqai.extract.statements.vocabulary import Cue, cues
from waqai.extract.statements.wordless import read_bare_quote, read_headline
from waqai.model.names import Entity, EntityKind, NameMention
from waqai.model.statements import Statement
from waqai.model.times import TimeMention


def find_statements(
    tokens: Tokens,
    entities: Sequence[Entity],
    names: Sequence[NameMention],
    times: Sequence[TimeMention],
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """Who says what in `tokens`, one run over a story's blocks, in order of what is said.

    `names` index `entities`. The entities come back with those speakers added that no name covers
    ("مسؤول في البيت الأبيض"); the statements' indices count in that tuple and in `times`. Offsets
    are code points of the page. Nothing is raised on any text.
    """
    ground = lay(tokens, entities, names, times)
    reading = Reading(ground, Floor(ground))
    _read(reading)
    reading.drafts = [d for d in reading.drafts if d.opener.at < len(tokens)]
    cut(ground, reading.drafts)
    reading.drafts = [
        d for d in reading.drafts if tokens.ends[d.end - 1] > tokens.starts[d.opener.at]
    ]
    link(ground, reading.drafts, reading.carried, unnamed_carriers(reading))
    return tuple(ground.entities), statements_of(ground, reading.drafts)


def _read(reading: Reading) -> None:
    ground, table = reading.ground, cues()
    words = ground.tokens.words
    i, n = 0, len(words)
    while i < n:
        if i == 0 or words[i - 1] == "\n":
            after = read_headline(reading, i)
            if after > i:
                i = after
                continue
        if i in ground.opened and i == ground.begins[i]:
            read_bare_quote(reading, i)
        rows = table.get(words[i])
        if not rows or _in_name(ground, i):
            i += 1
            continue
        i = _read_cue(reading, i, rows)


def _in_name(ground: Ground, i: int) -> bool:
    """Whether a person's name begins at `i`: it may be spelled like a verb (سالم, ناصح)."""
    named = ground.name_at.get(i)
    return named is not None and not named.clitic and named.kind is EntityKind.PERSON


def _read_cue(reading: Reading, i: int, rows: tuple[Cue, ...]) -> int:
    """Reads the word or phrase of saying at `i`; the token to go on from."""
    words = reading.ground.tokens.words
    for cue in rows:
        end = i + 1 + len(cue.rest)
        if cue.rest and tuple(words[i + 1 : end]) != cue.rest:
            continue
        kind = cue.saying.kind
        if kind in {"impersonal", "own"}:
            return end
        if kind.startswith("attribution"):
            after = read_attribution(reading, i, end, cue.saying)
        elif kind == "report":
            after = read_report(reading, i, end, cue)
        elif kind == "carried":
            after = read_carrier(reading, i, end)
        else:
            after = end if read_verb(reading, i, end, cue) else i
        if after > i:
            return after
    return i + 1
