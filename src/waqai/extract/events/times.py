"""The time of an event: of its clause, else of its sentence, else of the passage it stands in."""

from dataclasses import dataclass

from waqai.extract.events.context import happening
from waqai.extract.events.drafts import Draft
from waqai.extract.events.due import set_later
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Shape
from waqai.extract.events.passage import (
    bounding,
    from_then_on,
    goes_back,
    moments,
    nested,
    running_day,
    since,
)
from waqai.extract.events.spacing import opening, running_on, spacing
from waqai.extract.events.status import is_day, to_come
from waqai.extract.events.words import clause_ends, event_times, listed
from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.vocabulary import complements
from waqai.model.events import Status
from waqai.model.times import CalendarDate, Shift, TimeMention, Unit, Vague, Weekday

_BEHIND = 14  # tokens behind the clause
_SHORTEST = 3  # letters of a noun in the plural, at least
_SINCE = 10  # tokens from "منذ" to the time
_FORMER = 2  # tokens behind a noun
_OPENING = 2  # tokens before a time with which a sentence opens: "وفي العام 2016"


@dataclass(frozen=True, slots=True)
class Bearing:
    """The time that an event bears, by its index among the story's, as in `Event`."""

    time: int | None = None
    since: bool = False
    days: int = 0
    taken: bool = False  # from the passage, not from its own sentence


_OPEN = Bearing()


def bearing(field: Field, draft: Draft) -> Bearing:
    """What tells when the event of `draft` happened or is due.

    That is the nearest time of its clause, behind the trigger rather than before it. An event that
    happened has else the time of its sentence or of its passage; one to come that of its sentence.
    """
    begin, end = min(draft.clause[0], draft.at), max(draft.clause[1], draft.end)
    said = field.statement(draft.at)
    inside = [
        at
        for at in moments(field, begin, end)
        if (said is None or field.statement(at) == said)
        and _fits(field, draft, at)
        and not _of_verb(field, draft, at)
        and not _of_noun(field, draft, at)
    ]
    streak = running_on(field, draft.at)
    if streak is not None and not inside:
        return Bearing(since=True, days=1 - streak)
    apart = spacing(field, draft.at)
    if apart is not None and not any(at > draft.at for at in inside):
        return _OPEN if apart.days is None else Bearing(_main(field, draft), days=apart.days)
    if inside and all(isinstance(_time(field, at).reference, Vague) for at in inside):
        later = set_later(field, draft) if draft.status is Status.PLANNED else None
        if later is not None:
            return Bearing(later)
    if inside:
        at = min(inside, key=lambda at: _far(at, draft.at))
        return Bearing(_index(field, at), since=since(field, at))
    if draft.status is not Status.HAPPENED:
        return Bearing(_due(field, draft, end))
    beginning = from_then_on(field, draft.end, end)
    if beginning is not None:
        return Bearing(beginning, since=True)
    return _told(field, draft, end)


def _of_verb(field: Field, draft: Draft, at: int) -> bool:
    """Whether the time is that of a verb that only speaks of a known act.

    "دافع ماكرون الثلاثاء عن الضربات": the strikes were not on Tuesday.
    """
    known = draft.reading.article and draft.reading.form.shape is Shape.NOUN and not draft.carried
    if not known or at > draft.at or field.preposition(draft.at - 1) is None:
        return False
    spoken = field.word(draft.at - 1) in event_times("spoken_of")
    return spoken and any(field.finite(k) for k in range(field.begins[draft.at], at))


def _of_noun(field: Field, draft: Draft, at: int) -> bool:
    """Whether a noun in construct with the date is known by it: "هجمات 11 سبتمبر"."""
    word = field.word(at - 1)
    own = draft.at <= at - 1 < draft.end or at - 1 in field.in_name
    plain = word[:1].isalpha() and not word.startswith("ال") and not word.endswith("ا")
    noun = plain and field.preposition(at - 1) is None and not field.finite(at - 1)
    return field.word(at).isdigit() and noun and not own and len(word) > _SHORTEST


def _told(field: Field, draft: Draft, end: int) -> Bearing:
    """The time of the sentence or of the passage that an event without its own takes on."""
    if (behind := _behind(field, draft, end)) is not None:
        return Bearing(_index(field, behind))
    if _former(field, draft) or attributed(field, draft):
        return _OPEN
    for at in reversed(moments(field, field.begins[draft.at], draft.at)):
        aside = _aside(field, at) or _of_noun(field, draft, at)
        if nested(field, at) or to_come(_time(field, at)) or aside:
            continue
        if not _fits(field, draft, at) or _mentioned(field, draft, at):
            return _OPEN
        return Bearing(_index(field, at), since=since(field, at))
    if timeless(field, draft) or _day_elsewhere(field, draft, end):
        return _OPEN
    day = running_day(field, draft.at, draft.parties)
    apart = opening(field, draft.at)
    if apart is None or day is None:
        return Bearing(day, taken=True)
    return _OPEN if apart.days is None else Bearing(day, days=apart.days, taken=True)


def attributed(field: Field, draft: Draft) -> bool:
    """Whether a relative clause only says who somebody is: "والذي تتهم لندن موسكو بقتله"."""
    if draft.reading.form.shape not in FINITE or draft.carried:
        return False
    k = draft.at - 1
    while field.word(k) in listed("background", "auxiliaries"):
        k -= 1
    return field.word(k) in listed("relatives")


