"""The issues and the words of stance, from `issues.toml`, ready to be compared with stems."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from waqai.arabic.letters import bare
from waqai.chronicle.terms import Terms, stem
from waqai.extract.statements import morphology
from waqai.knowledge import load

FOR, AGAINST = 1, -1
_SIGNS = {"for": FOR, "against": AGAINST}


class Person(Enum):
    """Whose stance a word tells."""

    OWN = "own"  # "نرفض"
    THIRD = "third"  # "ترفض": the speaker's only behind "إنها" or "بلاده"
    NOUN = "noun"  # "رفض": the speaker's only with "بلاده" behind it
    OWNED = "owned"  # "رفضه": the speaker's where what is said opens with it


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of stance: its sign, whose it is, and the preposition before what it is about."""

    sign: int
    person: Person
    behind: str | None


@cache
def issue_terms() -> Terms[tuple[str, int]]:
    """The phrases of each issue: its key and 1, -1 for its contrary; no key for lookalikes."""
    terms: Terms[tuple[str, int]] = Terms()
    terms.update(table()["link"]["none"], ("", FOR))
    for issue in table()["issue"]:
        terms.update(issue["terms"], (issue["id"], FOR))
        terms.update(issue.get("contrary", ()), (issue["id"], AGAINST))
    return terms


@cache
def cues() -> dict[str, Cue]:
    """Every form of a word of stance within what is said."""
    return {
        form: cue
        for row in table()["stance"]
        if not row.get("only_verb", False)
        for form, cue in _cues(row)
    }


@cache
def sayings() -> dict[str, Cue]:
    """Every form of a verb of saying that is itself a stance ("دعا", "رفضت", "مطالبا")."""
    found = dict[str, Cue]()
    for row in table()["stance"]:
        cue = Cue(_SIGNS[row["sign"]], Person.OWN, _stem_of(row.get("behind")))
        forms = [*morphology.past(row["past"]), *morphology.present(row["present"])]
        if "participle" in row:
            forms += morphology.participle(row["participle"])
        found.update((stem(bare(form.word)), cue) for form in forms)
    return found


@cache
def links() -> dict[str, int]:
    """Words that may stand between a stance and its issue, and what each does to its sign."""
    rows = table()["link"]
    found = {stem(bare(word)): FOR for key in ("pass", "keep") for word in rows[key]}
    return found | {stem(bare(word)): AGAINST for word in rows["turn"]}


@cache
def phrases(section: str) -> Terms[int]:
    """The phrases of "impersonal" or "verdict" with their signs."""
    terms: Terms[int] = Terms()
    for key, sign in _SIGNS.items():
        terms.update(table()[section][key], sign)
    return terms


@cache
def conditions() -> Terms[bool]:
    """Phrases that make a stance conditional."""
    terms: Terms[bool] = Terms()
    terms.update(table()["condition"]["words"], True)
    return terms


@cache
def words(section: str, key: str) -> frozenset[str]:
    """A list of single words, as stems."""
    return frozenset(stem(bare(word)) for word in table()[section][key])


@cache
def kinds() -> dict[str, int]:
    """The kinds of event that show a stance, and its sign."""
    return {kind: sign for key, sign in _SIGNS.items() for kind in table()["kinds"][key]}


def table() -> dict[str, Any]:
    """`issues.toml` without its examples."""
    return load("issues", examples=False)


def _cues(row: dict[str, Any]) -> Iterator[tuple[str, Cue]]:
    sign, behind = _SIGNS[row["sign"]], _stem_of(row.get("behind"))
    for form in (*morphology.past(row["past"]), *morphology.present(row["present"])):
        yield stem(bare(form.word)), Cue(sign, Person.THIRD, behind)
    if "participle" in row:
        words = (row["participle"], *(f.word for f in morphology.participle(row["participle"])))
        for word in words:
            yield stem(bare(word)), Cue(sign, Person.THIRD, behind)
    rest = bare(row["present"])[1:]
    for first in "نا":
        yield first + rest, Cue(sign, Person.OWN, behind)
    if "noun" in row:
        yield stem(bare(row["noun"])), Cue(sign, Person.NOUN, behind)
        for form in morphology.verbal_noun(row["noun"]):
            yield stem(bare(form.word)), Cue(sign, Person.OWNED, behind)


def _stem_of(preposition: str | None) -> str | None:
    return None if preposition is None else bare(preposition)
