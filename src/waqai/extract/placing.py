"""Names put on tokens: one rule for all that is told of them."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from waqai.arabic.tokens import Tokens
from waqai.model.names import NameMention

_TITLE_TOKENS = 8  # that a title behind a name may take it further


class Place(NamedTuple):
    """Tokens `[begin, end)` of a name with its title; the name alone begins at `core`.

    `letters` are written before it and belong to it not ("لبوتين": 1). A tuple, for each name of
    a story makes two, and takes them apart at once.
    """

    begin: int
    core: int
    end: int
    letters: int


def place_of_name(tokens: Tokens, name: NameMention) -> Place | None:
    """The tokens on which `name` stands; None where it covers none."""
    core = bisect_right(tokens.ends, name.start)
    end = bisect_left(tokens.starts, name.end)
    if core >= end:
        return None
    begin, start = core, name.start
    if name.title is not None:
        first = bisect_right(tokens.ends, name.title.start)
        last = bisect_left(tokens.starts, name.title.end)
        if first < core:
            begin, start = first, name.title.start
        if last - core < _TITLE_TOKENS:
            end = max(end, last)
    return Place(begin, core, end, max(start - tokens.starts[begin], 0))
