"""Every written form of triggers, light verbs and operators, looked up by word.

The table holds base forms; clitics before a word, its article and the pronoun behind it are cut
when a word is looked up, once for each different word.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from waqai.arabic.clitics import PROCLITICS, known, proclitics
from waqai.arabic.letters import bare
from waqai.extract.events.frames import OBJECT, Frame, Role, entries
from waqai.extract.statements.morphology import Gender, Inflected, past, present
from waqai.knowledge import load
from waqai.model.events import Status


class Shape(StrEnum):
    """How a form stands in its clause."""

    PAST = "past"
    PRESENT = "present"
    PASSIVE = "passive"
    PARTICIPLE = "participle"
    NOUN = "noun"
    PHRASE = "phrase"


FINITE = frozenset({Shape.PAST, Shape.PRESENT, Shape.PASSIVE})


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that only carries a noun; `subject` is what its subject is to the noun's event.

    The noun stands behind one of `prepositions`, "" for none. Of a verb that `causes` it is the
    object: "أجبره على الاستقالة".
    """

    lemma: str
    subject: Role
    prepositions: frozenset[str]
    announces: bool = False
    gathers: bool = False
    ends: bool = False
    happens: bool = False
    causes: bool = False


@dataclass(frozen=True, slots=True)
class Operator:
    """What acts on the event in its content; `own` when its subject acts in the event.

    What one that `wishes` governs is told by nobody as done, unless they are to meet.
    """

    lemma: str
    status: Status
    content: frozenset[str]
    own: bool
    before_present: bool = False
    wishes: bool = False


