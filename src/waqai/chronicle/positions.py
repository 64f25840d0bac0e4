"""Positions: what actors are on record as holding, from what they say and what they do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from waqai.chronicle.stances import done, said
from waqai.model.chronicle import (
    Position,
    Report,
    Stance,
    Telling,
    TellingKey,
    Window,
)
from waqai.model.events import Status
from waqai.model.names import Entity, EntityKind

_PRESS = "MED"
#: Code points behind an event's span within which what is said with its verb begins.
_NEAR = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """One saying or event that shows a stance of an actor."""

    actor: str
    issue: str
    stance: Stance
    day: Window
    key: TellingKey
    by_event: bool

    @property
    def matter(self) -> tuple[str, str]:
        """Whose stance on what: the actor and the issue."""
        return (self.actor, self.issue)


def positions(
    reports: Iterable[Report], entities: Mapping[str, Entity] | None = None
) -> tuple[Position, ...]:
    """The positions that `reports` show, sorted by actor, issue and day.

    One actor's same stance on one issue is one position, from the first day to the last; when it
    changes a new one begins, and the old stance taken again is a third. What somebody says that
    others hold is nobody's position. With `entities`, places and those through whom news comes hold
    none: one who is read as doing so is another whom the sentence names elsewhere.
    """
    return held(one for report in reports for one in shown(report, entities))


def shown(report: Report, entities: Mapping[str, Entity] | None = None) -> Iterator[Shown]:
    """What a story shows of the stances of those who may hold one."""
    return (one for one in _shown(report) if _may_hold(one.actor, entities))


def held(every: Iterable[Shown]) -> tuple[Position, ...]:
    """The positions of which `every` sign is given, sorted by actor, issue and day."""
    found: list[Position] = []
    for (actor, issue), some in groupby(sorted(every, key=_order), key=lambda one: one.matter):
        found += _held(actor, issue, list(some))
    return tuple(found)


def _may_hold(actor: str, entities: Mapping[str, Entity] | None) -> bool:
    entity = None if entities is None else entities.get(actor)
    return entity is None or (entity.kind is not EntityKind.PLACE and entity.sector != _PRESS)


def _shown(report: Report) -> Iterator[Shown]:
    published = Window(report.published.earliest, report.published.latest)
    for saying in report.sayings:
        if saying.speaker is not None:
            for issue, stance in said(saying.words, saying.verb):
                day = saying.day if saying.day != Window() else published
                yield Shown(saying.speaker, issue, stance, day, saying.key, by_event=False)
    for telling in report.tellings:
        if telling.words and telling.status is Status.HAPPENED:
            day = telling.day if telling.day != Window() else published
            for actor in _holders(telling, report):
                for issue, stance in done(telling.words, telling.cue, telling.kind):
                    yield Shown(actor, issue, stance, day, telling.key, by_event=True)


def _holders(telling: Telling, report: Report) -> tuple[str, ...]:
    """Who holds what the event shows: its actors, unless somebody else says that they do.

    Where the same verb is a statement too, its speaker must be among them.
    """
    if telling.told_by is not None and telling.told_by not in telling.actors:
        return ()
    start, end = telling.span
    for saying in report.sayings:
        same = saying.verb == telling.cue and start <= saying.span[0] <= end + _NEAR
        if same and saying.speaker not in telling.actors:
            return ()
    return telling.actors


def _order(one: Shown) -> tuple[str, str, date, str, TellingKey, bool]:
    return (one.actor, one.issue, _day(one.day), one.stance.value, one.key, one.by_event)


def _day(window: Window) -> date:
    """The day by which a stance is put in order; without one it comes last."""
    return window.earliest or window.latest or date.max


def _held(actor: str, issue: str, shown: list[Shown]) -> Iterator[Position]:
    """The positions of one actor on one issue, in their order."""
    dated = [one for one in shown if one.day != Window()]
    undated = [one for one in shown if one.day == Window()]
    runs = [list(run) for _, run in groupby(dated, key=lambda one: one.stance)]
    for one in undated:  # when it was said is not known: it tells of no change
        home = next((run for run in runs if run[0].stance is one.stance), None)
        if home is None:
            runs.append([one])
        else:
            home.append(one)
    for run in runs:
        yield Position(
            actor,
            issue,
            run[0].stance,
            _span(one.day for one in run if one.day != Window()),
            tuple(sorted({one.key for one in run if not one.by_event})),
            tuple(sorted({one.key for one in run if one.by_event})),
        )


def _span(days: Iterable[Window]) -> Window:
    """From the first day to the last; a side that is open in all of them stays open."""
    windows = list(days)
    firsts = [day for w in windows if (day := w.earliest or w.latest) is not None]
    lasts = [day for w in windows if (day := w.latest or w.earliest) is not None]
    return Window(min(firsts, default=None), max(lasts, default=None))
