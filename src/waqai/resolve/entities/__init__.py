"""Entities across stories: who and what is one and the same in all of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from waqai.model.chronicle import Judgement
from waqai.model.names import Entity
from waqai.resolve.entities.evidence import paths_of
from waqai.resolve.entities.judging import settle
from waqai.resolve.entities.keys import asked_keys, told_keys
from waqai.resolve.entities.records import Gathering
from waqai.resolve.entities.registry import Registry
from waqai.resolve.entities.scenes import scene_of

__all__ = ["Registry", "asked_keys", "told_keys", "unify"]


def unify(
    stories: Iterable[tuple[str, Sequence[Entity]]], judgements: Iterable[Judgement] = ()
) -> Registry:
    """The entities of `stories`, each a story's id and its entities (`DatedStory.entities`).

    The same in whatever order stories and judgements come; no two stories have one id. What
    people judged overrides what names and company tell, and leaving a judgement out undoes it.
    """
    scenes = sorted((scene_of(*story) for story in stories), key=lambda scene: scene.story)
    said = tuple(judgements)
    judged = frozenset(name for judgement in said for name in (judgement.first, judgement.second))
    paths = list(paths_of(scenes, judged))
    settled = settle((path for row in paths for path in row), said)
    gathered: defaultdict[str, Gathering] = defaultdict(Gathering)
    ids = {}
    for scene, row in zip(scenes, paths, strict=True):
        found = tuple(settled.get(path, path[-1]) for path in row)
        for entity, id in zip(scene.entities, found, strict=True):
            gathered[id].add(entity)
        ids[scene.story] = found
    entities = {id: gathered[id].record(id) for id in sorted(gathered)}
    return Registry(entities, ids)
