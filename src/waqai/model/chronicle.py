"""The chronicle: what many stories together say happened, was announced, is held and disputed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from waqai.model.events import EventType, Status
from waqai.model.names import Entity
from waqai.model.page import Span
from waqai.model.publication import Publication, Reason


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """The days within which something lies, both ends included; an open side is None."""

    earliest: date | None = None
    latest: date | None = None

    @property
    def day(self) -> date | None:
        """The day, when the window is one day wide."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True, order=True)
class TellingKey:
    """Which event of which story: the story's id and the event's index in it."""

    story: str
    event: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a telling gives, casualties or a sum; `of` is what is counted, as written."""

    low: Fraction | None
    high: Fraction | None
    unit: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of one story, its parties told by the ids of the chronicle's entities.

    `span` is the event's span in the page's text, `day` the window in which its story puts it.
    `told_by` is the speaker of the statement that it stands in: None when the outlet itself tells.
    `cue` is the trigger as written ("الغزو"), by which wordings are compared; `words` the text
    from the event's start to the end of its sentence, from which positions are read; `gist` the
    words of the whole sentence as digests, by which two tellings are known to say the same.
    """

    key: TellingKey
    span: Span
    type: EventType
    kind: str
    status: Status
    cue: str
    day: Window
    mutual: bool = False
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    told_by: str | None = None
    figures: tuple[Figure, ...] = ()
    words: str = ""
    gist: tuple[int, ...] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        """Actors, then recipients."""
        return self.actors + self.recipients


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement of one story, as positions need it: `span` is what is said, `words` its text.

    `day` is when it was said, else when the story was published.
    """

    key: TellingKey  # the story's id and the statement's index in it
    span: Span
    speaker: str | None
    act: str
    verb: str
    words: str
    day: Window
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One story as the chronicle needs it: what it tells, who says what, and when it appeared.

    `account` names the text that it goes back to: near-copies of one agency report share it.
    """

    id: str
    page: str
    outlet: str | None
    published: Publication
    account: str
    tellings: tuple[Telling, ...] = ()
    sayings: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """What one story gives to the chronicle before others are seen: small, and kept in the file.

    `report` names entities by their position in `entities` ("0", "1", …); `signature` is what
    near-copies of the story's text are known by, `topic` the words by which stories on one matter
    are found.
    """

    report: Report
    entities: tuple[Entity, ...]
    signature: bytes
    topic: bytes = b""


class Slot(StrEnum):
    """What the tellings of a happening may give different values for."""

    DAY = "day"
    PLACE = "place"
    ACTORS = "actors"
    RECIPIENTS = "recipients"
    STATUS = "status"  # whether it happened
    FIGURES = "figures"  # casualties, sums
    WORDING = "wording"  # what it is called


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One value of a slot and the tellings that give it.

    `value` is an entity's id, a status, a word as written, or a window "2025-08-11/2025-08-17"
    (a day alone when it is one, ".." for an open side); figures are written "12..15 قتيلا".
    """

    slot: Slot
    value: str
    tellings: tuple[TellingKey, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing in the world, told by one or more events of one or more stories.

    The slots hold the best supported values, `values` all of them with their evidence. `why` tells
    what settled its day. `stories`, `outlets` and `accounts` count who tells it: near-copies of
    one text are one account. The id is made from the telling that was published first, so that it
    stays when later ones come.
    """

    id: str
    type: EventType
    kind: str
    status: Status
    day: Window
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    tellings: tuple[TellingKey, ...]
    values: tuple[SlotValue, ...] = ()
    stories: int = 1
    outlets: int = 1
    accounts: int = 1
    headline_ar: str = ""
    headline_en: str = ""
    why: tuple[Reason, ...] = ()


class Outcome(StrEnum):
    """What came of an announcement."""

    HELD = "held"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MISSED = "missed"  # its time passed, and a later story says that it was not held
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Step:
    """One turn in an announcement's history: what was said of it on a day, and by whom.

    `status` is what was said (planned, postponed, cancelled, happened, …), `due` when it was then
    to be, `by` who is reported to have said it.
    """

    status: Status
    on: Window
    due: Window
    by: str | None
    telling: TellingKey


@dataclass(frozen=True, slots=True)
class Announcement:
    """A happening told before its time: when, by whom, due when, and what came of it.

    `held_on` when it was held and the day is known; `moved_to` when it was put off to a time that
    is known. `steps` hold its whole history, oldest first.
    """

    happening: str
    announced_on: date | None
    announced_by: str | None
    due: Window
    outcome: Outcome
    held_on: date | None = None
    moved_to: Window | None = None
    steps: tuple[Step, ...] = ()


class Stance(StrEnum):
    """What an actor is on record as holding on an issue."""

    FOR = "for"
    AGAINST = "against"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Position:
    """An actor's stance on an issue from one day to another, with the sayings that show it.

    `issue` is a key of issues.toml; an actor who changes has several positions. `sayings` are the
    statements that show it, `tellings` the events that do (a refusal, a demand).
    """

    actor: str
    issue: str
    stance: Stance
    day: Window
    sayings: tuple[TellingKey, ...]
    tellings: tuple[TellingKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Independent accounts give different values for one slot of a happening.

    `values` are those that cannot hold together, the best supported first; each is told by an
    account that tells none of the others.
    """

    happening: str
    slot: Slot
    values: tuple[SlotValue, ...]


class Verdict(StrEnum):
    """What a person judged of two things of the chronicle."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """A person's word that two entities, or two tellings' happenings, are the same or are not.

    `first` and `second` are entity ids, or telling keys written "STORY#EVENT"; first < second.
    """

    first: str
    second: str
    verdict: Verdict
