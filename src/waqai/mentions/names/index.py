"""The index of what the knowledge names, by the first word of each phrase.

The tables are read line by line; what a line tells is made only when a text names it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from waqai.arabic.clitics import known_words, lone
from waqai.arabic.letters import bare
from waqai.arabic.tokens import Tokens, tokenize
from waqai.knowledge import load
from waqai.mentions.names.known import Maker, Tenure, tenures, weight
from waqai.mentions.names.shelf import Listing, Shelf
from waqai.mentions.names.tables import items, lines


class Mark(Enum):
    """What is to be known of a phrase."""

    PLAIN = 0
    COMMON = 1  # also an ordinary word, or many people's name: alone it names nothing
    SHORT = 2  # a part of a person's name
    SHORT_AND_COMMON = 3


#: The marks of what alone names nothing, and of parts of a person's name.
COMMON = frozenset({Mark.COMMON, Mark.SHORT_AND_COMMON})
SHORT = frozenset({Mark.SHORT, Mark.SHORT_AND_COMMON})


#: Numbers of what is known, with their marks.
Senses = tuple[tuple[int, Mark], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens `[begin, end)`, the first without its first `clitics` letters."""

    begin: int
    end: int
    clitics: int
    senses: Senses


#: What follows a first word (words with a space between, or ""), and what it names.
Phrases = dict[str, Senses]
#: For each number of clitics cut: the numbers of words behind the first, the words that may stand
#: right behind it, and the phrases.
Variants = tuple[tuple[int, tuple[int, ...], frozenset[str], Phrases], ...]


class Gazetteer:
    """The phrases of the knowledge by their first word."""

    __slots__ = ("_named", "_phrases", "known")

    def __init__(self) -> None:
        self.known = Shelf()
        #: By first word: what follows it, what is named so, its mark if that is settled.
        self._named: dict[str, list[tuple[str, int, Mark | None]]] = {}
        self._phrases: dict[str, Phrases] = {}

    @property
    def by_id(self) -> dict[str, int]:
        """The number of each entity by its id."""
        return self.known.by_id()

    def read(self, name: str, make: Maker, *, people: bool = False) -> None:
        """Adds the rows of a table whose columns begin with `id`, `name_ar`, `variants`."""
        read = lines(name)
        listing = Listing(tuple(next(read, ("#", ""))[0].lstrip("#").split("\t")), make)
        for written, line in read:
            at = self.known.add_line(listing, written, line)
            _, full, variants = line.split("\t", 3)[:3]
            self.name(full, at, Mark.PLAIN if people else None)
            for variant in variants.split("|") if variants else ():
                common = variant[-1] == "*"
                name = variant[:-1] if common else variant
                short = people and _is_short(name, full)
                mark = _MARKS[short, common] if people or common else None
                self.name(name, at, mark)

    def name(self, folded: str, what: int, mark: Mark | None = Mark.PLAIN) -> None:
        """Adds the folded phrase as a name of `known[what]`; None: the mark is found out later."""
        if _ODD(folded):
            folded = " ".join(tokenize(folded).words)
        first, _, rest = folded.partition(" ")
        if first:
            self._named.setdefault(first, []).append((rest, what, mark))
            self._phrases.pop(first, None)

    def phrases(self, word: str) -> Phrases | None:
        """The phrases that begin with the folded `word`, without clitics."""
        found = self._phrases.get(word)
        if found is None and word in self._named:
            found = self._phrases[word] = self._marked(word)
        return found

    def alone(self, word: str) -> Senses:
        """What the folded `word` names by itself."""
        return (self.phrases(word) or {}).get("", ())

    def longest(self, tokens: Tokens, i: int, variants: Variants) -> Hit | None:
        """The longest phrase at token `i`, of equals the one with fewest clitics."""
        best: Hit | None = None
        words = tokens.words
        behind = words[i + 1] if i + 1 < len(words) else ""
        for letters, lengths, nexts, phrases in variants:
            if behind not in nexts:
                if best is None and "" in phrases:
                    best = Hit(i, i + 1, letters, phrases[""])
                continue
            for length in lengths:
                end = i + 1 + length
                if end > len(words):
                    continue
                if best is not None and end <= best.end:
                    break
                senses = phrases.get(" ".join(words[i + 1 : end]))
                if senses is not None:
                    best = Hit(i, end, letters, senses)
                    break
        return best

    def common_forms(self, what: int) -> list[str]:
        """The short names of a person that are ordinary words too, folded."""
        variants = items(self.known.folded(what)["variants"])
        return [name[:-1] for name in variants if name[-1] == "*" and " " not in name]

    def tenures(self) -> Iterator[tuple[Tenure, int]]:
        """Every role that somebody held, and who."""
        for what, cells in self.known.cells_with("roles"):
            for tenure in tenures(cells["roles"], cells["country"] or None):
                yield tenure, what

    def _marked(self, first: str) -> Phrases:
        phrases: dict[str, dict[int, Mark]] = {}
        for rest, what, mark in self._named[first]:
            senses = phrases.setdefault(rest, {})
            if what not in senses:
                name = f"{first} {rest}" if rest else first
                senses[what] = mark or self._mark(name, what)
        return {rest: tuple(senses.items()) for rest, senses in phrases.items()}

    def _mark(self, name: str, what: int) -> Mark:
        cells = self.known.folded(what)
        minor = "weight" in cells and weight(cells) < _SURE_WEIGHT
        common = name in items(cells.get("common", "")) or name in _never()
        return Mark.COMMON if common or (minor and _ordinary(name)) else Mark.PLAIN


def _is_short(name: str, full: str) -> bool:
    """Whether a person's name is the family's alone: "السيسي", "عبد العاطي"."""
    if " " not in name:
        return True
    return name.split(" ", 1)[0] in _connectors() and full.endswith(" " + name)


@cache
def _connectors() -> frozenset[str]:
    return frozenset(map(bare, load("names")["inside"]["connectors"]))


_ODD = re.compile(r"[^\u0621-\u064a ]").search
_SURE_WEIGHT = 6  # from which a place is named more often than the word that its name also is
_MARKS = {
    (False, False): Mark.PLAIN, (False, True): Mark.COMMON,
    (True, False): Mark.SHORT, (True, True): Mark.SHORT_AND_COMMON,
}  # fmt: skip


@cache
def _never() -> frozenset[str]:
    """Words too ordinary to name anything by themselves: "أفاد" is not always آفاد."""
    return frozenset(map(bare, load("names")["never"]["words"]))


def _ordinary(name: str) -> bool:
    """Whether a place's name is a word of the dictionary, in several forms."""
    rest = name[2:] if name.startswith("ال") else name
    return rest in known_words() and not lone(name)