@dataclass(frozen=True, slots=True)
class Inflection:
    """A base form in the table. `rest` are the further words of a phrase."""

    of: Frame | Light | Operator
    shape: Shape
    gender: Gender | None = None
    plural: bool = False
    first: bool = False
    dual: bool = False
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A word as a form: with the clitics before it, its article and the pronoun behind it."""

    form: Inflection
    clitics: str = ""
    article: bool = False
    pronoun: str = ""

    @property
    def future(self) -> bool:
        return "س" in self.clitics

    @property
    def preposition(self) -> str:
        """The clitic that governs the word: ب, ل or ك; "" for none."""
        last = self.clitics[-1:]
        return last if last in _PREPOSITIONS and last else ""


_PREPOSITIONS = frozenset("بلك")
_SHORT = 2  # letters of "شن"
_SHORT_AND = 3  # letters of "وحض"
_PRONOUNS = ("هما", "هم", "هن", "ها", "ه", "نا", "ي")
_Table = dict[str, list[Inflection]]


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
        if rest[:1] == "و" and rest[1:] in _table():
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
    elif rest[:1] in _PREPOSITIONS and len(rest) > 3:
        yield letters + rest[0], rest[1:]


def _behind(word: str, clitics: str) -> Iterator[Reading]:
    """The readings of a word without clitics: as it is, without article, without pronoun."""
    table = _table()
    preposed = clitics[-1:] in _PREPOSITIONS and clitics != ""
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


def _owned(word: str, clitics: str, table: _Table, preposed: bool) -> Iterator[Reading]:
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


@cache
def _table() -> _Table:
    table: _Table = {}
    for entry in entries():
        row = entry.row
        _add_verb(table, entry.frame, row)
        _add_nouns(table, entry.frame, row.get("noun", ()), row.get("plural", ()))
        _add_phrases(table, entry.frame, row.get("phrase", ()))
        for word in row.get("participle", ()):
            _add(table, word, Inflection(entry.frame, Shape.PARTICIPLE, Gender.MALE))
            _add(
                table,
                word.removesuffix("ا") + "ة",
                Inflection(entry.frame, Shape.PARTICIPLE, Gender.FEMALE),
            )
            _add(
                table,
                word.removesuffix("ا") + "ين",
                Inflection(entry.frame, Shape.PARTICIPLE, None, True),
            )
    events = load("events", examples=False)
    for row in events["light"]:
        asked = row.get("with", OBJECT)
        prepositions = {bare(word) for word in ([asked] if isinstance(asked, str) else asked)}
        light = Light(
            _lemma(row),
            Role(row["subject"]),
            frozenset("" if word == OBJECT else word for word in prepositions),
            row.get("announces", False),
            row.get("gathers", False),
            row.get("ends", False),
            row.get("happens", False),
            row.get("causes", False),
        )
        _add_verb(table, light, row)
        _add_nouns(table, light, row.get("noun", ()), ())
        _add_phrases(table, light, row.get("phrase", ()))
    for row in events["operator"]:
        content = frozenset(map(bare, row["content"]))
        operator = Operator(
            _lemma(row),
            Status(row["status"]),
            content,
            row.get("own", False),
            row.get("before_present", False),
            row.get("wishes", False),
        )
        _add_verb(table, operator, row)
        _add_nouns(table, operator, row.get("noun", ()), ())
        _add_phrases(table, operator, row.get("phrase", ()))
    for word in events["other_words"]:
        table.pop(bare(word), None)
    for forms in table.values():
        forms.sort(key=lambda form: -len(form.rest))
    return table


def _lemma(row: dict[str, Any]) -> str:
    words = (row.get(key) for key in ("noun", "phrase"))
    return str(row.get("past") or row.get("present") or next(filter(None, words))[0])


def _add(table: _Table, word: str, form: Inflection) -> None:
    rows = table.setdefault(bare(word), [])
    if form not in rows:
        rows.append(form)


def _add_verb(table: _Table, of: Frame | Light | Operator, row: dict[str, Any]) -> None:
    if "past" in row:
        for found in past(row["past"]):
            _add_form(table, of, Shape.PAST, found)
        for word in _first_past(row["past"]):
            _add(table, word, Inflection(of, Shape.PAST, None, word.endswith("نا"), first=True))
    if "present" in row:
        for found in present(row["present"]):
            _add_form(table, of, Shape.PRESENT, found)
        for letter in "أن":
            word = letter + row["present"][1:]
            _add(table, word, Inflection(of, Shape.PRESENT, None, letter == "ن", first=True))
    for word in row.get("passive", ()):
        for found in present(word) if word[0] == "ي" and len(word) > 3 else past(word):
            _add_form(table, of, Shape.PASSIVE, found)


def _add_form(table: _Table, of: Frame | Light | Operator, shape: Shape, found: Inflected) -> None:
    form = Inflection(of, shape, found.gender, found.plural, dual=found.dual)
    _add(table, found.word, form)


def _first_past(verb: str) -> Iterator[str]:
    """ "التقينا"; the first person singular is written like the third feminine."""
    if verb[-1] in "ىا":
        yield verb[:-1] + "ينا"
        yield verb[:-1] + "يت"
    elif len(verb) > 3:
        yield verb + "نا"


def _add_nouns(
    table: _Table, of: Frame | Light | Operator, nouns: Iterable[str], plurals: Iterable[str]
) -> None:
    for word in nouns:
        gender = Gender.FEMALE if word.endswith("ة") else Gender.MALE
        _add(table, word, Inflection(of, Shape.NOUN, gender))
        stem = word[:-1] + "ت" if word.endswith("ة") else word
        if not word.endswith(("ة", "ى", "ا", "ء")):
            _add(table, word + "ا", Inflection(of, Shape.NOUN, gender))
        if not isinstance(of, Operator):
            for ending in ("ان", "ين", "ا") if word.endswith("ة") else ("ان", "ين"):
                _add(table, stem + ending, Inflection(of, Shape.NOUN, gender, dual=True))
    for word in plurals:
        _add(table, word, Inflection(of, Shape.NOUN, None, True))
        if not word.endswith(("ات", "ة", "ى", "ا", "ء")):
            _add(table, word + "ا", Inflection(of, Shape.NOUN, None, True))


def _add_phrases(table: _Table, of: Frame | Light | Operator, phrases: Iterable[str]) -> None:
    for phrase in phrases:
        first, *rest = bare(phrase).split()
        _add(table, first, Inflection(of, Shape.PHRASE, rest=tuple(rest)))
