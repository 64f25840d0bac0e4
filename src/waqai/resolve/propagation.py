"""Constraints narrow domains until nothing more changes."""

from collections import defaultdict, deque
from collections.abc import Iterable

from waqai.resolve.constraints import Between, Constraint, Offset, On, Unknown
from waqai.resolve.domains import Days, Horizon


class Domains:
    """What the constraints added so far leave of each unknown day.

    The fixed point does not depend on the order in which they were added.
    """

    def __init__(self, horizon: Horizon) -> None:
        self.horizon = horizon
        self.empty = False
        self._days: dict[Unknown, Days] = {}
        self._links: defaultdict[Unknown, list[Between]] = defaultdict(list)

    def __getitem__(self, unknown: Unknown) -> Days:
        return self._days.get(unknown, self.horizon.every)

    def add(self, constraint: Constraint) -> frozenset[Unknown]:
        """Adds a constraint and propagates; gives the unknowns whose domain it narrowed.

        Once a domain is empty, `empty` is set and nothing is narrowed any more.
        """
        if self.empty:
            return frozenset()
        for unknown in constraint.unknowns:
            self._days.setdefault(unknown, self.horizon.every)
        if isinstance(constraint, On):
            changed = self._narrow(constraint.unknown, constraint.days)
            return self._propagate([constraint.unknown]) if changed else frozenset()
        self._links[constraint.first].append(constraint)
        self._links[constraint.second].append(constraint)
        if _runs_in_a_circle(self._offsets()):
            self.empty = True
            return frozenset(constraint.unknowns)
        return self._propagate(constraint.unknowns, narrowed=False)

    def _propagate(self, start: Iterable[Unknown], narrowed: bool = True) -> frozenset[Unknown]:
        queue = deque(start)
        changed = set(queue) if narrowed else set()
        while queue and not self.empty:
            unknown = queue.popleft()
            for link in self._links.get(unknown, ()):
                other = link.second if unknown == link.first else link.first
                move = link.relation.forward if unknown == link.first else link.relation.backward
                if self._narrow(other, move(self.horizon, self._days[unknown])):
                    changed.add(other)
                    queue.append(other)
        return frozenset(changed)

    def _narrow(self, unknown: Unknown, days: Days) -> bool:
        before = self._days[unknown]
        after = before & days
        if after == before:
            return False
        self._days[unknown] = after
        if self.horizon.is_empty(after):
            self.empty = True
        return True

    def _offsets(self) -> list[Between]:
        unique = {id(link): link for links in self._links.values() for link in links}
        return [link for link in unique.values() if isinstance(link.relation, Offset)]


def consistent(constraints: Iterable[Constraint], horizon: Horizon) -> bool:
    """Whether propagating `constraints` leaves every unknown a day."""
    domains = Domains(horizon)
    for constraint in constraints:
        domains.add(constraint)
        if domains.empty:
            return False
    return True


def _runs_in_a_circle(links: Iterable[Between]) -> bool:
    """Whether offsets demand of some day that it lie after itself (Bellman-Ford).

    Propagation would find it out too, one day of the horizon at a time.
    """
    edges: list[tuple[Unknown, Unknown, int]] = []
    for link in links:
        assert isinstance(link.relation, Offset)
        if link.relation.high is not None:  # second <= first + high
            edges.append((link.first, link.second, link.relation.high))
        if link.relation.low is not None:  # first <= second - low
            edges.append((link.second, link.first, -link.relation.low))
    bound: defaultdict[Unknown, int] = defaultdict(int)
    for _ in range(len({name for edge in edges for name in edge[:2]})):
        relaxed = False
        for start, end, length in edges:
            if bound[start] + length < bound[end]:
                bound[end] = bound[start] + length
                relaxed = True
        if not relaxed:
            return False
    return bool(edges)
