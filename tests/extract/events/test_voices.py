"""Verb or noun, active or passive, and words that only folding makes alike."""

from tests.extract.events.reading import read
from waqai.model.events import EventType, Status


def test_who_was_hit_is_no_first_person() -> None:
    told = read("وأصيب خالد مشعل في عمان.")
    assert all(not event.actors for event in told.events if event.type is EventType.ASSAULT)


def test_a_verb_whose_object_stands_behind_a_day_is_active() -> None:
    told = read("نفى وزير الدفاع الإسرائيلي أفيغدور ليبرمان، الأحد، مقتل مدنيين في غزة.")
    denials = [e for e in told.events if e.type is EventType.REJECT]
    killings = [e for e in told.events if e.kind == "killing"]
    assert [told.names(*event.actors) for event in denials] == [["أفيغدور ليبرمان"]]
    assert all(event.status is Status.DENIED for event in killings)


def test_a_noun_in_teh_marbuta_is_no_verb_with_a_pronoun() -> None:
    told = read("ناقشت الرياض الفكرة مع إدارة الرئيس باراك أوباما.")
    (talk,) = [e for e in told.events if e.type is EventType.CONSULT]
    assert "باراك أوباما" in told.names(*talk.recipients)


def test_an_attack_before_its_place_is_a_noun() -> None:
    told = read("نفت روسيا قصف كييف.")
    assert all(event.status.value == "denied" for event in told.events if event.kind == "shelling")
