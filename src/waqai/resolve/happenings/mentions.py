"""What a story names in passing of a thing that it says is to come: no telling that it happened."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from waqai.model.chronicle import Telling
from waqai.model.events import Status
from waqai.model.ground import TO_COME
from waqai.resolve.happenings.parties import Cast


def without_mentions(told: Sequence[Telling], cast: Cast) -> list[Telling]:
    """The tellings, without those that name in passing what their own story says is to come."""
    ahead: defaultdict[str, set[str]] = defaultdict(set)
    for telling in told:
        if telling.status in TO_COME:
            ahead[telling.key.story] |= {*telling.parties}
    heard = [telling for telling in told if not _is_mention(telling, ahead, cast)]
    return heard or list(told)


def _is_mention(telling: Telling, ahead: Mapping[str, set[str]], cast: Cast) -> bool:
    """Whether all of its parties are to do it yet, as its own story says elsewhere."""
    to_come = ahead.get(telling.key.story, set())
    named = cast.named(telling.parties)
    return (
        telling.status is Status.HAPPENED
        and bool(named)
        and all(any(cast.likeness(party, other) for other in to_come) for party in named)
    )
