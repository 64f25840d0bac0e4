"""Which other stories tell who the entities of a story are, so that not all need be read.

Who an entity is, as far as names and company tell, depends on its own story and on those whose
`told_keys` hold one of its `asked_keys`. So a new story is unified with the stories that tell what
it asks; and of the stories known before, those may change that ask what it tells.
"""

from collections.abc import Iterable

from waqai.model.names import Entity
from waqai.resolve.entities.handles import Handle, Reach, handle_of
from waqai.resolve.entities.scenes import full_name_ends


def told_keys(entities: Iterable[Entity]) -> frozenset[str]:
    """The keys under which a story says something of the entities of others.

    Those are names, and the words that begin and end a person's.
    """
    return frozenset(key for entity in entities for key in _told(entity, handle_of(entity)))


def asked_keys(entities: Iterable[Entity]) -> frozenset[str]:
    """The keys of what other stories may say of a story's entities."""
    return frozenset(key for entity in entities for key in _asked(handle_of(entity)))


def _told(entity: Entity, handle: Handle) -> Iterable[str]:
    if handle.reach is Reach.WORLD:
        yield from (f"name:{word}" for word in full_name_ends(entity, handle))
        if not _is_listed(handle):
            yield handle.id


def _asked(handle: Handle) -> Iterable[str]:
    if handle.reach is Reach.SHORT:
        yield from (f"name:{word}" for word in handle.words)
    elif handle.reach is Reach.WORLD and not _is_listed(handle):
        yield handle.id


def _is_listed(handle: Handle) -> bool:
    return ":" not in handle.id
