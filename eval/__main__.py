"""The quality gate: `python -m eval --shared DIR`. Scores, and a failure when one is too low.

Exit codes: 0 when every floor is held (or there is no gold to score on), 1 when a floor is not
held or the gold is not the pinned one.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from eval import date_cases, gold, number_cases
from eval.date_case_files import read_cases
from eval.floors import FLOORS, Pins, changed, failures, read_pins
from eval.report import Table, say, show
from eval.shared import Shared, date_cases_hash, gold_hash
from eval.system import Reader, annotations, read_times

Annotate = Callable[[Path, date | None], Mapping[str, Mapping[str, Any]]]

#: The one gold page that bears no date, and its day as the other pages tell it.
UNDATED_PAGE = "004_9f8877a75b60fc06.txt"
UNDATED_DAY = date(2025, 8, 16)


@dataclass(slots=True)
class Report:
    """What a run of the gate found: tables to show, figures to compare, differences to print."""

    tables: list[Table] = field(default_factory=list)
    figures: dict[tuple[str, str, str], float] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)


def run(shared: Shared, pins: Pins, annotate: Annotate, read: Reader) -> Report:
    """Scores the system on every set of the gold, and on the date cases where they lie there."""
    report = Report()
    scorer = gold.load_scorer(shared.scorer)
    pages = dict(annotate(shared.pages, None))
    given = pages | dict(annotate(shared.pages / UNDATED_PAGE, UNDATED_DAY))
    articles = annotate(shared.articles, None)
    for name, title, folder, system in (
        ("pages", "Gold pages, no day given", shared.page_annotations, pages),
        ("pages_day", "Gold pages, page 004's day given", shared.page_annotations, given),
        ("articles", "Gold articles, their days given", shared.article_annotations, articles),
    ):
        misses: list[str] = []
        scores = scorer(folder, system, misses)
        report.tables.append(gold.score_table(title, scores, _references(pins, name)))
        report.figures |= gold.figures_of(name, scores)
        report.misses += [f"[{name}] {miss}" for miss in gold.misses_shown(misses, scores)]
    if shared.date_cases.is_dir():
        cases = date_cases.score(read_cases(shared.date_cases), read)
        report.tables += [*date_cases.tables(cases), *number_cases.tables(shared.date_cases)]
        report.figures |= cases.figures()
        report.misses += [f"[date_cases] {miss}" for miss in date_cases.miss_lines(cases)]
    return report


def check(report: Report, pins: Pins, hashes: Mapping[str, str]) -> list[str]:
    """What stands against the report: gold that changed, floors that are not held."""
    return [*changed(pins, hashes), *failures(pins, report.figures)]


def _references(pins: Pins, name: str) -> list[str]:
    rows = [row for row in pins.references if row.set == name]
    return [f"{r.tool}: {r.layer} {r.measure} {r.value:.4g} ({r.by})" for r in rows]


def main(
    arguments: Sequence[str] | None = None,
    annotate: Annotate = annotations,
    read: Reader = read_times,
) -> int:
    """Runs the gate and prints what it found; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--misses", action="store_true", help="print every difference")
    parser.add_argument("--markdown", action="store_true", help="tables as Markdown")
    options = parser.parse_args(arguments)
    shared = Shared(options.shared)
    if not shared.has_gold():
        say(f"No gold at {shared.root}: nothing was scored, no floor was checked.")
        return 0
    pins = read_pins(options.floors)
    hashes = {"gold": gold_hash(shared)}
    if shared.date_cases.is_dir():
        hashes["date_cases"] = date_cases_hash(shared)
    report = run(shared, pins, annotate, read)
    for table in report.tables:
        show(table, markdown=options.markdown)
    if options.misses:
        say(*report.misses)
    against = check(report, pins, hashes)
    say(*(f"FAILED  {line}" for line in against))
    say(f"{len(pins.floors)} floors, {len(against)} failures")
    return 1 if against else 0


if __name__ == "__main__":
    raise SystemExit(main())
