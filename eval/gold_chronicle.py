"""The five gold pages built into one chronicle, and what the two scorers beside them give for it.

The chronicle is scored by score_chronicle.py, and the lines of its pages by score.py: published
and times are then those that the pages tell each other.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.floors import Pins
from eval.gold import System, figures_of, load_scorer, score_table
from eval.report import Report, Table
from eval.shared import Shared

SET = "chronicle"
#: The lines of the pages, as score.py sees them after the build.
PAGES = "pages_built"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build of a folder of pages is exported as: each page's line by name, the chronicle."""

    pages: System
    chronicle: bytes


#: Builds a folder of pages.
Build = Callable[[Path], Built]


def build(pages: Path) -> Built:
    """The pages of a folder, built and exported as the command line does it."""
    import waqai
    from waqai.exports import annotations, chronicle

    with TemporaryDirectory() as folder:
        file = Path(folder) / "gold.db"
        waqai.build(pages, file)
        with waqai.open_chronicle(file) as opened:
            lines = [json.loads(line) for line in annotations.lines(opened.pages(settled=True))]
            return Built({line["page"]: line for line in lines}, b"".join(chronicle.pieces(opened)))


def report(shared: Shared, pins: Pins, build: Build = build) -> Report:
    """The figures of both scorers for one build of the gold pages."""
    built = build(shared.pages)
    found = _chronicle_report(shared, built.chronicle)
    misses: list[str] = []
    scores = load_scorer(shared.scorer)(shared.page_annotations, built.pages, misses)
    found.tables.append(score_table("Gold pages, built together", scores, []))
    found.figures |= figures_of(PAGES, scores)
    found.misses += [f"[{PAGES}] {miss}" for miss in misses]
    return found


def _chronicle_report(shared: Shared, chronicle: bytes) -> Report:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "chronicle.json"
        file.write_bytes(chronicle)
        counts: dict[str, int] = json.loads(_scored(shared, file, "--json"))
        told = _scored(shared, file, "--misses").splitlines()[: -len(counts)]
    rows = [[name.replace("_", " "), str(count)] for name, count in counts.items()]
    return Report(
        [Table("The chronicle of the gold pages", ["measure", "count"], rows)],
        {(SET, name, "count"): float(count) for name, count in counts.items()},
        [f"[{SET}] {line}" for line in told],
    )


def _scored(shared: Shared, file: Path, option: str) -> str:
    """What the scorer prints. Raises CalledProcessError where it fails."""
    command = [sys.executable, str(shared.chronicle_scorer), str(shared.chronicle), str(file)]
    done = subprocess.run([*command, option], check=True, capture_output=True, text=True)
    return done.stdout
