"""Who bears a name in which stories: what the evidence is looked up in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from waqai.resolve.entities.company import NEAR
from waqai.resolve.entities.handles import Reach
from waqai.resolve.entities.namesakes import namesakes
from waqai.resolve.entities.scenes import Scene, full_name_ends


@dataclass(frozen=True, slots=True)
class Bearer:
    """One whose name tells who it is, as one story names it.

    `country` is what the story says of it, `ends` the words that begin and end a full name,
    `company` who is named beside it.
    """

    name: str
    country: str | None
    ends: tuple[str, ...]
    company: Set[str]


def bearers_of(scene: Scene) -> Iterator[Bearer]:
    """Those of a story that say something of the entities of others."""
    for entity, handle in zip(scene.entities, scene.handles, strict=True):
        if handle.reach is Reach.WORLD:
            ends = full_name_ends(entity, handle)
            if ends or handle.country is not None:
                yield Bearer(handle.id, handle.country, ends, scene.company)


class Bearers:
    """Those whose names tell who they are, by name and by the words that begin and end it."""

    def __init__(self, named: Iterable[Bearer]) -> None:
        self._company: defaultdict[str, defaultdict[str | None, list[Set[str]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._full_names: defaultdict[str, set[str]] = defaultdict(set)
        for one in named:
            self._company[one.name][one.country].append(one.company)
            for word in one.ends:
                self._full_names[word].add(one.name)

    def country_of(self, name: str, country: str | None, scene: Scene) -> str | None:
        """The country that stands behind a name which people of several countries bear.

        That is the first country of those said of one of them; where none is said, of the one
        in whose company the others of `scene` are. None where one alone bears the name, and
        where nothing tells which of them is meant.
        """
        groups = self._groups.get(name)
        if groups is None or country is not None:
            return None if groups is None or country is None else groups[country]
        shared: Counter[str] = Counter()
        for said, group in groups.items():
            for company in self._company[name][said]:
                shared[group] = max(shared[group], _shared(scene, company, name))
        best = shared.most_common(2)
        if best[0][1] < NEAR or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return best[0][0]

    @cached_property
    def _groups(self) -> dict[str, dict[str, str]]:
        found = {}
        for name, by_country in self._company.items():
            company = {
                country: frozenset().union(*here) - {name}
                for country, here in by_country.items()
                if country is not None
            }
            groups = namesakes(company)
            if len(set(groups.values())) > 1:
                found[name] = groups
        return found

    def with_word(self, word: str) -> Sequence[str]:
        """The full names that begin or end with a word, in order."""
        return sorted(self._full_names.get(word, ()))

    def shared(self, name: str, scene: Scene) -> int:
        """How much company `scene` shares with the nearest story of the bearer of `name`."""
        every = (company for here in self._company[name].values() for company in here)
        return max((_shared(scene, company, name) for company in every), default=0)


def _shared(scene: Scene, company: Set[str], name: str) -> int:
    return len((scene.company & company) - {name})
