"""The words of saying in all their written forms, from `saying.toml`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any

from waqai.arabic.letters import bare
from waqai.extract.statements.morphology import (
    Form,
    Gender,
    Inflected,
    participle,
    past,
    present,
    verbal_noun,
    with_objects,
)
from waqai.knowledge import load
from waqai.model.statements import SpeechAct

#: What may stand before a form, written together with it. س makes it a saying to come.
_BEFORE = {
    Form.PAST: ("", "و", "ف"),
    Form.PRESENT: ("", "و", "ف", "ل", "ول", "فل", "س", "وس", "فس"),
    Form.PARTICIPLE: ("", "و"),
    Form.NOUN: ("", "ب", "و", "وب", "ل", "في"),
}

_BEFORE_PHRASES = ("", "و", "ف")
_CLITICS = tuple(dict.fromkeys(clitics for before in _BEFORE.values() for clitics in before))
#: Those with which a word may begin, by its first letter.
_CLITICS_BY = {
    letter: tuple(clitics for clitics in _CLITICS if clitics[:1] in {"", letter})
    for letter in {clitics[0] for clitics in _CLITICS if clitics}
}
_WORDS_KEPT = 1 << 16  # words that the table remembers having looked up

COLON, QUOTE, OBJECT, THAT, SAYS_THAT = ":", "«»", "مفعول", "ان", "إن"


@dataclass(frozen=True, slots=True)
class Saying:
    """One entry of the knowledge: how a verb or phrase of saying governs, and what it does.

    `takes` holds folded prepositions besides the signs above. See `saying.toml` for the flags.
    """

    lemma: str
    takes: frozenset[str]
    act: SpeechAct
    kind: str = "verb"
    person: bool = False
    unsure: bool = False
    strong: bool = False
    continues: bool = False
    answers: bool = False
    in_it: bool = False
    joined: bool = False
    thought: bool = False
    objects: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    not_by: frozenset[str] = frozenset()
    acts: tuple[tuple[str, SpeechAct], ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """A written form. `clitics` stand before it; `rest` are the other words of the phrase."""

    saying: Saying
    form: Form
    gender: Gender | None = None
    plural: bool = False
    clitics: str = ""
    rest: tuple[str, ...] = ()
    pronoun: bool = False  # an object pronoun stands behind it
    phrase: bool = False

    @property
    def future(self) -> bool:
        return "س" in self.clitics


class Cues:
    """Every word or phrase of saying by its first word, folded, with the clitics before it."""

    def __init__(self, bare_forms: dict[str, list[Cue]]) -> None:
        self._bare = bare_forms
        self._found: dict[str, tuple[Cue, ...]] = {}

    def __contains__(self, word: str) -> bool:
        return bool(self.get(word))

    def get(self, word: str) -> tuple[Cue, ...]:
        """What the folded `word` may be, longer phrases first; none for no word of saying."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) > _WORDS_KEPT:
                self._found.clear()
            found = self._found[word] = tuple(self._cut(word))
        return found

    def _cut(self, word: str) -> list[Cue]:
        found = [
            replace(cue, clitics=clitics) if clitics else cue
            for clitics in _CLITICS_BY.get(word[:1], ("",))
            if word.startswith(clitics)
            for cue in self._bare.get(word[len(clitics) :], ())
            if clitics in (_BEFORE_PHRASES if cue.phrase else _BEFORE[cue.form])
        ]
        return sorted(found, key=lambda cue: (-len(cue.rest), len(cue.clitics)))


@cache
def cues() -> Cues:
    """The words and phrases of saying."""
    table: dict[str, list[Cue]] = {}
    for row in load("saying", examples=False)["phrase"]:
        _add_phrase(table, row)
    for row in load("saying", examples=False)["verb"]:
        _add_verb(table, row)
    return Cues(table)


def is_finite_cue(word: str) -> bool:
    """Whether the folded `word` may be a finite verb that surely says."""
    return any(
        cue.form in {Form.PAST, Form.PRESENT}
        and cue.saying.kind == "verb"
        and not cue.saying.unsure
        for cue in cues().get(word)
    )


def forms(row: dict[str, Any]) -> Iterator[Inflected]:
    """Every form of a verb of the knowledge, unfolded, without clitics."""
    finite: Iterable[Inflected] = past(row["past"])
    if "present" in row:
        finite = chain(finite, present(row["present"]))
    finite = chain(finite, (_irregular(word) for word in row.get("also", ())))
    yield from with_objects(iter(finite)) if row.get("person") else finite
    if "participle" in row:
        yield from participle(row["participle"])
    if "noun" in row:
        yield from verbal_noun(row["noun"])


