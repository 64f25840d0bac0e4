"""Undated stories given the day, or the window, that their neighbours make likely."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import exp, log

from waqai.knowledge import load
from waqai.model.annotated import DatedStory
from waqai.model.chronicle import Brief, Report, Window
from waqai.model.names import Entity
from waqai.model.page import Page
from waqai.model.publication import Publication
from waqai.resolve.domains import ERA
from waqai.resolve.evidence import FIRM, Evidence
from waqai.resolve.neighbours.spoken import spoken
from waqai.resolve.neighbours.things import Things
from waqai.resolve.neighbours.topics import Topics
from waqai.resolve.neighbours.voices import Voice, around, said, strength
from waqai.resolve.publication import domain_of, evidence_of, publication, weigh
from waqai.resolve.redating import redate
from waqai.resolve.reports import brief_of, named

#: Gives a story again, with its page: an undated one is read anew for each day it may be of.
Reread = Callable[[str], tuple[Page, DatedStory]]

#: How far beyond the days of the dated stories an undated one is looked for.
_MARGIN = timedelta(days=45)
#: A second look lets stories that have just been dated help the others.
_ROUNDS = 2
#: What a like story published some days off says: how much less than one of the day itself.
_REACH = (1.0, 0.5, 0.2, 0.1)
_COPY_REACH = (1.0, 0.85)
_HUNDREDTHS = 100.0


def settle(
    briefs: Mapping[str, Brief],
    ids: Mapping[str, Sequence[str]],
    account: Mapping[str, str],
    entities: Mapping[str, Entity],
    reread: Reread,
) -> dict[str, Brief]:
    """The undated stories whose window their neighbours narrow, read for that window.

    `ids` are the chronicle's ids of each story's entities, `account` the text that each goes back
    to. The stories that have a day keep it. The answer does not depend on any order.
    """
    settled: dict[str, Brief] = {}
    undated = sorted(id for id, brief in briefs.items() if _day(brief) is None)
    for _ in range(_ROUNDS):
        known = {**briefs, **settled}
        dated = [
            named(known[id].report, ids[id], account[id])
            for id in sorted(known)
            if _day(known[id]) is not None
        ]
        if not dated:
            break
        neighbours = _Neighbours(dated, known, entities)
        found: dict[str, Brief] = {}
        for id in undated:
            if _day(known[id]) is None:
                page, story = reread(id)
                report = named(briefs[id].report, ids[id], account[id])
                window = neighbours.settled(page, story, report, briefs[id].topic)
                if window is not None:
                    again = redate(story, window)
                    found[id] = brief_of(id, page, again, briefs[id].signature, briefs[id].topic)
        settled |= found
        if not any(_day(brief) for brief in found.values()):
            break
    return settled


def _day(brief: Brief) -> date | None:
    return brief.report.published.day


class _Neighbours:
    """The dated stories: what they tell, what they are about, whose copies they are."""

    def __init__(
        self, dated: Sequence[Report], briefs: Mapping[str, Brief], entities: Mapping[str, Entity]
    ) -> None:
        self._things = Things(dated, entities)
        self._topics = Topics({report.id: briefs[report.id].topic for report in dated})
        self._pages = {report.id: report.page for report in dated}
        self._published = {report.id: d for report in dated if (d := report.published.day)}
        self._copies: defaultdict[str, list[str]] = defaultdict(list)
        for report in dated:
            self._copies[report.account].append(report.id)
        first, last = min(self._published.values()), max(self._published.values())
        self._days = ERA.window(first - _MARGIN, last + _MARGIN)

    def settled(
        self, page: Page, story: DatedStory, report: Report, topic: bytes
    ) -> Publication | None:
        """The window of an undated story, None where its neighbours add nothing."""
        before = report.published
        own = [one for one in evidence_of(story.annotated, page) if one.weight >= FIRM]
        domain = domain_of(weigh(own, ERA)) & ERA.window(before.earliest, before.latest)
        days = ERA.listed(domain & self._days)
        if not days:
            return None
        others = [
            *self._of_copies(report.account),
            *self._of_topic(topic),
            *self._things.voices(page, story, report.tellings, days),
        ]
        if not others:
            return None
        window, likely, heard = _weigh([*others, *spoken(story.annotated, page, days)], days)
        if window == Window(before.earliest, before.latest):
            return None
        evidence = [*own, *heard]
        why = publication(weigh(evidence, ERA), evidence, ERA).why
        return Publication(window.earliest, window.latest, why, likely)

    def _of_copies(self, account: str) -> list[Voice]:
        """Near-copies of a text are published on one day, or on days that follow each other."""
        return [
            Voice(
                {d: strength("copy") * share for d, share in around(day, _COPY_REACH)},
                said("copy", (day,), (id,), self._pages, Window(day, day)),
            )
            for id in sorted(self._copies.get(account, ()))[:1]
            for day in (self._published[id],)
        ]

    def _of_topic(self, topic: bytes) -> list[Voice]:
        """Stories on one matter are published around one day."""
        near = self._topics.nearest(topic)
        weight: defaultdict[date, float] = defaultdict(float)
        week: defaultdict[date, float] = defaultdict(float)
        for like, id in near:
            for day, share in around(self._published[id], _REACH):
                weight[day] += share * like * like
            for day, _ in around(self._published[id], (1.0,) * 8):
                week[day] += like * like
        if not weight:
            return []
        support = {
            day: strength("topic") * _log(weight[day], 0.02)
            + strength("topic_week") * _log(week[day], 0.05)
            for day in week
        }
        best = max(weight, key=lambda day: (weight[day], -day.toordinal()))
        close = [id for _, id in near if abs((self._published[id] - best).days) <= 1]
        words = said("topic", (best,), close, self._pages, Window(best, best))
        return [Voice(support, words)]


def _log(weight: float, floor: float) -> float:
    """The logarithm of a weight above that of none at all."""
    return log((floor + weight) / floor)


def _weigh(
    voices: Sequence[Voice], days: Sequence[date]
) -> tuple[Window, date | None, list[Evidence]]:
    """The days that have most of the weight, and the voices that spoke for the likeliest."""
    table = load("dating")["neighbours"]
    total = {day: sum(voice.support.get(day, 0.0) for voice in voices) for day in days}
    most = max(total.values())
    odds = {day: exp((total[day] - most) / _HUNDREDTHS) for day in days}
    whole = sum(odds.values())
    order = sorted(days, key=lambda day: (-odds[day], day))
    held: list[date] = []
    mass = 0.0
    for day in order:
        held.append(day)
        mass += odds[day] / whole
        if mass * _HUNDREDTHS >= table["sure"]:
            break
    best = order[0]
    heard = [voice.said for voice in voices if voice.support.get(best, 0.0) > 0]
    window = Window(min(held), max(held))
    return window, None if window.day else best, heard
