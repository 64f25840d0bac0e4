"""The words of the sentence in which something stands: whether two sentences say the same."""

import re
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from waqai.arabic.clitics import proclitics
from waqai.arabic.letters import bare
from waqai.model.page import Span

_END = re.compile(r"[.!?؟\n]")
_WORD = re.compile(r"\w+")
_ARTICLE = "ال"
_SHORTEST = 3  # letters of a word that tells anything
_REACH = 300  # code points looked at on each side


def gist(text: str, span: Span) -> tuple[int, ...]:
    """The different words of the sentence of `text` around `span`: 32-bit digests, sorted."""
    before = [m.end() for m in _END.finditer(text, max(0, span.start - _REACH), span.start)]
    low = before[-1] if before else max(0, span.start - _REACH)
    words = (match[0] for match in _WORD.finditer(text, low, sentence_end(text, span)))
    return tuple(digests(words))


def digests(words: Iterable[str]) -> list[int]:
    """The different stems of `words` that tell anything, as 32-bit digests, sorted."""
    stems = map(stem_of, words)
    return sorted({crc32(stem.encode()) for stem in stems if len(stem) >= _SHORTEST})


def sentence_end(text: str, span: Span) -> int:
    """Where the sentence of `text` that holds `span` ends, at most some hundred code points on."""
    after = _END.search(text, span.end, min(len(text), span.end + _REACH))
    return after.start() if after else min(len(text), span.end + _REACH)


@lru_cache(maxsize=1 << 16)
def stem_of(word: str) -> str:
    """`word` folded, without clitics and article.

    >>> stem_of("والقمة")
    'قمه'
    """
    stem = bare(word)
    stem = stem[proclitics(stem) :]
    return stem.removeprefix(_ARTICLE) if len(stem) > len(_ARTICLE) + 2 else stem
