"""The solver drops the lightest set at fault, whatever the order, and keeps the rest."""

from datetime import date, timedelta
from itertools import chain, combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.resolve.constraints import Between, Constraint, InWeek, Offset, On
from waqai.resolve.domains import Horizon
from waqai.resolve.propagation import consistent
from waqai.resolve.solver import Solution, solve

MONTHS = Horizon(date(2025, 1, 1), date(2025, 4, 30))
FIRST = date(2025, 2, 10)


def on(unknown: str, days: list[int], weight: int, label: str) -> On:
    return On(unknown, MONTHS.of(FIRST + timedelta(n) for n in days), weight, label)


@st.composite
def problems(draw: st.DrawFn) -> list[Constraint]:
    """Up to eight constraints on up to three days, few enough to try every set of them."""
    found: list[Constraint] = []
    for number in range(draw(st.integers(1, 8))):
        weight = draw(st.integers(1, 6))
        names = draw(st.permutations(["a", "b", "c"]))
        if draw(st.integers(0, 3)):
            days = draw(st.sets(st.integers(0, 12), min_size=1, max_size=5))
            found.append(on(names[0], sorted(days), weight, f"on {number}"))
        else:
            low = draw(st.integers(-3, 3))
            width = draw(st.integers(0, 3) | st.none())
            relation = Offset(low, None if width is None else low + width)
            found.append(Between(names[0], names[1], relation, weight, f"between {number}"))
    return found


def lightest_removal(constraints: list[Constraint]) -> int:
    """The least weight whose removal leaves the rest consistent, by trying every set.

    Constraints that do the same count as one, with the greatest weight.
    """
    same: dict[tuple[object, ...], Constraint] = {}
    for one in sorted(constraints, key=lambda one: one.weight):
        same[one.effect] = one
    heads = list(same.values())
    subsets = chain.from_iterable(combinations(heads, n) for n in range(len(heads) + 1))
    return min(
        sum(one.weight for one in gone)
        for gone in subsets
        if consistent([one for one in heads if one not in gone], MONTHS)
    )


def weight_dropped(solution: Solution) -> int:
    heaviest: dict[tuple[object, ...], int] = {}
    for conflict in solution.conflicts:
        effect = conflict.dropped.effect
        heaviest[effect] = max(heaviest.get(effect, 0), conflict.dropped.weight)
    return sum(heaviest.values())


@given(problems())
@settings(max_examples=150, deadline=None)
def test_what_is_dropped_has_the_least_weight(constraints: list[Constraint]) -> None:
    assert weight_dropped(solve(constraints, MONTHS)) == lightest_removal(constraints)


@given(problems(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_constraints_does_not_matter(
    constraints: list[Constraint], random: Random
) -> None:
    shuffled = list(constraints)
    random.shuffle(shuffled)
    assert solve(shuffled, MONTHS) == solve(constraints, MONTHS)


@given(problems())
@settings(max_examples=100, deadline=None)
def test_domains_lie_within_every_constraint_kept(constraints: list[Constraint]) -> None:
    solution = solve(constraints, MONTHS)
    for one in solution.kept:
        if isinstance(one, On):
            assert solution.domains[one.unknown] & ~one.days == 0
        else:
            first, second = solution.domains[one.first], solution.domains[one.second]
            assert second & ~one.relation.forward(MONTHS, first) == 0
            assert first & ~one.relation.backward(MONTHS, second) == 0
    assert not any(MONTHS.is_empty(days) for days in solution.domains.values())


@given(problems())
@settings(max_examples=100, deadline=None)
def test_saying_what_already_holds_changes_nothing(constraints: list[Constraint]) -> None:
    before = solve(constraints, MONTHS)
    known = [On(name, days, 3, f"known {name}") for name, days in sorted(before.domains.items())]
    after = solve([*constraints, *known], MONTHS)
    assert after.domains == before.domains
    assert [c.dropped for c in after.conflicts] == [c.dropped for c in before.conflicts]


@given(problems())
@settings(max_examples=100, deadline=None)
def test_a_thing_said_twice_weighs_no_more(constraints: list[Constraint]) -> None:
    again = [_relabelled(one) for one in constraints]
    assert solve([*constraints, *again], MONTHS).domains == solve(constraints, MONTHS).domains


def _relabelled(one: Constraint) -> Constraint:
    if isinstance(one, On):
        return On(one.unknown, one.days, one.weight, f"~{one.label}")
    return Between(one.first, one.second, one.relation, one.weight, f"~{one.label}")


@given(problems())
@settings(max_examples=100, deadline=None)
def test_a_conflict_names_what_contradicts_it(constraints: list[Constraint]) -> None:
    for conflict in solve(constraints, MONTHS).conflicts:
        assert consistent(conflict.against, MONTHS)
        assert not consistent([conflict.dropped, *conflict.against], MONTHS)


def test_nothing_said_leaves_nothing_to_know() -> None:
    assert solve([], MONTHS).domains == {}


def test_the_weaker_of_two_days_is_dropped_and_the_stronger_named() -> None:
    stamp, text = on("day", [3], 2, "stamp"), on("day", [2, 9], 5, "text")
    solution = solve([stamp, text], MONTHS)
    assert solution.domains == {"day": text.days}
    assert [(c.dropped, c.against) for c in solution.conflicts] == [(stamp, (text,))]
    assert solution.narrowed["day"] == (text,)


def test_many_weak_constraints_outweigh_one_when_they_differ() -> None:
    weak = [on("day", [3, other], 2, f"weak {other}") for other in (4, 5, 6)]
    solution = solve([on("day", [1], 5, "strong"), *weak], MONTHS)
    assert MONTHS.listed(solution.domains["day"]) == [FIRST + timedelta(3)]


@pytest.mark.parametrize(
    ("relation", "known", "expected"),
    [
        (Offset(0, 0), [4], [4]),
        (Offset(1, 1), [4], [5]),
        (Offset(-2, 0), [4], [2, 3, 4]),
        (InWeek(1), [3], list(range(7, 14))),  # FIRST is a Monday
    ],
)
def test_a_relation_carries_a_day_to_the_other_side(
    relation: Offset | InWeek, known: list[int], expected: list[int]
) -> None:
    solution = solve(
        [on("told", known, 3, "day"), Between("told", "held", relation, 3, "relation")], MONTHS
    )
    assert MONTHS.listed(solution.domains["held"]) == [FIRST + timedelta(n) for n in expected]


def test_a_day_that_must_lie_after_itself_is_a_contradiction() -> None:
    circle = [
        Between("a", "b", Offset(1, None), 3, "b after a"),
        Between("b", "c", Offset(0, None), 3, "c not before b"),
        Between("c", "a", Offset(0, None), 2, "a not before c"),
    ]
    assert [c.dropped.label for c in solve(circle, MONTHS).conflicts] == ["a not before c"]


def test_a_chain_of_days_narrows_through_to_its_end() -> None:
    solution = solve(
        [
            Between("told", "held", Offset(1, 3), 4, "in the days after"),
            Between("held", "back", Offset(1, 1), 4, "the next day"),
            on("told", [0, 1], 5, "told"),
            on("back", [2, 9], 5, "back"),
        ],
        MONTHS,
    )
    assert MONTHS.listed(solution.domains["told"]) == [FIRST]
    assert MONTHS.listed(solution.domains["held"]) == [FIRST + timedelta(1)]
    assert MONTHS.listed(solution.domains["back"]) == [FIRST + timedelta(2)]
