"""Wording: who calls the same thing what."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from fastapi import APIRouter

from waqai.chronicle.wordings import is_loaded, kinds_of_acts, wordings_of
from waqai.knowledge import load
from waqai.model.chronicle import Slot
from waqai.store.queries import called, disputes, entities
from waqai.store.queries.called import Called
from waqai.web.asked import Asked
from waqai.web.screen import Listed, Shown, add

router = APIRouter(include_in_schema=False)
_SHOWN = 8  # outlets, and speakers, that are shown of each word


@dataclass(slots=True)
class Word:
    """One name of a thing: how many tellings use it, by outlet and by the speaker quoted."""

    word: str
    slant: str
    outlets: Counter[str] = field(default_factory=Counter)
    speakers: Counter[str] = field(default_factory=Counter)
    tellings: int = 0

    def count(self, one: Called) -> None:
        """Count who says it: the speaker, or where nobody is quoted the outlet itself."""
        self.tellings += one.tellings
        if one.by is not None:
            self.speakers[one.by] += one.tellings
        elif one.outlet is not None:
            self.outlets[one.outlet] += one.tellings


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing with its names in use, the most used first."""

    id: str
    title: str
    words: tuple[Word, ...]


def show(asked: Asked) -> Shown:
    """The things that the chronicle has more than one name for."""
    connection = asked.chronicle.connection
    things = tuple(_things(asked))
    speakers = chain.from_iterable(
        (id for id, _ in word.speakers.most_common(_SHOWN))
        for thing in things
        for word in thing.words
    )
    who = entities.by_ids(connection, speakers)
    names = {
        "things": things,
        "who": who,
        "shown": _SHOWN,
        "disputed": disputes.by_slot(connection).get(Slot.WORDING, 0),
    }
    return Shown(names, lambda: Listed("wordings", sum(1 for _ in _rows(things)), [*_rows(things)]))


def _things(asked: Asked) -> Iterator[Thing]:
    connection = asked.chronicle.connection
    known: dict[str, dict[str, Any]] = {one["id"]: one for one in load("wording")["thing"]}
    used: dict[str, dict[str, Word]] = {}
    loaded = [name for name in called.group_names(connection) if is_loaded(name)]
    every = chain(called.acts(connection, kinds_of_acts()), called.parties(connection, loaded))
    for one in every:
        for found in wordings_of(one.words, one.of, one.kind):
            words = used.setdefault(found.thing, {})
            if found.word not in words:
                words[found.word] = Word(found.word, _slant(known[found.thing], found.word))
            words[found.word].count(one)
    for id, thing in known.items():
        words_of = sorted(used.get(id, {}).values(), key=lambda w: (-w.tellings, w.word))
        if len(words_of) > 1:
            yield Thing(id, thing[asked.reader.lang.value], tuple(words_of))


def _slant(thing: dict[str, Any], word: str) -> str:
    return next(str(term["slant"]) for term in thing["term"] if term["words"][0] == word)


def _rows(things: tuple[Thing, ...]) -> Iterator[dict[str, object]]:
    """A row for each word and who says it; `speaker` is an entity's id."""
    for thing in things:
        for word in thing.words:
            for outlet, many in sorted(word.outlets.items()):
                yield _row(thing, word, outlet, None, many)
            for speaker, many in sorted(word.speakers.items()):
                yield _row(thing, word, None, speaker, many)


def _row(
    thing: Thing, word: Word, outlet: str | None, speaker: str | None, many: int
) -> dict[str, object]:
    return {
        "thing": thing.id,
        "word": word.word,
        "slant": word.slant,
        "outlet": outlet,
        "speaker": speaker,
        "tellings": many,
    }


add(router, "/wording", "wording.html", show)
