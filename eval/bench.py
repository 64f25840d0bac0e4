"""Speeds on one core: `python -m eval.bench --shared DIR`.

Every system reads the same articles of the corpus, chosen evenly over it, in turns: a hundred
articles one system, the same hundred the next. Each is started, and warmed on a few articles,
before its time is taken. Times are seconds of processor time of this process, or of the program
started, held to one core; so other work on the machine disturbs them little. HeidelTime is
started on one article and on many, and its speed taken from the difference.
"""

import argparse
import gc
import gzip
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path

from eval import dateparser_search, heideltime
from eval.report import Table, say, show
from eval.shared import Shared

ARTICLES = 500
ROUNDS = 5
WARM = 5  # articles read before the clock runs
HEIDELTIME_ARTICLES = 50
MEMORY_AT = (100, 1000, 3000)


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is read from a file: its bytes, and the day it was published."""

    name: str
    raw: bytes
    published: date


@dataclass(slots=True)
class Measured:
    """How many articles a system has read, and in how many seconds of processor time."""

    articles: int = 0
    seconds: float = 0.0

    @property
    def speed(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds if self.seconds else 0.0


Work = Callable[[Article], object]


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


def systems() -> dict[str, Work]:
    """What is measured in this process: the floor, waqai's stages, dateparser when it is there."""
    from waqai.arabic.tokens import tokenize
    from waqai.mentions.times import find_times
    from waqai.model.page import Page, Span, Stamp, StampRole
    from waqai.pages import split
    from waqai.pipeline import annotate_page
    from waqai.resolve import date as date_page

    def page_of(article: Article) -> Page:
        stamp = Stamp(article.published, StampRole.GIVEN, article.published.isoformat())
        return Page(article.name, article.raw.decode("utf-8"), stamps=(stamp,))

    def times(article: Article) -> object:
        text = article.raw.decode("utf-8")
        return find_times(text, (Span(0, len(text)),))

    found: dict[str, Work] = {
        "floor: decode and tokenise": lambda a: tokenize(a.raw.decode("utf-8")),
        "waqai: stories": lambda a: split(page_of(a)),
        "waqai: times": times,
        "waqai: stories and times": lambda a: annotate_page(page_of(a)),
        "waqai: stories, times and days": lambda a: date_page(annotate_page(page_of(a))),
    }
    if (why := dateparser_search.missing()) is None:
        found["dateparser: search_dates"] = lambda a: dateparser_search.search(
            a.raw.decode("utf-8"), a.published
        )
    else:
        say(f"dateparser left out: {why}.")
    return found


def measure(articles: Sequence[Article], works: dict[str, Work]) -> dict[str, Measured]:
    """Every system over the same articles, in turns."""
    for work in works.values():
        for article in articles[:WARM]:
            work(article)
    measured = {name: Measured() for name in works}
    size = max(1, len(articles) // ROUNDS)
    for first in range(0, len(articles), size):
        part = articles[first : first + size]
        for name, work in works.items():
            gc.collect()
            began = time.process_time()
            for article in part:
                work(article)
            measured[name].seconds += time.process_time() - began
            measured[name].articles += len(part)
    return measured


def measure_heideltime(articles: Sequence[Article]) -> Measured:
    """HeidelTime over the articles as one file, less its start on the first of them."""
    texts = [article.raw.decode("utf-8") for article in articles]
    start = heideltime.annotate(texts[0], articles[0].published).seconds
    whole = heideltime.annotate("\n\n".join(texts), articles[0].published).seconds
    return Measured(len(texts) - 1, whole - start)


def speeds(measured: dict[str, Measured], floor: str, whole: str) -> Table:
    """Articles a second of each system, and how it stands to the floor and to all of waqai."""
    rows = [
        [
            name,
            str(m.articles),
            f"{m.speed:.0f}" if m.speed >= 20 else f"{m.speed:.1f}",
            f"{measured[floor].speed / m.speed:.1f}",
            f"{measured[whole].speed / m.speed:.2f}",
        ]
        for name, m in measured.items()
    ]
    head = ["system", "articles", "articles/s", "floor is × faster", "waqai whole is × faster"]
    return Table("Speed on one core, start-up apart", head, rows)


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
    names = list(works)
    measured = measure(articles, works)
    if why := heideltime.missing():
        say(f"HeidelTime left out: {why}.")
    else:
        measured["HeidelTime"] = measure_heideltime(evenly(articles, HEIDELTIME_ARTICLES))
    show(speeds(measured, names[0], names[4]), markdown=options.markdown)
    if Path("/proc/self/statm").is_file():
        show(memory(shared.corpus, works[names[4]]), markdown=options.markdown)
    else:
        say("Memory left out: this system has no /proc.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
