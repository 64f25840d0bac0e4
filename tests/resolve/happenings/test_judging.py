"""What people judge of happenings: it stands above what tellings say, and can be undone."""

from tests.resolve.happenings.told import (
    PUTIN,
    TRUMP,
    different,
    happenings,
    joined,
    on,
    report,
    same,
    tell,
)
from waqai.model.chronicle import Report
from waqai.model.events import EventType


def call(story: str, day: str) -> Report:
    told = tell(EventType.CONSULT, "call", (TRUMP,), (PUTIN,), day=on(day))
    return report(story, "8-20", told)


ALIKE = (call("a", "8-13"), call("b", "8-13"))
UNLIKE = (call("a", "8-6"), call("b", "8-18"))


def test_judged_different_are_two_and_leaving_it_out_undoes_it() -> None:
    assert joined(*ALIKE) == ["a b"]
    assert joined(*ALIKE, judgements=[different("a#0", "b#0")]) == ["a", "b"]
    assert joined(*ALIKE) == ["a b"]


def test_judged_the_same_are_one_and_leaving_it_out_undoes_it() -> None:
    before = happenings(*UNLIKE)
    assert len(before) == 2
    assert joined(*UNLIKE, judgements=[same("a#0", "b#0")]) == ["a b"]
    assert happenings(*UNLIKE) == before


def test_even_things_of_two_kinds_are_one_when_people_say_so() -> None:
    strike = report("b", "8-20", tell(EventType.ASSAULT, "attack", ("RU",), day=on("5-1")))
    assert joined(UNLIKE[0], strike, judgements=[same("a#0", "b#0")]) == ["a b"]


def test_a_third_telling_goes_with_one_of_two_that_are_kept_apart() -> None:
    told = (*ALIKE, call("c", "8-13"))
    assert joined(*told) == ["a b c"]
    parted = joined(*told, judgements=[different("a#0", "b#0")])
    assert parted in (["a c", "b"], ["a", "b c"])


def test_sameness_goes_on_from_one_to_the_next() -> None:
    told = (*UNLIKE, call("c", "7-1"))
    judged = [same("a#0", "b#0"), same("b#0", "c#0")]
    assert joined(*told, judgements=judged) == ["a b c"]


def test_what_is_judged_different_stays_so_although_others_are_judged_the_same() -> None:
    told = (*ALIKE, call("c", "8-13"))
    judged = [different("a#0", "b#0"), same("b#0", "c#0")]
    assert joined(*told, judgements=judged) == ["a", "b c"]


def test_of_two_contrary_judgements_of_one_pair_the_difference_stands() -> None:
    judged = [same("a#0", "b#0"), different("a#0", "b#0")]
    assert joined(*ALIKE, judgements=judged) == ["a", "b"]


def test_difference_beats_sameness_that_is_inferred() -> None:
    told = (*ALIKE, call("c", "8-13"))
    judged = [same("a#0", "b#0"), same("b#0", "c#0"), different("a#0", "c#0")]
    assert "a b c" not in joined(*told, judgements=judged)


def test_tellings_of_one_story_can_be_judged() -> None:
    once = tell(EventType.CONSULT, "call", (TRUMP,), (PUTIN,), day=on("8-13"))
    story = report("a", "8-20", once, once)
    assert joined(story) == ["a a"]
    assert joined(story, judgements=[different("a#0", "a#1")]) == ["a", "a"]


def test_a_judgement_of_what_is_not_here_changes_nothing() -> None:
    judged = [same("a#0", "z#4"), different("a#7", "b#0"), same("donald_trump", "person:x")]
    assert happenings(*ALIKE, judgements=judged) == happenings(*ALIKE)


def test_a_judgement_of_two_tellings_joins_the_whole_of_what_they_tell() -> None:
    told = (*ALIKE, call("c", "5-1"), call("d", "5-1"))
    assert joined(*told) == ["a b", "c d"]
    assert joined(*told, judgements=[same("b#0", "d#0")]) == ["a b c d"]
    assert joined(*told, judgements=[same("b#0", "d#0"), different("a#0", "c#0")]) != ["a b c d"]
