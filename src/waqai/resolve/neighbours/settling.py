"""Undated stories given the day, or the window, that their neighbours make likely."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import exp, log

from waqai.knowledge import load
from waqai.model.annotated import DatedStory
from waqai.model.chronicle import Brief, Report, Window
from waqai.model.names import Entity
from waqai.model.page import Page
from waqai.model.publication import Publication
from waqai.resolve.copies import contained
from waqai.resolve.domains import ERA
from waqai.resolve.evidence import FIRM, Evidence
from waqai.resolve.neighbours.spoken import spoken
from waqai.resolve.neighbours.things import Things
from waqai.resolve.neighbours.topics import Topics
from waqai.resolve.neighbours.voices import Voice, around, said
from waqai.resolve.publication import domain_of, evidence_of, publication, weigh
from waqai.resolve.redating import redate
from waqai.resolve.reports import brief_of, named

#: Gives a story again, with its page: an undated one is read anew for each day it may be of.
Reread = Callable[[str], tuple[Page, DatedStory]]

#: How far beyond the days of the dated stories an undated one is looked for.
_MARGIN = timedelta(days=45)
#: A second look lets stories that have just been dated help the others.
_ROUNDS = 2
_HUNDREDTHS = 100
_DAY = timedelta(days=1)
#: How far a like story reaches: its day and those about it, the week on either side.
_ABOUT, _WEEK = (1.0, 0.5, 0.2, 0.1), (1.0,) * 8
#: How many of the likest stories are asked, and how few the closest are.
_LIKE, _CLOSEST = 15, 5
#: The weight of likeness that counts for little: that of a story that is like by chance.
_FAINT = 0.02
#: From this share of its words on a near-copy is the whole text again, not an update of it.
_WHOLE = 0.9


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
                window = neighbours.settled(page, story, report, briefs[id])
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
        self._reports = {report.id: report for report in dated}
        self._signatures = {report.id: briefs[report.id].signature for report in dated}
        self._pages = {report.id: report.page for report in dated}
        self._published = {report.id: d for report in dated if (d := report.published.day)}
        self._copies: defaultdict[str, list[str]] = defaultdict(list)
        for report in dated:
            self._copies[report.account].append(report.id)
        first, last = min(self._published.values()), max(self._published.values())
        self._days = ERA.window(first - _MARGIN, last + _MARGIN)
        self._news = self._of_news()

    def settled(
        self, page: Page, story: DatedStory, report: Report, brief: Brief
    ) -> Publication | None:
        """The window of an undated story, None where its neighbours add nothing."""
        before = report.published
        own = [one for one in evidence_of(story.annotated, page) if one.weight >= FIRM]
        domain = domain_of(weigh(own, ERA)) & ERA.window(before.earliest, before.latest)
        days = ERA.listed(domain & self._days)
        if not days:
            return None
        others = [
            *self._of_copies(report.account, brief.signature),
            *self._of_topic(report, brief.topic),
            *self._things.voices(page, story, report.tellings, days),
        ]
        if not others:
            return None
        voices = [*others, *spoken(story.annotated, page, days), *self._news]
        window, likely, heard = likeliest(voices, days)
        if window == Window(before.earliest, before.latest):
            return None
        evidence = [*own, *heard]
        why = publication(weigh(evidence, ERA), evidence, ERA).why
        return Publication(window.earliest, window.latest, why, likely)

    def _of_copies(self, account: str, signature: bytes) -> list[Voice]:
        """Near-copies of a text are published on one day, or on days that follow each other."""
        ids = sorted(self._copies.get(account, ()))
        if not ids:
            return []
        shared = {id: contained(signature, self._signatures[id]) for id in ids}
        id = min(ids, key=lambda id: (-shared[id], id))
        day = self._published[id]
        words = said("copy", (day,), (id,), self._pages, Window(day, day))
        if shared[id] >= _WHOLE:
            return [Voice({"copy.0": {day: 1.0}}, words)]
        return [Voice({"update.0": {day - _DAY: 1.0, day: 1.0, day + _DAY: 1.0}}, words)]

    def _of_topic(self, report: Report, topic: bytes) -> list[Voice]:
        """Stories on one matter are published around one day."""
        near = self._alike(report.account, topic)
        if not near:
            return []
        elsewhere = [
            (like, id)
            for like, id in near
            if report.outlet is not None and self._reports[id].outlet not in (None, report.outlet)
        ]
        traits = {
            "closest.0": self._published_about(near[:_CLOSEST], _ABOUT),
            "closest.1": self._published_about(near[:_CLOSEST], _WEEK),
            "alike.0": self._published_about(near, _ABOUT),
            "alike.1": self._published_about(near, _WEEK),
            "elsewhere.0": self._published_about(elsewhere, _ABOUT),
        }
        about = traits["alike.0"]
        best = max(about, key=lambda day: (about[day], -day.toordinal()))
        close = [id for _, id in near if abs((self._published[id] - best).days) <= 1]
        words = said("topic", (best,), close, self._pages, Window(best, best))
        return [Voice(traits, words)]

    def _alike(self, account: str, topic: bytes) -> list[tuple[float, str]]:
        """The stories most like one, of copies of one text the likest, and how like they are.

        Where the stories are too few to tell, a copy is still like.
        """
        if not self._topics.enough:
            return [(1.0, id) for id in sorted(self._copies.get(account, ()))[:1]]
        found: dict[str, tuple[float, str]] = {}
        for like, id in self._topics.nearest(topic):
            found.setdefault(self._reports[id].account, (like, id))
        return list(found.values())[:_LIKE]

    def _published_about(
        self, near: Sequence[tuple[float, str]], reach: Sequence[float]
    ) -> dict[date, float]:
        """How much of what is like a story is published within `reach` of each day."""
        weight: defaultdict[date, float] = defaultdict(float)
        for like, id in near:
            for day, share in around(self._published[id], reach):
                weight[day] += share * like * like
        return {day: log((_FAINT + some) / _FAINT) for day, some in weight.items()}

    def _of_news(self) -> list[Voice]:
        """Of a day of which more stories are known, one more is likelier."""
        if not self._topics.enough:
            return []
        count = Counter(self._published.values())
        days = ERA.listed(self._days)
        usual = len(self._published) / ((max(count) - min(count)).days + 1)
        return [Voice({"news.0": {day: log((count[day] + 1) / (usual + 1)) for day in days}})]


def likeliest(
    voices: Sequence[Voice], days: Sequence[date]
) -> tuple[Window, date | None, list[Evidence]]:
    """The days that have most of the weight, and what speaks for the likeliest.

    One day, where it is `certain`; else the window of those that are `sure` together, and the
    likeliest of them.
    """
    table = load("dating")["neighbours"]
    heard = [(voice, voice.support()) for voice in voices]
    total = {day: sum(support.get(day, 0.0) for _, support in heard) for day in days}
    most = max(total.values())
    odds = {day: exp(total[day] - most) for day in days}
    whole = sum(odds.values())
    order = sorted(days, key=lambda day: (-odds[day], day))
    best = order[0]
    reasons = [voice.said for voice, gives in heard if voice.said and gives.get(best, 0.0) > 0]
    if odds[best] / whole * _HUNDREDTHS >= table["certain"]:
        return Window(best, best), None, reasons
    held: list[date] = []
    mass = 0.0
    for day in order:
        held.append(day)
        mass += odds[day] / whole
        if mass * _HUNDREDTHS >= table["sure"] and len(held) > 1:
            break
    return Window(min(held), max(held)), best, reasons
