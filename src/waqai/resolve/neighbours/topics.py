"""What a story is about, as a small bag of its words, and which dated stories are about it too."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from math import log, sqrt

from waqai.resolve.entities.words import words_of
from waqai.resolve.gist import digests

#: A word that so large a share of the stories have tells nothing of one.
_COMMON = 0.2
_NEAREST = 60
#: Among fewer stories nothing tells which words are rare.
_ENOUGH = 50


def topic(text: str) -> bytes:
    """The different words of `text` without clitics and article: four bytes a word, sorted."""
    return array("I", digests(words_of(text))).tobytes()


class Topics:
    """Stories by their words; rare words count most (tf-idf with each word once, cosine).

    Of a few stories none is like another: which words are rare is not known.
    """

    def __init__(self, topics: Mapping[str, bytes]) -> None:
        told = sorted(topics.items()) if len(topics) >= _ENOUGH else []
        bags = {id: _words(packed) for id, packed in told}
        counts = Counter(word for bag in bags.values() for word in bag)
        size = len(bags)
        self._rarity = {
            word: log((size + 1) / (count + 1)) ** 2
            for word, count in counts.items()
            if count <= max(2, size * _COMMON)
        }
        self._length = {id: self._length_of(bag) for id, bag in bags.items()}
        #: Whether there are enough stories to tell rare words from common ones.
        self.enough = bool(told)
        self._stories: defaultdict[int, list[str]] = defaultdict(list)
        for id, bag in bags.items():
            for word in bag:
                if word in self._rarity:
                    self._stories[word].append(id)

    def nearest(self, packed: bytes) -> list[tuple[float, str]]:
        """The stories most like one with the topic `packed`, likest first: how like (0 to 1)."""
        bag = _words(packed)
        shared: defaultdict[str, float] = defaultdict(float)
        for word in bag:
            rarity = self._rarity.get(word)
            if rarity is not None:
                for id in self._stories[word]:
                    shared[id] += rarity
        own = self._length_of(bag)
        found = sorted((-total / (own * self._length[id]), id) for id, total in shared.items())
        return [(-like, id) for like, id in found[:_NEAREST]]

    def _length_of(self, bag: "array[int]") -> float:
        return sqrt(sum(self._rarity.get(word, 0.0) for word in bag)) or 1.0


def _words(packed: bytes) -> "array[int]":
    return array("I", packed)
