"""A vocabulary looked up by tokens: phrases of one or more words, with the clitics before them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from waqai.arabic.letters import bare
from waqai.arabic.tokens import Tokens, tokenize

T = TypeVar("T")

#: Letters that are written together with the word behind them, and how they change an article.
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A phrase found: `end` is the token behind it, `clitics` the letters cut off before it."""

    end: int
    clitics: int
    sense: T


def with_clitics(word: str) -> Iterable[tuple[str, int]]:
    """The written forms of folded `word` behind و ف ب ل ك, and how many letters precede it.

    >>> dict(with_clitics("الخميس"))["وللخميس"]
    2
    """
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            head = conjunction + preposition
            yield head + word, len(head)
            if preposition == "ل" and word.startswith("ال"):  # the article; "لألف" keeps its alif
                yield head + "ل" + word[2:], len(head)


class Lexicon(Generic[T]):
    """Phrases and their senses. A phrase is compared folded and unmarked, token by token."""

    __slots__ = ("_phrases",)

    def __init__(self) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], int, T]]] = {}

    def add(self, phrase: str, sense: T, *, clitics: bool = True) -> None:
        """Adds `phrase`; with `clitics`, also its forms behind و ف ب ل ك."""
        first, *rest = tokenize(bare(phrase)).words
        for written, letters in with_clitics(first) if clitics else ((first, 0),):
            rows = self._phrases.setdefault(written, [])
            row = (tuple(rest), letters, sense)
            if row not in rows:
                rows.append(row)
                # the longest phrase first, and of two readings the one with fewer clitics
                rows.sort(key=lambda r: (-len(r[0]), r[1]))

    def update(self, phrases: Iterable[str], sense: T, *, clitics: bool = True) -> None:
        """Adds each of `phrases` with the same sense."""
        for phrase in phrases:
            self.add(phrase, sense, clitics=clitics)

    def at(self, tokens: Tokens, i: int) -> Entry[T] | None:
        """The longest phrase that begins at token `i`, or None."""
        words = tokens.words
        rows = self._phrases.get(words[i]) if i < len(words) else None
        if rows is None:
            return None
        for rest, letters, sense in rows:
            if not rest or tuple(words[i + 1 : i + 1 + len(rest)]) == rest:
                return Entry(i + 1 + len(rest), letters, sense)
        return None

    def words(self) -> Iterable[str]:
        """The first words of all phrases, in every written form."""
        return self._phrases.keys()

    def openings(self) -> Iterable[tuple[str, str | None]]:
        """The first words of all phrases, each with the word behind it; None for one alone."""
        for written, rows in self._phrases.items():
            for rest, _, _ in rows:
                yield written, rest[0] if rest else None

    def __contains__(self, word: object) -> bool:
        return word in self._phrases
