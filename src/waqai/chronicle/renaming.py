"""Who is who once stories have come or gone: of which stories and entities that is another now."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from waqai.chronicle.naming import face
from waqai.chronicle.shelf import Shelf
from waqai.model.chronicle import Brief, Judgement
from waqai.model.names import Entity
from waqai.resolve.entities import (
    Gathering,
    Scene,
    asked_keys,
    bearer,
    bearers_of,
    scene_of,
    told,
    who_is,
)


@dataclass(frozen=True, slots=True)
class Renamed:
    """What became of names.

    `ids` has the entities of new stories and of those where one is another now. `affected` are the
    entities that such stories name or named, `entities` the records of those that are still named.
    Of those known before, `recast` count otherwise as parties and places now, `refaced` read
    otherwise in headlines. `judged` are the names on which judgements bear.
    """

    ids: Mapping[str, tuple[str, ...]]
    affected: Set[str]
    entities: Mapping[str, Entity]
    recast: Set[str]
    refaced: Set[str]
    judged: frozenset[str]


def rename(
    shelf: Shelf, new: Mapping[str, Brief], gone: Set[str], judgements: Sequence[Judgement] = ()
) -> Renamed:
    """What the stories `new` and those `gone`, and other `judgements`, change in who is who."""
    arrived = [scene_of(id, new[id].entities) for id in sorted(new)]
    said = {one.key for scene in arrived for one in told(scene)} | shelf.told_keys(gone)
    briefs = {**shelf.briefs(shelf.asking(said)), **new}
    whole, found, judged = _whole(shelf, arrived, briefs, gone, said, judgements)
    before = shelf.ids((briefs.keys() - new.keys()) | gone)
    ids = {}
    for id in sorted(briefs):
        now = found[id]
        if id not in whole:
            now = _asked_anew(scene_of(id, briefs[id].entities), said, now, before[id])
        if id in new or now != before[id]:
            ids[id] = now
    affected = {id for story in ids for id in (*ids[story], *before.get(story, ()))}
    affected |= {id for story in gone for id in before.get(story, ())}
    gathered = _gathered(shelf, affected, ids, briefs, gone)
    entities = {id: gathered[id].record(id) for id in sorted(gathered)}
    old = shelf.entities(affected)
    known = [id for id in entities if id in old]
    return Renamed(
        ids,
        affected,
        entities,
        {id for id in known if _part(entities[id]) != _part(old[id])},
        {id for id in known if face(entities[id]) != face(old[id])},
        judged,
    )


def _whole(
    shelf: Shelf,
    arrived: Sequence[Scene],
    briefs: dict[str, Brief],
    gone: Set[str],
    said: Set[str],
    judgements: Sequence[Judgement],
) -> tuple[Set[str], Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Who is who in the stories of `briefs`, and the names on which judgements bear.

    `briefs` gets those of all stories that name such names. The first of what is given are the
    stories of which all entities are known anew; of the others those that ask what was `said`.
    """
    whole = {scene.story for scene in arrived}
    bearing = {name for one in (*judgements, *shelf.judgements) for name in (one.first, one.second)}
    bearing |= shelf.judged
    while True:
        own = shelf.accounts({name.rpartition("#")[2] for name in bearing}).keys() - gone
        judged = shelf.naming(bearing) | own
        briefs |= shelf.briefs(judged - briefs.keys())
        whole |= judged
        scenes = [scene_of(id, briefs[id].entities) for id in sorted(briefs)]
        asked: set[str] = set()
        for scene in scenes:
            keys = asked_keys(scene)
            asked |= keys if scene.story in whole else keys & said
        heard = [bearer(*one) for one in shelf.hear(asked)]
        heard += [one for scene in arrived for one in bearers_of(scene)]
        found, names = who_is(scenes, heard, judgements)
        if names <= bearing:
            return whole, found, names
        bearing |= names


def _asked_anew(
    scene: Scene, said: Set[str], found: tuple[str, ...], before: tuple[str, ...]
) -> tuple[str, ...]:
    """Who the entities of a story are: those that ask what was said as found, others as before."""
    return tuple(
        now if not said.isdisjoint(asked_keys(replace(scene, handles=(handle,)))) else then
        for handle, now, then in zip(scene.handles, found, before, strict=True)
    )


def _gathered(
    shelf: Shelf,
    affected: Set[str],
    ids: Mapping[str, tuple[str, ...]],
    briefs: Mapping[str, Brief],
    gone: Set[str],
) -> dict[str, Gathering]:
    """What all stories that are there now call the entities `affected`."""
    gathered: defaultdict[str, Gathering] = defaultdict(Gathering)
    for id, forms in shelf.called(affected, gone | {*ids}).items():
        for entity, stories in forms.items():
            gathered[id].add(entity, stories)
    for story, own in ids.items():
        for id, entity in zip(own, briefs[story].entities, strict=True):
            gathered[id].add(entity)
    return gathered


def _part(entity: Entity) -> tuple[object, ...]:
    """What an entity counts as when events are compared."""
    where = (entity.latitude, entity.longitude)
    return (entity.kind, entity.country, entity.sector, where)
