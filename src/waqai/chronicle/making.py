"""Stages 5 and 6 in their order: from the briefs of all stories to what they say together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from waqai.chronicle.announcements import announcements
from waqai.chronicle.conflicts import conflicts
from waqai.chronicle.headlines import headline
from waqai.chronicle.positions import positions
from waqai.model.chronicle import Brief, Happening, Judgement
from waqai.model.findings import Findings
from waqai.model.ground import Ground, Laid, Like, Node
from waqai.model.names import Entity
from waqai.resolve.copies import accounts
from waqai.resolve.entities import Registry, unify
from waqai.resolve.happenings import (
    Cast,
    blocks_of,
    happenings_of,
    join,
    judged_tellings,
    lay,
    likes,
    nodes,
)
from waqai.resolve.neighbours import Reread, settle
from waqai.resolve.reports import named


def make(briefs: Iterable[Brief], reread: Reread, judgements: Iterable[Judgement] = ()) -> Findings:
    """What the stories say together. The answer does not depend on the order of `briefs`."""
    judged = tuple(sorted(judgements))
    known = {brief.report.id: brief for brief in briefs}
    known = {id: known[id] for id in sorted(known)}
    account = accounts({id: brief.signature for id, brief in known.items()})
    registry = _registry(known, judged)
    redated: dict[str, Brief] = {}
    undated = any(brief.report.published.day is None for brief in known.values())
    if undated:
        redated = settle(known, registry.ids, account, registry.entities, reread)
    if redated:  # who held a role goes by the day
        known |= redated
        registry = _registry(known, judged)
    ids = registry.ids
    reports = tuple(named(brief.report, ids[id], account[id]) for id, brief in known.items())
    cast = Cast(registry.entities)
    laid = [one for report in reports for one in lay(report, cast, judged_tellings(judged))]
    there = nodes(laid)
    alike = tuple(likes(there, cast))
    happenings = headed(
        happenings_of(join(there, alike, cast, judged), reports, cast), registry.entities
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
        ground=None if undated else ground(laid, there, alike, cast, registry.judged, judged),
    )


def ground(
    laid: Iterable[Laid],
    nodes: Iterable[Node],
    likes: Iterable[Like],
    cast: Cast,
    names: frozenset[str],
    judgements: tuple[Judgement, ...],
) -> Ground:
    """What is kept of a joining: of tellings laid out, the nodes they are, and their likes.

    `names` are those on which the `judgements` bear.
    """
    there = tuple(nodes)
    first = {key: node.first for node in there for key in node.keys}
    return Ground(
        tuple((one, first[one.key]) for one in laid),
        {node.first: blocks_of(node, cast) for node in there},
        tuple(likes),
        names,
        judgements,
    )


def headed(
    happenings: Iterable[Happening], entities: Mapping[str, Entity]
) -> tuple[Happening, ...]:
    """The happenings with their headlines."""
    return tuple(
        replace(one, headline_ar=ar, headline_en=en)
        for one in happenings
        for ar, en in (headline(one, entities),)
    )


def _registry(briefs: Mapping[str, Brief], judged: tuple[Judgement, ...]) -> Registry:
    return unify(((id, brief.entities) for id, brief in briefs.items()), judged)
