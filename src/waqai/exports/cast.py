"""Who is named in a story: each person, organisation, country, place and group once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from waqai.knowledge import load
from waqai.model.annotated import DatedStory
from waqai.model.names import Entity, EntityKind
from waqai.model.page import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One whom a story names `count` times; 0 when it only speaks of them in a statement.

    `first` is the index in the story's names of the first mention, `title` the title or role, as
    written, that says most of them among those that the story gives them.
    """

    entity: Entity
    count: int
    first: int | None
    title: str | None


class Cast:
    """The entities of a story, those that turned out to be one as one, with their titles."""

    def __init__(self, text: str, story: DatedStory) -> None:
        told = story.annotated
        self._entities = story.entities
        self._count = Counter(story.entities[name.entity].id for name in told.names)
        self._first: dict[str, int] = {}
        for number, name in enumerate(told.names):
            self._first.setdefault(story.entities[name.entity].id, number)
        self._titles = _titles(text, story)

    def figures(self) -> dict[EntityKind, list[Figure]]:
        """Who is named, by kind; within a kind the most often named first."""
        groups: dict[EntityKind, list[Figure]] = {kind: [] for kind in EntityKind}
        for entity in {entity.id: entity for entity in reversed(self._entities)}.values():
            groups[entity.kind].append(
                Figure(
                    entity,
                    self._count[entity.id],
                    self._first.get(entity.id),
                    self._titles.get(entity.id),
                )
            )
        for group in groups.values():
            group.sort(key=lambda figure: (-figure.count, figure.first or 0))
        return {kind: group for kind, group in groups.items() if group}

    def of(self, index: int) -> Entity:
        """The entity at `index` of the story's entities."""
        return self._entities[index]

    def each(self, indices: Iterable[int]) -> list[Entity]:
        """The entities at `indices` in their order, none of them twice."""
        return list({self._entities[i].id: self._entities[i] for i in indices}.values())

    def title(self, entity: Entity) -> str | None:
        """The title or role that says most of `entity` in this story, as written."""
        return self._titles.get(entity.id)

    def first_mentions(self) -> frozenset[int]:
        """The indices of the story's names that are the first to name their entity."""
        return frozenset(self._first.values())


def plain(text: str, span: Span) -> str:
    """The words at `span` on one line."""
    return " ".join(text[span.start : span.end].split())


def _titles(text: str, story: DatedStory) -> dict[str, str]:
    """For each entity that has any, the title or role that says most of it, by the entity's id.

    Of several it is the one most often given, and of those the longest; "his counterpart" says
    nothing away from its sentence.
    """
    told = story.annotated
    counterparts = load("names")["persons"]["counterpart"]
    given: dict[str, Counter[str]] = {}
    for name in told.names:
        title = plain(text, name.title) if name.title else ""
        if title and title.split()[0] not in counterparts:
            given.setdefault(story.entities[name.entity].id, Counter())[title] += 1
    for entity, as_told in zip(story.entities, told.entities, strict=True):
        if as_told.role is not None:
            given.setdefault(entity.id, Counter())[as_told.name] += 1
    return {
        id: max(titles, key=lambda title: (titles[title], len(title)))
        for id, titles in given.items()
    }
