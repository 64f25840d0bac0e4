"""Every written form of triggers, light verbs and operators, derived from the knowledge."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from waqai.arabic.letters import bare
from waqai.extract.events.forms import Inflection, Light, Operator, Shape
from waqai.extract.events.frames import OBJECT, Frame, Role, entries
from waqai.extract.statements.morphology import Gender, Inflected, past, present
from waqai.knowledge import load
from waqai.model.events import Status

Table = dict[str, list[Inflection]]


@cache
def inflected() -> Table:
    """The base forms by their folded words; those of several words before the others."""
    table: Table = {}
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


def _add(table: Table, word: str, form: Inflection) -> None:
    rows = table.setdefault(bare(word), [])
    if form not in rows:
        rows.append(form)


def _add_verb(table: Table, of: Frame | Light | Operator, row: dict[str, Any]) -> None:
    if "past" in row:
        for found in past(row["past"]):
            _add_form(table, of, Shape.PAST, found)
        for word in _first_past(row["past"]):
            _add(table, word, Inflection(of, Shape.PAST, None, word.endswith("نا"), first=True))
    if "present" in row:
        for found in present(row["present"]):
            _add_form(table, of, Shape.PRESENT, found)
        if row["present"][-1] not in "ويى":  # behind "لم" and "أن": "لم تسمحا"
            for letter, gender in (("ي", Gender.MALE), ("ت", Gender.FEMALE)):
                word = letter + row["present"][1:] + "ا"
                _add(table, word, Inflection(of, Shape.PRESENT, gender, True))
        for letter in "أن":
            word = letter + row["present"][1:]
            _add(table, word, Inflection(of, Shape.PRESENT, None, letter == "ن", first=True))
    for word in row.get("passive", ()):
        for found in present(word) if word[0] == "ي" and len(word) > 3 else past(word):
            _add_form(table, of, Shape.PASSIVE, found)


def _add_form(table: Table, of: Frame | Light | Operator, shape: Shape, found: Inflected) -> None:
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
    table: Table, of: Frame | Light | Operator, nouns: Iterable[str], plurals: Iterable[str]
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


def _add_phrases(table: Table, of: Frame | Light | Operator, phrases: Iterable[str]) -> None:
    for phrase in phrases:
        first, *rest = bare(phrase).split()
        _add(table, first, Inflection(of, Shape.PHRASE, rest=tuple(rest)))
