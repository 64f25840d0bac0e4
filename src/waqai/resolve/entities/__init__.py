"""Entities across stories: who and what is one and the same in all of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from waqai.model.chronicle import Judgement
from waqai.model.names import Entity
from waqai.resolve.entities.bearers import Bearer, Bearers, bearers_of
from waqai.resolve.entities.evidence import paths_of
from waqai.resolve.entities.judging import settle
from waqai.resolve.entities.keys import Told, asked_keys, bearer, told
from waqai.resolve.entities.records import Gathering
from waqai.resolve.entities.registry import Registry
from waqai.resolve.entities.scenes import Scene, scene_of

__all__ = [
    "Bearer",
    "Gathering",
    "Registry",
    "Scene",
    "Told",
    "asked_keys",
    "bearer",
    "bearers_of",
    "scene_of",
    "told",
    "unify",
    "who_is",
]


def unify(
    stories: Iterable[tuple[str, Sequence[Entity]]], judgements: Iterable[Judgement] = ()
) -> Registry:
    """The entities of `stories`, each a story's id and its entities (`DatedStory.entities`).

    The same in whatever order stories and judgements come; no two stories have one id. What
    people judged overrides what names and company tell, and leaving a judgement out undoes it.
    """
    scenes = [scene_of(*story) for story in stories]
    every = (one for scene in scenes for one in bearers_of(scene))
    ids, judged = who_is(scenes, every, judgements)
    gathered: defaultdict[str, Gathering] = defaultdict(Gathering)
    for scene in scenes:
        for entity, id in zip(scene.entities, ids[scene.story], strict=True):
            gathered[id].add(entity)
    entities = {id: gathered[id].record(id) for id in sorted(gathered)}
    return Registry(entities, ids, judged)


def who_is(
    scenes: Iterable[Scene], bearers: Iterable[Bearer], judgements: Iterable[Judgement] = ()
) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """For each scene, by its story, the ids of its entities; all names that judgements bear on.

    `bearers` are those of all stories that tell what the scenes ask (`entities.keys`), and
    `scenes` all those that name one on whom a judgement bears.
    """
    ordered = sorted(scenes, key=lambda scene: scene.story)
    said = tuple(judgements)
    judged = frozenset(name for judgement in said for name in (judgement.first, judgement.second))
    paths = list(paths_of(ordered, Bearers(bearers), judged))
    settled = settle((path for row in paths for path in row), said)
    ids = {
        scene.story: tuple(settled.entities.get(path, path[-1]) for path in row)
        for scene, row in zip(ordered, paths, strict=True)
    }
    return ids, settled.names
