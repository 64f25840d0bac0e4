"""What of a word may begin a name: with its clitics, and without them."""

from collections.abc import Iterator
from functools import lru_cache

from waqai.arabic.clitics import known, proclitics
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.index import Variants


def forms(word: str) -> Iterator[tuple[int, str]]:
    """`word` itself, and what is left of it behind each clitic that it may begin with.

    >>> list(forms("وللقدس"))
    [(0, 'وللقدس'), (1, 'للقدس'), (2, 'القدس'), (2, 'لقدس')]
    """
    yield 0, word
    letters = 0
    if word[0] in "وف" and len(word) > 2:
        letters = 1
        yield 1, word[1:]
    for at in range(letters + 1):
        rest = word[at:]
        if len(rest) > 2 and rest[0] in "بلك":
            if rest.startswith("لل"):
                yield at + 1, "ال" + rest[2:]
            yield at + 1, rest[1:]


@lru_cache(maxsize=1 << 16)
def variants(word: str) -> Variants:
    """The phrases that `word` may begin, with the clitics that it bears then."""
    table = gazetteer()
    found = []
    for letters, rest in forms(word):
        phrases = table.phrases(rest)
        if phrases is None:
            continue
        if letters and _torn(word, letters):
            # a word of its own: only a longer phrase shows that it is split
            phrases = {behind: senses for behind, senses in phrases.items() if behind}
        lengths = {behind.count(" ") + 1 if behind else 0 for behind in phrases}
        if lengths:
            nexts = frozenset(behind.partition(" ")[0] for behind in phrases if behind)
            found.append((letters, tuple(sorted(lengths, reverse=True)), nexts, phrases))
    return tuple(found)


def _torn(word: str, letters: int) -> bool:
    return known(word) and proclitics(word) != letters
