"""The way from a finding to its sentences, for a terminal."""

from collections.abc import Iterator

from rich.text import Text

from waqai.exports import findings_text as lines
from waqai.exports.days import window_en
from waqai.model.chronicle import Announcement, Conflict, Happening, Position
from waqai.model.names import Entity
from waqai.store.queries.evidence import Place
from waqai.store.queries.explain import Explanation
from waqai.store.reading import Chronicle

_RELATED = 12  # ids that are shown


def listing(chronicle: Chronicle, one: Explanation) -> Iterator[Text]:
    """The lines about a finding: what it is, why, its sentences, what hangs on it."""
    yield from _thing(chronicle, one)
    for reason in one.reasons:
        yield Text(f"    {'because' if reason.kept else 'against'} {reason.en}", "dim")
    if one.own is not None:
        alone = window_en(one.own.earliest, one.own.latest)
        yield Text(f"    by itself: {alone}", "dim")
    for shown in one.evidence:
        yield from lines.evidence(chronicle, shown)
    if one.related:
        more = len(one.related) - _RELATED
        ids = " ".join(one.related[:_RELATED])
        yield Text(f"    see also {ids}{f' and {more} more' if more > 0 else ''}", "dim")
    yield Text()


def _thing(chronicle: Chronicle, one: Explanation) -> Iterator[Text]:
    match one.thing:
        case Happening() as thing:
            yield from lines.happening(thing)
        case Announcement() as thing:
            yield from lines.announcement(chronicle, thing)
        case Position() as thing:
            yield from lines.position(chronicle, thing)
        case Conflict() as thing:
            yield from lines.conflict(chronicle, thing)
        case Entity() as thing:
            yield from lines.person(chronicle.profile(thing, limit=1))
        case Place() as thing:
            yield Text(f"  {thing.title or ''}".rstrip(), "bold")
            published = window_en(thing.published.earliest, thing.published.latest)
            yield Text(f"    {lines.place_line(thing)} · {thing.story}", "dim")
            yield Text(f"    published {published}", "green")
