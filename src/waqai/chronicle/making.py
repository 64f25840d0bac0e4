"""Stages 5 and 6 in their order: from the briefs of all stories to what they say together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from waqai.chronicle.announcements import announcements
from waqai.chronicle.conflicts import conflicts
from waqai.chronicle.headlines import headline
from waqai.chronicle.positions import positions
from waqai.model.annotated import DatedStory
from waqai.model.chronicle import Brief, Findings, Judgement, Report
from waqai.model.page import Page
from waqai.model.publication import Publication
from waqai.resolve.copies import accounts
from waqai.resolve.entities import Registry, unify
from waqai.resolve.happenings import find_happenings
from waqai.resolve.neighbours import settle
from waqai.resolve.reports import named

#: Gives a story again, with its page: what is undated is read anew for each day it may be of.
Reread = Callable[[str], tuple[Page, DatedStory]]


def make(briefs: Iterable[Brief], reread: Reread, judgements: Iterable[Judgement] = ()) -> Findings:
    """What the stories say together. The answer does not depend on the order of `briefs`."""
    judged = tuple(sorted(judgements))
    known = {brief.report.id: brief for brief in briefs}
    known = {id: known[id] for id in sorted(known)}
    account = accounts({id: brief.signature for id, brief in known.items()})
    registry = _registry(known, judged)
    settled: dict[str, Publication] = {}
    if any(brief.report.published.day is None for brief in known.values()):
        ids = {id: _named(brief, registry) for id, brief in known.items()}
        redated = settle(known, ids, account, registry.entities, reread)
        settled = {id: brief.report.published for id, brief in redated.items()}
        known |= redated
        registry = _registry(known, judged)
    reports = _reports(known, registry, account)
    happenings = tuple(
        replace(one, headline_ar=ar, headline_en=en)
        for one in find_happenings(reports, registry.entities, judged)
        for ar, en in (headline(one, registry.entities),)
    )
    tellings = {telling.key: telling for report in reports for telling in report.tellings}
    by_id = {report.id: report for report in reports}
    return Findings(
        entities=tuple(registry.entities[id] for id in sorted(registry.entities)),
        reports=reports,
        named={id: _named(brief, registry) for id, brief in known.items()},
        settled=settled,
        happenings=happenings,
        announcements=announcements(happenings, tellings, by_id),
        positions=positions(reports, registry.entities),
        conflicts=conflicts(happenings, tellings, by_id, registry.entities),
    )


def _registry(briefs: Mapping[str, Brief], judged: tuple[Judgement, ...]) -> Registry:
    return unify(((id, brief.entities) for id, brief in briefs.items()), judged)


def _reports(
    briefs: Mapping[str, Brief], registry: Registry, account: Mapping[str, str]
) -> tuple[Report, ...]:
    return tuple(
        named(brief.report, _named(brief, registry), account[id]) for id, brief in briefs.items()
    )


def _named(brief: Brief, registry: Registry) -> tuple[str, ...]:
    return tuple(registry.of(brief.report.id, at) for at in range(len(brief.entities)))
