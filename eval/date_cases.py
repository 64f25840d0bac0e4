"""Scores waqai on the date cases: `python -m eval.date_cases --shared DIR [--misses FILE]`.

What counts as right is told in eval/date_case_match.py; what is left out, in
eval/date_case_files.py, and both are printed with the scores.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.date_case_files import DATED, GROUPS, Expected, read_cases
from eval.date_case_match import Found, right_extent, right_value, touching
from eval.report import Table, percent, say, show
from eval.shared import Shared
from eval.system import Reader, read_times


@dataclass(frozen=True, slots=True)
class Verdict:
    """An expected mention, the mentions found that touch it, and whether one is right."""

    expected: Expected
    found: tuple[Found, ...]
    extent: bool
    value: bool


@dataclass(frozen=True, slots=True)
class DateCaseScores:
    """The verdicts on what can be scored, and what cannot be, by the reason."""

    verdicts: tuple[Verdict, ...]
    unscored: Counter[str]

    def dated(self) -> list[Verdict]:
        """The verdicts on dates, periods and times: those the bar is set on."""
        return [v for v in self.verdicts if v.expected.group in DATED]

    def figures(self) -> dict[tuple[str, str, str], float]:
        """The shares that are right, for comparing with the floors."""
        dated = self.dated()
        if not dated:
            return {}
        return {
            ("date_cases", "dated_value", "rate"): sum(v.value for v in dated) / len(dated),
            ("date_cases", "dated_extent", "rate"): sum(v.extent for v in dated) / len(dated),
        }


def score(cases: Sequence[Expected], read: Reader) -> DateCaseScores:
    """Every scoreable case read by `read` and judged."""
    unscored = Counter(case.unscored for case in cases if case.unscored)
    verdicts = [judge(case, read(case.text, case.reference)) for case in cases if not case.unscored]
    return DateCaseScores(tuple(verdicts), unscored)


def judge(case: Expected, found: list[Found]) -> Verdict:
    """Whether one of the mentions found is right in extent, and one in value."""
    near = touching(case, found)
    extent = any(right_extent(case, f) for f in near)
    return Verdict(case, tuple(near), extent, any(right_value(case, f) for f in near))


def tables(scores: DateCaseScores) -> list[Table]:
    """The scores by kind and by file, and the count of what was left out."""
    verdicts, dated = scores.verdicts, scores.dated()
    kinds = [(group, [v for v in verdicts if v.expected.group == group]) for group in _groups()]
    files = sorted({v.expected.file for v in dated})
    by_file = [(file, [v for v in dated if v.expected.file == file]) for file in files]
    everything = ("dates, periods and times", dated)
    head = ["", "scored", "touched", "extent", "value", "value %"]
    left_out = [[why, str(count)] for why, count in scores.unscored.most_common()]
    return [
        Table("Date cases by kind", ["kind", *head[1:]], [_row(*k) for k in [*kinds, everything]]),
        Table(
            "Date cases by file (dates, periods and times)",
            ["file", *head[1:]],
            [_row(*f) for f in by_file],
        ),
        Table("Date cases left out", ["why", "mentions"], left_out),
    ]


def miss_lines(scores: DateCaseScores) -> list[str]:
    """One line for each case wrong in value: what was expected, and what was found there."""
    lines = []
    for verdict in scores.verdicts:
        if verdict.value:
            continue
        case = verdict.expected
        wanted = " | ".join(dict.fromkeys(f"{r.timex} {r.start}..{r.end}" for r in case.readings))
        got = "; ".join(
            f"[{case.text[f.start : f.end]}] {f.first}{'' if f.first == f.last else '/' + f.last}"
            for f in verdict.found
        )
        lines.append(
            f"{case.file} #{case.number} {case.kind} ({case.reference}) {case.text}\n"
            f"    wanted [{case.said}] {wanted}\n    found  {got or 'nothing'}"
        )
    return lines


def _groups() -> list[str]:
    return list(dict.fromkeys(GROUPS.values()))


def _row(name: str, verdicts: Sequence[Verdict]) -> list[str]:
    total = len(verdicts)
    counts = (
        total,
        sum(bool(v.found) for v in verdicts),
        sum(v.extent for v in verdicts),
        sum(v.value for v in verdicts),
    )
    return [name, *map(str, counts), percent(counts[-1], total)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores; 0, also when there are no cases to score."""
    parser = argparse.ArgumentParser(prog="python -m eval.date_cases", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", type=Path, help="write every case wrong in value to this file")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    shared = Shared(options.shared)
    if not shared.date_cases.is_dir():
        say(f"No date cases at {shared.date_cases}: nothing to score.")
        return 0
    scores = score(read_cases(shared.date_cases), read_times)
    for table in tables(scores):
        show(table, markdown=options.markdown)
    if options.misses:
        options.misses.write_text("\n".join(miss_lines(scores)) + "\n", encoding="utf-8")
        say(f"{sum(not v.value for v in scores.verdicts)} misses written to {options.misses}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
