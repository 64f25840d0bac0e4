"""What a chronicle that grows looks up in its file of what is known already."""

from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple, Protocol

from waqai.model.chronicle import Brief, Judgement, TellingKey
from waqai.model.ground import Block, Laid, Like
from waqai.model.names import Entity
from waqai.resolve.entities import Told

#: An actor and an issue.
Matter = tuple[str, str]


class Heard(NamedTuple):
    """One story's word under a key, and who is named beside it there."""

    told: Told
    company: frozenset[str]


class Shelf(Protocol):
    """The findings of the stories known so far, without those that are `gone` from it.

    All that it gives is of those stories alone, unless it says otherwise. Of ids and keys that it
    does not know it gives nothing.
    """

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """People's judgements of which the findings were made."""
        ...

    @property
    def judged(self) -> Set[str]:
        """The names on which they bear."""
        ...

    def briefs(self, stories: Set[str]) -> Mapping[str, Brief]:
        """The briefs of `stories`, also of new ones."""
        ...

    def accounts(self, stories: Set[str]) -> Mapping[str, str]:
        """The accounts of `stories`, also of those gone."""
        ...

    def of_accounts(self, accounts: Set[str]) -> Mapping[str, str]:
        """The stories that go back to one of `accounts`, each with its account."""
        ...

    def in_bands(self, bands: Set[bytes]) -> Set[str]:
        """The stories whose texts may be copies of one with one of `bands`."""
        ...

    def ids(self, stories: Set[str]) -> Mapping[str, tuple[str, ...]]:
        """Who the entities of `stories` are, also of those gone."""
        ...

    def told_keys(self, stories: Set[str]) -> Set[str]:
        """The keys under which `stories`, also those gone, tell of the entities of others."""
        ...

    def asking(self, keys: Set[str]) -> Set[str]:
        """The stories that ask one of `keys`."""
        ...

    def hear(self, keys: Set[str]) -> Iterable[Heard]:
        """What stories tell under `keys`."""
        ...

    def naming(self, entities: Set[str]) -> Set[str]:
        """The stories that name one of `entities`."""
        ...

    def called(self, entities: Set[str], without: Set[str]) -> Mapping[str, Mapping[Entity, int]]:
        """What stories but those `without` call each of `entities`, and how many call it so."""
        ...

    def entities(self, ids: Set[str]) -> Mapping[str, Entity]:
        """The entities with these ids, as they were found last."""
        ...

    def nodes_of(self, stories: Set[str]) -> Set[TellingKey]:
        """The nodes, by their first tellings, of the tellings of `stories`, also of those gone."""
        ...

    def nodes_in(self, blocks: Set[Block]) -> Set[TellingKey]:
        """The nodes, by their first tellings, that stand in one of `blocks`."""
        ...

    def laid(self, nodes: Set[TellingKey]) -> Iterable[Laid]:
        """The tellings of `nodes`."""
        ...

    def likes(self, nodes: Set[TellingKey]) -> Iterable[Like]:
        """The likes of which one side is among `nodes`, as they were found last."""
        ...

    def telling(self, tellings: Set[TellingKey]) -> Mapping[str, tuple[TellingKey, ...]]:
        """The happenings that one of `tellings` tells, each with all of its tellings, in order."""
        ...

    def showing(self, entities: Set[str]) -> Set[str]:
        """The happenings told with one of `entities`."""
        ...

    def tellings(self, happenings: Set[str]) -> Mapping[str, tuple[TellingKey, ...]]:
        """The tellings of `happenings`, in order."""
        ...

    def matters(self, stories: Set[str]) -> Set[Matter]:
        """The matters on which `stories`, also those gone, show a stance."""
        ...

    def showing_stance(self, matters: Set[Matter]) -> Mapping[str, Set[str]]:
        """The positions on `matters`, by id, each with the stories that show it."""
        ...

    def disputing(self, happenings: Set[str]) -> Set[str]:
        """The ids of the conflicts of `happenings`."""
        ...
