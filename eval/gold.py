"""Scores on the gold pages and articles, given by the scorer that lies beside them."""

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from eval.report import Table

#: A system's output for a set of pages: one JSON object for each page name.
System = Mapping[str, Mapping[str, Any]]
#: Layer → measure → figure, as the scorer gives it.
Scores = Mapping[str, Mapping[str, float | None]]
Scorer = Callable[[Path, System, list[str] | None], Scores]

#: What the system gives today; other layers of the gold are shown once it gives any of them.
_LAYERS = ("stories", "published", "times_span", "times_overlap", "times_value")
_RATES_OF = {
    "statements": ("speaker", "mode", "via"),
    "events": ("event_actors", "event_status", "event_time", "event_place", "event_kind"),
}


def load_scorer(path: Path) -> Scorer:
    """The function `score` of the scorer at `path`. Raises ImportError when there is none."""
    spec = importlib.util.spec_from_file_location("gold_score", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Scorer = module.score
    return score


def layers_given(scores: Scores) -> list[str]:
    """The layers worth showing: those of today, and those the system has output for."""
    shown = [layer for layer in _LAYERS if layer in scores]
    for layer, row in scores.items():
        if layer not in shown and row.get("system"):
            shown.append(layer)
            shown += [rate for rate in _RATES_OF.get(layer, ()) if rate in scores]
    return shown


def score_table(title: str, scores: Scores, notes: list[str]) -> Table:
    """Precision, recall and F1 of each layer; for the rates, right of how many."""
    rows = []
    for layer in layers_given(scores):
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


def misses_shown(misses: list[str], scores: Scores) -> list[str]:
    """The scorer's differences without those of layers that the system does not give yet."""
    given = layers_given(scores)
    absent = [layer.removesuffix("s") for layer in _RATES_OF if layer not in given]
    return [m for m in misses if not any(f": {layer} missed @" in m for layer in absent)]
