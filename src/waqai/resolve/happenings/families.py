"""What the knowledge says of kinds of event: which may be one thing, and how far apart in days."""

from dataclasses import dataclass
from functools import cache

from waqai.knowledge import load
from waqai.model.events import EventType


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds of event that reports mix up. All figures are days; see knowledge/happenings.toml."""

    name: str
    slack: int
    recent: int
    ahead: int
    lone: bool = False
    history: bool = False


@cache
def families(type: EventType, kind: str) -> tuple[Family, ...]:
    """The families of a kind, the first the one that is meant most: never none.

    A kind that no family lists is one by itself, within its type.
    """
    rows = load("happenings")["family"]
    found = tuple(
        _family(name, row)
        for name, row in rows.items()
        if type.value in row["types"] and kind in row["kinds"]
    )
    spoken = load("happenings")["spoken"]
    rest = spoken if type.value in spoken["types"] else load("happenings")["other"]
    return found or (_family(f"{type.value} {kind}", rest),)


def _family(name: str, row: dict[str, int]) -> Family:
    lone, history = bool(row.get("lone")), bool(row.get("history"))
    return Family(name, row["slack"], row["recent"], row["ahead"], lone, history)


@cache
def shared(type: EventType, kind: str, other_type: EventType, other: str) -> Family | None:
    """The family that two kinds have in common, None when they cannot be one thing."""
    if _apart_by_channel(kind, other):
        return None
    names = {family.name for family in families(other_type, other)}
    common = [family for family in families(type, kind) if family.name in names]
    # an attack may be that of a war; two attacks are compared as attacks
    return min(common, key=lambda family: family.history, default=None)


def _apart_by_channel(kind: str, other: str) -> bool:
    """Whether one takes place face to face, the other by wire."""
    channel = load("happenings")["channel"]
    person, wire = channel["person"], channel["wire"]
    return (kind in person and other in wire) or (kind in wire and other in person)


@cache
def is_plain(kind: str) -> bool:
    """Whether a kind says little of what it was, so that a finer one is believed before it."""
    return kind in load("happenings")["plain"]["kinds"]


@cache
def one_way_kinds() -> frozenset[str]:
    """Kinds of meeting in which one comes and the others are come to."""
    return frozenset(load("happenings")["one_way"]["kinds"])


@cache
def is_landmark(kind: str) -> bool:
    """Whether it is remembered by its place, however long after."""
    return kind in load("happenings")["landmark"]["kinds"]


@cache
def is_campaign(type: EventType, kind: str) -> bool:
    """Whether a kind goes on for long and over much land, as strikes and raids do not."""
    return not is_plain(kind) and any(family.history for family in families(type, kind))


@cache
def is_returned(type: EventType) -> bool:
    """Whether acts of a type are returned in kind, so that who did it to whom tells them apart."""
    return type.value in load("happenings")["returned"]["types"]


@cache
def has_no_tense(type: EventType, word: str) -> bool:
    """Whether `word`, a stem that tells an act of `type`, is a noun, which has no tense."""
    row = load("happenings")["no_tense"]
    return type.value in row["types"] and word.startswith(tuple(row["begins"]))


@cache
def weight(name: str) -> int:
    """How much a likeness weighs, in tenths."""
    return int(load("happenings")["weight"][name])
