"""The small words of events, from `events.toml`, folded."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache, lru_cache
from typing import Any

from waqai.arabic.clitics import proclitics
from waqai.arabic.letters import bare
from waqai.extract.events.frames import Frame, entries
from waqai.extract.events.people import heads
from waqai.extract.statements.vocabulary import complements
from waqai.knowledge import load
from waqai.model.events import Status

#: Endings of a noun or a verb and the pronouns behind it, by their last letter.
_ENDINGS = {
    last: tuple(ending for ending in (
        "ا", "ه", "ها", "هم", "ين", "ون", "ان", "يه", "ي", "ته", "تها",
        "اتها", "اته", "تين", "تان", "تهم", "هما", "اتهم", "ات",
    ) if ending[-1] == last)
    for last in "اهمنيت"
}  # fmt: skip


@cache
def listed(*keys: str) -> frozenset[str]:
    """A list of words: `listed("negation", "verbs")`."""
    table: Any = load("events", examples=False)
    for key in keys:
        table = table[key]
    return frozenset(map(bare, table))


@cache
def event_times(key: str) -> frozenset[str]:
    """A list of words that tell how a time bears on an event: `event_times("since")`."""
    return frozenset(map(bare, load("event_times")[key]))


@cache
def adjectives() -> dict[str, Status]:
    """What an adjective makes of its noun's event: مقررة, المرتقبة, محتملة."""
    table = load("events", examples=False)["adjectives"]
    return {
        before + bare(word) + ending: Status(status)
        for status, words in table.items()
        for word in words
        for before in ("", "ال")
        for ending in ("", "ه", "ا", "ين", "ان", "تين", "ات")
    }


def parties() -> dict[str, str]:
    """The sector of each noun that names a party which has no name."""
    return heads()


@cache
def long_prepositions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Prepositions of several words that some frame asks for, by their first word."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for entry in entries():
        for key in entry.frame.brings:
            first, *rest = key.split()
            if rest:
                found.setdefault(first, set()).add(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}


@cache
def prepositions() -> frozenset[str]:
    """Every preposition that is one word: the common ones and those that some frame asks for."""
    asked = (key for entry in entries() for key in entry.frame.brings)
    return listed("prepositions") | {key for key in asked if len(key) > 1 and " " not in key}


@cache
def clause_ends() -> frozenset[str]:
    """Words at which a clause has ended."""
    return listed("bounds") | listed("relatives") | complements()


@lru_cache(maxsize=1 << 16)
def senses(word: str) -> frozenset[str]:
    """Those of `bases(word)` that a frame or a list of words asks for: of most words none."""
    return _asked().intersection(bases(word)) or _NO_SENSES


_NO_SENSES: frozenset[str] = frozenset()


@cache
def _asked() -> frozenset[str]:
    """Every word that may be asked for in whichever form.

    That is every set of words that a frame has, and every list that `listed` can give: a list
    that is compared with `senses` for the first time is here already.
    """
    sets = (getattr(entry.frame, one.name) for entry in entries() for one in fields(Frame))
    frames = (words for words in sets if isinstance(words, frozenset))
    return frozenset().union(*frames, *(listed(*keys) for keys in list_keys()))


@cache
def list_keys() -> tuple[tuple[str, ...], ...]:
    """The keys of every list of words in `events.toml`, as `listed` takes them."""
    return tuple(_keys(load("events", examples=False), ()))


def _keys(table: dict[str, Any], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _keys(value, (*above, key))
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            yield (*above, key)


def bases(word: str) -> frozenset[str]:
    """What the folded `word` may be a form of: without clitics, article, endings and pronouns.

    >>> "صفقه" in bases("وصفقتها"), "هدف" in bases("الأهداف")
    (True, False)
    """
    rest = word[proclitics(word) :]
    found = {word, rest, word.removeprefix("ال"), rest.removeprefix("ال")}
    for form in tuple(found):
        for ending in _ENDINGS.get(form[-1:], ()):
            if form.endswith(ending) and len(form) - len(ending) > 2:
                stem = form[: -len(ending)]
                found |= {stem, stem + "ه"}
    return frozenset(found)
