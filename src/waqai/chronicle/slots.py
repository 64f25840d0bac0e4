"""The slots of a happening's tellings: their values, and which of them cannot hold together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from waqai.chronicle.wordings import counted
from waqai.model.chronicle import Figure, Report, Slot, Telling, TellingKey, Window
from waqai.model.events import Status
from waqai.model.names import Entity, EntityKind
from waqai.resolve.happenings.places import Lie, distance, lie

#: Two places of one country nearer than this may be a town and its province.
_NEAR_KM = 150
#: Days next to each other are none apart: nights, zones, and what lasts from one to the next.
_SLACK_DAYS = 1
_ARMED = "REB"


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of a slot, as it is written in a SlotValue, and the tellings that give it."""

    value: str
    tellings: tuple[TellingKey, ...]


@dataclass(frozen=True, slots=True)
class _Range:
    """A range of days or numbers that one telling gives; an open side is infinite."""

    low: float
    high: float
    telling: TellingKey


def days_apart(tellings: Iterable[Telling]) -> list[Claim]:
    """The days on which it happened, where some lie two or more apart; plans are left out."""
    ranges = [
        _Range(_ordinal(t.day.earliest, -1), _ordinal(t.day.latest, 1), t.key)
        for t in tellings
        if t.status is Status.HAPPENED and t.day != Window()
    ]
    groups = _apart(ranges, _SLACK_DAYS)
    return [Claim(_window(min(low, high), max(low, high)), keys) for low, high, keys in groups]


def places_apart(tellings: Iterable[Telling], entities: Mapping[str, Entity]) -> list[Claim]:
    """The places where it happened, when they lie in two countries or far apart in one."""
    by_place: dict[str, list[TellingKey]] = {}
    for telling in tellings:
        if telling.place in entities and telling.status is Status.HAPPENED:
            by_place.setdefault(str(telling.place), []).append(telling.key)

    def apart(one: str, other: str) -> bool:
        return _far(entities[one], entities[other])

    return _exclusive(by_place, apart)


def parties_apart(
    tellings: Sequence[Telling], entities: Mapping[str, Entity]
) -> Iterator[tuple[Slot, list[Claim]]]:
    """Who acted and upon whom, when two tellings name nobody in common nor of one country."""
    mutual = any(telling.mutual for telling in tellings)  # who is named first is chance
    for slot in (Slot.ACTORS,) if mutual else (Slot.ACTORS, Slot.RECIPIENTS):
        yield slot, _parties_of(slot, tellings, entities, mutual=mutual)


def _parties_of(
    slot: Slot, tellings: Iterable[Telling], entities: Mapping[str, Entity], *, mutual: bool
) -> list[Claim]:
    by_parties: dict[str, list[TellingKey]] = {}
    opposite: dict[str, set[str]] = {}
    for telling in tellings:
        sides = (telling.actors, telling.recipients)
        side, other = sides if slot is Slot.ACTORS else sides[::-1]
        named = " ".join(sorted(set(telling.parties if mutual else side)))
        if named and telling.status is Status.HAPPENED:
            by_parties.setdefault(named, []).append(telling.key)
            opposite.setdefault(named, set()).update(() if mutual else other)

    def apart(one: str, other: str) -> bool:
        # who acts here and is acted upon there is more likely misread than disputed
        if not opposite[one].isdisjoint(other.split()) or not opposite[other].isdisjoint(
            one.split()
        ):
            return False
        return all(
            _unrelated(entities.get(a), entities.get(b))
            for a in one.split(" ")
            for b in other.split(" ")
        )

    return _exclusive(by_parties, apart)


def status_apart(tellings: Iterable[Telling]) -> list[Claim]:
    """That it happened and that it did not, when both are told."""
    by_status: dict[str, list[TellingKey]] = {}
    for telling in tellings:
        if telling.status in {Status.HAPPENED, Status.DENIED}:
            by_status.setdefault(telling.status.value, []).append(telling.key)
    return [Claim(status, tuple(keys)) for status, keys in sorted(by_status.items())]


