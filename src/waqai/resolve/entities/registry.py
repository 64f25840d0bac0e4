"""The entities of many stories: the record of each, and which one a story means."""

from collections.abc import Mapping
from dataclasses import dataclass

from waqai.model.names import Entity


@dataclass(frozen=True, slots=True)
class Registry:
    """Who and what the stories speak of, by id.

    An id is a key of the knowledge ("sergey_lavrov"), made from the name ("person:…", "body:…",
    "place:…"; behind "@" the country where the name alone does not tell), or, for what is one
    thing in its story alone, ends in "#STORY". `ids` holds for each story one id an entity.
    `judged` are the names that people's judgements bear on.
    """

    entities: Mapping[str, Entity]
    ids: Mapping[str, tuple[str, ...]]
    judged: frozenset[str] = frozenset()

    def of(self, story: str, index: int) -> str:
        """The id of the entity at `index` of the story with the id `story`.

        Raises KeyError for an unknown story, IndexError for an unknown index.
        """
        return self.ids[story][index]
