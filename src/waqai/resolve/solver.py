"""Which evidence holds: the least weight of constraints that must go so that the rest agree.

Constraints that contradict each other form cores (smallest sets that cannot hold together). What
is dropped is the lightest set that touches every core; it is found by collecting cores until the
lightest set that touches those found so far leaves no contradiction (implicit hitting sets, as
in MaxHS: Davies & Bacchus 2011). The answer is exact and does not depend on the order in which
constraints come: ties go to the labels.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from waqai.resolve.constraints import Constraint, Unknown
from waqai.resolve.domains import ERA, Days, Horizon
from waqai.resolve.propagation import Domains, consistent

#: Above so many cores the lightest set is no longer sought: each core loses its weakest member.
_EXACT_CORES = 64


@dataclass(frozen=True, slots=True)
class Conflict:
    """A constraint that was dropped, and the kept ones that it cannot hold with, strongest first.

    `against` is empty when the constraint contradicts itself.
    """

    dropped: Constraint
    against: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True)
class Solution:
    """What is left of each unknown, and why.

    `domains` holds every unknown named; `narrowed` the kept constraints that narrowed it, in
    order of strength; `kept` all kept constraints in that order.
    """

    horizon: Horizon
    domains: Mapping[Unknown, Days]
    narrowed: Mapping[Unknown, tuple[Constraint, ...]]
    kept: tuple[Constraint, ...]
    conflicts: tuple[Conflict, ...]


def solve(constraints: Iterable[Constraint], horizon: Horizon = ERA) -> Solution:
    """The domains that the constraints leave, without the lightest set of those at fault.

    Constraints that do the same count once, with the greatest weight among them: a thing said
    twice is not twice as true. Labels must be unique, weights above 0.
    """
    ranked = sorted(constraints, key=_strength)
    parts = [_solve_part(part, horizon) for part in _parts(ranked)]
    return Solution(
        horizon,
        {name: days for part in parts for name, days in part.domains.items()},
        {name: why for part in parts for name, why in part.narrowed.items()},
        tuple(sorted((one for part in parts for one in part.kept), key=_strength)),
        tuple(
            sorted(
                (one for part in parts for one in part.conflicts),
                key=lambda conflict: _strength(conflict.dropped),
            )
        ),
    )


def _solve_part(ranked: Sequence[Constraint], horizon: Horizon) -> Solution:
    dropped = _at_fault(_heads(ranked), horizon)
    gone = {one.effect for one in dropped}
    kept = tuple(one for one in ranked if not gone or one.effect not in gone)
    domains = Domains(horizon)
    narrowed: dict[Unknown, list[Constraint]] = {
        name: [] for one in ranked for name in one.unknowns
    }
    for constraint in kept:
        for name in domains.add(constraint):
            narrowed[name].append(constraint)
    conflicts = tuple(
        Conflict(one, _outweighed_by(one, kept, horizon))
        for one in ranked
        if gone and one.effect in gone
    )
    whys = {name: tuple(reasons) for name, reasons in narrowed.items()}
    found = {name: domains[name] for name in narrowed}
    return Solution(horizon, found, whys, kept, conflicts)


def _parts(ranked: Sequence[Constraint]) -> list[list[Constraint]]:
    """The constraints parted so that no two parts share an unknown; order kept."""
    root: dict[Unknown, Unknown] = {}

    def find(name: Unknown) -> Unknown:
        while root.setdefault(name, name) != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for one in ranked:
        for name in one.unknowns[1:]:
            root[find(name)] = find(one.unknowns[0])
    parts: dict[Unknown, list[Constraint]] = {}
    for one in ranked:
        parts.setdefault(find(one.unknowns[0]), []).append(one)
    return list(parts.values())


def _strength(constraint: Constraint) -> tuple[int, str]:
    return (-constraint.weight, constraint.label)


def _heads(ranked: Sequence[Constraint]) -> list[Constraint]:
    """The strongest of those that do the same."""
    first: dict[tuple[object, ...], Constraint] = {}
    for constraint in ranked:
        first.setdefault(constraint.effect, constraint)
    return list(first.values())


def _at_fault(ranked: Sequence[Constraint], horizon: Horizon) -> list[Constraint]:
    """The lightest set without which the rest is consistent."""
    if consistent(ranked, horizon):
        return []
    costs = _unique_costs(ranked)
    cores: list[frozenset[int]] = []
    while len(cores) < _EXACT_CORES:
        dropped = _lightest_hitting_set(cores, costs)
        rest = [i for i in range(len(ranked)) if i not in dropped]
        core = _core(rest, ranked, horizon)
        if core is None:
            return [ranked[i] for i in sorted(dropped)]
        cores.append(core)
    return _weakest_of_each(ranked, cores, horizon)


def _unique_costs(ranked: Sequence[Constraint]) -> list[int]:
    """Weights made so that no two sets weigh the same: ties go against the later label."""
    size = len(ranked)
    return [(one.weight << size) + (1 << (size - 1 - i)) for i, one in enumerate(ranked)]


def _core(
    candidates: Sequence[int], ranked: Sequence[Constraint], horizon: Horizon
) -> frozenset[int] | None:
    """A smallest contradiction among `candidates` (none of it can be left out), or None.

    Adding strongest first ends at the first that contradicts; deletion does the rest.
    """
    domains = Domains(horizon)
    prefix: list[int] = []
    for i in candidates:
        prefix.append(i)
        domains.add(ranked[i])
        if domains.empty:
            break
    else:
        return None
    core = prefix
    for i in reversed(prefix[:-1]):
        shorter = [j for j in core if j != i]
        if not consistent((ranked[j] for j in shorter), horizon):
            core = shorter
    return frozenset(core)


def _lightest_hitting_set(cores: Sequence[frozenset[int]], costs: Sequence[int]) -> frozenset[int]:
    """The cheapest set with a member of every core, by branch and bound."""
    best = frozenset(i for core in cores for i in core)
    best_cost = sum(costs[i] for i in best)
    stack: list[tuple[frozenset[int], int]] = [(frozenset(), 0)]
    while stack:
        chosen, cost = stack.pop()
        missed = next((core for core in cores if not core & chosen), None)
        if missed is None:
            if cost < best_cost:
                best, best_cost = chosen, cost
            continue
        # the weakest is tried first: it comes to lie on top of the stack
        stack.extend(
            (chosen | {i}, cost + costs[i]) for i in sorted(missed) if cost + costs[i] < best_cost
        )
    return best


def _weakest_of_each(
    ranked: Sequence[Constraint], cores: Sequence[frozenset[int]], horizon: Horizon
) -> list[Constraint]:
    dropped = {max(core) for core in cores}
    while True:
        rest = [i for i in range(len(ranked)) if i not in dropped]
        core = _core(rest, ranked, horizon)
        if core is None:
            break
        dropped.add(max(core))
    for i in sorted(dropped):  # strongest first: what need not go comes back
        rest = [j for j in range(len(ranked)) if j == i or j not in dropped]
        if consistent((ranked[j] for j in rest), horizon):
            dropped.discard(i)
    return [ranked[i] for i in sorted(dropped)]


def _outweighed_by(
    dropped: Constraint, kept: Sequence[Constraint], horizon: Horizon
) -> tuple[Constraint, ...]:
    everything = [dropped, *kept]
    core = _core(range(len(everything)), everything, horizon)
    return tuple(everything[i] for i in sorted(core or ()) if i)
