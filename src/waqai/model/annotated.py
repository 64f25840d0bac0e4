"""What the stages make of a page: references first (one page, no days), then days."""

from dataclasses import dataclass

from waqai.model.events import Event, EventDay
from waqai.model.names import Entity, NameMention, QuantityMention
from waqai.model.page import Page, Stamp
from waqai.model.publication import Publication
from waqai.model.statements import Statement
from waqai.model.story import Residue, Story
from waqai.model.times import Period, TimeMention


@dataclass(frozen=True, slots=True)
class AnnotatedStory:
    """A story, the mentions found in it and what it tells, each in page order.

    Names, statements and events hold indices into these tuples.
    """

    story: Story
    times: tuple[TimeMention, ...]
    periods: tuple[Period, ...] = ()
    entities: tuple[Entity, ...] = ()
    names: tuple[NameMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedPage:
    """A page after stages 1 to 4: all that it says, before any of it is dated."""

    page: Page
    stories: tuple[AnnotatedStory, ...]
    residue: tuple[Residue, ...]
    stamps: tuple[Stamp, ...]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time mention with what is known of its day.

    `value` is the TIMEX3 value (ISO 8601, with `X` for what is not known). `earliest` and
    `latest` are ISO days, the window in which it lies; None where that side is open or, for
    durations and sets, where there is no such thing.
    """

    mention: TimeMention
    value: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class DatedStory:
    """An annotated story with its publication day, and what that day settles.

    `times` has one for each of `annotated.times`, `entities` one for each of
    `annotated.entities`, in the same order: who is named by a role alone is the person who held it
    on that day, so that two of them may be one person. `event_days` has one for each of
    `annotated.events`.
    """

    annotated: AnnotatedStory
    published: Publication
    times: tuple[Timex, ...]
    entities: tuple[Entity, ...] = ()
    event_days: tuple[EventDay, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedPage:
    """A page with its stories dated."""

    page: Page
    stories: tuple[DatedStory, ...]
    residue: tuple[Residue, ...]
    stamps: tuple[Stamp, ...]
