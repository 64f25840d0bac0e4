"""One pass over a story's tokens: every name as first read, left to right, the longest first."""

from collections.abc import Iterator

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.found import Found, Title
from waqai.mentions.names.openings import Openings, openings
from waqai.mentions.names.titled import read_beside, read_second
from waqai.model.names import EntityKind, NameForm


def read_names(tokens: Tokens) -> Iterator[Found]:
    """The names of a run of tokens, in order; none overlap."""
    words = tokens.words
    i, n, beside = 0, len(words), -1
    last: Found | None = None
    shared: Title | None = None  # the role that a second person of a pair shares
    while i < n:
        opens = openings(words[i])
        best = _longest(tokens, i, opens) if opens else None
        if shared is not None and words[i].startswith("و"):
            best = read_second(tokens, i, shared) or best
        elif i == beside and last is not None and (best is None or not best.sure):
            best = read_beside(tokens, last) or best
        if best is None:
            i += 1
            continue
        shared = best.title if best.title is not None and best.title.pair else None
        if best.title is not None and best.form is NameForm.NAME:
            yield from best.title.inside
        yield best
        last, i = best, max(best.end, i + 1)
        beside = i if best.kind is EntityKind.PERSON or best.form is NameForm.DEMONYM else -1


def _longest(tokens: Tokens, i: int, opens: Openings) -> Found | None:
    best: Found | None = None
    for letters, rest, readers in opens:
        for read in readers:
            found = read(tokens, i, letters, rest)
            if found is None:
                continue
            if best is None or (found.end, found.sure) > (best.end, best.sure):
                best = found
    return best
