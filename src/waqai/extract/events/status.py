"""How an event stands to the world: what negates it, what puts it off, what it waits for."""

from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.forms import FINITE, Shape
from waqai.extract.events.words import adjectives, listed
from waqai.model.events import EventType, Status
from waqai.model.times import (
    CalendarDate,
    Direction,
    NamedPeriod,
    Shift,
    TimeMention,
    Unit,
    Vague,
    Weekday,
)

_ADJECTIVES = 5
_ASKED = 8
_SAID = {EventType.THREATEN, EventType.ACCUSE, EventType.REJECT}
_CLOSED = (";", "؛")
_UNREPORTED = 5  # tokens from "لم ترد" to the trigger
_NEVER = 4  # tokens from "لن" to the noun


def negated(field: Field, draft: Draft) -> bool:
    """Whether the trigger is negated, or asked for: such an act is no event.

    A frame that its negation tells ("لن تسمح") must have it.
    """
    return (
        asked(field, draft.at)
        or _never(field, draft)
        or _unreported(field, draft)
        or _denied(field, draft) is not draft.frame.negated
    )


def _never(field: Field, draft: Draft) -> bool:
    """Whether a verb before the noun says that it will not be: "لن تستضيف القمة"."""
    if draft.reading.form.shape is not Shape.NOUN:
        return False
    first = max(field.begins[draft.at], draft.at - _NEVER)
    words = field.words[first : draft.at]
    if listed("negation", "future").isdisjoint(words):
        return False
    before = [k for k, word in enumerate(words) if word in listed("negation", "future")]
    return all(word[:1].isalpha() for word in words[before[-1] :])


def _unreported(field: Field, draft: Draft) -> bool:
    """Whether nobody tells of what the noun says: "لم ترد أنباء عن سقوط قتلى"."""
    first = max(field.begins[draft.at], draft.at - _UNREPORTED)
    if listed("negation", "reported").isdisjoint(field.words[first : draft.at]):
        return False
    return any(
        field.word(k) in listed("negation", "reported")
        and field.word(k - 1) in listed("negation", "verbs")
        for k in range(first, draft.at)
    )


def _denied(field: Field, draft: Draft) -> bool:
    """Whether a negation stands before the trigger."""
    word = field.word(draft.at - 1)
    if draft.reading.form.shape in FINITE:
        before = field.word(draft.at - 2)
        return word in listed("negation", "verbs") or (
            word in listed("negation", "auxiliaries") and before in listed("negation", "verbs")
        )
    phrase = draft.reading.form.shape is Shape.PHRASE and word in listed("negation", "verbs")
    return phrase or word in listed("negation", "nouns")


def asked(field: Field, at: int) -> bool:
    """Whether the sentence asks whether it is so: "هل يقبل بوتين الدعوة؟"."""
    first = max(field.begins[at], at - _ASKED)
    return not listed("questions").isdisjoint(field.tokens.words[first:at])


def of_itself(field: Field, draft: Draft) -> Status:
    """The status that the trigger's own form and its adjectives give."""
    if draft.frame.future or draft.reading.future:
        return Status.PLANNED
    if field.word(draft.at - 1) in listed("future", "particles"):
        return Status.PLANNED
    if draft.reading.form.shape in FINITE:
        return Status.HAPPENED
    if field.word(draft.at - 1) in listed("future", "eve"):
        return Status.PLANNED
    for k in range(draft.end, min(draft.end + _ADJECTIVES, draft.clause[1])):
        if field.preposition(k):
            break
        status = adjectives().get(field.word(k))
        if status is not None:
            draft.operator = (k, k + 1)
            return status
    return Status.HAPPENED


def awaiting(field: Field, draft: Draft) -> bool:
    """Whether the sentence makes what is to come depend on something else.

    "إذا فشلت المحادثات فإنه سينسحب منها", "سينسحب إذا فشلت".
    """
    if field.word(draft.clause[1]) in listed("conditions", "words"):
        return True
    first = field.begins[draft.at]
    words = field.words[first : draft.at]
    opened = [k for k, word in enumerate(words) if word in listed("conditions", "words")]
    if not opened:
        return False
    following = set(words[opened[0] :]) & listed("conditions", "consequents")
    return bool(following) and not any(mark in words[opened[-1] :] for mark in _CLOSED)


def to_come(time: TimeMention) -> bool:
    """Whether the time speaks of what is to come."""
    reference = time.reference
    if isinstance(reference, Weekday | Vague | CalendarDate | NamedPeriod):
        return reference.direction is Direction.FUTURE
    return isinstance(reference, Shift) and reference.by > 0


def is_day(time: TimeMention) -> bool:
    """Whether the time is one day, or a part of it."""
    reference = time.reference
    if isinstance(reference, CalendarDate):
        return reference.day is not None
    return isinstance(reference, Weekday) or (
        isinstance(reference, Shift) and (reference.unit is Unit.DAY or reference.day is not None)
    )


def by_time(draft: Draft, time: TimeMention) -> Status:
    """A noun, or a verb in the present, with a time to come tells what is planned.

    Of what is said the time is that of its content: "يهدد بفرض عقوبات في 12 مايو".
    """
    past = draft.reading.form.shape in {Shape.PAST, Shape.PASSIVE} or draft.frame.type in _SAID
    if draft.status is Status.HAPPENED and not past and to_come(time):
        return Status.PLANNED
    return draft.status
