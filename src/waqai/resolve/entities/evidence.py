"""Which entities of which stories are one, as far as their names and company tell."""

from collections.abc import Iterator, Sequence, Set

from waqai.model.names import Entity
from waqai.resolve.entities.bearers import Bearers
from waqai.resolve.entities.company import NEAR
from waqai.resolve.entities.handles import Handle, Reach
from waqai.resolve.entities.scenes import Scene, full_name_ends
from waqai.resolve.entities.spelling import begins_names

#: What an entity of a story is joined by, from the narrowest to the widest: itself in its story
#: ("person:KEY#STORY"), its name with the country said of it ("person:KEY@CC"), the entity's id.
Path = tuple[str, ...]


def paths_of(
    scenes: Sequence[Scene], bearers: Bearers, judged: Set[str]
) -> Iterator[tuple[Path, ...]]:
    """For each scene the path of each of its entities, in order; `bearers` are of all stories.

    What an entity is in its own story stands in its path only where it must: where nothing wider
    is known of it, or where it is one of the names `judged`.
    """
    for scene in scenes:
        yield tuple(_path(scene, at, bearers, judged) for at in range(len(scene.entities)))


def _path(scene: Scene, at: int, bearers: Bearers, judged: Set[str]) -> Path:
    entity, handle = scene.entities[at], scene.handles[at]
    own = f"{handle.id}#{scene.story}"
    wider = _wider(scene, entity, handle, bearers)
    return wider if wider and own not in judged else (own, *wider)


def _wider(scene: Scene, entity: Entity, handle: Handle, bearers: Bearers) -> Path:
    if handle.reach is Reach.WORLD:
        return _named(scene, handle.id, handle.country, bearers)
    if handle.reach is Reach.SHORT:
        full = _full_name(scene, entity, handle, bearers)
        return () if full is None else _named(scene, full, None, bearers)
    whole = _whole_body(scene, entity, handle)
    if whole is not None:
        return (whole,)
    country = handle.country or scene.setting
    if handle.reach is Reach.SETTING and country is not None:
        return (handle.id_in(country),)
    return ()


def _named(scene: Scene, name: str, country: str | None, bearers: Bearers) -> Path:
    whose = bearers.country_of(name, country, scene)
    id = name if whose is None else f"{name}@{whose}"
    said = id if country is None else f"{name}@{country}"
    return (id,) if said == id else (said, id)


def _full_name(scene: Scene, entity: Entity, handle: Handle, bearers: Bearers) -> str | None:
    """The full name of the one person whom a first or a last name alone means.

    That is the one of the story itself; else of stories near. A first name is many people's: it
    means one of another story only where he is well known, and no story names another so.
    """
    word = handle.words[0]
    named = zip(scene.entities, scene.handles, strict=True)
    here = {h.id for e, h in named if word in full_name_ends(e, h)}
    if here:
        return here.pop() if len(here) == 1 else None
    candidates = bearers.with_word(word)
    if begins_names(entity.name) and (len(candidates) != 1 or ":" in candidates[0]):
        return None
    near = [name for name in candidates if bearers.shared(name, scene) >= NEAR]
    return near[0] if len(near) == 1 else None


def _whole_body(scene: Scene, entity: Entity, handle: Handle) -> str | None:
    """The one body of the story whose name is this shorter one with a country behind it."""
    if not handle.words or not entity.name.startswith(_ARTICLE):
        return None
    whole = {
        h.id
        for h in scene.handles
        if h.reach is Reach.WORLD and h.words[:-1] == handle.words and h.words[-1].isupper()
    }
    return whole.pop() if len(whole) == 1 else None


_ARTICLE = "ال"
