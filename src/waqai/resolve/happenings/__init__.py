"""Happenings: events of many stories joined where they are one thing in the world."""

from collections.abc import Iterable, Mapping, Sequence

from waqai.model.chronicle import Happening, Judgement, Report
from waqai.model.ground import Node
from waqai.model.names import Entity
from waqai.resolve.happenings.grouping import judged_tellings, said_same
from waqai.resolve.happenings.joining import blocks_of, join, likes
from waqai.resolve.happenings.nodes import lay, nodes
from waqai.resolve.happenings.parties import Cast
from waqai.resolve.happenings.slots import happening

__all__ = [
    "Cast",
    "blocks_of",
    "find_happenings",
    "happening",
    "happenings_of",
    "join",
    "judged_tellings",
    "lay",
    "likes",
    "nodes",
    "said_same",
]


def find_happenings(
    reports: Sequence[Report],
    entities: Mapping[str, Entity],
    judgements: Iterable[Judgement] = (),
) -> tuple[Happening, ...]:
    """The happenings that `reports` tell, sorted by id; every telling belongs to just one.

    The answer does not depend on the order of the reports. `judgements` are people's.
    """
    cast = Cast(entities)
    judged = tuple(judgements)
    alone = judged_tellings(judged)
    laid = nodes(one for report in reports for one in lay(report, cast, alone))
    return happenings_of(join(laid, likes(laid, cast), cast, judged), reports, cast)


def happenings_of(
    groups: Iterable[Sequence[Node]], reports: Iterable[Report], cast: Cast
) -> tuple[Happening, ...]:
    """The happening of each group of nodes, sorted by id; `reports` hold all their tellings."""
    by_id = {report.id: report for report in reports}
    tellings = {telling.key: telling for report in by_id.values() for telling in report.tellings}
    found = (
        happening((key for node in group for key in node.keys), tellings, by_id, cast)
        for group in groups
    )
    return tuple(sorted(found, key=lambda one: one.id))
