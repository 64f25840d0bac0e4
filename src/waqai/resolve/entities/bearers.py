"""Who bears a name in which stories: what the evidence is looked up in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from waqai.resolve.entities.company import NEAR
from waqai.resolve.entities.handles import Reach
from waqai.resolve.entities.namesakes import namesakes
from waqai.resolve.entities.scenes import Scene, full_name_ends


class Bearers:
    """Those whose names tell who they are, by name and by the words that begin and end it."""

    def __init__(self, scenes: Iterable[Scene]) -> None:
        self._scenes: defaultdict[str, defaultdict[str | None, list[Scene]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._full_names: defaultdict[str, set[str]] = defaultdict(set)
        for scene in scenes:
            for entity, handle in zip(scene.entities, scene.handles, strict=True):
                if handle.reach is not Reach.WORLD:
                    continue
                ends = full_name_ends(entity, handle)
                if ends or handle.country is not None:
                    self._scenes[handle.id][handle.country].append(scene)
                for word in ends:
                    self._full_names[word].add(handle.id)

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
            for other in self._scenes[name][said]:
                near = len((scene.company & other.company) - {name})
                shared[group] = max(shared[group], near)
        best = shared.most_common(2)
        if best[0][1] < NEAR or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return best[0][0]

    @cached_property
    def _groups(self) -> dict[str, dict[str, str]]:
        found = {}
        for name, scenes in self._scenes.items():
            company = {
                country: frozenset().union(*(scene.company for scene in here)) - {name}
                for country, here in scenes.items()
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
        stories = (other for here in self._scenes[name].values() for other in here)
        return max((len((scene.company & s.company) - {name}) for s in stories), default=0)
