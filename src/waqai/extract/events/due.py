"""The day of what was announced, where a later sentence of its own sets it."""

from collections.abc import Iterator
from itertools import islice

from waqai.extract.events.drafts import Draft
from waqai.extract.events.field import Field
from waqai.extract.events.frames import Frame
from waqai.extract.events.passage import moments
from waqai.extract.events.readings import readings
from waqai.extract.events.status import to_come
from waqai.extract.events.words import event_times

_SENTENCES = 12  # further on
_NEAR = 6  # tokens between the setting and the time
_NAMED = 3  # tokens behind "موعد" in which what it is the day of would be named


def set_later(field: Field, draft: Draft) -> int | None:
    """The time that a later sentence sets for an announced event, by its index, or None.

    The sentence names nobody else, and no other act whose day it would be.
    """
    for first in islice(_behind(field, draft.at), _SENTENCES):
        stop = field.stops[first]
        settings = [k for k in range(first, stop) if field.word(k) in event_times("setting")]
        if not settings:
            continue
        for at in moments(field, first, stop):
            index = field.time_at[at][1]
            near = min(abs(at - k) for k in settings) <= _NEAR
            if near and to_come(field.times[index]) and _of_it(field, draft, settings[0], stop):
                return index
    return None


def _behind(field: Field, i: int) -> Iterator[int]:
    """Where the sentences behind that of token `i` begin."""
    first = field.stops[i]
    while first < len(field.tokens.words):
        if field.stops[first] > first:
            yield first
        first = max(field.stops[first], first + 1)


def _of_it(field: Field, draft: Draft, setting: int, stop: int) -> bool:
    """Whether what is set from the token `setting` on may be the day of the event."""
    others = (
        mention.entity not in draft.parties
        for k in range(setting, stop)
        if (mention := field.mention_at.get(k)) is not None
    )
    named = (
        reading.form.of
        for k in range(setting + 1, min(setting + 1 + _NAMED, stop))
        for reading in readings(field.word(k))
    )
    return not any(others) and not any(
        isinstance(frame, Frame) and frame.type is not draft.frame.type for frame in named
    )
