"""The command line of a measure that reads the whole corpus: it prints, and fails of nothing."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.report import Report, say, show
from eval.shared import Shared


def command(
    name: str,
    about: str | None,
    report: Callable[[Shared], Report],
    missed: str,
    arguments: Sequence[str] | None,
) -> int:
    """Prints what `report` finds, and on demand its misses (`missed` says which); 0.

    `name` is that of the module, `about` its docstring. Without the corpus nothing is scored.
    """
    parser = argparse.ArgumentParser(prog=f"python -m {name}", description=about)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", action="store_true", help=missed)
    options = parser.parse_args(arguments)
    shared = Shared(options.shared)
    if not shared.corpus.is_file():
        say(f"No corpus at {shared.corpus}: nothing was scored.")
        return 0
    found = report(shared)
    for table in found.tables:
        show(table, markdown=False)
    if options.misses:
        say(*found.misses)
    return 0