def tolls_apart(
    tellings: Iterable[Telling], reports: Mapping[str, Report]
) -> Iterator[list[Claim]]:
    """For each thing counted, the figures that do not overlap.

    A toll that only rises from one publication day to the next is brought up to date, not
    disputed: figures of one day are compared with each other, and with those of later days that
    are lower.
    """
    by_thing: dict[tuple[str, str], list[tuple[Telling, Figure]]] = {}
    for telling in tellings:
        for figure in telling.figures:
            thing = counted(figure, telling.kind)
            if thing is not None and telling.status is Status.HAPPENED:
                by_thing.setdefault(thing, []).append((telling, figure))
    for _, given in sorted(by_thing.items()):
        ranges = [_Range(*_bounds(figure), telling.key) for telling, figure in given]
        groups = _apart(ranges)
        if len(groups) > 1 and not _rises(groups, reports):
            words = {telling.key: figure for telling, figure in given}
            yield [Claim(_written(words[keys[0]], low, high), keys) for low, high, keys in groups]


_Group = tuple[float, float, tuple[TellingKey, ...]]


def _apart(ranges: Iterable[_Range], slack: float = 0) -> list[_Group]:
    """The fewest groups of ranges that overlap, or miss by `slack`; no two groups do."""
    groups: list[list[_Range]] = []
    last = float("-inf")
    for one in sorted(ranges, key=lambda r: (r.high, r.low, r.telling)):
        if groups and one.low <= last + slack:
            groups[-1].append(one)
        else:
            groups.append([one])
            last = one.high
    return [
        (max(r.low for r in group), min(r.high for r in group), tuple(r.telling for r in group))
        for group in groups
    ]


def _exclusive(
    given: Mapping[str, list[TellingKey]], apart: Callable[[str, str], bool]
) -> list[Claim]:
    """The most told value, and those that cannot hold together with it nor with each other."""
    kept: list[str] = []
    for value in sorted(given, key=lambda v: (-len({k.story for k in given[v]}), v)):
        if all(apart(value, other) for other in kept):
            kept.append(value)
    return [Claim(value, tuple(given[value])) for value in kept]


def _far(one: Entity, other: Entity) -> bool:
    """Whether neither place holds the other, and they are no town and its province either."""
    if lie(one, other) is not Lie.APART:
        return False
    far = distance(one, other)
    return one.country != other.country or (far is not None and far > _NEAR_KM)


def _unrelated(one: Entity | None, other: Entity | None) -> bool:
    """Whether two parties are surely not the same nor one the other's: of two countries."""
    if one is None or other is None or one.id == other.id:
        return False
    if EntityKind.GROUP in {one.kind, other.kind}:
        return False
    if one.country is None and other.country is None:
        return one.sector == other.sector == _ARMED
    return None not in {one.country, other.country} and one.country != other.country


def _rises(groups: Sequence[_Group], reports: Mapping[str, Report]) -> bool:
    """Whether each higher toll was published after every lower one."""
    known = [[reports[key.story].published.day for key in keys] for _, _, keys in groups]
    days = [[day for day in some if day is not None] for some in known]
    if any(len(some) != len(every) for some, every in zip(days, known, strict=True)):
        return False
    return all(max(low) < min(high) for low, high in pairwise(days))


def _bounds(figure: Figure) -> tuple[float, float]:
    low = float("-inf") if figure.low is None else _number(figure.low)
    high = float("inf") if figure.high is None else _number(figure.high)
    return low, high


def _number(bound: Fraction) -> float:
    try:
        return float(bound)
    except OverflowError:
        return float("inf")


def _written(figure: Figure, low: float, high: float) -> str:
    """ "12..15 قتيلا", "20.. مدنيا", "12 قتيلا"."""
    a, b = _plain(low), _plain(high)
    amount = a if low == high else f"{a}..{b}"
    return f"{amount} {figure.unit or figure.of or ''}".strip()


def _plain(bound: float) -> str:
    if abs(bound) == float("inf"):
        return ""
    return str(int(bound)) if bound.is_integer() else str(bound)


def _ordinal(day: date | None, side: int) -> float:
    return side * float("inf") if day is None else float(day.toordinal())


def _window(low: float, high: float) -> str:
    a, b = (
        ".." if abs(n) == float("inf") else date.fromordinal(int(n)).isoformat()
        for n in (low, high)
    )
    return a if a == b else f"{a}/{b}"
