"""How long waqai takes to start: its knowledge is loaded when the first page needs it.

Each measurement is a fresh process, and of several the best is taken, since what else runs on the
machine only ever adds.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence

from eval.report import Table
from eval.statements import read_examples

PROCESSES = 5
ROWS = ("import", "knowledge and the first page", "the same page again")

#: Prints the seconds of processor time of each row. The page comes on standard input.
_PROGRAM = """
import sys, time
text = sys.stdin.buffer.read().decode("utf-8")
marks = [time.process_time()]
from waqai.model.page import Page
from waqai.pipeline import annotate_page
marks.append(time.process_time())
for _ in range(2):
    annotate_page(Page("page", text))
    marks.append(time.process_time())
print(*(after - before for before, after in zip(marks, marks[1:])))
"""


def start(run: Callable[[str], Sequence[float]] | None = None) -> Table:
    """Seconds of processor time for each row, the best of several fresh processes.

    `run` starts one on a page's text and gives its seconds.
    """
    page = "\n\n".join(example["text"] for example in read_examples())
    runs = [(run or fresh)(page) for _ in range(PROCESSES)]
    best = [min(seconds) for seconds in zip(*runs, strict=True)]
    rows = [[name, f"{seconds:.3f}"] for name, seconds in zip(ROWS, best, strict=True)]
    return Table(f"Start, best of {PROCESSES} fresh processes", ["", "seconds"], rows)


def fresh(page: str) -> list[float]:
    """The seconds of each row in a fresh process. Raises CalledProcessError when it fails."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], input=page.encode(), stdout=subprocess.PIPE, check=True
    )
    return [float(seconds) for seconds in done.stdout.split()]
