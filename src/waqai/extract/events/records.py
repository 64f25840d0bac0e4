"""Drafts become the records that flow, with their day, their place and what they cost."""

from bisect import bisect_left

from waqai.extract.events.context import happening
from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE
from waqai.extract.events.status import by_time, is_day, to_come
from waqai.model.events import Event, Status
from waqai.model.names import EntityKind
from waqai.model.page import Span
from waqai.model.times import TimexType, Weekday

_PASSAGE = 6  # sentences back
_BEHIND = 8  # tokens behind the clause


def event_of(field: Field, draft: Draft) -> Event:
    """The event that a draft tells."""
    tokens, frame = field.tokens, draft.frame
    actors, recipients = _sides(draft)
    time = _time(field, draft)
    status = draft.status if time is None else by_time(draft, field.times[time])
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
        place=_place(field, draft),
        time=time,
        quantities=_quantities(field, draft),
        statement=field.statement(draft.at),
        mode=frame.mode,
        cameo=frame.cameo,
        mutual=frame.mutual,
        operator=draft.operator and Span(
            tokens.starts[draft.operator[0]], tokens.ends[draft.operator[1] - 1]
        ),
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


def _place(field: Field, draft: Draft) -> int | None:
    """Where it happened: of several places the smallest, else the one nearest behind."""
    if not draft.places:
        return _place_before(field, draft)
    kinds = {e: field.entities[e].kind for e in draft.places}
    behind = [e for e in draft.places if draft.places[e] >= draft.at] or list(draft.places)
    towns = [e for e in behind if kinds[e] is EntityKind.PLACE]
    known = [e for e in towns if field.entities[e].latitude is not None]
    return (known or towns or behind)[0]


def _place_before(field: Field, draft: Draft) -> int | None:
    """Where the sentence opens: "خلال المحادثات في إسطنبول، طلب …"."""
    first = field.begins[draft.at]
    finite = draft.reading.form.shape in FINITE
    if not finite or draft.status is not Status.HAPPENED or field.preposition(first) is None:
        return None
    for k in range(draft.at - 1, first, -1):
        mention = field.mention_at.get(k)
        if mention is not None and mention.kind is EntityKind.PLACE and field.word(k - 1) == "في":
            return mention.entity
    return None


def _time(field: Field, draft: Draft) -> int | None:
    """The time of the event's clause: the nearest behind the trigger, else the nearest before.

    One whose clause has none has that of its sentence, when it has happened.
    """
    begin, end = min(draft.clause[0], draft.at), max(draft.clause[1], draft.end)
    said = field.statement(draft.at)
    inside = [at for at in _times(field, begin, end) if said is None or field.statement(at) == said]
    if inside:
        return field.time_at[min(inside, key=lambda at: _far(at, draft.at))][1]
    if draft.status is Status.PLANNED:
        return _time_to_come(field, draft, end)
    if draft.status is not Status.HAPPENED:
        return None
    if happening(field, end):
        behind = _times(field, end, min(field.stops[draft.at], end + _BEHIND))
        if behind:
            return field.time_at[behind[0]][1]
    around = [
        at
        for at in _times(field, field.begins[draft.at], draft.at)
        if not to_come(field.times[field.time_at[at][1]])
    ]
    if around:
        return field.time_at[around[-1]][1]
    return _running_day(field, draft)


def _time_to_come(field: Field, draft: Draft, end: int) -> int | None:
    """The day to come that the sentence names behind the clause: "… في مؤتمر يبدأ يوم الجمعة"."""
    for at in _times(field, end, min(field.stops[draft.at], end + _BEHIND)):
        time = field.times[field.time_at[at][1]]
        if is_day(time) and (to_come(time) or isinstance(time.reference, Weekday)):
            return field.time_at[at][1]
    return None


def _running_day(field: Field, draft: Draft) -> int | None:
    """The day that the passage speaks of: the last one named in the two sentences before."""
    first = field.begins[draft.at]
    for _ in range(_PASSAGE):
        first = field.begins[first - 1] if first > 0 else 0
    for at in reversed(_times(field, first, field.begins[draft.at])):
        time = field.times[field.time_at[at][1]]
        if is_day(time) and not to_come(time):
            return field.time_at[at][1]
    return None


def _times(field: Field, begin: int, end: int) -> list[int]:
    """The tokens in `[begin, end)` at which a date or a time of day begins."""
    return [
        at
        for at in range(begin, end)
        if at in field.time_at
        and field.times[field.time_at[at][1]].type not in {TimexType.DURATION, TimexType.SET}
    ]


def _far(at: int, trigger: int) -> int:
    return at - trigger if at >= trigger else 2 * (trigger - at)


def _quantities(field: Field, draft: Draft) -> tuple[int, ...]:
    """The quantities of the trigger's clause behind it: casualties and sums."""
    found: set[int] = set()
    starts = [quantity.start for quantity in field.quantities]
    for told in (draft, *draft.cost):
        begin = field.tokens.starts[told.at]
        end = field.tokens.ends[max(told.clause[1], told.end) - 1]
        found.update(range(bisect_left(starts, begin), bisect_left(starts, end)))
    return tuple(sorted(found))
