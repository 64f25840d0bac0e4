"""Dated pages of every shape that the records allow, for the laws that hold of all of them."""

from collections.abc import Callable
from dataclasses import fields, replace
from fractions import Fraction
from typing import Any, TypeVar

from hypothesis import strategies as st

from waqai.model.annotated import AnnotatedStory, DatedPage, DatedStory, Timex
from waqai.model.events import Event, EventDay, EventType, Status
from waqai.model.names import Entity, EntityKind, NameForm, NameMention, QuantityMention
from waqai.model.page import Page, Span, Stamp, StampRole
from waqai.model.publication import Publication, Reason
from waqai.model.statements import Mode, SpeechAct, Statement
from waqai.model.story import Residue, ResidueKind, Story
from waqai.model.times import (
    CalendarDate,
    Clock,
    DayPart,
    Direction,
    Duration,
    Interval,
    Period,
    Portion,
    Quantity,
    Shift,
    TimeMention,
    TimexType,
    Unit,
    Weekday,
)

_T = TypeVar("_T")

_OFFSET = st.integers(0, 10_000)
_SPAN = st.tuples(_OFFSET, _OFFSET).map(lambda ends: Span(*sorted(ends)))
_TEXT = st.text(max_size=8)
_TEXT_OR_NONE = st.none() | _TEXT
_DAY = st.none() | st.dates().map(lambda day: day.isoformat())
_DEGREES = st.none() | st.floats(-180, 180).map(lambda degrees: degrees + 0.0)  # no minus zero
_BOUND = st.none() | st.fractions() | st.integers(0, 10**30).map(Fraction)


