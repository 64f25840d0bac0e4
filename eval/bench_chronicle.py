"""Time and memory of building a chronicle: `python -m eval.bench_chronicle --shared DIR`.

Chronicles of more and more articles of the corpus, chosen evenly over it, are built by the command
line, each in a process of its own; then one more page is put into each. Times are seconds of the
clock, with the seconds of processor time beside them; memory is the most that the process held.
The articles left out are where the one more page comes from.
"""

import argparse
import gzip
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from eval.report import Table, say, show
from eval.shared import Shared

SIZES = (1000, 2000, 4000)


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process needed: seconds of the clock and of processor time, bytes at most."""

    seconds: float
    processor: float
    memory: int


@dataclass(frozen=True, slots=True)
class Row:
    """What a build of `articles` needed, and then that of one page more; the file's bytes."""

    articles: int
    built: Spent
    more: Spent
    size: int


def spent(command: list[str]) -> Spent:
    """Runs a program to its end. Raises RuntimeError, with what it said last, when it fails."""
    began = time.perf_counter()
    with TemporaryFile() as heard:
        stream = heard.fileno()
        actions = [(os.POSIX_SPAWN_DUP2, stream, 1), (os.POSIX_SPAWN_DUP2, stream, 2)]
        process = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - began
        if code := os.waitstatus_to_exitcode(status):
            heard.seek(0)
            said = heard.read().decode(errors="replace").strip().rpartition("\n")[2]
            raise RuntimeError(f"{' '.join(command)} ended with {code}: {said}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def measure(lines: Sequence[bytes], sizes: Sequence[int]) -> Iterator[Row]:
    """A chronicle of each size, and of one page more. The last of `lines` is that page."""
    *articles, last = lines
    for size in sizes:
        with TemporaryDirectory() as folder:
            pages, more, file = (Path(folder) / name for name in ("a.jsonl", "b.jsonl", "c.db"))
            count = min(size, len(articles))
            chosen = (articles[i * len(articles) // count] for i in range(count))
            pages.write_bytes(b"".join(chosen))
            more.write_bytes(last)
            yield Row(
                count,
                spent(_build(pages, file)),
                spent(_build(more, file)),
                file.stat().st_size,
            )


def _build(pages: Path, file: Path) -> list[str]:
    program = Path(sys.executable).with_name("waqai")
    return [str(program), "build", str(pages), "-o", str(file)]


def table(rows: Sequence[Row]) -> Table:
    """The rows with times in seconds and memory in megabytes (of a million bytes)."""
    head = ["articles", "seconds", "processor", "memory MB", "file MB", "one more: seconds"]
    cells = [
        [
            str(row.articles),
            f"{row.built.seconds:.0f}",
            f"{row.built.processor:.0f}",
            f"{row.built.memory / 1e6:.0f}",
            f"{row.size / 1e6:.0f}",
            f"{row.more.seconds:.1f}",
            f"{row.more.memory / 1e6:.0f}",
        ]
        for row in rows
    ]
    return Table("Building a chronicle", [*head, "one more: memory MB"], cells)


def read_lines(path: Path) -> list[bytes]:
    """The articles of the corpus, a line of JSON each."""
    with gzip.open(path) as lines:
        return list(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what each size needs; 0, also without the corpus."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench_chronicle", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--sizes", type=int, nargs="+", help="articles of each chronicle")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    shared = Shared(options.shared)
    if not shared.corpus.is_file():
        say(f"No corpus at {shared.corpus}: nothing was measured.")
        return 0
    lines = read_lines(shared.corpus)
    sizes = options.sizes or [*SIZES, len(lines) - 1]
    show(table(list(measure(lines, sizes))), markdown=options.markdown)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
