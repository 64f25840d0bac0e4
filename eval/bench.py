"""Speeds on one core: `python -m eval.bench --shared DIR`.

Every system reads the same articles of the corpus, chosen evenly over it, in turns: fifty articles
one system, the same fifty the next, and the next fifty in the opposite order. Each is started, and
warmed on a few articles, before its time is taken. The stages of waqai are timed in a pass of their
own over the same articles. Times are seconds of processor time of this process, or of the program
started, held to one core; so other work on the machine disturbs them little. HeidelTime is started
on one article and on many, and its speed taken from the difference.
"""

import argparse
import gc
import gzip
import json
import os
import time
from collections.abc import Iterator, Sequence
from email.utils import parsedate_to_datetime
from pathlib import Path

from eval import heideltime
from eval.bench_start import start
from eval.bench_systems import (
    FLOOR,
    WHOLE,
    Article,
    Measured,
    Work,
    measure_stages,
    systems,
)
from eval.report import Table, percent, say, show
from eval.shared import Shared

ARTICLES = 500
ROUNDS = 10
WARM = 5  # articles read before the clock runs
HEIDELTIME_ARTICLES = 50
MEMORY_AT = (100, 1000, 3000)


def corpus(path: Path) -> Iterator[Article]:
    """The articles of the corpus in its order, title and text as a page has them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = f"{row['title']}\n\n{row['text']}"
            published = parsedate_to_datetime(row["published"]).date()
            yield Article(row["id"], text.encode(), published)


def evenly(articles: Sequence[Article], count: int) -> list[Article]:
    """`count` articles at even distances; all of them when there are fewer."""
    if len(articles) <= count:
        return list(articles)
    return [articles[i * len(articles) // count] for i in range(count)]


def measure(articles: Sequence[Article], works: dict[str, Work]) -> dict[str, Measured]:
    """Every system over the same articles, in turns, in every other round the last one first.

    Whoever reads an article first fills the caches that the next ones find filled.
    """
    for work in works.values():
        for article in articles[:WARM]:
            work(article)
    measured = {name: Measured() for name in works}
    size = max(1, len(articles) // ROUNDS)
    order = list(works.items())
    for first in range(0, len(articles), size):
        part = articles[first : first + size]
        for name, work in order:
            gc.collect()
            began = time.process_time()
            for article in part:
                work(article)
            measured[name].seconds += time.process_time() - began
            measured[name].articles += len(part)
        order.reverse()
    return measured


def measure_heideltime(articles: Sequence[Article]) -> Measured:
    """HeidelTime over the articles as one file, less its start on the first of them."""
    texts = [article.raw.decode("utf-8") for article in articles]
    start = heideltime.annotate(texts[0], articles[0].published).seconds
    whole = heideltime.annotate("\n\n".join(texts), articles[0].published).seconds
    return Measured(len(texts) - 1, whole - start)


def speeds(measured: dict[str, Measured], stages: dict[str, Measured]) -> Table:
    """Articles a second of each stage and system, beside the floor and all of waqai.

    A stage's share is that of all stages together.
    """
    together = sum(stage.seconds for stage in stages.values())
    rows = [
        [
            name,
            str(m.articles),
            f"{m.speed:.0f}" if m.speed >= 20 else f"{m.speed:.1f}",
            percent(m.seconds, together) if name in stages else "",
            f"{measured[FLOOR].speed / m.speed:.1f}",
            f"{measured[WHOLE].speed / m.speed:.2f}",
        ]
        for name, m in ({FLOOR: measured[FLOOR]} | stages | measured).items()
    ]
    head = ["system", "articles", "articles/s", "share", "floor is × faster"]
    return Table("Speed on one core, start-up apart", [*head, "waqai whole is × faster"], rows)


def memory(path: Path, work: Work) -> Table:
    """Resident memory of this process on the way through the corpus, and after a second time.

    What grows on the way are caches of bounded size; a leak would grow the second time too.
    """
    rows, count = [], 0
    for count, article in enumerate(corpus(path), 1):
        work(article)
        if count in MEMORY_AT:
            rows.append([f"after {count} articles", f"{_resident_mb():.1f}"])
    rows.append([f"after all {count} articles", f"{_resident_mb():.1f}"])
    for article in corpus(path):
        work(article)
    rows.append(["after all of them again", f"{_resident_mb():.1f}"])
    return Table("Resident memory, waqai whole", ["", "MB"], rows)


def _resident_mb() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _one_core() -> None:
    """Holds this process, and what it starts, to one core where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the speeds and the memory; 0, also when there is no corpus."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    shared = Shared(options.shared)
    if not shared.corpus.is_file():
        say(f"No corpus at {shared.corpus}: nothing was measured.")
        return 0
    _one_core()
    articles = evenly(list(corpus(shared.corpus)), ARTICLES)
    works = systems()
    measured = measure(articles, works)
    stages = measure_stages(articles)
    if why := heideltime.missing():
        say(f"HeidelTime left out: {why}.")
    else:
        measured["HeidelTime"] = measure_heideltime(evenly(articles, HEIDELTIME_ARTICLES))
    show(speeds(measured, stages), markdown=options.markdown)
    show(start(), markdown=options.markdown)
    if Path("/proc/self/statm").is_file():
        show(memory(shared.corpus, works[WHOLE]), markdown=options.markdown)
    else:
        say("Memory left out: this system has no /proc.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
