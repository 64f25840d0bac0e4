"""What an event takes from those told around it, and what tells no event at all."""

import pytest

from tests.extract.events.reading import read
from waqai.model.events import EventType, Status


def test_a_verb_in_a_relative_clause_goes_on_with_the_attack_of_its_noun() -> None:
    told = read("جاء ذلك بعد الضربات الأمريكية والفرنسية التي استهدفت الجيش السوري في حمص.")
    (attack,) = [e for e in told.events if e.type is EventType.ASSAULT]
    assert told.names(*attack.actors) == ["الولايات المتحدة", "فرنسا"]
    assert told.names(*attack.recipients) == ["الجيش السوري"]
    assert told.names(attack.place) == ["حمص"]


def test_a_verb_right_behind_an_indefinite_attack_has_no_other_subject() -> None:
    told = read("أصيب ثلاثة أشخاص في هجوم استهدف سوقا في كابول.")
    assert all("أشخاص" not in told.names(*e.actors) for e in told.events)


def test_who_is_visited_is_known_from_the_purpose() -> None:
    told = read("سيتوجه فولوديمير زيلينسكي الاثنين إلى واشنطن ليناقش مع دونالد ترامب الحرب.")
    (visit,) = [e for e in told.events if e.type is EventType.CONSULT]
    assert visit.status is Status.PLANNED
    assert told.names(*visit.actors) == ["فولوديمير زيلينسكي"]
    assert "دونالد ترامب" in told.names(*visit.recipients)
    assert told.names(visit.place) == ["واشنطن"]


def test_a_talk_that_is_told_to_have_taken_place_is_an_event_in_its_adjunct() -> None:
    text = "اتفق فلاديمير بوتين ودونالد ترامب في محادثة هاتفية جرت بينهما يوم الخميس على لقاء."
    told = read(text)
    (call,) = [e for e in told.events if e.kind == "call"]
    parties = {*told.names(*call.actors), *told.names(*call.recipients)}
    assert parties == {"فلاديمير بوتين", "دونالد ترامب"}


@pytest.mark.parametrize(
    "text",
    [
        "هل يزور إيمانويل ماكرون بغداد؟",
        "ناقش المحللون آثار الحرب في أوكرانيا على أسعار القمح.",
        "وصف إيمانويل ماكرون المشروع بأنه تهديد حيوي للأمن الأوروبي.",
        "عرقل المطر وصول السلع إلى مئات القرى.",
        "سارت القافلة بين حلب ومدينة عفرين.",
        "ولدت وعشت حياتي كلها هنا.",
    ],
)
def test_no_event_is_told(text: str) -> None:
    assert not read(text).events
