"""The quality gate: `python -m eval --shared DIR`. Scores, and a failure when one is too low.

Exit codes: 0 when every bound of what is there is held, 1 when one is not, or the material is not
the pinned one.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from eval import gate
from eval.floors import FLOORS, read_pins
from eval.report import say, show
from eval.sets import SETS, Set
from eval.shared import Shared


def main(arguments: Sequence[str] | None = None, sets: Sequence[Set] = SETS) -> int:
    """Runs the gate and prints what it found; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--floors", type=Path, default=FLOORS)
    names = [one.name for one in sets]
    parser.add_argument("--only", nargs="+", choices=names, help="score these sets alone")
    parser.add_argument("--misses", action="store_true", help="print every difference")
    parser.add_argument("--markdown", action="store_true", help="tables as Markdown")
    options = parser.parse_args(arguments)
    shared, pins = Shared(options.shared), read_pins(options.floors)
    chosen = [one for one in sets if options.only is None or one.name in options.only]
    if not shared.has_gold():
        say(f"No gold at {shared.root}: nothing was scored on it, none of its floors was checked.")
    report = gate.run(chosen, shared, pins)
    for table in report.tables:
        show(table, markdown=options.markdown)
    if options.misses:
        say(*report.misses)
    against = gate.check(report, chosen, shared, pins)
    say(*(f"FAILED  {line}" for line in against))
    bounds = gate.bounds(chosen, shared, pins)
    say(f"{len(bounds)} floors and ceilings, {len(against)} failures")
    return 1 if against else 0


if __name__ == "__main__":
    raise SystemExit(main())
