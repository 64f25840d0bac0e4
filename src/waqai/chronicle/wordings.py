"""What a telling calls things, and what its figures count, by `wording.toml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from waqai.arabic.letters import bare
from waqai.chronicle.terms import Terms, stems
from waqai.knowledge import load
from waqai.model.chronicle import Figure, Telling
from waqai.model.names import Entity, EntityKind

_TEXTS = 20_000  # triggers and names that are remembered
_ACT, _ACTORS, _RECIPIENTS = "act", "actors", "recipients"


@dataclass(frozen=True, slots=True, order=True)
class Wording:
    """One name of a thing: the thing's key, what of the event it names, and the word's first form.

    `of` is "act", "actors" or "recipients".
    """

    thing: str
    of: str
    word: str


def wordings(telling: Telling, entities: Mapping[str, Entity]) -> frozenset[Wording]:
    """The loaded words of a telling: its trigger, its unnamed parties, what its figures count."""
    return frozenset(
        wording
        for of, text in _texts(telling, entities)
        for wording in wordings_of(text, of, telling.kind)
    )


@lru_cache(_TEXTS)
def wordings_of(text: str, of: str, kind: str) -> frozenset[Wording]:
    """The loaded words of a trigger or of a party's name, in an event of `kind`.

    `of` is "act", "actors" or "recipients", as in `Wording`.
    """
    return frozenset(
        Wording(thing, of, word)
        for hit in _terms().find(stems(text))
        for thing, word in hit.sense
        if _fits(thing, of, kind)
    )


@lru_cache(_TEXTS)
def is_loaded(text: str) -> bool:
    """Whether there is a loaded word in `text`, of whatever it may be the name."""
    return any(hit.sense for hit in _terms().find(stems(text)))


def kinds_of_acts() -> frozenset[str]:
    """The kinds of event whose triggers may be loaded words."""
    return frozenset().union(*_kinds().values())


def counted(figure: Figure, kind: str) -> tuple[str, str] | None:
    """What befell whom, of a figure in an event of `kind`: ("killed", "civilians").

    A sum is counted by its unit. None where that cannot be told.
    """
    if figure.unit is not None:
        return (kind, figure.unit)
    if figure.of is None:
        return None
    word = bare(figure.of).removeprefix("ال")
    if (fate := _fates().get(word)) is not None:
        return (fate, "people")
    who, what = _people().get(word), _fates_of_kinds().get(kind)
    return None if who is None or what is None else (what, who)


def _texts(telling: Telling, entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    yield _ACT, telling.cue
    for figure in telling.figures:
        if figure.of:
            yield _ACT, figure.of
    sides = ((_ACTORS, telling.actors), (_RECIPIENTS, telling.recipients))
    for of, parties in sides:
        for party in parties:
            entity = entities.get(party)
            if entity is not None and entity.kind is EntityKind.GROUP:
                yield of if not telling.mutual else _ACTORS, entity.name


def _fits(thing: str, of: str, kind: str) -> bool:
    """Whether the word counts there: a trigger's only in the kinds of its thing."""
    kinds = _kinds()[thing]
    return not kinds if of != _ACT else kind in kinds


def _table() -> dict[str, Any]:
    return load("wording")


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {thing["id"]: frozenset(thing.get("kinds", ())) for thing in _table()["thing"]}


@cache
def _terms() -> Terms[tuple[tuple[str, str], ...]]:
    """Each word with the things that it names and the first form of the term there."""
    senses: dict[str, list[tuple[str, str]]] = {}
    for thing in _table()["thing"]:
        for term in thing["term"]:
            for word in term["words"]:
                senses.setdefault(word, []).append((thing["id"], term["words"][0]))
    terms: Terms[tuple[tuple[str, str], ...]] = Terms()
    for word, named in senses.items():
        terms.update((word,), tuple(named))
    return terms


@cache
def _fates() -> dict[str, str]:
    return {bare(word): toll["id"] for toll in _table()["toll"] for word in toll["words"]}


@cache
def _fates_of_kinds() -> dict[str, str]:
    return {kind: toll["id"] for toll in _table()["toll"] for kind in toll.get("kinds", ())}


@cache
def _people() -> dict[str, str]:
    return {bare(word): who for who, words in _table()["people"].items() for word in words}
