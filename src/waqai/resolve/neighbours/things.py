"""The happenings that dated stories tell, and which of them an undated one tells too."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import log

from waqai.model.annotated import DatedStory
from waqai.model.chronicle import Happening, Report, Telling, Window
from waqai.model.ground import Node
from waqai.model.names import Entity
from waqai.model.page import Page
from waqai.model.publication import Publication
from waqai.resolve.event_days import solve_events
from waqai.resolve.evidence import Evidence
from waqai.resolve.happenings import find_happenings
from waqai.resolve.happenings.families import families, is_landmark
from waqai.resolve.happenings.likeness import Likeness
from waqai.resolve.happenings.nodes import FIRST, LAST, node_of, ordinals, window
from waqai.resolve.happenings.pairs import gap
from waqai.resolve.happenings.parties import Cast
from waqai.resolve.neighbours.voices import Voice, said
from waqai.resolve.reports import window_of
from waqai.resolve.timex import solve

#: What is known of a thing's day only within more than this says nothing.
_LONG = 31
#: From what likeness on, in tenths, a landmark is surely meant: both sides, the place and the day.
_SURELY = 70
#: Likenesses, in tenths, from which on a thing weighs otherwise.
_STEPS = (50, 70)


@dataclass(frozen=True, slots=True)
class _Thing:
    """A happening as something that an undated story may tell of too."""

    node: Node
    stories: tuple[str, ...]

    @property
    def days(self) -> int:
        return self.node.days[1] - self.node.days[0] + 1

    @property
    def window(self) -> Window:
        return window(self.node.days)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well an event, read for a day, is a happening that others tell."""

    like: int
    thing: _Thing

    @property
    def order(self) -> tuple[object, ...]:
        return (self.like, -self.thing.days, self.thing.node.keys)


class Things:
    """The happenings of dated stories, by kind and party."""

    def __init__(self, dated: Sequence[Report], entities: Mapping[str, Entity]) -> None:
        self._cast = Cast(entities)
        self._likeness = Likeness(self._cast)
        self._pages = {report.id: report.page for report in dated}
        self._things: defaultdict[tuple[str, str], list[_Thing]] = defaultdict(list)
        published = {report.id: report.published.day for report in dated}
        tellings = {telling.key: telling for report in dated for telling in report.tellings}
        for one in find_happenings(dated, entities):
            first = tellings[one.tellings[0]]
            thing = self._thing(one, first, _told(one, published))
            for key in self._keys(thing.node):
                self._things[key].append(thing)

    def _thing(self, one: Happening, first: Telling, told: tuple[int, int]) -> _Thing:
        node = node_of(first, told, self._cast)
        days = ordinals(one.day)
        whole = replace(
            node,
            kind=one.kind,
            status=one.status,
            actors=one.actors,
            recipients=one.recipients,
            place=one.place,
            days=days,
            near=node.near if node.loose and node.days == days else days,
            told=told,
            stories=frozenset(),
        )
        return _Thing(whole, tuple(sorted({key.story for key in one.tellings})))

    def voices(
        self, page: Page, story: DatedStory, tellings: Sequence[Telling], days: Sequence[date]
    ) -> list[Voice]:
        """For each thing that `story` tells, how well it fits those that others tell, by day."""
        fits: defaultdict[int, dict[date, _Fit]] = defaultdict(dict)
        events, found = story.annotated.events, story.annotated
        for day in days:
            published = Publication(day, day)
            read = solve_events(events, solve(found.times, published), published)
            for at, when in enumerate(read):
                telling = replace(tellings[at], day=window_of(when))
                fit = self._fit(node_of(telling, (day.toordinal(),) * 2, self._cast))
                if fit is not None:
                    fits[at][day] = fit
        heard = (self._voice(page, story, at, fit, days) for at, fit in sorted(fits.items()))
        return _once([one for one in heard if one is not None], len(days))

    def _fit(self, node: Node) -> _Fit | None:
        near = {id(thing): thing for key in self._keys(node) for thing in self._things[key]}
        fits = [
            _Fit(like, thing)
            for thing in near.values()
            if not gap(node.near, thing.node.near)
            and (like := self._likeness.of(node, thing.node)) is not None
        ]
        return max(fits, key=lambda fit: fit.order, default=None)

    def _voice(
        self,
        page: Page,
        story: DatedStory,
        at: int,
        fits: Mapping[date, _Fit],
        days: Sequence[date],
    ) -> "_Heard | None":
        event = story.annotated.events[at]
        close = {day: fit for day, fit in fits.items() if fit.thing.days <= _LONG}
        most = max(fit.like for fit in fits.values())
        fitting = [day for day in days if day in fits and fits[day].like >= most]
        if not close or len(fitting) * 2 > len(days) > 1:
            return None
        best = fits[fitting[0]]
        rule = "happening" if best.thing.days == 1 else "window"
        if best.thing.node.days[0] == FIRST or best.thing.node.days[1] == LAST:
            rule = "thing"
        words = said(rule, fitting, best.thing.stories, self._pages, best.thing.window)
        return _Heard(
            _row(best, event.time is not None),
            most,
            frozenset(day for day in fitting if day in close),
            frozenset(close),
            replace(
                words,
                weight=words.weight + most,
                text=page.text[event.start : event.end],
                start=event.start,
                end=event.end,
            ),
        )

    def _keys(self, node: Node) -> set[tuple[str, str]]:
        return {
            (family.name, party)
            for family in families(node.type, node.kind)
            for party in node.parties
        }


