"""How much of a chronicle is handed over as files: of a very large one a part."""

from dataclasses import dataclass

from sqlalchemy import Connection, true

from waqai.store.queries import company, happenings, stories
from waqai.store.queries.spoken_of import count_spoken_of, most_spoken_of


@dataclass(frozen=True, slots=True)
class Most:
    """The most pages that are written of each kind, in either language.

    `leading` is of how many actors and places there is a timeline of their own.
    """

    stories: int = 4_000  # the latest
    happenings: int = 4_000  # the latest
    entities: int = 1_000  # of whom most stories speak
    leading: int = 100


@dataclass(frozen=True, slots=True)
class Extent:
    """The ids of what has a page of its own, and how many there are of each in the chronicle."""

    stories: frozenset[str]
    happenings: frozenset[str]
    entities: frozenset[str]
    leading: frozenset[str]
    stories_in_all: int
    happenings_in_all: int
    entities_in_all: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        kept = (len(self.stories), len(self.happenings), len(self.entities))
        return kept == (self.stories_in_all, self.happenings_in_all, self.entities_in_all)

    def holds(self, screen: str, id: str) -> bool:
        """Whether the `screen` of one thing ("story") has a page for `id`."""
        kept = {"story": self.stories, "happening": self.happenings}
        return id in kept[screen] if screen in kept else id in self.entities


def extent_of(connection: Connection, most: Most) -> Extent:
    """What of the chronicle is handed over."""
    everything = stories.wanted(None, None, None)
    told = stories.some(connection, everything, most.stories, 0)
    spoken_of = most_spoken_of(connection, most.entities)
    active = [one.id for one in company.active(connection, None, most.leading)]
    return Extent(
        frozenset(one.place.story for one in told),
        frozenset(happenings.ids(connection, true(), most.happenings, latest_first=True)),
        frozenset(spoken_of),
        frozenset(active).intersection(spoken_of),
        stories.count(connection, everything),
        happenings.count(connection),
        count_spoken_of(connection),
    )
