"""Stages 5 and 6 in their order: from the briefs of all stories to what they say together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from waqai.chronicle.announcements import announcements
from waqai.chronicle.conflicts import conflicts
from waqai.chronicle.headlines import headline
from waqai.chronicle.positions import positions
from waqai.model.chronicle import Brief, Findings, Judgement
from waqai.resolve.copies import accounts
from waqai.resolve.entities import Registry, unify
from waqai.resolve.happenings import find_happenings
from waqai.resolve.neighbours import Reread, settle
from waqai.resolve.reports import named


def make(briefs: Iterable[Brief], reread: Reread, judgements: Iterable[Judgement] = ()) -> Findings:
    """What the stories say together. The answer does not depend on the order of `briefs`."""
    judged = tuple(sorted(judgements))
    known = {brief.report.id: brief for brief in briefs}
    known = {id: known[id] for id in sorted(known)}
    account = accounts({id: brief.signature for id, brief in known.items()})
    registry = _registry(known, judged)
    ids = _ids(known, registry)
    redated: dict[str, Brief] = {}
    if any(brief.report.published.day is None for brief in known.values()):
        redated = settle(known, ids, account, registry.entities, reread)
    if redated:  # who held a role goes by the day
        known |= redated
        registry = _registry(known, judged)
        ids = _ids(known, registry)
    reports = tuple(named(brief.report, ids[id], account[id]) for id, brief in known.items())
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
        named=ids,
        settled={id: brief.report.published for id, brief in redated.items()},
        happenings=happenings,
        announcements=announcements(happenings, tellings, by_id),
        positions=positions(reports, registry.entities),
        conflicts=conflicts(happenings, tellings, by_id, registry.entities),
    )


def _registry(briefs: Mapping[str, Brief], judged: tuple[Judgement, ...]) -> Registry:
    return unify(((id, brief.entities) for id, brief in briefs.items()), judged)


def _ids(briefs: Mapping[str, Brief], registry: Registry) -> dict[str, tuple[str, ...]]:
    """The chronicle's ids of each story's entities, in their order."""
    return {
        id: tuple(registry.of(id, at) for at in range(len(brief.entities)))
        for id, brief in briefs.items()
    }
