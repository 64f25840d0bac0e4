"""What speaks for the days that a story may be of, each with what it weighs for each day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from waqai.knowledge import load
from waqai.model.chronicle import Window
from waqai.resolve.domains import ERA, Days
from waqai.resolve.evidence import Evidence, wording_row

#: At most so many pages are named in one reason.
_NAMED = 3
_HUNDREDTHS = 100.0

#: What is said of days, by the name of its weight: how much of it is said of each day.
Traits = Mapping[str, Mapping[date, float]]


@dataclass(frozen=True, slots=True)
class Voice:
    """One thing that speaks for some days and against others.

    `traits` name the weights that it has a part in: a row of knowledge/dating.toml and, after a
    point, the place in it ("opening.1"). `said` tells it in words; None for what is not worth a
    line.
    """

    traits: Traits
    said: Evidence | None = None

    def support(self) -> dict[date, float]:
        """The logarithm of the odds that it gives each day of which it says anything."""
        total: defaultdict[date, float] = defaultdict(float)
        for name, shares in self.traits.items():
            weight = strength(name)
            for day, share in shares.items():
                total[day] += weight * share
        return total


@cache
def strength(name: str) -> float:
    """What a trait weighs, by knowledge/dating.toml: a part of the logarithm of the odds."""
    row, _, at = name.partition(".")
    found = load("dating")["neighbours"][row]
    return float(found[int(at)]) / _HUNDREDTHS


def around(day: date, reach: Sequence[float]) -> Iterable[tuple[date, float]]:
    """The days about `day`, each with its share: reach[0] for the day, reach[1] for the next ones.

    >>> dict(around(date(2018, 4, 14), (1.0, 0.5)))[date(2018, 4, 15)]
    0.5
    """
    for far, share in enumerate(reach):
        yield day + timedelta(far), share
        if far:
            yield day - timedelta(far), share


def said(
    rule: str,
    days: Iterable[date],
    stories: Sequence[str],
    pages: Mapping[str, str],
    when: Window = Window(),  # noqa: B008 - frozen
) -> Evidence:
    """The words of a voice that rests on other stories; `pages` gives the page of each story."""
    template = f"text.neighbour.{rule}"
    named = list(dict.fromkeys(pages[id] for id in stories))
    best: Days = ERA.of(days)
    return Evidence(
        rule=f"neighbour.{rule}",
        days=best,
        weight=wording_row(template)["weight"],
        family=f"neighbour {rule} {' '.join(stories)}",
        template=template,
        day=when.earliest,
        last=when.latest,
        stories=tuple(stories),
        pages=", ".join(named[:_NAMED]) + (" …" if len(named) > _NAMED else ""),
        decides=True,
    )
