"""Who is named beside whom in a story, and which country a story is set in."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import Entity, EntityKind
from waqai.resolve.entities.handles import Handle, Reach

#: Shared company from which on two stories are near: one name alone is too often everywhere.
NEAR = 2

_LEAST_VOTES = 3
_CARRIERS = frozenset({"newspaper", "channel", "agency", "website", "carrier"})
_EVERYWHERE = frozenset({"capital", "country"})


def company_of(entities: Sequence[Entity], handles: Sequence[Handle]) -> frozenset[str]:
    """The ids of those in a story who say something of the rest of it.

    Those are told by their names in any story, and are no countries, capitals or carriers of news.
    """
    return frozenset(
        handle.id
        for entity, handle in zip(entities, handles, strict=True)
        if handle.reach is Reach.WORLD
        and entity.kind is not EntityKind.COUNTRY
        and (":" in handle.id or not _is_everywhere(handle.id))
    )


def setting_of(entities: Sequence[Entity]) -> str | None:
    """The country that a story is set in: named by twice as many entities as the next.

    None where fewer than three name one, or two countries share the story.
    """
    votes = Counter(e.country for e in entities if e.country is not None).most_common(2)
    if not votes or votes[0][1] < _LEAST_VOTES:
        return None
    if len(votes) > 1 and votes[0][1] < 2 * votes[1][1]:
        return None
    return votes[0][0]


@lru_cache(maxsize=1 << 14)
def _is_everywhere(known: str) -> bool:
    table = gazetteer()
    what = table.by_id.get(known)
    return what is not None and table.known[what].sort in _CARRIERS | _EVERYWHERE
