"""How two places lie to each other: the same, one within the other, or apart."""

from enum import Enum
from functools import cache
from math import asin, cos, radians, sin, sqrt

from waqai.knowledge import load
from waqai.mentions.names.gazetteer import gazetteer
from waqai.model.names import Entity, EntityKind

_EARTH = 6371.0  # kilometres
_SMALL = 10  # kilometres: the reach of a place whose sort is not known


class Lie(Enum):
    """How one place lies to another."""

    SAME = "same"
    WITHIN = "within"
    UNKNOWN = "unknown"
    APART = "apart"


def lie(first: Entity, second: Entity) -> Lie:
    """How `first` lies to `second`, as far as country and coordinates tell."""
    if first.id == second.id:
        return Lie.SAME
    if first.country and second.country and first.country != second.country:
        return Lie.APART
    if EntityKind.COUNTRY in (first.kind, second.kind):
        return Lie.WITHIN if first.country == second.country else Lie.UNKNOWN
    far = distance(first, second)
    if far is None:
        return Lie.UNKNOWN
    reach = max(reach_of(first.id), reach_of(second.id))
    return Lie.WITHIN if far <= reach else Lie.APART


def distance(first: Entity, second: Entity) -> float | None:
    """Kilometres between two places along a great circle, None when one is not on the map."""
    if first.latitude is None or first.longitude is None:
        return None
    if second.latitude is None or second.longitude is None:
        return None
    lat1, lat2 = radians(first.latitude), radians(second.latitude)
    across = radians(second.longitude - first.longitude)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(across / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))


@cache
def reach_of(id: str) -> int:
    """How far a place reaches from its middle, in kilometres."""
    table = gazetteer()
    at = table.by_id.get(id)
    sort = "" if at is None else table.known[at].sort
    reach: dict[str, int] = load("happenings")["reach"]
    return reach.get(sort, _SMALL)
