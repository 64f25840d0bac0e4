"""Happenings: events of many stories joined where they are one thing in the world."""

from collections.abc import Iterable, Mapping, Sequence

from waqai.model.chronicle import Happening, Judgement, Report
from waqai.model.names import Entity
from waqai.resolve.happenings.joining import join, judged_tellings
from waqai.resolve.happenings.nodes import nodes
from waqai.resolve.happenings.parties import Cast
from waqai.resolve.happenings.slots import happening

__all__ = ["find_happenings"]


def find_happenings(
    reports: Sequence[Report],
    entities: Mapping[str, Entity],
    judgements: Iterable[Judgement] = (),
) -> tuple[Happening, ...]:
    """The happenings that `reports` tell, sorted by id; every telling belongs to just one.

    The answer does not depend on the order of the reports. `judgements` are people's.
    """
    cast = Cast(entities)
    tellings = {telling.key: telling for report in reports for telling in report.tellings}
    by_id = {report.id: report for report in reports}
    judged = tuple(judgements)
    groups = join(nodes(reports, cast, judged_tellings(judged)), cast, judged)
    found = (
        happening((key for node in group for key in node.keys), tellings, by_id, cast)
        for group in groups
    )
    return tuple(sorted(found, key=lambda one: one.id))