@dataclass(frozen=True, slots=True)
class _Heard:
    """What one event of the story says: the days on which it fits best, and on which at all.

    `row` names its weight, by row and place.
    """

    row: tuple[str, int]
    like: int
    best: frozenset[date]
    fitting: frozenset[date]
    said: Evidence


def _row(fit: _Fit, timed: bool) -> tuple[str, int]:
    """The row of weights and the place in it: by how a thing is known, and how like it is.

    A landmark that the story itself puts on a day, with both sides and the place, is worth most.
    """
    if timed and is_landmark(fit.thing.node.kind) and fit.like >= _SURELY:
        return "landmark", 1
    name = "thing" if fit.thing.days == 1 else "window"
    return f"dated_{name}" if timed else name, 1 + sum(fit.like >= step for step in _STEPS)


def _once(heard: Iterable[_Heard], days: int) -> list[Voice]:
    """Those that rest on the same stories as one: what is told twice is one thing.

    It speaks for the days on which all of them fit best; where there are none, for those of the
    likest.
    """
    alike: defaultdict[tuple[str, ...], list[_Heard]] = defaultdict(list)
    for one in sorted(heard, key=lambda one: (-one.like, one.said.label)):
        alike[one.said.stories].append(one)
    return [_together(same, days) for same in alike.values()]


def _together(same: Sequence[_Heard], days: int) -> Voice:
    """The fewer of the `days` fit, the more each of them is likely (the first place of a row)."""
    likest = same[0]
    best = frozenset.intersection(*(one.best for one in same)) or likest.best
    fitting = frozenset.intersection(*(one.fitting for one in same)) or likest.fitting
    few = log(max(1, days - len(best)) / max(1, len(best)))
    name, at = likest.row
    return Voice(
        {
            f"{name}.0": dict.fromkeys(sorted(best), few),
            f"{name}.{at}": dict.fromkeys(sorted(best), 1.0),
            "lesser.0": dict.fromkeys(sorted(fitting - best), 1.0),
        },
        likest.said,
    )


def _told(one: Happening, published: Mapping[str, date | None]) -> tuple[int, int]:
    days = [day.toordinal() for key in one.tellings if (day := published[key.story]) is not None]
    return (min(days), max(days))
