"""Phrases of the knowledge found in a text, whatever clitic, article or pronoun is on a word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from waqai.arabic.clitics import proclitics
from waqai.arabic.letters import bare
from waqai.arabic.tokens import tokenize

T = TypeVar("T")

_ARTICLE = "ال"
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")  # "ي" makes adjectives too
_SHORTEST = 2  # letters of a word that an article may leave over


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found at the stems `[start, end)`."""

    start: int
    end: int
    sense: T


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The folded `word` without the clitics and the article before it.

    >>> stem("والهدنه"), stem("للعقوبات"), stem("وقف")
    ('هدنه', 'عقوبات', 'وقف')
    """
    letters = proclitics(word)
    rest = word[letters:]
    if letters and word[letters - 1] == "ل" and rest.startswith("ل") and len(rest) > 1 + _SHORTEST:
        return rest[1:]
    return _without_article(rest)


def stems(text: str) -> list[str]:
    """The words and signs of `text`, each as its stem."""
    return [stem(word) for word in tokenize(text).words]


class Terms(Generic[T]):
    """Phrases and their senses; a phrase is compared stem by stem, the longest first."""

    __slots__ = ("_phrases",)

    def __init__(self) -> None:
        self._phrases: dict[str, list[tuple[tuple[frozenset[str], ...], T]]] = {}

    def update(self, phrases: Iterable[str], sense: T) -> None:
        """Adds each of `phrases` with the same sense."""
        for phrase in phrases:
            words = tuple(_forms(_without_article(word)) for word in bare(phrase).split())
            for first in words[0]:
                rows = self._phrases.setdefault(first, [])
                rows.append((words, sense))
                rows.sort(key=lambda row: -len(row[0]))

    def begins(self, word: str) -> bool:
        """Whether some phrase begins with the stem `word`."""
        return word in self._phrases

    def find(self, found: Sequence[str]) -> Iterator[Found[T]]:
        """The phrases in the stems `found`, from the first to the last; none within another."""
        at = 0
        while at < len(found):
            hit = self.at(found, at)
            if hit is not None:
                yield hit
            at = at + 1 if hit is None else hit.end

    def at(self, found: Sequence[str], i: int) -> Found[T] | None:
        """The longest phrase that begins at stem `i`."""
        for words, sense in self._phrases.get(found[i], ()):
            end = i + len(words)
            if end <= len(found) and all(
                word in forms for word, forms in zip(found[i:end], words, strict=True)
            ):
                return Found(i, end, sense)
        return None


def _without_article(word: str) -> str:
    # twice in "الالتزام": what begins with these letters itself loses them on both sides
    while word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + _SHORTEST - 1:
        word = word[len(_ARTICLE) :]
    return word


def _forms(word: str) -> frozenset[str]:
    """A word, with the accusative's alif, and with a pronoun behind it."""
    open_form = word[:-1] + "ت" if word.endswith("ه") else word
    return frozenset({word, word + "ا", *(open_form + pronoun for pronoun in _PRONOUNS)})
