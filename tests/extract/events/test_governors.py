"""Light verbs, operators and events that hold another."""

import pytest

from tests.extract.events.reading import Told, read
from waqai.model.events import Event, EventType, Status


def test_a_light_verb_gives_its_subject_across_what_is_put_in() -> None:
    told = read("وكان الجيش اليمني، بدعم من التحالف العربي، أطلق عملية عسكرية ضد الحوثيين.")
    (attack,) = [e for e in told.events if e.type is EventType.ASSAULT]
    assert told.names(*attack.actors) == ["الجيش اليمني"]


def test_a_light_verb_takes_its_noun_with_either_preposition() -> None:
    told = read("توصل الجيش السوري لاتفاق مع قوات سوريا الديمقراطية.")
    (agreement,) = [e for e in told.events if e.type is EventType.AGREE]
    assert told.names(*agreement.actors) == ["الجيش السوري"]


def test_an_operator_turns_what_it_governs() -> None:
    told = read("ألغى دونالد ترامب زيارة إلى لندن.")
    (visit,) = [e for e in told.events if e.type is EventType.CONSULT]
    assert visit.status is Status.CANCELLED
    assert told.names(*visit.actors) == ["دونالد ترامب"]


def test_a_negated_light_verb_tells_nothing() -> None:
    assert not read("لم يعقد فلاديمير بوتين اجتماعا مع دونالد ترامب.").events


def test_what_is_invited_to_is_proposed_and_the_invited_acts() -> None:
    told = read("دعت روسيا الرئيس الأمريكي دونالد ترامب إلى زيارة موسكو.")
    (visit,) = [e for e in told.events if e.kind == "visit"]
    assert visit.status is Status.PROPOSED
    assert told.names(*visit.actors) == ["دونالد ترامب"]
    assert told.names(visit.place) == ["موسكو"]


def _one(told: Told, type: EventType) -> Event:
    (event,) = [event for event in told.events if event.type is type]
    return event


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("طالبت كييف بضمانات قبيل مباحثات بين فلاديمير بوتين ودونالد ترامب.", Status.PLANNED),
        ("لم يحدد موعد لعقد قمة بين دونالد ترامب وكيم جونغ أون.", Status.PLANNED),
        ("نفى بنيامين نتنياهو أنه التقى محمد بن سلمان في نيوم.", Status.DENIED),
        ("نفى بنيامين نتنياهو أن يكون التقى محمد بن سلمان في نيوم.", Status.DENIED),
        ("تأجيل القمة بين دونالد ترامب وفلاديمير بوتين.", Status.POSTPONED),
        ("يعتزم دونالد ترامب لقاء كيم جونغ أون في سنغافورة.", Status.PLANNED),
        ("يعمل دونالد ترامب على عقد لقاء مع كيم جونغ أون.", Status.PLANNED),
        ("جاء الإعلان قبل أسبوع من عقد القمة بين دونالد ترامب وكيم جونغ أون.", Status.PLANNED),
    ],
)
def test_a_meeting_takes_the_status_of_what_governs_it(text: str, status: Status) -> None:
    assert _one(read(text), EventType.CONSULT).status is status


def test_a_noun_in_construct_turns_only_the_noun_behind_it() -> None:
    told = read("اتهمت واشنطن موسكو بمحاولة تطهير موقع الهجوم على بلدة دوما.")
    assert not [event for event in told.events if event.status is Status.FAILED]


@pytest.mark.parametrize(
    "text",
    [
        "لن تستضيف موسكو القمة بين دونالد ترامب وكيم جونغ أون.",
        "لن تقدم واشنطن تنازلات كرفع العقوبات عن إيران.",
        "ما نحتاجه ليس ضربة أمريكية على سوريا.",
        "فر السكان من عفرين خشية تعرضهم لهجوم تركي.",
    ],
)
def test_what_will_not_be_or_is_feared_is_not_told(text: str) -> None:
    assert not read(text).events


@pytest.mark.parametrize(
    "text",
    [
        "قال ترامب إنه إذا لم تنجح المحادثات فإنه سينسحب من الاتفاق النووي.",
        "ستنسحب واشنطن من الاتفاق النووي إذا رفضت إيران التعديلات.",
    ],
)
def test_what_depends_on_something_else_is_conditional(text: str) -> None:
    assert _one(read(text), EventType.RETREAT).status is Status.CONDITIONAL


def test_what_a_court_orders_is_not_told_as_done() -> None:
    told = read("أمرت محكمة في ليما بإعادة محاكمة الرئيس ألبرتو فوجيموري.")
    assert [event.type for event in told.events] == [EventType.REQUEST]


@pytest.mark.parametrize(
    "text",
    [
        "تعرض مطار أبها لهجوم شنه الحوثيون.",
        "استهدفت الهجمات التي شنها الحوثيون مطار أبها.",
    ],
)
def test_who_made_the_attack_is_told_behind_it(text: str) -> None:
    told = read(text)
    event = _one(told, EventType.ASSAULT)
    assert told.names(*event.actors) == ["الحوثيون"]
    assert told.names(*event.recipients) == ["مطار أبها"]


def test_a_name_put_in_behind_a_comma_is_no_second_side() -> None:
    told = read("المحادثات التي أجراها كوشنر، صهر ترامب، مع وانغ يي في بكين.")
    event = _one(told, EventType.CONSULT)
    assert "دونالد ترامب" not in told.names(*event.actors, *event.recipients)


def test_what_must_be_done_is_not_told_as_done() -> None:
    assert not read("يجب على قطر أن تقوم بإرسال قواتها إلى سوريا.").events


def test_a_decision_carries_what_is_decided() -> None:
    told = read("أصدر دونالد ترامب قرارا بطرد دبلوماسيين روس.")
    assert told.names(*_one(told, EventType.SANCTION).actors) == ["دونالد ترامب"]


def test_he_who_is_forced_acts() -> None:
    told = read("أجبر الجيش روبرت موغابي على الاستقالة.")
    assert told.names(*_one(told, EventType.RETREAT).actors) == ["روبرت موغابي"]


def test_a_refusal_is_told_by_the_negation_of_consent() -> None:
    told = read("لن تسمح إسرائيل لإيران بامتلاك سلاح نووي.")
    refusal = _one(told, EventType.REJECT)
    assert told.names(*refusal.actors) == ["إسرائيل"]
    assert told.names(*refusal.recipients) == ["إيران"]


def test_who_holds_another_responsible_accuses() -> None:
    told = read("قالت تيريزا ماي إن روسيا مسؤولة عن تسميم سيرغي سكريبال.")
    blame = _one(told, EventType.ACCUSE)
    assert told.names(*blame.actors) == ["تيريزا ماي"]
    assert told.names(*blame.recipients) == ["روسيا"]


def test_responsibility_that_nobody_speaks_of_is_no_blame() -> None:
    told = read("روسيا مسؤولة عن تسميم سيرغي سكريبال.")
    assert not [event for event in told.events if event.type is EventType.ACCUSE]


def test_a_threat_is_made_though_what_it_threatens_is_to_come() -> None:
    told = read("يهدد دونالد ترامب إيران بعقوبات جديدة في 12 مايو المقبل.")
    assert _one(told, EventType.THREATEN).status is Status.HAPPENED
