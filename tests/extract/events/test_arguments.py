"""Who and what stands in a clause."""

from tests.extract.events.reading import Told, read
from waqai.model.events import Event, EventType


def _only(text: str, type: EventType) -> tuple[Told, Event]:
    told = read(text)
    found = [event for event in told.events if event.type is type]
    assert len(found) == 1, [(e.kind, told.names(*e.actors)) for e in told.events]
    return told, found[0]


def test_an_apposition_between_commas_does_not_end_the_clause() -> None:
    told, event = _only("تدعم إيران، الحليف الأقرب في المنطقة، حزب الله.", EventType.SUPPORT)
    assert told.names(*event.actors) == ["إيران"]
    assert told.names(*event.recipients) == ["حزب الله"]


def test_an_adjunct_between_commas_does_not_end_the_clause() -> None:
    told, event = _only(
        "دعا المستشار الألماني فريدريش ميرتس، في حوار مع قناة محلية نهاية مايو، الصين إلى الضغط.",
        EventType.REQUEST,
    )
    assert told.names(*event.actors) == ["فريدريش ميرتس"]
    assert told.names(*event.recipients) == ["الصين"]


def test_a_name_behind_the_statement_it_was_made_in_is_an_object() -> None:
    told, event = _only("اتهمت إيران في بيان إسرائيل بقتل العالم.", EventType.ACCUSE)
    assert told.names(*event.actors) == ["إيران"]
    assert told.names(*event.recipients) == ["إسرائيل"]


def test_counted_people_are_one_party() -> None:
    told, event = _only("اعتقلت الشرطة المصرية العشرات من المتظاهرين.", EventType.COERCE)
    assert told.names(*event.recipients) == ["العشرات من المتظاهرين"]


def test_a_ruler_stands_for_his_regime() -> None:
    told, event = _only("اتهمت دول غربية نظام الرئيس بشار الأسد بقصف دوما.", EventType.ACCUSE)
    assert told.names(*event.actors) == ["دول غربية"]
    assert told.names(*event.recipients) == ["بشار الأسد"]


def test_his_country_is_that_of_who_speaks() -> None:
    told, event = _only("أعلن الرئيس الإيراني مسعود بزشكيان استعداد بلاده للحوار.", EventType.AGREE)
    assert told.names(*event.actors) == ["إيران"]


def test_a_measure_or_an_act_is_no_party() -> None:
    told, event = _only("حبست السلطات التركية أكرم إمام أوغلو لمدة شهر.", EventType.COERCE)
    assert told.names(*event.recipients) == ["أكرم إمام أوغلو"]
