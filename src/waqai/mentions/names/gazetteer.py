"""Everybody and everything that the knowledge names, found by the first word of a phrase."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from waqai.arabic.clitics import known, known_words, lone, proclitics
from waqai.arabic.letters import bare
from waqai.arabic.tokens import Tokens, tokenize
from waqai.knowledge import load
from waqai.mentions.names.tables import Row, items, people_tables, rows
from waqai.model.names import Entity, EntityKind


class Mark(Enum):
    """What is to be known of a phrase."""

    PLAIN = 0
    COMMON = 1  # also an ordinary word, or many people's name: alone it names nothing
    SHORT = 2  # a part of a person's name
    SHORT_AND_COMMON = 3


#: The marks of what alone names nothing, and of parts of a person's name.
COMMON = frozenset({Mark.COMMON, Mark.SHORT_AND_COMMON})
SHORT = frozenset({Mark.SHORT, Mark.SHORT_AND_COMMON})


@dataclass(frozen=True, slots=True)
class Tenure:
    """A role held: `country` or `organisation` is whose; days as written, None when open."""

    role: str
    country: str | None
    organisation: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the knowledge, with what chooses between homonyms.

    `sort` is the table's own kind ("capital", "newspaper", …); `weight` its importance, 0 to 9.
    """

    entity: Entity
    sort: str = ""
    weight: int = 5
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens `[begin, end)`, the first without its first `clitics` letters."""

    begin: int
    end: int
    clitics: int
    senses: tuple[tuple[int, Mark], ...]  # indices into `Gazetteer.known`


#: What follows a first word (words with a space between, or ""), and what it names.
Phrases = dict[str, list[tuple[int, Mark]]]
#: For each number of clitics cut: the numbers of words behind the first, and the phrases.
Variants = tuple[tuple[int, tuple[int, ...], Phrases], ...]


class Gazetteer:
    """The phrases of the knowledge by their first word."""

    __slots__ = ("_phrases", "by_id", "doubtful", "known")

    def __init__(self) -> None:
        self.known: list[Known] = []
        self.by_id: dict[str, int] = {}
        #: Short forms of a person that are common words, by the person's index.
        self.doubtful: dict[int, list[str]] = {}
        self._phrases: dict[str, Phrases] = {}

    def add(self, what: Known) -> int:
        """The index of `what`, which is added unless its id is there."""
        at = self.by_id.setdefault(what.entity.id, len(self.known))
        if at == len(self.known):
            self.known.append(what)
        return at

    def name(self, folded: str, what: int, mark: Mark = Mark.PLAIN) -> None:
        """Adds the folded phrase as a name of `known[what]`."""
        if not folded.replace(" ", "").isalpha():
            folded = " ".join(tokenize(folded).words)
        first, _, rest = folded.partition(" ")
        if first:
            senses = self._phrases.setdefault(first, {}).setdefault(rest, [])
            if all(there != what for there, _ in senses):
                senses.append((what, mark))

    def phrases(self, word: str) -> Phrases | None:
        """The phrases that begin with the folded `word`, without clitics."""
        return self._phrases.get(word)

    def alone(self, word: str) -> list[tuple[int, Mark]]:
        """What the folded `word` names by itself."""
        return self._phrases.get(word, {}).get("", [])

    def longest(self, tokens: Tokens, i: int, variants: Variants) -> Hit | None:
        """The longest phrase at token `i`, of equals the one with fewest clitics."""
        best: Hit | None = None
        size = len(tokens.words)
        for letters, lengths, phrases in variants:
            for length in lengths:
                end = i + 1 + length
                if end > size:
                    continue
                if best is not None and end <= best.end:
                    break
                senses = phrases.get(" ".join(tokens.words[i + 1 : end]))
                if senses is not None:
                    best = Hit(i, end, letters, tuple(senses))
                    break
        return best


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
            found.append((letters, tuple(sorted(lengths, reverse=True)), phrases))
    return tuple(found)


def _torn(word: str, letters: int) -> bool:
    return known(word) and proclitics(word) != letters


@cache
def gazetteer() -> Gazetteer:
    """The phrases of countries, people, organisations and places, read once."""
    collecting = gc.isenabled()
    gc.disable()  # tens of thousands of objects that all stay: looking for garbage is a third of it
    try:
        return _read_tables()
    finally:
        if collecting:
            gc.enable()


def _read_tables() -> Gazetteer:
    table = Gazetteer()
    for row in rows("countries"):
        _country(table, row)
    for row in rows("organisations"):
        _organisation(table, row)
    for name in people_tables():
        for row in rows(name):
            _person(table, row)
    for row in rows("places"):
        _place(table, row)
    return table


def _country(table: Gazetteer, row: Row) -> None:
    cells, folded = row
    code = cells["iso2"]
    names = items(cells.get("names_ar", ""))
    entity = Entity(
        code, EntityKind.COUNTRY, cells["name_ar"], cells.get("name_en") or None,
        (cells["name_ar"], *names), code,
    )  # fmt: skip
    at = table.add(Known(entity, "country", 9))
    common = frozenset(items(folded.get("common", "")))
    for name in (folded["name_ar"], *items(folded.get("names_ar", ""))):
        table.name(name, at, Mark.COMMON if name in common else Mark.PLAIN)
    capitals = items(cells.get("capital_ar", ""))
    if capitals:
        capital = Entity(
            f"{code}.capital", EntityKind.PLACE, capitals[0], cells.get("capital_en") or None,
            tuple(capitals), code,
        )  # fmt: skip
        at = table.add(Known(capital, "capital", 9))
        for name in items(folded["capital_ar"]):
            table.name(name, at, Mark.COMMON if name in common else Mark.PLAIN)
    seats = items(cells.get("seats", ""))
    for seat, name in zip(seats, items(folded.get("seats", "")), strict=True):
        entity = Entity(f"{code}.seat.{name}", EntityKind.ORGANISATION, seat, None, (seat,), code)
        table.name(name, table.add(Known(entity, "seat", 7)), _marked(name in common))


def _marked(common: bool) -> Mark:
    return Mark.COMMON if common else Mark.PLAIN


def _organisation(table: Gazetteer, row: Row) -> None:
    cells, folded = row
    kind = EntityKind.GROUP if cells.get("kind") == "armed_group" else EntityKind.ORGANISATION
    sort = "carrier" if cells.get("carrier") else cells.get("kind", "")
    _add(table, row, Entity(
        cells["id"], kind, cells["name_ar"], cells.get("name_en") or None,
        _aliases(cells), cells.get("country") or None,
    ), sort, 6)  # fmt: skip
    del folded


def _place(table: Gazetteer, row: Row) -> None:
    cells, _ = row
    weight = cells.get("weight", "")
    _add(table, row, Entity(
        cells["id"], EntityKind.PLACE, cells["name_ar"], cells.get("name_en") or None,
        _aliases(cells), cells.get("country") or None,
    ), cells.get("kind", ""), int(weight) if weight.isdecimal() else 1)  # fmt: skip


def _add(table: Gazetteer, row: Row, entity: Entity, sort: str, weight: int) -> None:
    _, folded = row
    at = table.add(Known(entity, sort, weight))
    common = frozenset(items(folded.get("common", "")))
    for written in (folded["name_ar"], *items(folded.get("variants", ""))):
        name = written.rstrip("*")
        minor = entity.kind is EntityKind.PLACE and weight < _SURE_WEIGHT
        ordinary = (minor and _ordinary(name)) or name in _never()
        table.name(name, at, _marked(ordinary or written != name or name in common))


@cache
def _never() -> frozenset[str]:
    """Words too ordinary to name anything by themselves: "أفاد" is not always آفاد."""
    return frozenset(map(bare, load("names")["never"]["words"]))


_SURE_WEIGHT = 6  # from which a place is named more often than the word that its name also is


def _ordinary(name: str) -> bool:
    """Whether a place's name is a word of the dictionary, in several forms."""
    rest = name[2:] if name.startswith("ال") else name
    return rest in known_words() and not lone(name)


