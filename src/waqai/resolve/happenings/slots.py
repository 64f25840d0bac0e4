"""One happening out of its tellings: the best supported value of each slot, and all the values."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TypeVar

from waqai.model.chronicle import (
    Figure,
    Happening,
    Report,
    Slot,
    SlotValue,
    Telling,
    TellingKey,
    Window,
)
from waqai.model.events import Status
from waqai.model.ground import TO_COME, Days
from waqai.resolve.gist import stem_of
from waqai.resolve.happenings.families import has_no_tense, is_plain, one_way_kinds
from waqai.resolve.happenings.mentions import without_mentions
from waqai.resolve.happenings.nodes import FIRST, LAST, ordinals, window
from waqai.resolve.happenings.parties import Cast
from waqai.resolve.happenings.places import reach_of

_Value = TypeVar("_Value", bound=Hashable)
_BYTES = 8

#: A party that no more of those who tell it name is not believed: one in …
_ONE_IN = 3
#: A finer word for it is believed when so few tell it: one for every … who use the plain word.
_FINER = 4


def happening(
    keys: Iterable[TellingKey],
    tellings: Mapping[TellingKey, Telling],
    reports: Mapping[str, Report],
    cast: Cast,
) -> Happening:
    """The happening that the tellings `keys` tell. Each account counts once for a value."""
    told = sorted((tellings[key] for key in keys), key=lambda t: _age(t, reports))
    support = _Support(told, reports)
    weighed = without_mentions(told, cast)
    status = _status(weighed, reports, support)
    kind = _kind(support)
    place = _place(support)
    actors, recipients = _parties(support, kind, place, cast)
    stories = {telling.key.story for telling in told}
    return Happening(
        id=_id(told[0].key),
        type=support.best(lambda t: t.type),
        kind=kind,
        status=status,
        day=window(_day(weighed, status, support)),
        actors=actors,
        recipients=recipients,
        place=place,
        tellings=tuple(telling.key for telling in told),
        values=tuple(_values(told)),
        stories=len(stories),
        outlets=len({reports[story].outlet or story for story in stories}),
        accounts=len({reports[story].account for story in stories}),
    )


def _id(first: TellingKey) -> str:
    content = f"{first.story}#{first.event}".encode()
    return "h" + blake2b(content, digest_size=_BYTES).hexdigest()


def _age(telling: Telling, reports: Mapping[str, Report]) -> tuple[int, int, TellingKey]:
    """Oldest telling first: by its story's publication, then by its key."""
    published = reports[telling.key.story].published
    low, high = ordinals(Window(published.earliest, published.latest))
    return (high, low, telling.key)


class _Support:
    """Who tells a value: a value counts once for each account that gives it."""

    def __init__(self, told: Sequence[Telling], reports: Mapping[str, Report]) -> None:
        self._told = told
        self._account = {t.key.story: reports[t.key.story].account for t in told}

    def counted(self, values: Callable[[Telling], Iterable[_Value]]) -> Counter[_Value]:
        """How many accounts give each value."""
        given: defaultdict[_Value, set[str]] = defaultdict(set)
        for telling in self._told:
            for value in values(telling):
                given[value].add(self._account[telling.key.story])
        return Counter({value: len(accounts) for value, accounts in given.items()})

    def best(self, value: Callable[[Telling], _Value]) -> _Value:
        """The value that most accounts give; of two, the one told first."""
        counts = self.counted(lambda telling: (value(telling),))
        return max(counts, key=lambda one: counts[one])


def _kind(support: _Support) -> str:
    """The kind that most accounts give; a finer one before a plain word, where some give it."""
    counts = support.counted(lambda telling: (telling.kind,))
    believed = {kind for kind in counts if counts[kind] * _FINER >= max(counts.values())}
    return max(believed, key=lambda kind: (not is_plain(kind), counts[kind], kind))


def _place(support: _Support) -> str | None:
    """The place that most accounts name; of two, the smaller."""
    counts = support.counted(lambda telling: (telling.place,) if telling.place else ())
    return max(counts, key=lambda id: (counts[id], -reach_of(id), id), default=None)


