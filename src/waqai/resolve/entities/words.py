"""The words of a name as names are compared by: folded, in one line, signs left out."""

import re
from functools import cache

from waqai.arabic.letters import bare
from waqai.knowledge import load
from waqai.mentions.names.words import vocabulary

_SIGNS = re.compile(r"[^\w]+|_+")
_ARTICLE = "ال"
_SHORTEST = 3  # letters that are left of a word when its article is cut


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """The folded words of `entities.toml` under `[table] key`."""
    return frozenset(map(bare, load("entities")[table][key]))


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of `name`, without signs.

    >>> words_of("كيم جونغ - أون")
    ('كيم', 'جونغ', 'اون')
    """
    return tuple(_SIGNS.sub(" ", bare(name)).split())


def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name: what may be left out is, and what is one name is one word.

    >>> person_words("الشيخ محمد بن عبد الرحمن آل ثاني")
    ('محمد', 'عبدالرحمن', 'الثاني')
    """
    kept: list[str] = []
    before = ""
    words = words_of(name)
    while len(words) > 1 and words[0] in vocabulary("persons", "titles"):
        words = words[1:]
    for word in words:
        if word in listed("words", "left_out") and kept:
            continue
        if word in listed("words", "joined"):
            before += word
            continue
        kept.append(before + word)
        before = ""
    return (*kept, before) if before else tuple(kept)


def without_article(word: str) -> str:
    """`word` without its article, where enough is left."""
    cut = word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _SHORTEST
    return word[len(_ARTICLE) :] if cut else word