def _irregular(word: str) -> Inflected:
    if word[0] in "يت":
        return Inflected(word, Form.PRESENT, Gender.MALE if word[0] == "ي" else Gender.FEMALE)
    return Inflected(word, Form.PAST, Gender.FEMALE, True)


def _add_verb(table: dict[str, list[Cue]], row: dict[str, Any]) -> None:
    saying = Saying(
        lemma=row["past"],
        takes=_takes(row),
        act=SpeechAct(row["act"]),
        person=row.get("person", False),
        unsure=row.get("unsure", False),
        strong=row.get("strong", False),
        continues=row.get("continues", False),
        answers=row.get("answers", False),
        in_it=row.get("in_it", False),
        joined=row.get("joined", False),
        thought=row.get("thought", False),
        objects=frozenset(map(bare, row.get("object", ()))),
        unless=frozenset(map(bare, row.get("unless", ()))),
        not_by=frozenset(map(bare, row.get("not_by", ()))),
        acts=tuple((bare(k), SpeechAct(act)) for k, act in row.get("acts", {}).items()),
    )
    plain = {bare(f.word) for f in chain(past(row["past"]), present(row.get("present", "ي")))}
    noun = bare(row.get("noun", ""))
    for found in forms(row):
        word = bare(found.word)
        finite = found.form in {Form.PAST, Form.PRESENT}
        pronoun = finite and row.get("person", False) and word not in plain
        if pronoun and word == noun:  # دعوة is no "they called him"
            continue
        if saying.unsure and found.dual:  # اقرأ is no "the two granted"
            continue
        cue = Cue(saying, found.form, found.gender, found.plural, "", (), pronoun)
        rows = table.setdefault(word, [])
        if cue not in rows:
            rows.append(cue)


def _add_phrase(table: dict[str, list[Cue]], row: dict[str, Any]) -> None:
    saying = Saying(
        lemma=row["forms"][0],
        takes=_takes(row),
        act=SpeechAct(row.get("act", "asserts")),
        kind=row["kind"],
        strong=row.get("strong", False),
        continues=True,
    )
    for words in row["forms"]:
        first, *rest = bare(words).split()
        female = first[-1] == "ت" or (first[0] == "ت" and saying.kind == "verb")
        gender = Gender.FEMALE if female else None
        cue = Cue(saying, Form.PAST, gender, False, "", tuple(rest), phrase=True)
        table.setdefault(first, []).append(cue)


def _takes(row: dict[str, Any]) -> frozenset[str]:
    return frozenset(SAYS_THAT if t == "إن" else bare(t) for t in row.get("takes", ()))


@cache
def listed(*keys: str) -> frozenset[str]:
    """A list of single words of the knowledge, folded: `listed("words", "fillers")`."""
    return frozenset(map(bare, _at(keys)))


@cache
def phrases(*keys: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """A list of phrases, folded, by first word: the other words of each."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _at(keys):
        first, *rest = bare(phrase).split()
        table.setdefault(first, []).append(tuple(rest))
    return {word: tuple(sorted(rows, key=len, reverse=True)) for word, rows in table.items()}


def _at(keys: tuple[str, ...]) -> Iterable[str]:
    table: Any = load("saying", examples=False)
    for key in keys:
        table = table[key]
    return [str(word) for word in table]


def listed_object(word: str, objects: frozenset[str]) -> bool:
    """Whether folded `word` is one of `objects`, with its ending or owner: دعوته, تحذيرا."""
    for noun in objects:
        stem = noun[:-1] if noun.endswith("ه") else noun
        if word.startswith(stem) and word[len(stem) :] in {
            "",
            "ا",
            "ه",
            "ها",
            "هم",
            "هما",
            "ات",
            "ته",
            "تها",
            "تهم",
            "تهما",
            "ت",
            "نا",
            "اته",
            "اتها",
        }:
            return True
    return False


@cache
def heads() -> frozenset[str]:
    """Nouns that speak, with and without their article."""
    words = listed("sources", "heads") | listed("sources", "carriers")
    words |= {word[:-1] for word in words if word.endswith(("ون", "ين")) and len(word) > 4}
    return words | {"ال" + word for word in words if not word.startswith("ال")}


@cache
def bounds() -> frozenset[str]:
    """Words at which a noun phrase has ended."""
    return frozenset().union(*(listed("words", k) for k in ("adverbial", "relatives", "fillers")))


@cache
def complements() -> frozenset[str]:
    """أن and إن with their pronouns, bare and behind ب, و, ل and ف."""
    words = listed("words", "complements")
    found = {before + word for word in words for before in ("", "ب", "و", "وب")}
    return frozenset(found)
