"""A story as its entities are compared with those of others."""

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.model.names import Entity, EntityKind
from waqai.resolve.entities.company import company_of, setting_of
from waqai.resolve.entities.handles import Handle, Reach, handle_of
from waqai.resolve.entities.spelling import name_keys


@dataclass(frozen=True, slots=True)
class Scene:
    """A story's entities and their handles, one each; its company and its setting."""

    story: str
    entities: Sequence[Entity]
    handles: tuple[Handle, ...]
    company: frozenset[str]
    setting: str | None


def scene_of(story: str, entities: Sequence[Entity]) -> Scene:
    """The scene of a story: a pure function of its entities."""
    handles = tuple(map(handle_of, entities))
    return Scene(story, entities, handles, company_of(entities, handles), setting_of(entities))


def ends_of(entity: Entity, handle: Handle) -> tuple[str, ...]:
    """The first and the last word of a person's name, as compared; none of who is no person."""
    if entity.kind is not EntityKind.PERSON or entity.role is not None:
        return ()
    words = handle.words or name_keys(entity.name)
    return tuple(dict.fromkeys((words[0], words[-1]))) if words else ()


def full_name_ends(entity: Entity, handle: Handle) -> tuple[str, ...]:
    """The first and the last word of a full name; none of one word alone."""
    ends = ends_of(entity, handle)
    return ends if handle.reach is Reach.WORLD and len(ends) > 1 else ()