def _parties(
    support: _Support, kind: str, place: str | None, cast: Cast
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who did it and to whom, without those whom hardly anybody names.

    Tellings of the happening's own kind say who stands on which side: a visit has a visitor,
    the talks held during it have not.
    """
    one_way = one_way_kinds()
    visiting = support.counted(lambda t: cast.named(t.actors) if t.kind == kind else ())
    visited = support.counted(lambda t: cast.named(t.recipients) if t.kind == kind else ())
    did = support.counted(lambda telling: cast.named(telling.actors))
    bore = support.counted(lambda telling: cast.named(telling.recipients))
    unnamed = support.counted(lambda telling: telling.parties)
    sides = {
        id: (did[id], bore[id]) for id in {**did, **bore} if not _spoken_for(id, did + bore, cast)
    }
    most = max((a + b for a, b in sides.values()), default=0)
    kept = {id: side for id, side in sides.items() if sum(side) * _ONE_IN > most}
    order = sorted(kept, key=lambda id: (-sum(kept[id]), id))
    directed = kind in one_way and any(visiting[id] for id in order)
    acts = {
        id: visiting[id] >= visited[id]
        if visiting[id] or visited[id]
        else not directed and kept[id][0] >= kept[id][1]
        for id in order
    }
    at_home = {id for id in order if place is not None and cast.is_at_home(id, place)}
    if kind in one_way and any(acts[id] and id not in at_home for id in order):
        acts |= dict.fromkeys(at_home, False)
    actors = tuple(id for id in order if acts[id])
    recipients = tuple(id for id in order if not acts[id])
    if not order:
        nameless = sorted(unnamed, key=lambda id: (-unnamed[id], id))
        actors = tuple(nameless[:1])
    return actors, recipients


def _spoken_for(id: str, named: Counter[str], cast: Cast) -> bool:
    """Whether a country stands beside somebody who acts for it, and is named no more often."""
    if cast.acts_for(id) is None or cast.is_person(id):
        return False
    return any(
        cast.is_person(other)
        and cast.acts_for(other) == cast.acts_for(id)
        and named[other] >= named[id]
        for other in named
    )


def _status(told: Sequence[Telling], reports: Mapping[str, Report], support: _Support) -> Status:
    """What became of it: it happened where somebody says so whose day can be the day."""
    ahead = [telling for telling in told if telling.status is Status.PLANNED]
    timed = [telling for telling in ahead if telling.day.latest is not None] or ahead
    due = _agreed([ordinals(telling.day) for telling in timed], support, timed)
    done = [
        telling
        for telling in told
        if telling.status is Status.HAPPENED and ordinals(telling.day)[1] >= due[0]
    ]
    to_come = [t for t in told if t.status in TO_COME or t.status is Status.CANCELLED]
    if len(done) <= len(to_come) and all(_has_no_tense(t, due, reports) for t in done):
        done = []
    denied = [telling for telling in told if telling.status is Status.DENIED]
    if done and len(done) >= len(denied):
        return Status.HAPPENED
    open_ = [t for t in told if t.status is not Status.HAPPENED] or list(told)
    strongest = max(open_, key=lambda t: (_age(t, reports)[0], _FINAL.get(t.status, 0), t.key))
    return strongest.status


def _has_no_tense(telling: Telling, due: Days, reports: Mapping[str, Report]) -> bool:
    """Whether it only names the thing by a noun, before its time is over.

    Where nobody says when it is to be, a noun on the day of its story says no more.
    """
    if not has_no_tense(telling.type, stem_of(telling.cue)):
        return False
    if telling.day.earliest is not None:
        return due[1] == LAST and telling.day.day == reports[telling.key.story].published.day
    return ordinals(telling.day)[1] <= due[1]


#: Of what is told on one day, what says most of the end.
_FINAL = {Status.CANCELLED: 5, Status.POSTPONED: 4, Status.FAILED: 3, Status.PLANNED: 2}


def _day(told: Sequence[Telling], status: Status, support: _Support) -> Days:
    """The days that all can mean; where they differ, those that most accounts can mean.

    Those who tell that it happened are heard before those who announce it.
    """
    fitting = [t for t in told if t.status is status] or list(told)
    if status not in {Status.HAPPENED, Status.FAILED, Status.DENIED}:
        fitting = [told[-1]] if told[-1].status is status else fitting[-1:] + fitting[:-1]
    days = _agreed([ordinals(t.day) for t in fitting], support, fitting)
    for telling in told:
        days = _both(days, ordinals(telling.day)) or days
    return days


def _agreed(windows: Sequence[Days], support: _Support, told: Sequence[Telling]) -> Days:
    common = _meet(windows)
    if common is not None:
        return common
    keys = {telling.key for telling in told}
    counts = support.counted(lambda t: (ordinals(t.day),) if t.key in keys else ())
    order = sorted(counts, key=lambda days: (-counts[days], days[1] - days[0], days))
    found = order[0]
    for days in order[1:]:
        found = _both(found, days) or found
    return found


def _meet(windows: Iterable[Days]) -> Days | None:
    found: Days | None = (FIRST, LAST)
    for days in windows:
        found = None if found is None else _both(found, days)
    return found


def _both(first: Days, second: Days) -> Days | None:
    low, high = max(first[0], second[0]), min(first[1], second[1])
    return (low, high) if low <= high else None


def _values(told: Sequence[Telling]) -> Iterator[SlotValue]:
    """All values of all slots with the tellings that give them, in the order of the slots."""
    for slot, values in _SLOTS.items():
        given: dict[str, list[TellingKey]] = {}
        for telling in told:
            for value in dict.fromkeys(values(telling)):
                given.setdefault(value, []).append(telling.key)
        for value, keys in given.items():
            yield SlotValue(slot, value, tuple(keys))


def _written(days: Window) -> tuple[str, ...]:
    if days.earliest is None and days.latest is None:
        return ()
    if days.day is not None:
        return (days.day.isoformat(),)
    first = ".." if days.earliest is None else days.earliest.isoformat()
    last = ".." if days.latest is None else days.latest.isoformat()
    return (f"{first}/{last}",)


def _figure(figure: Figure) -> str:
    low = "" if figure.low is None else str(figure.low)
    high = "" if figure.high is None else str(figure.high)
    number = low if low == high else f"{low}..{high}"
    return " ".join(part for part in (number, figure.unit, figure.of) if part)


_SLOTS: dict[Slot, Callable[[Telling], Iterable[str]]] = {
    Slot.DAY: lambda t: _written(t.day),
    Slot.PLACE: lambda t: (t.place,) if t.place else (),
    Slot.ACTORS: lambda t: t.actors,
    Slot.RECIPIENTS: lambda t: t.recipients,
    Slot.STATUS: lambda t: (t.status.value,),
    Slot.FIGURES: lambda t: map(_figure, t.figures),
    Slot.WORDING: lambda t: (t.cue,),
}
