"""One corpus scored by itself, from the command line: what its programs share."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from eval.report import Table, say, show
from eval.shared import Shared


def score_alone(
    about: str | None,
    corpus: Callable[[Shared], Path],
    score: Callable[[Path], tuple[Table, Iterable[str]]],
    arguments: Sequence[str] | None = None,
) -> int:
    """Prints the table that `score` makes of the corpus; 0, also where the corpus is absent.

    `--shared` says where the corpora lie; `--misses FILE` writes the differences that `score`
    gives beside its table, a line each, the most frequent first.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument(
        "--misses", type=Path, help="write every difference, the most frequent first"
    )
    options = parser.parse_args(arguments)
    path = corpus(Shared(options.shared))
    if not path.is_file():
        say(f"No corpus at {path}: nothing was scored.")
        return 0
    table, differences = score(path)
    show(table, markdown=False)
    if options.misses:
        options.misses.write_text("\n".join(differences) + "\n", encoding="utf-8")
    return 0
