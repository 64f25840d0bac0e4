"""Light verbs, operators and events that hold another."""

from tests.extract.events.reading import read
from waqai.model.events import EventType, Status


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
