"""Conflicts: which values cannot hold together, and whose they are."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.chronicle.scenes import ENTITIES, counted, happening, on, report, telling
from waqai.chronicle.conflicts import conflicts
from waqai.model.chronicle import Conflict, Report, Slot, Telling, TellingKey
from waqai.model.events import Status


def found(tellings: Sequence[Telling], reports: Sequence[Report] = ()) -> tuple[Conflict, ...]:
    """The conflicts of one happening with these tellings, each in its own report by default."""
    there = {one.key.story: report(one.key.story) for one in tellings}
    there |= {one.id: one for one in reports}
    by_key = {one.key: one for one in tellings}
    return conflicts([happening("attack", tellings=tuple(by_key))], by_key, there, ENTITIES)


def values(tellings: Sequence[Telling], reports: Sequence[Report] = ()) -> dict[Slot, list[str]]:
    return {c.slot: [v.value for v in c.values] for c in found(tellings, reports)}


def test_two_days_that_cannot_be_one_are_a_conflict() -> None:
    told = [telling("a", day=on(3)), telling("b", day=on(5)), telling("c", day=on(5, 9))]
    assert values(told) == {Slot.DAY: ["2024-03-05", "2024-03-03"]}


def test_days_that_may_be_one_are_none() -> None:
    assert not found([telling("a", day=on(3)), telling("b", day=on(1, 9)), telling("c")])


def test_a_plan_for_another_day_is_no_conflict() -> None:
    told = [telling("a", day=on(3)), telling("b", day=on(5), status=Status.PLANNED)]
    assert Slot.DAY not in values(told)


def test_copies_of_one_report_are_one_account() -> None:
    told = [telling("a", day=on(3)), telling("b", day=on(5))]
    reports = [report("a", account="wire"), report("b", account="wire")]
    assert not found(told, reports)


def test_an_account_that_tells_both_values_is_no_source_of_either() -> None:
    told = [telling("a", day=on(3)), telling("b", day=on(5))]
    assert values(told) == {Slot.DAY: ["2024-03-03", "2024-03-05"]}
    assert not found([*told, replace(telling("a", day=on(5)), key=TellingKey("a", 1))])


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("moscow", "geneva", True),
        ("moscow", "sochi", True),
        ("moscow", "khimki", False),
        ("moscow", "RU", False),
        ("moscow", "FR", True),
    ],
)
def test_places_conflict_when_neither_can_hold_the_other(one: str, other: str, apart: bool) -> None:
    told = [telling("a", place=one), telling("b", place=other)]
    assert (Slot.PLACE in values(told)) is apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("US", "IL", True),
        ("RU", "envoy", False),  # a country and its envoy
        ("IL", "gunmen", False),  # who is not named may be anybody
    ],
)
def test_who_acted_is_disputed_between_parties_of_two_countries(
    one: str, other: str, apart: bool
) -> None:
    told = [telling("a", actors=(one,)), telling("b", actors=(other,))]
    assert (values(told).get(Slot.ACTORS) == sorted((one, other))) is apart


def test_of_an_act_without_direction_the_side_is_no_matter() -> None:
    told = [
        telling("a", "clash", mutual=True, actors=("RU",), recipients=("US",)),
        telling("b", "clash", mutual=True, actors=("US",), recipients=("RU",)),
    ]
    assert not found(told)


def test_what_somebody_denies_and_another_tells_is_a_conflict_with_its_speakers() -> None:
    told = [
        telling("a", told_by="US"),
        telling("a2", status=Status.DENIED, told_by="RU"),
    ]
    (conflict,) = found(told, [report("a", account="x"), report("a2", account="x")])
    assert conflict.slot is Slot.STATUS
    assert {v.value: v.tellings for v in conflict.values} == {
        "happened": (TellingKey("a", 0),),
        "denied": (TellingKey("a2", 0),),
    }


def test_tolls_of_one_day_conflict_and_ranges_that_overlap_do_not() -> None:
    told = [
        telling("a", figures=(counted(12, "قتيلا"),)),
        telling("b", figures=(counted(20, "قتيلا"),)),
        telling("c", figures=(counted(10, "قتيلا", 15),)),
    ]
    assert values(told) == {Slot.FIGURES: ["12 قتيلا", "20 قتيلا"]}


def test_a_toll_that_rises_from_day_to_day_is_brought_up_to_date() -> None:
    told = [
        telling("a", figures=(counted(12, "قتيلا"),)),
        telling("b", figures=(counted(20, "قتيلا"),)),
    ]
    assert not found(told, [report("a", published=3), report("b", published=4)])
    assert found(told, [report("a", published=4), report("b", published=3)])


def test_the_dead_are_not_compared_with_the_wounded_nor_soldiers_with_civilians() -> None:
    told = [
        telling("a", "killing", figures=(counted(12, "قتيلا"), counted(3, "جنديا"))),
        telling("b", "killing", figures=(counted(40, "جريحا"), counted(9, "مدنيا"))),
    ]
    assert not found(told)


def test_a_word_for_people_counts_what_befell_them_in_that_kind_of_event() -> None:
    told = [
        telling("a", "killing", cue="قتل", figures=(counted(12, "شخصا"),)),
        telling("b", "killing", cue="قتل", figures=(counted(15, "قتيلا"),)),
        telling("c", "attack", figures=(counted(40, "شخصا"),)),
    ]
    assert values(told)[Slot.FIGURES] == ["12 شخصا", "15 قتيلا"]


def test_different_names_for_one_act_are_a_conflict_of_wording() -> None:
    told = [
        telling("a", "invasion", cue="الغزو"),
        telling("b", "offensive", cue="عملية", told_by="RU"),
    ]
    assert values(told) == {Slot.WORDING: ["عملية", "غزو"]}


def test_different_names_for_the_same_people_are_one_too() -> None:
    told = [telling("a", recipients=("gunmen",)), telling("b", recipients=("terrorists",))]
    assert values(told) == {Slot.WORDING: ["إرهابي", "مسلح"]}


def test_names_for_one_side_are_not_set_against_names_for_the_other() -> None:
    assert not found([telling("a", actors=("gunmen",)), telling("b", recipients=("terrorists",))])


def test_the_order_of_what_is_given_makes_no_difference() -> None:
    told = [
        telling("a", day=on(3), place="moscow", actors=("US",)),
        telling("b", day=on(5), place="geneva", actors=("IL",)),
        telling("c", day=on(9), place="sochi", figures=(counted(3, "قتيلا"),)),
        telling("d", day=on(3), figures=(counted(7, "قتيلا"),)),
    ]
    assert len({found(list(order)) for order in itertools.permutations(told)}) == 1
    assert len(found(told)) == 4


def test_days_next_to_each_other_are_no_conflict() -> None:
    assert not found([telling("a", day=on(3)), telling("b", day=on(4))])


def test_who_acts_in_one_and_suffers_in_the_other_is_no_dispute() -> None:
    told = [
        telling("a", actors=("US",), recipients=("RU",)),
        telling("b", actors=("RU",), recipients=("US",)),
    ]
    assert not found(told)
