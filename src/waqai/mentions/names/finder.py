"""The names of a story: read once, then settled by what the story itself says."""

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.again import name_again
from waqai.mentions.names.places import countries_of, locate
from waqai.mentions.names.scan import read_names
from waqai.mentions.names.story import settle
from waqai.model.names import Entity, NameMention
from waqai.model.story import Story


def find_names(
    tokens: Tokens, story: Story | None = None
) -> tuple[tuple[Entity, ...], tuple[NameMention, ...]]:
    """The entities that `tokens` (a story's blocks as one run) name, and where they name them.

    Mentions are in order and do not overlap; their offsets are those of `tokens`, clitics cut off;
    `entity` indexes the entities. `story` gives what the page says of it, where there is one.
    Nothing is raised on any text.
    """
    del story
    tokens = _parted(tokens)
    found = list(read_names(tokens))
    countries = countries_of(found)
    locate(tokens, found, countries)
    return settle(tokens, name_again(tokens, found), countries)


def _parted(tokens: Tokens) -> Tokens:
    """`tokens` without what tags put between words: "#دونالد_ترامب" and "دونالد #ترامب" are two."""
    if _JOINT not in tokens.text and _TAG not in tokens.text:
        return tokens
    kept = [at for at, word in enumerate(tokens.words) if word != _JOINT and not _inner(tokens, at)]
    return Tokens(
        tokens.text,
        [tokens.words[at] for at in kept],
        [tokens.starts[at] for at in kept],
        [tokens.ends[at] for at in kept],
    )


def _inner(tokens: Tokens, at: int) -> bool:
    """Whether a sign of a tag stands at token `at` inside a run of words: "دونالد #ترامب".

    Not between two tags, which are two names.
    """
    words = tokens.words
    if words[at] != _TAG or not 0 < at < len(tokens) - 1 or not tokens.glued(at + 1):
        return False
    tagged = at > 1 and words[at - 2] in {_TAG, _JOINT}
    return words[at - 1][0].isalpha() and not tagged


_JOINT, _TAG = "_", "#"
