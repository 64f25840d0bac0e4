"""Who acts: the subject before, behind and far from its verb, and whom a pronoun means."""

import pytest

from tests.extract.events.reading import Told, read
from waqai.model.events import Event, EventType


def _of(text: str, type: EventType) -> tuple[Told, Event]:
    told = read(text)
    found = [event for event in told.events if event.type is type]
    assert found, [(e.kind, told.names(*e.actors)) for e in told.events]
    return told, found[-1]


@pytest.mark.parametrize(
    ("text", "type", "actors"),
    [
        # The subject of a verb that the knowledge does not have goes on acting.
        (
            "أنهت الشرطة المصرية حملتها في الجيزة، واعتقلت العشرات.",
            EventType.COERCE,
            ["الشرطة المصرية"],
        ),
        # A verb with و takes no party that stands before it for its subject.
        (
            "طردت روسيا دبلوماسيا بريطانيا وهددت فرنسا.",
            EventType.THREATEN,
            ["روسيا"],
        ),
        # Behind a verb with a pronoun the subject follows; before it stands whom it is done to.
        ("وقعت الكونغو اتفاقا توسطت روسيا لإبرامه.", EventType.CONSULT, ["روسيا"]),
        # The relative clause goes on with the party that it describes.
        (
            "وصلت إلى الحدود القوات التركية التي هددت إيران.",
            EventType.THREATEN,
            ["الجيش التركي"],
        ),
        # What one is accused of he has done.
        (
            "انتقد إيمانويل ماكرون سوريا المتهمة بشن هجوم كيميائي في دوما.",
            EventType.ASSAULT,
            ["سوريا"],
        ),
        # An accusative cannot act.
        ("هذه هي الجهة التي تدعم المهاجرين في اليونان.", EventType.SUPPORT, []),
    ],
)
def test_the_subject_is_found(text: str, type: EventType, actors: list[str]) -> None:
    told, event = _of(text, type) if actors else (read(text), None)
    if event is None:
        assert not [e for e in told.events if e.type is type and e.actors]
    else:
        assert told.names(*event.actors) == actors


def test_a_visit_of_somebody_is_his() -> None:
    told, event = _of(
        "يأتي ذلك خلال زيارة لولي العهد السعودي الأمير محمد بن سلمان إلى بريطانيا.",
        EventType.CONSULT,
    )
    assert told.names(*event.actors) == ["محمد بن سلمان"]
    assert told.names(event.place) == ["بريطانيا"]


def test_who_demands_may_stand_behind_from() -> None:
    told, event = _of("جاء ذلك وسط مطالبات من الأمم المتحدة بوقف القتال.", EventType.REQUEST)
    assert told.names(*event.actors) == ["الأمم المتحدة"]


def test_one_removes_the_other() -> None:
    told, event = _of("أثارت إقالة دونالد ترامب لريكس تيلرسون جدلا.", EventType.COERCE)
    assert told.names(*event.actors) == ["دونالد ترامب"]
    assert told.names(*event.recipients) == ["ريكس تيلرسون"]


def test_whose_call_it_was_owns_what_is_told_behind_it() -> None:
    told = read("قال الكرملين إن اتصال إيمانويل ماكرون بفلاديمير بوتين جاء بعد زيارته إلى واشنطن.")
    (visit,) = [e for e in told.events if e.kind == "visit"]
    assert told.names(*visit.actors) == ["إيمانويل ماكرون"]


def test_a_source_acts_in_nothing_that_it_tells() -> None:
    told = read("وأشارت مصادر ميدانية إلى معارك مع الحوثيين في صعدة.")
    assert all("مصادر ميدانية" not in told.names(*e.actors) for e in told.events)


def test_whom_a_verb_befalls_is_no_actor() -> None:
    told, event = _of("أعلنت الوزارة أن 14 شخصا قتلوا في حلب.", EventType.ASSAULT)
    assert not event.actors
    assert told.names(*event.recipients) == ["شخصا"]


def test_a_man_of_a_people_is_killed_not_his_country_the_killer() -> None:
    told = read("أدانت قطر مقتل فلسطيني في نابلس.")
    assert not [e for e in told.events if e.kind == "killing" and e.actors]


def test_the_bearer_of_a_role_is_known_behind_his_office() -> None:
    told, event = _of(
        "انتقدت سفيرة الولايات المتحدة في الأمم المتحدة نيكي هيلي إيران.", EventType.ACCUSE
    )
    assert told.names(*event.actors) == ["نيكي هيلي"]
    assert told.names(*event.recipients) == ["إيران"]


def test_of_a_pronoun_of_speech_in_the_first_person_hamza_is_asked() -> None:
    told = read('قالت نيكي هيلي: "لقد اتهمها مستشار دونالد ترامب بالكذب".')
    assert all(e.actors != e.recipients for e in told.events)
