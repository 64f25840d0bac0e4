"""One pass over a story's tokens: every name as first read, left to right, the longest first."""

from collections.abc import Iterator

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.found import Found, Title
from waqai.mentions.names.openings import Openings, openings
from waqai.mentions.names.titled import read_second
from waqai.model.names import NameForm


def read_names(tokens: Tokens) -> Iterator[Found]:
    """The names of a run of tokens, in order; none overlap."""
    words = tokens.words
    i, n = 0, len(words)
    shared: Title | None = None  # the role that a second person of a pair shares
    while i < n:
        opens = openings(words[i])
        best = _longest(tokens, i, opens) if opens else None
        if shared is not None and words[i].startswith("و"):
            best = read_second(tokens, i, shared) or best
        if best is None:
            i += 1
            continue
        shared = best.title if best.title is not None and best.title.pair else None
        if best.title is not None and best.form is NameForm.NAME:
            yield from best.title.inside
        yield best
        i = max(best.end, i + 1)


def _longest(tokens: Tokens, i: int, opens: Openings) -> Found | None:
    best: Found | None = None
    for letters, rest, readers in opens:
        for read in readers:
            found = read(tokens, i, letters, rest)
            if found is not None and (best is None or _better(found, best)):
                best = found
    return best


def _better(found: Found, best: Found) -> bool:
    return (found.end, found.sure) > (best.end, best.sure)
