"""Statements without a word of saying: headlines with a colon, quotations that stand alone."""

from waqai.extract.statements.drafts import Draft
from waqai.extract.statements.ground import COMMAS, Named
from waqai.extract.statements.noun_phrases import noun_phrase
from waqai.extract.statements.openers import Opener, Strength
from waqai.extract.statements.reading import Reading, finite_cue, give_end
from waqai.extract.statements.speakers import Subject, subject_at
from waqai.extract.statements.vocabulary import heads, listed
from waqai.model.names import EntityKind

_HEADLINE_TOKENS = 8
_HEADLINE_LINE = 32
_QUOTE_TOKENS = 4


def read_headline(reading: Reading, i: int) -> int:
    """ "فلان: …" as a line of its own. The token to go on from."""
    ground = reading.ground
    colon = _colon_of_line(reading, i)
    subject = _before_colon(reading, i, colon) if colon is not None else None
    if colon is None or subject is None:
        return i
    end = i
    while end < len(ground.tokens) and ground.word(end) != "\n":
        end += 1
    if end - i > _HEADLINE_LINE or colon + 2 >= end:
        return i
    entity = reading.floor.entity_of(subject)
    if entity is None:
        return i
    at = colon + 1
    quoted = at in ground.opened
    opener = Opener(colon, at + 1 if quoted else at, Strength.QUOTE if quoted else Strength.OBJECT)
    draft = Draft(None, colon, colon + 1, entity, opener, end, fixed=not quoted, named=True)
    draft.aside = True
    if quoted:
        give_end(reading, draft)
    reading.drafts.append(draft)
    return at


def _colon_of_line(reading: Reading, i: int) -> int | None:
    """The colon near the begin of the line at `i`."""
    for k, word in enumerate(reading.ground.words[i : i + _HEADLINE_TOKENS], i):
        if word == ":":
            return k if k > i else None
        if word == "\n":
            return None
    return None


def _before_colon(reading: Reading, i: int, colon: int) -> Subject | None:
    """Who is named, or what speaking noun stands, between `i` and the colon, and nothing else."""
    ground = reading.ground
    named = ground.name_at.get(i)
    if named is not None and named.end == colon:
        return Subject(i, colon, named, True) if _speaks(reading, named, colon) else None
    if ground.word(i) not in heads() or noun_phrase(ground, i) != colon:
        return None
    found = subject_at(ground, i)
    return found if found is not None and found.end >= colon else None


def _speaks(reading: Reading, named: Named, colon: int) -> bool:
    """Whether a state or town before a colon speaks, and is not only where it happened: what
    follows says "we", or sets words in quotation marks, or is no report of another's doing."""
    if named.kind not in {EntityKind.COUNTRY, EntityKind.PLACE}:
        return True
    ground = reading.ground
    end = colon + 1
    while ground.word(end) not in {"\n", ""}:
        end += 1
    words = set(ground.tokens.words[colon + 1 : end])
    if words & listed("words", "ours") or any(k in ground.opened for k in range(colon + 1, end)):
        return True
    return ground.word(colon + 1) in listed("words", "utterances")


def read_bare_quote(reading: Reading, i: int) -> None:
    """A quotation that is a sentence of its own goes to who has the floor."""
    ground = reading.ground
    quote = ground.opened[i]
    last = reading.floor.last
    if last is None or quote.close - i - 1 < _QUOTE_TOKENS or ground.names_something(quote):
        return
    if quote.depth or any(
        d.opener.at == i + 1 or d.opener.at <= i < d.end for d in reading.drafts[-4:]
    ):
        return
    if _followed_by_verb(reading, quote.close):
        return
    before = ground.begins[max(i - 2, 0)]
    if last.at < before - 120 or (ground.word(quote.close + 1)[:1].isalpha() and quote.closed):
        return
    opener = Opener(i, i + 1, Strength.QUOTE)
    draft = Draft(None, i, i + 1, last.entity, opener, quote.close, direct=True, fixed=True)
    reading.drafts.append(draft)


def _followed_by_verb(reading: Reading, close: int) -> bool:
    k = close + 1
    while reading.ground.word(k) in COMMAS | {"."} and k < close + 3:
        k += 1
    return finite_cue(reading, k) and not reading.ground.word(k).startswith(("و", "ف"))
