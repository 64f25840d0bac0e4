"""What the chronicle keeps of its joining, so that a new page is compared with few others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from waqai.model.chronicle import Judgement, TellingKey
from waqai.model.events import EventType, Status

#: Days as ordinals, the first and the last; what is open on a side has a bound that stands for it.
Days = tuple[int, int]

#: Told before its time, or wished for.
TO_COME = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL, Status.POSTPONED})

#: What two nodes must have in common to be compared: a family, a party or place, some days.
Block = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Node:
    """Tellings that say the same of who, what, where and when, and stand for one another.

    `days` is the window they put it in; `near` the window meant as a rule, where they name no day;
    `told` the days on which the first and the last of them were published. `loose` when they name
    no day of their own, nor days near it. `gist` has the words of their sentences. `by_noun` when
    they name the thing by a noun alone, without a day: it may be to come.
    """

    type: EventType
    kind: str
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    days: Days
    near: Days
    told: Days
    loose: bool
    stories: frozenset[str]
    keys: tuple[TellingKey, ...]
    gist: frozenset[int] = frozenset()
    by_noun: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """Actors, then recipients."""
        return self.actors + self.recipients

    @property
    def to_come(self) -> bool:
        """Whether it is told before its time."""
        return self.status in TO_COME

    @property
    def first(self) -> TellingKey:
        """The first of its tellings, by which it is known."""
        return self.keys[0]


@dataclass(frozen=True, slots=True)
class Laid:
    """One telling as a node, and the account within which it may stand for others: None for any."""

    node: Node
    within: str | None

    @property
    def key(self) -> TellingKey:
        """The telling."""
        return self.node.first


class Like(NamedTuple):
    """Two nodes that are like each other, named by their first tellings; the likest sort first."""

    less: int  # tenths of likeness, below zero
    first: TellingKey
    second: TellingKey


@dataclass(frozen=True, slots=True)
class Ground:
    """Tellings laid out, the nodes that they are, and which of these are like each other.

    `laid` has each telling with the first telling of its node, `blocks` and `likes` name nodes by
    that. `judgements` are people's, `judged` the names of entities that these bear on.
    """

    laid: tuple[tuple[Laid, TellingKey], ...] = ()
    blocks: Mapping[TellingKey, frozenset[Block]] = field(default_factory=dict)
    likes: tuple[Like, ...] = ()
    judged: frozenset[str] = frozenset()
    judgements: tuple[Judgement, ...] = ()
