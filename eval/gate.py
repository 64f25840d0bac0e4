"""The gate: every set that is there is scored, and held against its bounds."""

from collections.abc import Sequence

from eval.floors import Ceiling, Floor, Pins, changed, failures
from eval.report import Report
from eval.sets import Set
from eval.shared import Shared


def run(sets: Sequence[Set], shared: Shared, pins: Pins) -> Report:
    """The scores of every set that is there, in order."""
    report = Report()
    for one in present(sets, shared):
        found = one.report(shared, pins)
        # A set of several measures tells in each line itself which of them it belongs to.
        tag = "" if len(one.measures) > 1 else f"[{one.name}] "
        found.misses = [tag + line for line in found.misses]
        report.add(found)
    return report


def present(sets: Sequence[Set], shared: Shared) -> list[Set]:
    """The sets that can be scored: without the gold, those of our own alone."""
    if not shared.has_gold():
        return [one for one in sets if one.files is None]
    return [one for one in sets if one.is_there(shared)]


def bounds(sets: Sequence[Set], shared: Shared, pins: Pins) -> list[Floor | Ceiling]:
    """The floors and ceilings to hold: where the gold is, also those of sets that are not there."""
    bound = sets if shared.has_gold() else present(sets, shared)
    return pins.bounds(measure for one in bound for measure in one.measures)


def check(report: Report, sets: Sequence[Set], shared: Shared, pins: Pins) -> list[str]:
    """What stands against the report: material that changed, bounds that are not held."""
    hashes = {
        one.name: shared.hash(one.files(shared))
        for one in present(sets, shared)
        if one.files is not None
    }
    return [*changed(pins, hashes), *failures(bounds(sets, shared, pins), report.figures)]
