"""Names by the alphabet, for those who cannot search."""

from collections.abc import Iterable
from itertools import groupby

from waqai.arabic.letters import bare
from waqai.model.names import Entity
from waqai.web.reader import Reader

_ARTICLE = "ال"
_SHORTEST = 4  # letters of a name that may begin with the article


def by_letter(reader: Reader, found: Iterable[Entity]) -> list[tuple[str, list[Entity]]]:
    """The entities by the first letter of their name in the reader's language, in its order.

    The Arabic article does not count, nor do the seats of hamza.
    """
    keyed = sorted((_key(reader.name(one)), one.id, one) for one in found)
    letters = groupby(keyed, key=lambda each: each[0][:1])
    return [(letter.upper(), [one for _, _, one in ones]) for letter, ones in letters]


def _key(name: str) -> str:
    folded = "".join(c for c in bare(name).casefold() if c.isalnum() or c == " ").strip()
    long = len(folded) >= _SHORTEST and folded.startswith(_ARTICLE)
    return folded.removeprefix(_ARTICLE) if long else folded
