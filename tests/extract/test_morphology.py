"""The forms of verbs of saying, weak ones among them."""

from collections.abc import Callable, Iterator

import pytest

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
from waqai.extract.statements.vocabulary import cues

_FORMS: list[tuple[Callable[[str], Iterator[Inflected]], str, list[str]]] = [
    (past, "أعلن", ["أعلن", "أعلنت", "أعلنا", "أعلنتا", "أعلنوا", "أعلنن"]),
    (past, "دعا", ["دعا", "دعت", "دعوا", "دعتا"]),
    (past, "أبدى", ["أبدى", "أبدت", "أبديا", "أبدتا", "أبدوا"]),
    (present, "يقول", ["يقول", "تقول", "يقولون", "يقولوا", "يقولان", "تقولان"]),
    (present, "يدعو", ["يدعو", "تدعو", "يدعون", "يدعوان"]),
    (present, "ينفي", ["ينفي", "تنفي", "ينفون", "ينفيان"]),
    (present, "يرى", ["يرى", "ترى", "يرون", "يريان"]),
    (participle, "مشير", ["مشيرا", "مشيرة", "مشيرين", "مشيرتين"]),
    (participle, "نافي", ["نافيا", "نافية", "نافين"]),
    (verbal_noun, "قول", ["قوله", "قولها", "قولهم", "قولهما"]),
    (verbal_noun, "إدانة", ["إدانته", "إدانتها"]),
    (verbal_noun, "إبداء", ["إبدائه", "إبداؤها"]),
]


@pytest.mark.parametrize(("rule", "word", "wanted"), _FORMS)
def test_the_rule_gives_the_forms(
    rule: Callable[[str], Iterator[Inflected]], word: str, wanted: list[str]
) -> None:
    found = [f.word for f in rule(word)]
    assert set(wanted) <= set(found)


def test_the_object_pronoun_keeps_the_verb_whole() -> None:
    found = {f.word for f in with_objects(past("اتهم"))}
    assert {"اتهم", "اتهمه", "اتهمتها", "اتهموهم"} <= found


@pytest.mark.parametrize(
    ("written", "lemma", "form", "gender"),
    [
        ("وقالت", "قال", Form.PAST, Gender.FEMALE),
        ("فرد", "رد", Form.PAST, Gender.MALE),
        ("ليجيب", "أجاب", Form.PRESENT, Gender.MALE),
        ("ومشيرة", "أشار", Form.PARTICIPLE, Gender.FEMALE),
        ("بإعلانه", "أعلن", Form.NOUN, Gender.MALE),
        ("وقلن", "قال", Form.PAST, Gender.FEMALE),
    ],
)
def test_clitics_stand_before_the_form(
    written: str, lemma: str, form: Form, gender: Gender
) -> None:
    found = [c for c in cues().get(bare(written)) if c.saying.lemma == lemma and c.form is form]
    assert [c.gender for c in found] == [gender]


def test_seen_makes_a_saying_to_come() -> None:
    coming = cues().get(bare("سيقول"))
    assert coming
    assert all(c.future for c in coming)
    assert not any(c.future for c in cues().get(bare("وسأل")))
