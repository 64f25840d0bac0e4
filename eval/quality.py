"""Writes measured figures into docs/quality.md: `python -m eval.quality [PART …]`.

Each command prints its tables as Markdown, and what it prints replaces what stands between its
two marks in the file, so that no figure is typed by hand.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from eval.report import say

DOCUMENT = Path("docs/quality.md")
#: The marked parts of the document, and the module that prints each.
PARTS = {"gate": "eval", "baselines": "eval.baselines", "speed": "eval.bench"}


def with_figures(document: str, part: str, figures: str) -> str:
    """The document with `figures` between the marks of `part`. Raises ValueError without marks."""
    begin, end = f"<!-- {part}: written by eval.quality -->", f"<!-- end of {part} -->"
    marked = re.compile(re.escape(begin) + r".*?" + re.escape(end), re.DOTALL)
    if not marked.search(document):
        raise ValueError(f"{DOCUMENT} has no marks for {part}: {begin} … {end}")
    return marked.sub(lambda _: f"{begin}\n\n{figures.strip()}\n\n{end}", document, count=1)


def printed(module: str, shared: Path) -> str:
    """What `python -m MODULE --markdown` prints, also when it fails a floor."""
    command = [sys.executable, "-m", module, "--markdown", "--shared", str(shared)]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode not in (0, 1) or not done.stdout:
        raise RuntimeError(f"{' '.join(command)} failed with exit code {done.returncode}")
    return done.stdout


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures the parts that are asked for, all when none is, and writes them; 0."""
    parser = argparse.ArgumentParser(prog="python -m eval.quality", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args(arguments)
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if not options.shared.is_dir():
        say(f"No shared material at {options.shared}: nothing was measured or written.")
        return 0
    for part in options.parts or PARTS:
        figures = printed(PARTS[part], options.shared)
        document = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(with_figures(document, part, figures), encoding="utf-8")
        say(f"{part}: written to {DOCUMENT}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
