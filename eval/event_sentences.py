"""Scores events on sentences that people judged: `python -m eval.event_sentences --shared DIR`.

A sentence is positive when waqai finds in it an event of the type that was done or tried: what is
only planned, asked for, threatened or denied does not count. Scored are
the sentences on which all annotators agreed: `yes` against `easy no`. What share of the others
("difficult no", "ambiguous") is positive is shown beside, and no part of the score.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.event_sentence_files import NO, TYPES, YES, Judged, read_judged, read_marked
from eval.event_spans import Matched, match
from eval.event_spans import miss_lines as span_miss_lines
from eval.event_spans import table as span_table
from eval.report import Report, Table, percent, say, show
from eval.shared import Shared
from eval.told_events import Teller, Told, read_events

SET = "event_sentences"

_COUNTED = ((YES, True), (YES, False), (NO, True))
_DONE = {"happened", "failed"}
_OTHERS = ("difficult no", "ambiguous")

#: F1 that is aimed at on each type.
BARS = {"ASSAULT": 0.65, "PROTEST": 0.45}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judged sentence, and the events of its type that waqai finds in it."""

    judged: Judged
    found: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class TypeScores:
    """The verdicts on the sentences of a type."""

    type: str
    verdicts: tuple[Verdict, ...]

    def count(self, label: str, *, found: bool) -> int:
        """The sentences of a label in which an event is found, or none is."""
        return sum(v.judged.label == label and bool(v.found) is found for v in self.verdicts)

    def rates(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of `yes` against `easy no`."""
        hit, missed = self.count(YES, found=True), self.count(YES, found=False)
        wrong = self.count(NO, found=True)
        p = hit / (hit + wrong) if hit + wrong else 0.0
        r = hit / (hit + missed) if hit + missed else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0

    def share(self, label: str) -> str:
        """How many of a label's sentences an event is found in."""
        found, missed = self.count(label, found=True), self.count(label, found=False)
        return percent(found, found + missed)


def score(folder: Path, type_: str, tell: Teller = read_events) -> TypeScores:
    """Every judged sentence of a type read by `tell`."""
    verdicts = (
        Verdict(
            judged, tuple(e for e in tell(judged.text) if e.type == type_ and e.status in _DONE)
        )
        for judged in read_judged(folder, type_)
    )
    return TypeScores(type_, tuple(verdicts))


def report(folder: Path, tell: Teller = read_events) -> Report:
    """Both types: the sentences, then the words of each part."""
    scores = [score(folder, type_, tell) for type_ in TYPES]
    matched = [match(type_, read_marked(folder, type_), tell) for type_ in TYPES]
    return Report(
        tables=[table(scores), span_table(matched)],
        figures=dict(_figures(scores, matched)),
        misses=[
            *(line for one in scores for line in miss_lines(one)),
            *(line for one in matched for line in span_miss_lines(one)),
        ],
    )


def table(scores: Sequence[TypeScores]) -> Table:
    """Precision, recall and F1 by type, with the bar, and the share of other labels found."""
    rows = []
    for one in scores:
        counts = [str(one.count(label, found=f)) for label, f in _COUNTED]
        rates = [f"{rate:.4f}" for rate in one.rates()]
        rows.append([one.type, *rates, f"{BARS[one.type]:g}", *counts, *map(one.share, _OTHERS)])
    head = ["type", "p", "r", "f1", "bar", "found", "missed", "wrong", *_OTHERS]
    return Table("Event sentences, yes against easy no", head, rows)


def miss_lines(scores: TypeScores) -> list[str]:
    """One line for each sentence that is missed, and for each that is found and should not be."""
    lines = []
    for verdict in scores.verdicts:
        label, found = verdict.judged.label, verdict.found
        if label == YES and not found:
            lines.append(f"{scores.type} missed: {verdict.judged.text}")
        elif label == NO and found:
            told = "; ".join(f"{e.kind}/{e.status} [{e.text}]" for e in found)
            lines.append(f"{scores.type} wrong: {verdict.judged.text}\n    found {told}")
    return lines


def _figures(
    scores: Sequence[TypeScores], matched: Sequence[Matched]
) -> Iterator[tuple[tuple[str, str, str], float]]:
    for one in scores:
        for measure, rate in zip(("p", "r", "f1"), one.rates(), strict=True):
            yield (SET, one.type.lower(), measure), rate
    for pair in matched:
        for part, score_ in pair.scores().items():
            layer = f"{pair.type.lower()}_{part}"
            yield (SET, layer, "f1"), score_.majority[2]
            yield (SET, layer, "agreement"), score_.agreement


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores, and every difference on demand; 0, also where the sentences are absent."""
    parser = argparse.ArgumentParser(prog="python -m eval.event_sentences", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", action="store_true", help="print every difference")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    shared = Shared(options.shared)
    if not shared.event_sentence_files():
        say(f"No event sentences at {shared.event_sentences}: nothing was scored.")
        return 0
    found = report(shared.event_sentences)
    for one in found.tables:
        show(one, markdown=options.markdown)
    if options.misses:
        say(*found.misses)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
