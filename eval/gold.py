"""Scores on the gold pages and articles, given by the scorer that lies beside them."""

import importlib.util
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from eval.floors import Pins
from eval.report import Report, Table
from eval.shared import Shared
from eval.system import Annotate

#: A system's output for a set of pages: one JSON object for each page name.
System = Mapping[str, Mapping[str, Any]]
#: Layer → measure → figure, as the scorer gives it.
Scores = Mapping[str, Mapping[str, float | None]]
Scorer = Callable[[Path, System, list[str] | None], Scores]

#: The one gold page that bears no date, and its day as the other pages tell it.
UNDATED_PAGE = "004_9f8877a75b60fc06.txt"
UNDATED_DAY = date(2025, 8, 16)

#: The order to show layers in: each with its rates behind it. Others come last.
_ORDER = (
    "stories", "published", "times_span", "times_overlap", "times_value",
    "statements", "statements_full", "speaker", "mode", "via",
    "events", "events_full", "event_actors", "event_status", "event_time", "event_place",
    "event_kind",
)  # fmt: skip


def report(shared: Shared, pins: Pins, annotate: Annotate) -> Report:
    """The pages without a day given, with the one day that no page tells, and the articles."""
    found = Report()
    scorer = load_scorer(shared.scorer)
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
        found.tables.append(score_table(title, scores, _references(pins, name)))
        found.figures |= figures_of(name, scores)
        found.misses += [f"[{name}] {miss}" for miss in misses]
    return found


def load_scorer(path: Path) -> Scorer:
    """The function `score` of the scorer at `path`. Raises ImportError when there is none."""
    spec = importlib.util.spec_from_file_location("gold_score", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Scorer = module.score
    return score


def score_table(title: str, scores: Scores, notes: list[str]) -> Table:
    """Precision, recall and F1 of each layer; for the rates, right of how many."""
    rows = []
    for layer in sorted(scores, key=_place):
        row = scores[layer]
        if "f1" in row:
            counts = [f"{row['gold']:g}", f"{row['system']:g}"]
            rows.append([layer, *(f"{row[m]:.4f}" for m in ("p", "r", "f1")), *counts])
        else:
            rows.append([layer, "", "", f"{row['rate'] or 0:.4f}", f"{row['right']:g}/{row['of']}"])
            rows[-1].append("")
    return Table(title, ["layer", "p", "r", "f1", "gold", "system"], rows, notes)


def figures_of(name: str, scores: Scores) -> dict[tuple[str, str, str], float]:
    """The scores by set, layer and measure, for comparing with the floors."""
    return {
        (name, layer, measure): value
        for layer, row in scores.items()
        for measure, value in row.items()
        if value is not None
    }


def _place(layer: str) -> int:
    return _ORDER.index(layer) if layer in _ORDER else len(_ORDER)


def _references(pins: Pins, name: str) -> list[str]:
    rows = [row for row in pins.references if row.set == name]
    return [f"{r.tool}: {r.layer} {r.measure} {r.value:.4g} ({r.by})" for r in rows]
