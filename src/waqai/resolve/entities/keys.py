"""Which other stories tell who the entities of a story are, so that not all need be read.

Who an entity is, as far as names and company tell, depends on its own story and on those that tell
one of its `asked_keys`. So a new story is unified with the stories that tell what it asks; and of
the stories known before, those may change that ask what it tells.
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

from waqai.resolve.entities.bearers import Bearer, bearers_of
from waqai.resolve.entities.handles import Handle, Reach
from waqai.resolve.entities.scenes import Scene


class Told(NamedTuple):
    """What a story tells under a key: that it names a bearer of `name`, said to be of `country`."""

    key: str
    name: str
    country: str | None


def told(scene: Scene) -> frozenset[Told]:
    """All that a story says of the entities of others.

    The keys are names, and the words that begin and end a person's.
    """
    return frozenset(one for bearer in bearers_of(scene) for one in _told(bearer))


def asked_keys(scene: Scene) -> frozenset[str]:
    """The keys of what other stories may say of a story's entities."""
    return frozenset(key for handle in scene.handles for key in _asked(handle))


def bearer(told: Told, company: Set[str]) -> Bearer:
    """The bearer that a story with this `company` tells of, as far as one key says."""
    ends = (told.key.removeprefix(_WORD),) if told.key.startswith(_WORD) else ()
    return Bearer(told.name, told.country, ends, company)


def _told(bearer: Bearer) -> Iterator[Told]:
    for word in bearer.ends:
        yield Told(_WORD + word, bearer.name, bearer.country)
    if not _is_listed(bearer.name):
        yield Told(bearer.name, bearer.name, bearer.country)


def _asked(handle: Handle) -> Iterator[str]:
    if handle.reach is Reach.SHORT:
        yield from (_WORD + word for word in handle.words)
    elif handle.reach is Reach.WORLD and not _is_listed(handle.id):
        yield handle.id


def _is_listed(name: str) -> bool:
    return ":" not in name


_WORD = "name:"
