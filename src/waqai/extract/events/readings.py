"""What a word may be: the forms that it is written like.

The table holds base forms; clitics before a word, its article and the pronoun behind it are cut
when a word is looked up, once for each different word.
"""

from collections.abc import Iterator
from functools import lru_cache

from waqai.arabic.clitics import PROCLITICS, known, proclitics
from waqai.extract.events.forms import FINITE, PREPOSITIONS, Light, Reading, Shape
from waqai.extract.events.inflecting import Table, inflected

_SHORT = 2  # letters of "شن"
_SHORT_AND = 3  # letters of "وحض"
_PRONOUNS = ("هما", "هم", "هن", "ها", "ه", "نا", "ي")


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[Reading, ...]:
    """What the folded `word` may be, the reading with fewest clitics alone."""
    whole = tuple(_behind(word, ""))
    if whole:
        return whole
    for clitics, rest in _cuts(word):
        found = tuple(_behind(rest, clitics))
        if found:
            return found
    return ()


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    if word[:1] not in PROCLITICS:
        return
    letters = ""
    rest = word
    if known(word) and proclitics(word) == 0:
        if rest[:1] == "و" and rest[1:] in inflected():
            yield "و", rest[1:]  # "ودعا", which is a word besides; but "وزارته" is his ministry
        return
    if rest[:1] == "و" and len(rest) == _SHORT_AND:
        yield "و", rest[1:]
    if rest[:1] in {"و", "ف"} and len(rest) > 3:
        letters, rest = rest[0], rest[1:]
        yield letters, rest
    if rest[:1] == "س" and rest[1:2] in {"ي", "ت", "ن", "ا"}:
        yield letters + "س", rest[1:]
    elif rest[:2] == "لل" and len(rest) > 4:
        if any(_behind(rest[1:], letters + "ل")):
            yield letters + "ل", rest[1:]  # "للقاء"
        yield letters + "ل", "ال" + rest[2:]
    elif rest[:1] in PREPOSITIONS and len(rest) > 3:
        yield letters + rest[0], rest[1:]


def _behind(word: str, clitics: str) -> Iterator[Reading]:
    """The readings of a word without clitics: as it is, without article, without pronoun."""
    table = inflected()
    preposed = clitics[-1:] in PREPOSITIONS and clitics != ""
    found = False
    for form in table.get(word, ()):
        if form.shape in {Shape.PAST, Shape.PASSIVE} and (preposed or "س" in clitics):
            continue
        if form.shape is Shape.PRESENT and preposed and clitics[-1] != "ل":
            continue
        if form.shape is Shape.NOUN and "س" in clitics:
            continue
        if form.shape is Shape.PARTICIPLE and clitics not in {"", "و"}:
            continue
        found = True
        yield Reading(form, clitics)
    if word.startswith("ال") and "س" not in clitics:
        for form in table.get(word[2:], ()):
            if form.shape is Shape.NOUN:
                found = True
                yield Reading(form, clitics, article=True)
    if not found and word.endswith(_PRONOUNS) and not word.startswith("ال"):
        yield from _owned(word, clitics, table, preposed)


def _owned(word: str, clitics: str, table: Table, preposed: bool) -> Iterator[Reading]:
    for pronoun in _PRONOUNS:
        stem = word.removesuffix(pronoun)
        if stem is word or len(stem) < _SHORT:
            continue
        if len(stem) == _SHORT:  # "شنها", but not "حلها"
            yield from (
                Reading(form, clitics, pronoun=pronoun)
                for form in table.get(stem, ())
                if form.shape is Shape.PAST and isinstance(form.of, Light) and not preposed
            )
            continue
        stems = [stem]
        if stem.endswith("ت"):
            stems.append(stem[:-1] + "ه")
        if stem[-1] in "يو":
            stems.append(stem[:-1] + "ء")
        if stem.endswith("ا"):
            stems.append(stem[:-1] + "ي")
        if stem.endswith("و"):
            stems.append(stem + "ا")
        for base in stems:
            for form in table.get(base, ()):
                noun = form.shape is Shape.NOUN and "س" not in clitics
                verb = form.shape in FINITE and pronoun != "ي" and not preposed
                if noun or verb:
                    yield Reading(form, clitics, pronoun=pronoun)
        if len(pronoun) > 1 and any(table.get(base) for base in stems):
            return