def _aliases(cells: dict[str, str]) -> tuple[str, ...]:
    variants = (name.rstrip("*") for name in items(cells.get("variants", "")))
    return (cells["name_ar"], *variants)


def _person(table: Gazetteer, row: Row) -> None:
    cells, folded = row
    country = cells.get("country") or None
    entity = Entity(
        cells["id"], EntityKind.PERSON, cells["name_ar"], cells.get("name_en") or None,
        _aliases(cells), country,
    )  # fmt: skip
    tenures = tuple(_tenure(item, country) for item in items(cells.get("roles", "")))
    at = table.add(Known(entity, cells.get("sex", ""), 6, tenures))
    table.name(folded["name_ar"], at)
    for name in items(folded.get("variants", "")):
        short, common = len(name.split()) == 1, name.endswith("*")
        mark = Mark(Mark.COMMON.value * common + Mark.SHORT.value * short)
        table.name(name.rstrip("*"), at, mark)
        if mark is Mark.SHORT_AND_COMMON:
            table.doubtful.setdefault(at, []).append(name.rstrip("*"))


def _tenure(item: str, country: str | None) -> Tenure:
    """`role@from..to`, `role:XX@…` for another country, `role:org_id@…` for an organisation."""
    held, _, days = item.partition("@")
    role, _, whose = held.partition(":")
    start, _, end = days.partition("..")
    is_country = len(whose) == 2 and whose.isupper()
    return Tenure(
        role,
        whose if is_country else (None if whose else country),
        whose if whose and not is_country else None,
        start or None,
        end or None,
    )
