"""Which of many texts is most like another: the cosine of their words, rare ones weighing more."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import log, sqrt

from waqai.arabic.letters import bare

#: Words that stand in more of the texts than this share tell nothing of one.
_COMMON = 0.1


class Likest:
    """Texts by number, ready to be compared with others. Every text has one day or another."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        counts = {at: _words(text) for at, text in texts.items()}
        spread = Counter(word for words in counts.values() for word in words)
        most = _COMMON * len(texts)
        self._weight = {w: log(len(texts) / n) for w, n in spread.items() if n <= max(most, 1)}
        self._in: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, words in counts.items():
            for word, part in self._vector(words).items():
                self._in[word].append((at, part))

    def of(self, text: str) -> int | None:
        """The number of the text most like `text`, the first of equals; None when none is."""
        like: defaultdict[int, float] = defaultdict(float)
        for word, part in self._vector(_words(text)).items():
            for at, other in self._in.get(word, ()):
                like[at] += part * other
        return max(like, key=lambda at: (like[at], -at), default=None)

    def _vector(self, words: Counter[str]) -> dict[str, float]:
        parts = {w: (1 + log(n)) * self._weight[w] for w, n in words.items() if w in self._weight}
        length = sqrt(sum(part * part for part in parts.values()))
        return {word: part / length for word, part in parts.items()} if length else {}


def _words(text: str) -> Counter[str]:
    return Counter(bare(text).split())
