"""What is told twice: an event without a day has that of the sentence that tells it with one."""

from collections.abc import Sequence

from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import Shape
from waqai.extract.events.passage import current, lapsed
from waqai.extract.events.status import is_day
from waqai.extract.events.times import Bearing, bearing, timeless
from waqai.model.events import Status
from waqai.model.times import TimeMention, Vague

_SIDES = 2
_LEAD = 3  # sentences in which a story tells its news
_Dated = Sequence[tuple[Draft, Bearing]]


def bearings(field: Field, drafts: Sequence[Draft]) -> list[Bearing]:
    """The time that each of a story's drafts bears, in their order."""
    borne = [bearing(field, draft) for draft in drafts]
    dated = [(d, own) for d, own in zip(drafts, borne, strict=True) if _tells(field, d, own)]
    return [
        _retold(field, draft, dated) or own if _undated(field, draft, own) else own
        for draft, own in zip(drafts, borne, strict=True)
    ]


def _tells(field: Field, draft: Draft, own: Bearing) -> bool:
    """Whether the event has a time in its own sentence that others may take on."""
    if own.time is None or own.taken:
        return False
    time = field.times[own.time]
    if is_day(time) and draft.status is Status.HAPPENED and not current(time):
        return field.begins[draft.at] <= _lead(field)
    return is_day(time) or (draft.status is Status.PLANNED and not _vague(time))


def _undated(field: Field, draft: Draft, own: Bearing) -> bool:
    if draft.status is Status.PLANNED:
        return own.time is None or _vague(field.times[own.time])
    if own.days or own.time is not None:
        return False
    headline = field.begins[draft.at] == 0
    return draft.status is Status.HAPPENED and (headline or not timeless(field, draft))


def _retold(field: Field, draft: Draft, dated: _Dated) -> Bearing | None:
    """The time of the nearest event with a day that is the same."""
    same = [(other, own) for other, own in dated if _same(field, draft, other)]
    if not same:
        return _of_lead(field, draft, dated)
    _, own = min(same, key=lambda pair: abs(pair[0].at - draft.at))
    return own


def _of_lead(field: Field, draft: Draft, dated: _Dated) -> Bearing | None:
    """The day of the news itself, of what those in it did besides."""
    if draft.status is not Status.HAPPENED or draft.reading.form.shape is not Shape.PAST:
        return None
    if lapsed(field, draft.at):
        return None
    lead = _lead(field)
    for other, own in dated:
        if field.begins[other.at] > lead:
            return None
        if other.status is Status.HAPPENED and _named(field, draft) & _named(field, other):
            return own
    return None


def _lead(field: Field) -> int:
    """Where the last of the sentences begins in which the story tells its news."""
    return sorted(set(field.begins))[:_LEAD][-1]


def _vague(time: TimeMention) -> bool:
    return isinstance(time.reference, Vague)


def _same(field: Field, one: Draft, other: Draft) -> bool:
    if one.status is not other.status or one.frame.type is not other.frame.type:
        return False
    ours, theirs = _named(field, one), _named(field, other)
    if len(ours & theirs) >= _SIDES:
        return True
    alike = one.frame.kind == other.frame.kind and one.status is not Status.PLANNED
    return bool(ours & theirs) and alike


def _named(field: Field, draft: Draft) -> set[int]:
    """The parties that bear a name."""
    return {p for p in draft.parties if not field.entities[p].id.startswith("phrase:")}
