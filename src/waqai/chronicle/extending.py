"""Stages 5 and 6 for pages that come later: only what they bear on is made anew.

Each step looks up whom a change can reach: copies share parts of their signatures, entities the
keys that stories tell and ask, happenings a chain of tellings that are like each other, positions
an actor and an issue. What is out of reach stays as it is, so that the findings are those of a
chronicle made at once of all pages.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from waqai.chronicle.announcements import announcements
from waqai.chronicle.conflicts import conflicts
from waqai.chronicle.making import ground, headed
from waqai.chronicle.positions import Shown, held, shown
from waqai.chronicle.regrouping import Regrouped, regroup
from waqai.chronicle.renaming import Renamed, rename
from waqai.chronicle.shelf import Shelf
from waqai.model.chronicle import Brief, Judgement, Report, TellingKey
from waqai.model.findings import Findings
from waqai.model.names import Entity
from waqai.resolve.copies import accounts, bands
from waqai.resolve.happenings import Cast, happening, judged_tellings
from waqai.resolve.reports import named


@dataclass(frozen=True, slots=True)
class Extension:
    """What changes in a chronicle: findings, and of which ids they are all there is now.

    An id among `entities`, `stories`, `happenings`, `positions` or `conflicts` that `findings` do
    not hold is no more. Of the ground, all that is of the stories `stories_anew` and of `nodes` is
    given.
    """

    findings: Findings
    entities: Set[str]
    stories: Set[str]
    happenings: Set[str]
    positions: Set[str]
    conflicts: Set[str]
    stories_anew: Set[str]
    nodes: Set[TellingKey]


def extend(
    shelf: Shelf, new: Set[str], gone: Set[str], judgements: Iterable[Judgement] = ()
) -> Extension:
    """What the `new` stories change, and the leaving of those `gone`; all have a day.

    `judgements` are people's, all that stand now.
    """
    judged = tuple(sorted(judgements))
    arrived = shelf.briefs(new)
    moved = _accounts(shelf, arrived, gone)
    renamed = rename(shelf, arrived, gone, judged)
    people = _People(shelf, renamed.entities)
    stories = _Stories(shelf, moved, renamed)
    recast = shelf.naming(renamed.recast) - gone if renamed.recast else set()
    retold = shelf.accounts({key.story for key in _judged_otherwise(shelf, judged)}).keys() - gone
    touched = stories.reports({*arrived, *moved, *renamed.ids} | recast | retold)
    regrouped = regroup(shelf, touched.values(), gone, judged, people.cast, people.meet)
    groups, happenings = _remade(shelf, regrouped, {*touched}, renamed.refaced)
    reports = stories.reports({key.story for keys in groups for key in keys})
    people.meet(_mentioned(reports.values()))
    tellings = {one.key: one for report in reports.values() for one in report.tellings}
    found = (happening(keys, tellings, reports, people.cast) for keys in groups)
    told = headed(sorted(found, key=lambda one: one.id), people.known)
    signs, positions = _signs(shelf, stories, people, touched, gone)
    every = {**reports, **touched}
    return Extension(
        Findings(
            entities=tuple(renamed.entities[id] for id in sorted(renamed.entities)),
            reports=tuple(every[id] for id in sorted(every)),
            named={id: stories.ids[id] for id in sorted(every)},
            settled={},
            happenings=told,
            announcements=announcements(told, tellings, reports),
            positions=held(signs),
            conflicts=conflicts(told, tellings, reports, people.known),
            ground=ground(
                regrouped.laid,
                regrouped.nodes,
                regrouped.likes,
                people.cast,
                renamed.judged,
                judged,
            ),
        ),
        entities=renamed.affected,
        stories=every.keys() | gone,
        happenings=happenings,
        positions=positions,
        conflicts=shelf.disputing(happenings),
        stories_anew=touched.keys() | gone,
        nodes=regrouped.stale,
    )


def _judged_otherwise(shelf: Shelf, judgements: Iterable[Judgement]) -> frozenset[TellingKey]:
    """The tellings of judgements that are new, and of those that were withdrawn."""
    return judged_tellings({*judgements} ^ {*shelf.judgements})


def _accounts(shelf: Shelf, new: Mapping[str, Brief], gone: Set[str]) -> dict[str, str]:
    """The accounts of the stories `new`, and of those that go back to another text now."""
    near = shelf.in_bands({band for brief in new.values() for band in bands(brief.signature)})
    texts = {*shelf.accounts(near - {*new} | gone).values()}
    before = {id: of for id, of in shelf.of_accounts(texts).items() if id not in gone}
    briefs = {**shelf.briefs({*before}), **new}
    found = accounts({id: brief.signature for id, brief in briefs.items()})
    return {id: of for id, of in found.items() if before.get(id) != of}


class _People:
    """The entities met so far: those made anew, the others as they were found last."""

    def __init__(self, shelf: Shelf, anew: Mapping[str, Entity]) -> None:
        self._shelf = shelf
        self.known = dict(anew)
        self.cast = Cast(self.known)

    def meet(self, ids: Iterable[str]) -> None:
        """Make these known to the cast."""
        strangers = {*ids} - self.known.keys()
        if strangers:
            self.known |= self._shelf.entities(strangers)


class _Stories:
    """Stories as reports, with who and what they are known to name and tell now."""

    def __init__(self, shelf: Shelf, accounts: Mapping[str, str], renamed: Renamed) -> None:
        self._shelf = shelf
        self._accounts = dict(accounts)
        self.ids = dict(renamed.ids)
        self._reports: dict[str, Report] = {}

    def reports(self, stories: Set[str]) -> dict[str, Report]:
        """The reports of `stories`, by their ids in order."""
        missing = stories - self._reports.keys()
        self.ids |= self._shelf.ids(missing - self.ids.keys())
        self._accounts |= self._shelf.accounts(missing - self._accounts.keys())
        for id, brief in self._shelf.briefs(missing).items():
            self._reports[id] = named(brief.report, self.ids[id], self._accounts[id])
        return {id: self._reports[id] for id in sorted(stories)}


def _remade(
    shelf: Shelf, regrouped: Regrouped, touched: Set[str], refaced: Set[str]
) -> tuple[list[Collection[TellingKey]], set[str]]:
    """The groups whose happenings are to be made, and the ids of those in whose place they come.

    A happening stays as it is when the same tellings tell it, none of them is of a story that was
    `touched`, and none of those in it reads otherwise.
    """
    showing = shelf.showing(refaced) if refaced else set()
    groups = {frozenset(group) for group in regrouped.groups}
    before = shelf.telling(regrouped.tellings)
    kept = {
        id
        for id, keys in before.items()
        if id not in showing
        and frozenset(keys) in groups
        and touched.isdisjoint(key.story for key in keys)
    }
    stay = {frozenset(before[id]) for id in kept}
    outside = shelf.tellings(showing - before.keys())
    remade: list[Collection[TellingKey]] = [one for one in regrouped.groups if {*one} not in stay]
    return [*remade, *outside.values()], (before.keys() - kept) | outside.keys()


def _signs(
    shelf: Shelf,
    stories: _Stories,
    people: _People,
    touched: Mapping[str, Report],
    gone: Set[str],
) -> tuple[list[Shown], Set[str]]:
    """All signs of stances on the matters that the change bears on; the positions known on them."""
    people.meet(_mentioned(touched.values()))
    signs = [one for report in touched.values() for one in shown(report, people.known)]
    matters = {one.matter for one in signs} | shelf.matters(touched.keys() | gone)
    known = shelf.showing_stance(matters)
    elsewhere = {story for those in known.values() for story in those} - touched.keys() - gone
    others = stories.reports(elsewhere)
    people.meet(_mentioned(others.values()))
    for report in others.values():
        signs += [one for one in shown(report, people.known) if one.matter in matters]
    return signs, known.keys()


def _mentioned(reports: Iterable[Report]) -> Iterator[str]:
    """All entities that stories tell of, or have speak."""
    for report in reports:
        for telling in report.tellings:
            yield from (*telling.parties, *filter(None, (telling.place, telling.told_by)))
        for saying in report.sayings:
            yield from (*filter(None, (saying.speaker,)), *saying.via)