def _record(record: type[_T], /, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[_T]:
    """Records of a kind; of those that stand in the text, `start` and `end` need not be given.

    Every field is named, so that one that the model gains is not forgotten here.
    """
    names = {field.name for field in fields(record)}  # type: ignore[arg-type]
    ends = {"start", "end"} & (names - given.keys())
    assert names == ends | given.keys(), f"{record.__name__}: {names ^ (ends | given.keys())}"
    if not ends:
        return st.builds(record, **given)
    made: Callable[..., _T] = record
    return st.builds(
        lambda span, rest: made(start=span.start, end=span.end, **rest),
        _SPAN,
        st.fixed_dictionaries(given),
    )


def _some(record: st.SearchStrategy[_T]) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(record, max_size=3).map(tuple)


def _index(of: tuple[object, ...]) -> st.SearchStrategy[int]:
    return st.integers(0, len(of) - 1) if of else st.nothing()


def _indices(of: tuple[object, ...]) -> st.SearchStrategy[tuple[int, ...]]:
    return _some(_index(of)) if of else st.just(())


_MENTION = _record(
    TimeMention,
    type=st.sampled_from(TimexType),
    reference=st.sampled_from(
        [
            Weekday(5, Direction.PAST),
            Interval(Shift(Unit.DAY, -1), CalendarDate(2025, 8)),
            Duration((Quantity(Fraction(1, 2), Unit.HOUR), Quantity(None, Unit.YEAR))),
        ]
    ),
    part=st.none() | st.sampled_from(DayPart),
    clock=st.none() | st.builds(Clock, st.integers(0, 24), st.none() | st.integers(0, 59)),
    portion=st.none() | st.sampled_from(Portion),
    anchor=st.none() | st.integers(0, 9),
)
_TIMEX = _record(Timex, mention=_MENTION, value=_TEXT, earliest=_DAY, latest=_DAY)
_ENTITY = _record(
    Entity,
    id=_TEXT,
    kind=st.sampled_from(EntityKind),
    name=_TEXT,
    name_en=_TEXT_OR_NONE,
    aliases=_some(_TEXT),
    country=_TEXT_OR_NONE,
    role=_TEXT_OR_NONE,
    transliterated=st.booleans(),
    body=_TEXT_OR_NONE,
    latitude=_DEGREES,
    longitude=_DEGREES,
    sector=_TEXT_OR_NONE,
)
_QUANTITY = _record(QuantityMention, low=_BOUND, high=_BOUND, unit=_TEXT_OR_NONE, of=_TEXT_OR_NONE)
_EVENT_DAY = _record(EventDay, value=_TEXT_OR_NONE, earliest=_DAY, latest=_DAY)
_REASON = st.sampled_from([True, False]).flatmap(
    lambda stands_in_text: _record(
        Reason,
        rule=_TEXT,
        en=_TEXT,
        ar=_TEXT,
        kept=st.booleans(),
        stories=_some(_TEXT),
        **({} if stands_in_text else {"start": st.none(), "end": st.none()}),
    )
)
_CLOCK = st.times().map(lambda clock: clock.replace(fold=0))  # which of two hours: never told
_STAMP = _record(
    Stamp,
    day=st.dates(),
    role=st.sampled_from(StampRole),
    text=_TEXT,
    clock=st.none() | _CLOCK,
)
_RESIDUE = _record(Residue, kind=st.sampled_from(ResidueKind))
_PUBLICATION = _record(
    Publication,
    earliest=st.none() | st.dates(),
    latest=st.none() | st.dates(),
    why=_some(_REASON),
    likely=st.none() | st.dates(),
)


def _names(entities: tuple[Entity, ...]) -> st.SearchStrategy[NameMention]:
    return _record(
        NameMention,
        entity=_index(entities),
        title=st.none() | _SPAN,
        form=st.sampled_from(NameForm),
        role=_TEXT_OR_NONE,
        country=_TEXT_OR_NONE,
    )


def _statements(
    entities: tuple[Entity, ...], times: tuple[Timex, ...]
) -> st.SearchStrategy[Statement]:
    return _record(
        Statement,
        speaker=st.none() | _index(entities),
        mode=st.sampled_from(Mode),
        act=st.sampled_from(SpeechAct),
        verb=_TEXT,
        cue=_SPAN,
        via=_indices(entities),
        addressee=st.none() | _index(entities),
        occasion=st.none() | _SPAN,
        said=st.none() | _index(times),
        within=st.none(),
    )


def _events(
    entities: tuple[Entity, ...],
    times: tuple[Timex, ...],
    quantities: tuple[QuantityMention, ...],
    statements: tuple[Statement, ...],
) -> st.SearchStrategy[Event]:
    return _record(
        Event,
        type=st.sampled_from(EventType),
        kind=_TEXT,
        status=st.sampled_from(Status),
        cue=_SPAN,
        actors=_indices(entities),
        recipients=_indices(entities),
        place=st.none() | _index(entities),
        time=st.none() | _index(times),
        until=st.none() | _index(times),
        quantities=_indices(quantities),
        statement=st.none() | _index(statements),
        mode=_TEXT_OR_NONE,
        cameo=_TEXT_OR_NONE,
        mutual=st.booleans(),
        operator=st.none() | _SPAN,
        since=st.booleans(),
        days=st.integers(-30, 30),
    )


def _stories(stamps: list[Stamp]) -> st.SearchStrategy[Story]:
    return _record(
        Story,
        blocks=_some(_SPAN),
        title_span=st.none() | _SPAN,
        stamps=_some(st.sampled_from(stamps)) if stamps else st.just(()),
        **dict.fromkeys(("title", "outlet", "author", "agency", "dateline"), _TEXT_OR_NONE),
    )


@st.composite
def _dated_stories(draw: st.DrawFn, stamps: list[Stamp]) -> DatedStory:
    times, entities, quantities = draw(_some(_TIMEX)), draw(_some(_ENTITY)), draw(_some(_QUANTITY))
    alone = draw(_some(_statements(entities, times)))
    whole = st.none() | _index(alone)
    statements = tuple(replace(statement, within=draw(whole)) for statement in alone)
    events = draw(_some(_events(entities, times, quantities, statements)))
    found = _record(
        AnnotatedStory,
        story=_stories(stamps),
        times=st.just(tuple(timex.mention for timex in times)),
        periods=_some(_record(Period, first=st.integers(0, 9), last=st.integers(0, 9))),
        entities=st.just(entities),
        names=_some(_names(entities)) if entities else st.just(()),
        quantities=st.just(quantities),
        statements=st.just(statements),
        events=st.just(events),
    )
    dated = _record(
        DatedStory,
        annotated=found,
        published=_PUBLICATION,
        times=st.just(times),
        entities=st.tuples(*(st.just(entity) | _ENTITY for entity in entities)),
        event_days=st.tuples(*(_EVENT_DAY for _ in events)),
    )
    return draw(dated)


@st.composite
def dated_pages(draw: st.DrawFn) -> DatedPage:
    """A page with up to three stories, each with all that a story can hold."""
    stamps = draw(st.lists(_STAMP, max_size=4))
    outside = [replace(stamp, start=None, end=None) for stamp in stamps[:1]]
    page = _record(
        Page,
        **dict.fromkeys(("name", "text", "source"), _TEXT),
        **dict.fromkeys(("url", "title", "outlet", "author", "encoding"), _TEXT_OR_NONE),
        stamps=st.just(tuple(outside)),
    )
    dated = _record(
        DatedPage,
        page=page,
        stories=_some(_dated_stories([*outside, *stamps])),
        residue=_some(_RESIDUE),
        stamps=st.just(tuple(stamps[:2])),
    )
    return draw(dated)
