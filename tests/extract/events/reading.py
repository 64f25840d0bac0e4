"""A sentence read for its events, as the pipeline reads a story."""

from dataclasses import dataclass

from waqai.arabic.letters import bare
from waqai.arabic.tokens import tokenize
from waqai.extract.events import find_events
from waqai.extract.statements import find_statements
from waqai.mentions.names import find_names
from waqai.mentions.quantities import find_quantities
from waqai.mentions.times import times_of
from waqai.model.events import Event
from waqai.model.names import Entity


@dataclass(frozen=True, slots=True)
class Told:
    """The events of a sentence, and the entities and the words of the times that they index."""

    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    times: tuple[str, ...] = ()

    def names(self, *indices: int | None) -> list[str]:
        """The full names of entities, for a failing test to show."""
        return [self.entities[i].name for i in indices if i is not None]

    def has(self, name: str, indices: tuple[int, ...]) -> bool:
        """Whether one of `indices` is the entity called `name`."""
        wanted = bare(name)
        return any(
            wanted in {bare(entity.name), *map(bare, entity.aliases)}
            or bare(entity.name).endswith(wanted)
            for entity in (self.entities[i] for i in indices)
        )


def read(text: str) -> Told:
    """The events that `text` tells."""
    tokens = tokenize(text)
    times, _ = times_of(tokens)
    entities, names = find_names(tokens)
    quantities = find_quantities(tokens, times)
    entities, statements = find_statements(tokens, entities, names, times)
    entities, events = find_events(tokens, entities, names, times, quantities, statements)
    return Told(entities, events, tuple(text[time.start : time.end] for time in times))
