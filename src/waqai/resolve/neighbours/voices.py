"""What speaks for the days that a story may be of, each with what it weighs for each day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from waqai.knowledge import load
from waqai.model.chronicle import Window
from waqai.resolve.domains import ERA, Days
from waqai.resolve.evidence import Evidence, wording_row

#: At most so many pages are named in one reason.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """One thing that speaks for some days: `support` in hundredths of the logarithm of the odds.

    `said` tells it in words; its days are those it speaks for most.
    """

    support: Mapping[date, float]
    said: Evidence


def strength(name: str) -> float:
    """What a voice of this sort weighs, by knowledge/dating.toml."""
    return float(load("dating")["neighbours"][name])


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
