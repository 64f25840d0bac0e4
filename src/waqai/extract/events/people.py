"""The nouns that head a party without a name, from `parties.toml` and `events.toml`, folded."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from waqai.arabic.letters import bare
from waqai.knowledge import load

_ARTICLE = "ال"
_MASCULINE = ("", "ا", "ان", "ين", "ون", "و", "ي", "يه", "يها", "يهم")
_FEMININE = ("ة", "تان", "تين", "ات")
_PLURAL = ("ون", "ين")


@cache
def headed() -> dict[str, frozenset[str]]:
    """What joins some of a group to it by name, the second words by the first: "على رأسها"."""
    table: Any = load("parties", examples=False)
    found: dict[str, set[str]] = {}
    for phrase in table["headed"]:
        first, second = bare(phrase).split()
        found.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


@cache
def spoken(key: str) -> frozenset[str]:
    """One of the lists of `parties.toml`: "weak", "vague", "arms", "belonging", "each", …"""
    table: Any = load("parties", examples=False)
    return frozenset(map(bare, table[key]))


@cache
def heads() -> dict[str, str]:
    """The sector of each noun, in all its forms, that names a party which has no name."""
    derived = {
        bare(form): sector
        for form, sector in (
            *_forms("sound", _inflected),
            *_forms("plural", lambda word: (word + ending for ending in _PLURAL)),
            *_forms("broken", lambda word: (word,)),
        )
    }
    return derived | _written()


def lowly(words: list[str]) -> bool:
    """Whether those whom the folded words call make no news by themselves: a family, a firm.

    Such are parties of what is done to them or by them, but no reason to believe that it is told.
    """
    return _written().keys().isdisjoint(words) and sector_of_words(words) in _LOWLY


_LOWLY = {"CVL", "MED", "BUS", "NGO", "OPP", None}


@cache
def tallied() -> dict[str, str]:
    """The sector of each noun that is a party only behind a number: "20 مسلحا", "23 دولة"."""
    table: Any = load("parties", examples=False)
    one = {bare(w + "ا"): sector for sector, words in table["plural"].items() for w in words}
    return one | {bare(w): sector for sector, words in table["tallied"].items() for w in words}


@cache
def _written() -> dict[str, str]:
    """The forms that events.toml lists, with their sectors."""
    written = load("events", examples=False)["parties"]
    return {bare(word): sector for sector, words in written.items() for word in words}


@cache
def marked() -> frozenset[str]:
    """The heads that are such only when written with ة: "طلبة" are students, "طلبه" his demand."""
    written = load("events", examples=False)["parties"]
    forms = {form for key in ("sound", "broken") for form, _ in _forms(key, _marked)}
    forms |= {word for words in written.values() for word in words}
    owned = {bare(form) for form in forms if form.endswith("ه")}
    return frozenset(bare(form) for form in forms if form.endswith("ة")) - owned


@cache
def unmarked() -> frozenset[str]:
    """The heads that are such only when written with ه: "مسؤوليه" are his men, "مسؤولية" a duty."""
    written = load("events", examples=False)["parties"]
    forms = {form for form, _ in (*_forms("sound", _inflected), *_forms("broken", _marked))}
    forms |= {word for words in written.values() for word in words}
    return frozenset(bare(f) for f in forms if f.endswith("ه")) - {
        bare(f) for f in forms if f.endswith("ة")
    }


def _marked(word: str) -> Iterator[str]:
    yield word


def _forms(key: str, inflect: Callable[[str], Iterable[str]]) -> Iterator[tuple[str, str]]:
    table = load("parties", examples=False)[key]
    for sector, words in table.items():
        for word in words:
            for form in inflect(word):
                yield form, sector
                if not form.startswith(_ARTICLE):
                    yield _ARTICLE + form, sector


def _inflected(word: str) -> Iterator[str]:
    """The forms of a noun with sound plurals, with those that it has in construct."""
    stem = word.removesuffix("ة")
    for ending in _MASCULINE if stem == word else _FEMININE:
        yield stem + ending


@cache
def singular() -> frozenset[str]:
    """The heads that mean one man: "السائق", "شرطيا"."""
    table = load("parties", examples=False)["sound"]
    one = [word for words in table.values() for word in words if not word.endswith("ة")]
    return frozenset(bare(form) for word in one for form in (word, word + "ا", "ال" + word))


def sector_of_words(words: list[str]) -> str | None:
    """The sector of a party by its folded words: of a weak head that of the noun behind it.

    >>> sector_of_words(["عناصر", "الشرطه"]), sector_of_words(["مسلحون"])
    ('COP', 'REB')
    """
    known = _sectors()
    found = [(word, known[word]) for word in words if word in known]
    strong = [sector for word, sector in found if word not in spoken("weak")]
    named = strong or [sector for _, sector in found]
    return named[0] if named else None


@cache
def _sectors() -> dict[str, str]:
    return tallied() | heads()


@cache
def pronouns() -> dict[str, tuple[str, str]]:
    """The words that are a preposition with a pronoun, each with the two: "معه", "ضدها"."""
    table: Any = load("parties", examples=False)["with_pronoun"]
    return {
        bare(word) + pronoun: (bare(word), pronoun)
        for word in table
        for pronoun in ("ه", "ها", "هم", "هن", "هما")
    }
