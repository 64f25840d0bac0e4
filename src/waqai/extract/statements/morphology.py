"""The forms of a verb of saying, derived from four words by the rules of written Arabic.

Forms are given as newspapers write them, without vowels; the caller folds them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    PAST = "past"
    PRESENT = "present"
    PARTICIPLE = "participle"
    NOUN = "noun"


class Gender(StrEnum):
    MALE = "m"
    FEMALE = "f"


@dataclass(frozen=True, slots=True)
class Inflected:
    """A written form. `gender` is None where the form tells none, `plural` covers the dual."""

    word: str
    form: Form
    gender: Gender | None
    plural: bool = False
    dual: bool = False


_M, _F = Gender.MALE, Gender.FEMALE
#: Pronouns that stand behind a verb as its object.
_OBJECTS = ("ه", "ها", "هم", "هما", "هن")
#: Pronouns that stand behind a verbal noun: whose saying it is.
_OWNERS = (("ه", _M, False), ("ها", _F, False), ("هم", None, True), ("هما", None, True))


def past(verb: str) -> Iterator[Inflected]:
    """The third persons of the past: قال, قالت, قالا, قالتا, قالوا, قلن without its vowel change.

    >>> [f.word for f in past("نفى")]
    ['نفى', 'نفت', 'نفيا', 'نفتا', 'نفوا', 'نفين']
    """
    stem = verb[:-1] if verb[-1] in "ىا" else verb
    weak = {"ى": "ي", "ا": "و"}.get(verb[-1], "")
    yield Inflected(verb, Form.PAST, _M)
    yield Inflected(stem + "ت", Form.PAST, _F)
    yield Inflected(stem + weak + "ا", Form.PAST, _M, True, True)
    yield Inflected(stem + "تا", Form.PAST, _F, True)
    yield Inflected(stem + "وا", Form.PAST, _M, True)
    yield Inflected(stem + weak + "ن", Form.PAST, _F, True)


def present(verb: str) -> Iterator[Inflected]:
    """The third persons of the present, indicative and (with the last letter cut) jussive.

    >>> [f.word for f in present("يدعو")][:4]
    ['يدعو', 'تدعو', 'يدعون', 'يدعوا']
    """
    last = verb[-1]
    stem = verb[1:-1] if last in "ويى" else verb[1:]
    dual = stem + {"و": "و", "ي": "ي", "ى": "ي"}.get(last, "")
    yield Inflected(verb, Form.PRESENT, _M)
    yield Inflected("ت" + verb[1:], Form.PRESENT, _F)
    yield Inflected("ي" + stem + "ون", Form.PRESENT, _M, True)
    yield Inflected("ي" + stem + "وا", Form.PRESENT, _M, True)
    yield Inflected("ي" + dual + "ان", Form.PRESENT, _M, True)
    yield Inflected("ت" + dual + "ان", Form.PRESENT, _F, True)
    yield Inflected("ي" + dual + "ن", Form.PRESENT, _F, True)


def participle(word: str) -> Iterator[Inflected]:
    """The participle as it stands beside a verb: قائلا, قائلة, قائلين, قائلتين, قائلات.

    >>> [f.word for f in participle("نافي")][:3]
    ['نافيا', 'نافية', 'نافين']
    """
    stem = word[:-1] if word.endswith("ي") else word
    yield Inflected(word + "ا", Form.PARTICIPLE, _M)
    yield Inflected(word + "ة", Form.PARTICIPLE, _F)
    yield Inflected(stem + "ين", Form.PARTICIPLE, _M, True)
    yield Inflected(stem + "ون", Form.PARTICIPLE, _M, True)
    yield Inflected(word + "ان", Form.PARTICIPLE, _M, True)
    yield Inflected(word + "تين", Form.PARTICIPLE, _F, True)
    yield Inflected(word + "ات", Form.PARTICIPLE, _F, True)


def verbal_noun(word: str) -> Iterator[Inflected]:
    """The verbal noun with its owner: قوله, قولها, إبدائه.

    >>> [f.word for f in verbal_noun("إدانة")][:2]
    ['إدانته', 'إدانتها']
    """
    if word.endswith("ة"):
        stems = [word[:-1] + "ت"]
    elif word.endswith("ء"):
        stems = [word, word[:-1] + "ئ", word[:-1] + "ؤ"]
    else:
        stems = [word]
    for stem in stems:
        for owner, gender, plural in _OWNERS:
            yield Inflected(stem + owner, Form.NOUN, gender, plural)


def with_objects(forms: Iterator[Inflected]) -> Iterator[Inflected]:
    """Each form, and those with a pronoun as object behind it: اتهمته, يطالبونها."""
    for found in forms:
        yield found
        word = found.word
        if word.endswith("وا"):
            word = word[:-1]
        elif word[-1] in "ىي":
            word = word[:-1] + ("ي" if word[-1] == "ي" else "ا")
        for pronoun in _OBJECTS:
            yield Inflected(word + pronoun, found.form, found.gender, found.plural)
