"""What the screens of the site cost: `python -m eval.bench_site FILE.db`, or `--shared DIR`.

Each screen is asked for three times with nothing kept: the first time tells what it costs a server
that has just started, the least of the others what it costs from then on. Then readers ask at
once, each walking over the screens from another one on, first of a server that keeps nothing yet,
then again. Processor time is that of this process; the times of the readers are of the clock, and
those of a machine that does nothing else. Without a file, a chronicle of articles of the corpus is
built first.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from fastapi.testclient import TestClient

from eval.bench_chronicle import read_lines, spent
from eval.report import Table, say, show
from eval.shared import Shared
from waqai.web.app import create_app
from waqai.web.settings import SiteSettings

READERS = 10
ARTICLES = 2000
_HOST = "http://localhost"
_LISTS = (
    "/today",
    "/timeline",
    "/actors",
    "/announcements",
    "/positions",
    "/conflicts",
    "/wording",
    "/map",
    "/stories",
    "/search?q=القمة",
    "/review",
    "/review?of=people",
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time that a screen needs, the first time and later."""

    screen: str
    cold: float
    warm: float
    size: int


def addresses(site: TestClient) -> list[str]:
    """The address of each screen; of happening, actor and story those of which there is most."""
    told = site.get("/api/happenings", params={"rows": 1000}).json()["happenings"]
    actors = site.get("/api/entities").json()["entities"]
    stories = site.get("/api/stories").json()["stories"]
    ones = [
        f"/happening/{max(told, key=lambda one: int(one['stories']))['id']}" if told else None,
        f"/actor/{actors[0]['id']}" if actors else None,
        f"/timeline?actor={actors[0]['id']}" if actors else None,
        f"/story/{stories[0]['story_id']}" if stories else None,
    ]
    return [*_LISTS, *filter(None, ones)]


def costs(file: Path) -> Iterator[Cost]:
    """What each screen costs by itself."""
    site = TestClient(create_app(file, SiteSettings(kept_pages=0)), base_url=_HOST)
    for screen in addresses(site):
        took = []
        for _ in range(3):
            began = time.process_time()
            answer = site.get(screen)
            took.append(time.process_time() - began)
        yield Cost(screen, took[0], min(took[1:]), len(answer.content))


def waits(site: TestClient, screens: Sequence[str], readers: int) -> list[float]:
    """Seconds of the clock that each answer took, with so many readers at once."""

    def walk(reader: int) -> list[float]:
        took = []
        for step in range(len(screens)):
            began = time.perf_counter()
            site.get(screens[(reader + step) % len(screens)])
            took.append(time.perf_counter() - began)
        return took

    with ThreadPoolExecutor(readers) as pool:
        return [seconds for found in pool.map(walk, range(readers)) for seconds in found]


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def tables(file: Path) -> Iterator[Table]:
    """What each screen costs, and how long readers wait."""
    rows = [
        [one.screen, _milliseconds(one.cold), _milliseconds(one.warm), f"{one.size / 1000:.0f}"]
        for one in costs(file)
    ]
    yield Table("Screens: processor time, ms", ["screen", "first", "later", "kB"], rows)
    site = TestClient(create_app(file), base_url=_HOST)
    screens = addresses(site)
    waited = []
    for state in ("nothing kept", "kept"):
        parts = quantiles(waits(site, screens, READERS), n=20)
        waited.append([state, _milliseconds(parts[9]), _milliseconds(parts[18])])
    yield Table(f"{READERS} readers at once: waits, ms", ["pages", "median", "95 %"], waited)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what the screens cost; 0, also without the corpus."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench_site", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="a chronicle that is there")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    if options.file is not None:
        for table in tables(options.file):
            show(table, markdown=options.markdown)
        return 0
    corpus = Shared(options.shared).corpus
    if not corpus.is_file():
        say(f"No corpus at {corpus}: nothing was measured.")
        return 0
    lines = read_lines(corpus)
    count = min(options.articles, len(lines))
    with TemporaryDirectory() as folder:
        pages, file = Path(folder) / "pages.jsonl", Path(folder) / "file.db"
        pages.write_bytes(b"".join(lines[i * len(lines) // count] for i in range(count)))
        program = Path(sys.executable).with_name("waqai")
        spent([str(program), "build", str(pages), "-o", str(file)])
        for table in tables(file):
            show(table, markdown=options.markdown)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
