"""Events: a story tells that somebody did, will do or refused to do something to somebody."""

from dataclasses import dataclass
from enum import StrEnum

from waqai.model.page import Span


class EventType(StrEnum):
    """The sixteen event types of PLOVER (https://osf.io/preprints/socarxiv/rm5dw)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """How an event stands to the world, as the story tells it."""

    HAPPENED = "happened"
    PLANNED = "planned"  # somebody announced it for a time to come
    PROPOSED = "proposed"  # asked for, offered, invited to
    CONDITIONAL = "conditional"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    DENIED = "denied"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Event:
    """One telling of an event: `[start, end)` holds the trigger and the arguments beside it.

    `cue` is the trigger's own span; `operator` the span of the words that turned its status
    ("ألغى", "من المقرر"). `kind` is a key of the frames, finer than `type`; `mode` the PLOVER
    mode and `cameo` the two digits of the CAMEO root that stand for it. `actors`, `recipients`
    and `place` index the story's entities, `time` and `until` (the end of a range) its times,
    `quantities` its quantities (casualties, sums). `statement` is the statement that it is told
    in: its speaker says that it happened, the outlet does not. `mutual` acts have no direction.

    `since` when the event goes on from its time ("منذ الأحد"); `days` is how many days behind its
    time, or behind the publication day where it has none, it lies ("بعد يوم من لقائهما": -1).
    """

    start: int
    end: int
    type: EventType
    kind: str
    status: Status
    cue: Span
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    place: int | None = None
    time: int | None = None
    until: int | None = None
    quantities: tuple[int, ...] = ()
    statement: int | None = None
    mode: str | None = None
    cameo: str | None = None
    mutual: bool = False
    operator: Span | None = None
    since: bool = False
    days: int = 0


@dataclass(frozen=True, slots=True)
class EventDay:
    """When an event happened or is due: a window of ISO days, an open side None.

    `value` is the TIMEX3 value of the time it bears, None when it bears none.
    """

    value: str | None
    earliest: str | None
    latest: str | None
