"""How a chronicle grows: each page that arrives is read once and kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from waqai.model.annotated import DatedPage
from waqai.model.page import Page
from waqai.model.quarantine import Quarantined

Reader = Callable[[Page], DatedPage | Quarantined]


class Ledger(Protocol):
    """Where a chronicle keeps what it knows. Each call is whole or not at all, and lasts."""

    def recognises(self, page: Page) -> bool:
        """Whether this very page stands here already, as this version of waqai reads it."""
        ...

    def keep(self, page: DatedPage) -> None:
        """Write down a page that is not here yet."""
        ...

    def set_aside(self, thing: Quarantined) -> None:
        """Write down what could not be read."""
        ...


@dataclass(frozen=True, slots=True)
class Growth:
    """What a build did: pages that were new, pages known before, things set aside."""

    new: int = 0
    known: int = 0
    quarantined: int = 0

    @property
    def read(self) -> int:
        """The pages that could be read, new or not."""
        return self.new + self.known


def grow(
    arrivals: Iterable[Page | Quarantined],
    ledger: Ledger,
    reader: Reader,
    tell: Callable[[Page | Quarantined], None] = lambda _: None,
) -> Growth:
    """Read each page of `arrivals` that `ledger` does not know, and keep it.

    `tell` hears of each arrival once it is dealt with: the page, or what was set aside in its
    stead. A run that is killed has kept all but the page in hand; run again, it ends the same.
    """
    new = known = quarantined = 0
    for arrival in arrivals:
        if isinstance(arrival, Page) and ledger.recognises(arrival):
            known += 1
            tell(arrival)
            continue
        reading = reader(arrival) if isinstance(arrival, Page) else arrival
        if isinstance(reading, Quarantined):
            ledger.set_aside(reading)
            quarantined += 1
            tell(reading)
        else:
            ledger.keep(reading)
            new += 1
            tell(reading.page)
    return Growth(new, known, quarantined)
