"""The happenings that dated stories tell, and which of them an undated one tells too."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from waqai.model.annotated import DatedStory
from waqai.model.chronicle import Happening, Report, Telling, Window
from waqai.model.ground import Node
from waqai.model.names import Entity
from waqai.model.page import Page
from waqai.model.publication import Publication
from waqai.resolve.event_days import solve_events
from waqai.resolve.happenings import find_happenings
from waqai.resolve.happenings.families import families, is_landmark
from waqai.resolve.happenings.likeness import Likeness
from waqai.resolve.happenings.nodes import FIRST, LAST, node_of, ordinals, window
from waqai.resolve.happenings.pairs import gap
from waqai.resolve.happenings.parties import Cast
from waqai.resolve.neighbours.voices import Voice, said, strength
from waqai.resolve.reports import window_of
from waqai.resolve.timex import solve

#: A happening that others date within so many days says when; else only about when.
_SHARP = 9
#: What is known of a thing's day only within more than this says nothing.
_LONG = 31
#: From what likeness on, in tenths, a landmark is meant: both sides and the place.
_SURELY = 60


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
        voices = (self._voice(page, story, at, fit, days) for at, fit in sorted(fits.items()))
        return _once([voice for voice in voices if voice is not None])

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
    ) -> Voice | None:
        event = story.annotated.events[at]
        timed = event.time is not None
        most = max(fit.like for fit in fits.values())
        support = {day: w for day, fit in fits.items() if (w := _weight(fit, timed))}
        fitting = [day for day in days if day in fits and fits[day].like >= most]
        if not support or len(fitting) * 2 > len(days) > 1:
            return None
        best = fits[fitting[0]]
        rule = "happening" if best.thing.days == 1 else "window"
        if best.thing.node.days[0] == FIRST or best.thing.node.days[1] == LAST:
            rule = "thing"
        words = said(rule, fitting, best.thing.stories, self._pages, best.thing.window)
        return Voice(
            support,
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


def _weight(fit: _Fit, timed: bool) -> float:
    """A landmark that the story itself puts on a day is worth most."""
    if fit.thing.days > _LONG:
        return 0.0
    if timed and is_landmark(fit.thing.node.kind) and fit.like >= _SURELY:
        return strength("landmark") * fit.like
    return strength("sharp" if timed and fit.thing.days <= _SHARP else "loose") * fit.like


def _once(voices: Iterable[Voice]) -> list[Voice]:
    """Voices that rest on the same stories as one: what is told twice is one thing.

    It speaks for the days on which all of its tellings fit, else for those on which most do.
    """
    alike: defaultdict[tuple[str, ...], list[Voice]] = defaultdict(list)
    for voice in sorted(voices, key=lambda v: (-max(v.support.values()), v.said.label)):
        alike[voice.said.stories].append(voice)
    return [Voice(_together(same), same[0].said) for same in alike.values()]


def _together(voices: Sequence[Voice]) -> dict[date, float]:
    days = sorted({day for voice in voices for day in voice.support})
    said = {day: [voice.support.get(day, 0.0) for voice in voices] for day in days}
    all_fit = {day: min(given) for day, given in said.items() if min(given) > 0}
    return all_fit or {day: sum(given) / len(given) for day, given in said.items()}


def _told(one: Happening, published: Mapping[str, date | None]) -> tuple[int, int]:
    days = [day.toordinal() for key in one.tellings if (day := published[key.story]) is not None]
    return (min(days), max(days))
