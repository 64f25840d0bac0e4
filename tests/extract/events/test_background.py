"""Violence that is only referred to, that nobody made, or that is told in words of arms alone."""

import pytest

from tests.extract.events.reading import read
from waqai.model.events import EventType

_OURS = {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE}


def kinds(text: str) -> list[str]:
    return [event.kind for event in read(text).events if event.type in _OURS]


@pytest.mark.parametrize(
    "text",
    [
        "عاد إلى بيروت شقيق الوزير الذي اغتيل عام 1989.",
        "تقع البلدة التي قصفتها إسرائيل قرب الحدود.",
        "وصل الوفد إلى مدينة تسيطر عليها حركة طالبان.",
    ],
    ids=["a year", "no time", "a state that lasts"],
)
def test_a_verb_that_goes_on_with_a_noun_tells_nothing_new(text: str) -> None:
    assert kinds(text) == []


def test_a_verb_that_goes_on_with_a_noun_is_news_when_it_has_a_day() -> None:
    assert "shelling" in kinds("تقع البلدة التي قصفتها إسرائيل أمس قرب الحدود.")


@pytest.mark.parametrize(
    "text",
    [
        "بدأت النيابة التحقيق في اغتيال رفيق الحريري.",
        "اتهم الادعاء أربعة رجال بالتورط في خطف جنود في سيناء.",
        "كتب الصحفي مقالا حول اغتيال أنور السادات.",
        "حذر وزير الخارجية التركي أمس من اجتياح روسي لإدلب.",
        "نفى الجيش السوري وجود قتلى لعدم وقوع هجوم على دمشق.",
        "بحث القائدان الضوء الأخضر للقيام بعمليات عسكرية في سوريا.",
    ],
    ids=["inquiry", "charge", "about", "warning", "negated", "light verb behind ل"],
)
def test_a_noun_that_refers_to_a_deed_tells_none(text: str) -> None:
    assert kinds(text) == []


def test_what_is_joined_to_a_charge_is_charged_too() -> None:
    assert kinds("وهم متهمون بالاغتصاب وخطف مدنيين وقتل مئات الأشخاص.") == []


def test_an_answer_to_a_deed_is_no_second_deed_unless_it_has_a_day() -> None:
    told = "قصفت إسرائيل غزة أمس ردا على هجوم صاروخي على عسقلان."
    assert kinds(told).count("missile-attack") <= 1
    assert "shelling" in kinds(told) or "air-strike" in kinds(told)


def test_an_attack_in_words_is_none_though_its_verb_is_that_of_arms() -> None:
    assert kinds("شنت هيلاري كلينتون هجوما قويا على دونالد ترامب.") == []
    assert "attack" in kinds("شنت حركة طالبان هجوما قويا على كابول.")


def test_who_suffers_an_attack_makes_it_an_event() -> None:
    assert "attack" in kinds("تعرضت القوات الفرنسية لهجوم في مالي.")


def test_arms_and_a_day_make_an_event_of_a_deed_that_nobody_named_did() -> None:
    assert kinds("وأمس قتل سائق شاحنة في هجوم بقنابل يدوية.") != []


def test_an_accident_is_no_attack_unless_it_came_of_arms() -> None:
    assert kinds("أسفر تحطم طائرة روسية قرب موسكو عن مقتل 71 شخصا.") == []
    assert kinds("أسفر انهيار مبنى في غارة على صنعاء عن مقتل 71 شخصا.") != []


def test_what_is_done_time_and_again_is_no_event() -> None:
    assert kinds("توجه الطائرات التركية بانتظام ضربات إلى حزب العمال الكردستاني.") == []


COMMENT = (
    "إن الحديث عن مستقبل المنطقة يظل ناقصا ما لم يدرك الجميع أن العنف الذي أشعل حروبها القديمة "
    "لم يكن قدرا، وأن مقتل مئات المدنيين في العراق ليس سوى وجه واحد من وجوه المأساة كلها"
)


def test_a_long_sentence_of_comment_tells_no_deed_and_the_same_with_a_day_does() -> None:
    assert kinds(f"{COMMENT}.") == []
    assert "killing" in kinds(f"{COMMENT}. وقع ذلك يوم الخميس.")


@pytest.mark.parametrize(
    "text",
    [
        "نددت إيران بالضربات التي نفذتها الولايات المتحدة على سوريا.",
        "نددت إيران بالغارات التي شنتها الولايات المتحدة على سوريا.",
    ],
)
def test_an_attack_that_a_relative_clause_tells_is_told(text: str) -> None:
    told = read(text)
    (event,) = [event for event in told.events if event.type is EventType.ASSAULT]
    assert told.names(*event.actors) == ["الولايات المتحدة"]


def test_an_attack_that_is_only_condemned_is_not() -> None:
    told = read("نددت إيران بالضربات الأمريكية.")
    assert not [event for event in told.events if event.type is EventType.ASSAULT]
