"""What evidence says about unknown days: on one of them, or between two."""

from dataclasses import dataclass
from typing import Protocol

from waqai.resolve.domains import Days, Horizon

#: The name of an unknown day: a story's publication, the day of a happening.
Unknown = str


class Relation(Protocol):
    """How the second of two days lies to the first. Hashable, and told in `key`.

    Both ways give every day that the other side may have, and none is ever missing.
    """

    @property
    def key(self) -> str:
        """What the relation says, in a form that sorts."""
        ...

    def forward(self, horizon: Horizon, first: Days) -> Days:
        """Where the second day may lie, given where the first may."""
        ...

    def backward(self, horizon: Horizon, second: Days) -> Days:
        """Where the first day may lie, given where the second may."""
        ...


@dataclass(frozen=True, slots=True)
class Offset:
    """The second day lies `low` to `high` days after the first; None is without end.

    Equal is `Offset(0, 0)`, the day before `Offset(-1, -1)`, not after `Offset(None, 0)`.
    """

    low: int | None
    high: int | None

    @property
    def key(self) -> str:
        return f"offset {self.low} {self.high}"

    def forward(self, horizon: Horizon, first: Days) -> Days:
        return horizon.spread(first, self.low, self.high)

    def backward(self, horizon: Horizon, second: Days) -> Days:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return horizon.spread(second, low, high)


@dataclass(frozen=True, slots=True)
class InWeek:
    """The second day lies in the ISO week that is `by` weeks after that of the first."""

    by: int

    @property
    def key(self) -> str:
        return f"week {self.by}"

    def forward(self, horizon: Horizon, first: Days) -> Days:
        return horizon.in_week(first, self.by)

    def backward(self, horizon: Horizon, second: Days) -> Days:
        return horizon.in_week(second, -self.by)


@dataclass(frozen=True, slots=True)
class On:
    """The unknown day is one of `days`.

    `weight` (above 0) is what it costs to drop the constraint; `label` names it, unique in a
    problem, and settles ties.
    """

    unknown: Unknown
    days: Days
    weight: int
    label: str

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        return (self.unknown,)

    @property
    def effect(self) -> tuple[object, ...]:
        """What it does, whoever says so."""
        return (self.unknown, self.days)


@dataclass(frozen=True, slots=True)
class Between:
    """The day `second` stands in `relation` to the day `first`. `weight`, `label` as in `On`."""

    first: Unknown
    second: Unknown
    relation: Relation
    weight: int
    label: str

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        return (self.first, self.second)

    @property
    def effect(self) -> tuple[object, ...]:
        """What it does, whoever says so."""
        return (self.first, self.second, self.relation)


Constraint = On | Between
