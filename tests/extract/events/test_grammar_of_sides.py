"""Who did it and whom it befell, told by case, gender, number and relative pronouns."""

import pytest

from tests.extract.events.reading import Told, read
from waqai.model.events import Event, EventType, Status


def _only(text: str, type: EventType) -> tuple[Told, Event]:
    told = read(text)
    found = [event for event in told.events if event.type is type]
    assert len(found) == 1, [(e.kind, told.names(*e.actors)) for e in told.events]
    return told, found[0]


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        (  # the oblique plural right behind the verb is its object
            "أعلن الجيش الإسرائيلي، الذي اتهم الفلسطينيين بإطلاق النار، إغلاق المعبر.",
            EventType.ACCUSE,
            ["الجيش الإسرائيلي"],
            ["الفلسطينيين"],
        ),
        (  # a feminine verb has no masculine group as subject
            "نفت الحكومة السورية ذلك، وتتهم جيش الإسلام بقصف دمشق.",
            EventType.ACCUSE,
            ["سوريا"],
            ["جيش الإسلام"],
        ),
        (  # what one is warned of is done to others
            "حذرت تركيا فرنسا من إرسال جنود إلى سوريا.",
            EventType.THREATEN,
            ["تركيا"],
            ["فرنسا"],
        ),
        (  # a pronoun takes up what the relative pronoun means
            "زار المبعوث مدينة منبج السورية التي تهدد أنقرة بمهاجمتها.",
            EventType.THREATEN,
            ["تركيا"],
            [],
        ),
        (  # an office joined by و is no second party of the construct
            "أصدر رئيس وزراء العراق قرارا بإقالة وزير الدفاع ورئيس الأركان.",
            EventType.COERCE,
            [],
            ["وزير الدفاع"],
        ),
        (  # men counted are not their country
            "فرضت الولايات المتحدة عقوبات على 19 روسيا.",
            EventType.SANCTION,
            ["الولايات المتحدة"],
            ["روسيا"],
        ),
        (  # a plural verb has no subject behind it
            "قال الوزراء إن الاتفاق باطل وطالبوا الحكومة الإيرانية بإلغائه.",
            EventType.REQUEST,
            [],
            ["إيران"],
        ),
        (  # an attack of those who bear arms is theirs
            "قتل جنديان في هجومين جديدين لحركة بوكو حرام في الكاميرون.",
            EventType.ASSAULT,
            ["بوكو حرام"],
            ["جنديان"],
        ),
        (  # a broken plural describes the men of a people
            "شنت تركيا هجوما على المقاتلين الأكراد في العراق.",
            EventType.ASSAULT,
            ["تركيا"],
            ["المقاتلين الأكراد"],
        ),
    ],
)
def test_sides(text: str, type: EventType, actors: list[str], recipients: list[str]) -> None:
    told, event = _only(text, type)
    assert set(actors) <= set(told.names(*event.actors))
    assert told.names(*event.recipients) == recipients


def test_counted_men_are_a_group_of_their_country() -> None:
    told, event = _only("فرضت الولايات المتحدة عقوبات على 19 روسيا.", EventType.SANCTION)
    (struck,) = (told.entities[i] for i in event.recipients)
    assert (struck.kind.value, struck.country) == ("group", "RU")


def test_who_only_told_it_takes_no_part() -> None:
    told, event = _only(
        "ستبدأ غدا مفاوضات بين روسيا وأوكرانيا في إسطنبول، حسب وكالة الأناضول.", EventType.CONSULT
    )
    assert set(told.names(*event.actors, *event.recipients)) == {"روسيا", "أوكرانيا"}


def test_both_sides_of_between_him_and_another_meet() -> None:
    told, event = _only(
        "تحدث فلاديمير بوتين عن القمة المرتقبة بينه وبين إيمانويل ماكرون.", EventType.CONSULT
    )
    assert set(told.names(*event.actors, *event.recipients)) == {
        "فلاديمير بوتين",
        "إيمانويل ماكرون",
    }


def test_a_relative_clause_about_another_noun_does_not_put_the_event_off() -> None:
    told, event = _only(
        "توصل الاتحاد الأوروبي إلى اتفاق مع بريطانيا على الفترة التي ستستمر عامين.", EventType.AGREE
    )
    assert event.status is Status.HAPPENED
    assert set(told.names(*event.actors, *event.recipients)) == {"الاتحاد الأوروبي", "بريطانيا"}


def test_an_embassy_is_not_in_the_land_that_it_stands_for() -> None:
    told, event = _only("هاجم مسلحون السفارة الفرنسية في بوركينا فاسو.", EventType.ASSAULT)
    assert told.names(event.place) == ["بوركينا فاسو"]


@pytest.mark.parametrize(
    "text",
    [
        "دمرت حرائق الغابات عشرات المنازل في ولاية فيكتوريا الأحد.",
        "لم ترد أنباء عن سقوط قتلى في الهجوم على كابل الأحد.",
    ],
)
def test_neither_disasters_nor_what_nobody_reports_kill(text: str) -> None:
    kinds = {event.kind for event in read(text).events}
    assert kinds.isdisjoint({"killing", "wounding", "destruction"})


def test_a_date_in_construct_is_that_of_its_noun() -> None:
    told, event = _only(
        "اعتقلت الشرطة الألمانية رجلا يشتبه بتورطه في هجمات 11 سبتمبر بنيويورك.", EventType.COERCE
    )
    assert event.time is None
    assert told.has("رجلا", event.recipients)


def test_two_lands_are_countries() -> None:
    told, event = _only(
        "تربط تركيا بروسيا علاقات قوية، ونقلت رويترز أن محادثات جرت بين البلدين الأحد.",
        EventType.CONSULT,
    )
    assert set(told.names(*event.actors, *event.recipients)) == {"تركيا", "روسيا"}


def test_what_one_holds_is_not_taken_anew() -> None:
    told = read("اجتماع في القاهرة الأحد.\nوتسيطر حركة طالبان على مدينة قندوز.")
    assert all(event.kind != "territory-seizure" for event in told.events)