def _mentioned(field: Field, draft: Draft, at: int) -> bool:
    """Whether who spoke at the time at token `at` only mentions a known act.

    "قال لافروف، الجمعة، إن الغارات التي نفذتها واشنطن": nobody says that they were on Friday.
    """
    known = draft.reading.article and draft.reading.form.shape is Shape.NOUN and not draft.carried
    return known and any(field.word(k) in complements() for k in range(at, draft.at))


def _aside(field: Field, at: int) -> bool:
    """Whether the time only tells of a noun, or of what something has gone on since.

    "إن قصف المفاعل عام 2007 رسالة", "منذ توليه منصبه في الأول من فبراير".
    """
    for k in range(at - 2, max(field.begins[at], at - _SINCE) - 1, -1):
        if field.word(k) in COMMAS:
            break
        if field.word(k) in event_times("since"):
            return True
    reference = _time(field, at).reference
    year = isinstance(reference, CalendarDate) and reference.month is None and reference.day is None
    return year and at > field.begins[at] + _OPENING


def _behind(field: Field, draft: Draft, end: int) -> int | None:
    """Where the sentence names a day behind the clause: "كان القصف أقل كثافة الأحد"."""
    stop = min(field.stops[draft.at], end + _BEHIND)
    said, told = field.statement(draft.at), happening(field, end)
    for at in moments(field, end, stop):
        if told:
            return at
        if not _open_way(field, end, at) or field.statement(at) != said:
            return None
        time = _time(field, at)
        if _fits(field, draft, at) and not since(field, at) and is_day(time):
            return None if to_come(time) else at
    return None


def _day_elsewhere(field: Field, draft: Draft, end: int) -> bool:
    """Whether the sentence names a past day that is not the event's: nor is that of the passage."""
    times = (_time(field, at) for at in moments(field, end, field.stops[draft.at]))
    return any(is_day(time) and not to_come(time) for time in times)


def _open_way(field: Field, begin: int, at: int) -> bool:
    """Whether nothing between begins to tell something else, as a verb without "و" does."""
    return not any(
        field.word(k) in clause_ends() | listed("themes")
        or (field.finite(k) and not field.word(k).startswith(("و", "كان")))
        for k in range(begin, at)
    )


def _main(field: Field, draft: Draft) -> int | None:
    """The day that "بعد يوم من" counts from: that of the sentence's own verb."""
    first, stop = field.begins[draft.at], field.stops[draft.at]
    told = [at for at in moments(field, first, stop) if is_day(_time(field, at))]
    if told:
        return _index(field, min(told, key=lambda at: abs(at - draft.at)))
    return running_day(field, draft.at, draft.parties)


def _fits(field: Field, draft: Draft, at: int) -> bool:
    """Whether the time at token `at` can be that of the event."""
    time, shape = _time(field, at), draft.reading.form.shape
    if draft.status is not Status.HAPPENED:
        return True
    if bounding(field, at):
        return False
    if shape is Shape.PRESENT:
        return not _years_ago(time)
    return shape not in FINITE or not to_come(time)


def timeless(field: Field, draft: Draft) -> bool:
    """Whether the event is told of no day: again and again, or before what the story tells."""
    if draft.reading.form.shape is Shape.PRESENT or goes_back(field, draft.at):
        return True
    apart = opening(field, draft.at)
    words = {field.word(k) for k in range(draft.at - 1, min(draft.end + 4, field.stops[draft.at]))}
    if words & event_times("general") or (apart is not None and apart.days is None):
        return True
    return _former(field, draft)


def _former(field: Field, draft: Draft) -> bool:
    """Whether the noun means an earlier event than that of the story: "زيارته الأخيرة"."""
    if draft.reading.form.shape is not Shape.NOUN:
        return False
    if field.word(draft.at - 1) in event_times("framing"):
        return True
    beside = {field.word(k) for k in (draft.at - 1, *range(draft.end, draft.end + _FORMER))}
    return bool(beside & event_times("former"))


def _due(field: Field, draft: Draft, end: int) -> int | None:
    """When what is to come is due: by its own sentence, else by a later one that sets the day."""
    own = _time_to_come(field, draft, end)
    if own is not None or draft.status is not Status.PLANNED:
        return own
    return set_later(field, draft)


def _time_to_come(field: Field, draft: Draft, end: int) -> int | None:
    """The day to come that the sentence names: "… في مؤتمر يبدأ يوم الجمعة"."""
    behind = moments(field, end, min(field.stops[draft.at], end + _BEHIND))
    before = moments(field, field.begins[draft.at], draft.at)
    for at in (*behind, *reversed(before)):
        time = _time(field, at)
        named = isinstance(time.reference, Weekday) and at >= end
        planned = draft.status is Status.PLANNED
        if is_day(time) and (to_come(time) or (named and planned)):
            return _index(field, at)
    return None


def _years_ago(time: TimeMention) -> bool:
    reference = time.reference
    return isinstance(reference, Shift) and reference.unit is Unit.YEAR and reference.by < 0


def _time(field: Field, at: int) -> TimeMention:
    return field.times[_index(field, at)]


def _index(field: Field, at: int) -> int:
    return field.time_at[at][1]


def _far(at: int, trigger: int) -> int:
    return at - trigger if at >= trigger else 2 * (trigger - at)
