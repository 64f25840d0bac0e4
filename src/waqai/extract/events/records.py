"""Drafts become the records that flow, with their day, their place and what they cost."""

from bisect import bisect_left
from collections.abc import Sequence

from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.places import place_of
from waqai.extract.events.retelling import bearings
from waqai.extract.events.status import by_time
from waqai.extract.events.times import Bearing
from waqai.model.events import Event
from waqai.model.page import Span


def events_of(field: Field, drafts: Sequence[Draft]) -> list[Event]:
    """The events that the drafts of a story tell, in their order."""
    return [_event(field, *told) for told in zip(drafts, bearings(field, drafts), strict=True)]


def _event(field: Field, draft: Draft, borne: Bearing) -> Event:
    tokens, frame = field.tokens, draft.frame
    actors, recipients = _sides(draft)
    status = draft.status
    if borne.time is not None and not borne.since and not borne.days:
        status = by_time(draft, field.times[borne.time])
    begin, end = _extent(draft)
    cue = Span(tokens.starts[draft.at], tokens.ends[draft.end - 1])
    return Event(
        start=min(tokens.starts[begin], cue.start),
        end=max(tokens.ends[end - 1], cue.end),
        type=frame.type,
        kind=frame.kind,
        status=status,
        cue=cue,
        actors=actors,
        recipients=recipients,
        place=place_of(field, draft),
        time=borne.time,
        quantities=_quantities(field, draft),
        statement=field.statement(draft.at),
        mode=frame.mode,
        cameo=frame.cameo,
        mutual=frame.mutual,
        operator=draft.operator and Span(
            tokens.starts[draft.operator[0]], tokens.ends[draft.operator[1] - 1]
        ),
        since=borne.since,
        days=borne.days,
    )  # fmt: skip


def _sides(draft: Draft) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Actors and recipients; of those who only take part the first acts."""
    actors = list(draft.actors)
    recipients = [p for p in draft.recipients if p not in draft.actors]
    for party in draft.both:
        if party in actors or party in recipients:
            continue
        (recipients if actors else actors).append(party)
    return tuple(actors), tuple(recipients)


def _extent(draft: Draft) -> tuple[int, int]:
    """The tokens from the first of the trigger and its parties in the clause to the last."""
    begin, end = draft.at, draft.end
    for at in (*draft.parties.values(), *draft.places.values()):
        if draft.clause[0] <= at < draft.clause[1]:
            begin, end = min(begin, at), max(end, at + 1)
    for told in draft.cost:
        begin, end = min(begin, told.at), max(end, told.end)
    return begin, end


def _quantities(field: Field, draft: Draft) -> tuple[int, ...]:
    """The quantities of the trigger's clause behind it: casualties and sums."""
    found: set[int] = set()
    starts = [quantity.start for quantity in field.quantities]
    for told in (draft, *draft.cost):
        begin = field.tokens.starts[told.at]
        end = field.tokens.ends[max(told.clause[1], told.end) - 1]
        found.update(range(bisect_left(starts, begin), bisect_left(starts, end)))
    return tuple(sorted(found))
