"""The words of time of `knowledge/times.toml` as lexicons, built once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from waqai.arabic.letters import bare
from waqai.arabic.lexicon import Lexicon
from waqai.arabic.tokens import Tokens
from waqai.knowledge import load
from waqai.model.times import DayPart, Direction, Portion, Unit


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit as a word: how many it says itself (singular 1, dual 2, plural None)."""

    unit: Unit
    count: int | None
    definite: bool
    accusative: bool = False


@dataclass(frozen=True, slots=True)
class EventDay:
    """A date that stands for an event of its own year behind one of `after`."""

    month: int
    day: int
    year: int
    after: frozenset[str]


def lexicon(words: Iterable[str], *, clitics: bool = True) -> Lexicon[bool]:
    """`words` without further sense."""
    found: Lexicon[bool] = Lexicon()
    found.update(words, True, clitics=clitics)
    return found


def folded(words: Iterable[str]) -> frozenset[str]:
    """`words` as single folded tokens."""
    return frozenset(map(bare, words))


@cache
def listed(table: str, key: str = "words") -> Lexicon[bool]:
    """The words of `[table] key`."""
    return lexicon(load("times")[table][key])


@cache
def plain(table: str, key: str = "words") -> frozenset[str]:
    """The single words of `[table] key`, folded, without clitics."""
    return folded(load("times")[table][key])


@cache
def steps(table: str) -> Lexicon[int]:
    """A table whose keys are steps: deictic_days, previous_days, qualifiers, …"""
    found: Lexicon[int] = Lexicon()
    for key, words in load("times")[table].items():
        found.update(words, int(key))
    return found


@cache
def day_parts(key: str) -> Lexicon[DayPart]:
    """Parts of the day that stand before a day (`lead`), behind it (`adverb`), or `alone`."""
    found: Lexicon[DayPart] = Lexicon()
    for name, row in load("times")["day_parts"].items():
        found.update(row.get(key, ()), DayPart(name))
    return found


@cache
def portions(table: str = "portions") -> Lexicon[Portion]:
    """Words for the beginning, middle and end of a longer time."""
    found: Lexicon[Portion] = Lexicon()
    for name, words in load("times")[table].items():
        found.update(words, Portion(name))
    return found


@cache
def units() -> Lexicon[UnitWord]:
    """Every form of every unit, with and without article."""
    found: Lexicon[UnitWord] = Lexicon()
    counts = (("singular", 1), ("accusative", 1), ("dual", 2), ("plural", None))
    for name, row in load("times")["unit"].items():
        for key, count in counts:
            for form in row.get(key, ()):
                found.add(form, UnitWord(Unit(name), count, False, key == "accusative"))
                if key != "accusative":
                    found.add("ال" + form, UnitWord(Unit(name), count, True))
    return found


@cache
def vague() -> Lexicon[Direction]:
    """Times that no calendar holds."""
    found: Lexicon[Direction] = Lexicon()
    for name, words in load("times")["vague"].items():
        found.update(words, Direction(name))
    return found


@cache
def frequencies() -> Lexicon[Unit]:
    """ "يوميا", "الأسبوعية": the unit at which something recurs."""
    found: Lexicon[Unit] = Lexicon()
    for name, words in load("times")["adverbs_of_frequency"].items():
        found.update(words, Unit(name))
    return found


@cache
def seasons() -> Lexicon[str]:
    """Seasons as TIMEX3 codes SP, SU, FA, WI."""
    found: Lexicon[str] = Lexicon()
    for name, words in load("times")["seasons"].items():
        found.update(words, name)
    return found


@cache
def decades() -> Lexicon[int]:
    """Decades of the twentieth century as their first year."""
    found: Lexicon[int] = Lexicon()
    for first, words in load("times")["decades"].items():
        found.update(words, int(first))
    return found


@cache
def feasts() -> Lexicon[str]:
    """Feasts as keys of the knowledge."""
    found: Lexicon[str] = Lexicon()
    for row in load("times")["feast"]:
        found.update(row["names"], row["key"])
    return found


@cache
def event_days() -> tuple[EventDay, ...]:
    """Dates known by what happened on them."""
    return tuple(
        EventDay(row["month"], row["day"], row["year"], folded(row["after"]))
        for row in load("times")["event_day"]
    )


def preceded_by(tokens: Tokens, i: int, words: frozenset[str]) -> bool:
    """Whether the word before token `i` is one of `words`, with or without و or ف before it."""
    if not i:
        return False
    word = tokens.words[i - 1]
    return word in words or (word[0] in "وف" and word[1:] in words)
