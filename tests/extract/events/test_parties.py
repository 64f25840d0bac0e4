"""Parties without a name, and whom a noun, a pronoun or a title takes up."""

import pytest

from tests.extract.events.reading import Told, read
from waqai.model.events import Event, EventType
from waqai.model.names import EntityKind


def _only(text: str, type: EventType) -> tuple[Told, Event]:
    told = read(text)
    found = [event for event in told.events if event.type is type]
    assert len(found) == 1, [(e.kind, told.names(*e.actors)) for e in told.events]
    return told, found[0]


@pytest.mark.parametrize(
    ("text", "type", "recipient"),
    [
        ("اتهم فلاديمير بوتين شركات أجنبية بالتجسس.", EventType.ACCUSE, "شركات أجنبية"),
        ("اعتقلت الشرطة المصرية ثلاثة مزارعين.", EventType.COERCE, "مزارعين"),
        ("انتقد إيمانويل ماكرون محامي دونالد ترامب.", EventType.ACCUSE, "محامي دونالد ترامب"),
        ("تدعم السعودية جماعات معارضة.", EventType.SUPPORT, "جماعات معارضة"),
    ],
)
def test_an_object_without_a_name_is_a_group(text: str, type: EventType, recipient: str) -> None:
    told, event = _only(text, type)
    assert told.names(*event.recipients) == [recipient]
    assert all(told.entities[i].kind is EntityKind.GROUP for i in event.recipients)


def test_people_of_a_country_are_not_the_state_and_keep_its_code() -> None:
    told, event = _only("اتهمت منظمات حقوقية سورية إيران بقصف دوما.", EventType.ACCUSE)
    (actor,) = (told.entities[i] for i in event.actors)
    assert (actor.kind, actor.name) == (EntityKind.GROUP, "منظمات حقوقية سورية")
    assert (actor.country, actor.sector) == ("SY", "NGO")
    assert told.names(*event.recipients) == ["إيران"]


def test_those_who_act_for_a_state_are_the_state() -> None:
    told, event = _only("قصفت طائرات روسية مدينة إدلب.", EventType.ASSAULT)
    assert told.names(*event.actors) == ["روسيا"]


def test_some_of_an_armed_group_are_that_group() -> None:
    told, event = _only("قتل عشرات من عناصر حزب الله أمس.", EventType.ASSAULT)
    assert told.names(*event.recipients) == ["حزب الله"]


def test_a_noun_that_is_no_party_is_none() -> None:
    told, event = _only("انتقد إيمانويل ماكرون ظروف الاحتجاز.", EventType.ACCUSE)
    assert told.names(*event.actors) == ["إيمانويل ماكرون"]
    assert not event.recipients


def test_a_party_without_name_acts_behind_a_joined_verb() -> None:
    told = read("تلقى إيمانويل ماكرون رسالة. وانتقد المتظاهرون إيمانويل ماكرون.")
    (event,) = [e for e in told.events if e.type is EventType.ACCUSE]
    assert told.names(*event.actors) == ["المتظاهرون"]
    assert told.names(*event.recipients) == ["إيمانويل ماكرون"]


def test_a_definite_noun_takes_up_the_body_named_before() -> None:
    told = read("تتابع وزارة الخارجية الروسية الملف. واستدعت الوزارة السفير البريطاني.")
    (event,) = [e for e in told.events if e.kind == "summon-ambassador"]
    assert told.names(*event.actors) == ["وزارة الخارجية الروسية"]


def test_a_noun_with_an_adjective_does_not_swallow_the_next_word() -> None:
    told = read("ألقت الشرطة القبض على المشتبهين في القاهرة.")
    assert all("القبض" not in name for e in told.events for name in told.names(*e.actors))


def test_each_of_several_acts() -> None:
    told, event = _only("دعت كل من فرنسا وألمانيا وإيطاليا إيران إلى ضبط النفس.", EventType.REQUEST)
    assert told.names(*event.actors) == ["فرنسا", "ألمانيا", "إيطاليا"]


def test_the_owner_of_what_is_used_acts() -> None:
    text = "قال الجيش الروسي إن طائرات تابعة للجيش الإسرائيلي قصفت مطار حلب."
    told, event = _only(text, EventType.ASSAULT)
    assert told.names(*event.actors) == ["الجيش الإسرائيلي"]


def test_whose_subject_is_a_thing_has_no_speaker_for_actor() -> None:
    told = read("قالت أنغيلا ميركل إن ارتفاع الأسعار يهدد فرنسا.")
    assert all("أنغيلا ميركل" not in told.names(*e.actors) for e in told.events if e.actors)


def test_rulers_in_a_country_are_its_state() -> None:
    told, event = _only("اتهمت منظمة العفو الدولية السلطات في مصر بالتعذيب.", EventType.ACCUSE)
    assert told.names(*event.recipients) == ["مصر"]


def test_what_is_answerable_for_an_act_is_no_official() -> None:
    told = read("قالت بريطانيا إن المعهد مسؤول عن هجوم على كابول.")
    assert all("مسؤول" not in told.names(*e.actors, *e.recipients) for e in told.events)


def test_her_invasion_is_of_the_country_named_before() -> None:
    told = read("قدمت فرنسا دعما لأوكرانيا منذ أن شنت روسيا غزوها.")
    (invasion,) = [e for e in told.events if e.kind == "invasion"]
    assert told.names(*invasion.actors) == ["روسيا"]
    assert told.names(*invasion.recipients) == ["أوكرانيا"]
