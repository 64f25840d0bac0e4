"""A news site of our own with a feed, which changes as news sites do, and a watch over it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from tests.sources.fetching.site import Reply, Site, StillClock, fetcher
from waqai.api import watch
from waqai.chronicle.watching import Round
from waqai.model.page import Page
from waqai.model.quarantine import Quarantined

HOST = "news.test"
DAY = datetime(2025, 8, 16, 9, 30, tzinfo=UTC)

STORIES = {
    "/port": (
        "الوفد يصل إلى الميناء",
        "وصل الوفد الحكومي إلى الميناء اليوم السبت بعد تأخير دام ثلاث ساعات.",
    ),
    "/market": (
        "افتتاح السوق القديم",
        "افتتح الوزير اليوم السبت السوق القديم بعد أعمال ترميم استمرت عامين.",
    ),
    "/council": (
        "المجلس يناقش خطة السير",
        "يناقش مجلس المدينة يوم الاثنين المقبل خطة السير الجديدة في جلسة علنية.",
    ),
}
LATER = "وأعلن رئيس البلدية أن الزيارة مددت يومين آخرين."


def article(title: str, *paragraphs: str, head: str = "") -> bytes:
    """A page of the site."""
    inside = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='ar'><head><meta charset='utf-8'><title>{title}</title>{head}"
        f"</head><body><article><h1>{title}</h1>{inside}</article></body></html>"
    ).encode()


class Newsroom:
    """The site, its feed at /feed, and the clock by which it is watched."""

    def __init__(self, site: Site) -> None:
        self.site, self.clock = site, StillClock(DAY.timestamp())
        self.updated: dict[str, str] = {}
        for path in STORIES:
            self.write(path)
        self.announce(*STORIES)

    @property
    def feed(self) -> str:
        return self.site.url("/feed", HOST)

    def url(self, path: str) -> str:
        """The name of the page at `path`."""
        return self.site.url(path, HOST)

    def write(self, path: str, *more: str, head: str = "") -> None:
        """Put the story of `path` up, with `more` paragraphs."""
        title, text = STORIES[path]
        body = article(title, text, *more, head=head)
        self.site.replies[path] = Reply(body, headers={"ETag": f'"{hash(body)}"'})

    def announce(self, *paths: str) -> None:
        """Let the feed name these pages."""
        items = "".join(
            f"<item><link>{self.url(path)}</link><pubDate>{format_datetime(DAY)}</pubDate></item>"
            for path in paths
        )
        body = f"<rss version='2.0'><channel>{items}</channel></rss>".encode()
        self.site.replies["/feed"] = Reply(body, headers={"ETag": f'"{hash(body)}"'})

    def watch(
        self,
        file: Path,
        *more: str,
        tell: Callable[[Page | Quarantined], None] = lambda _: None,
        every: float = 15,
    ) -> Round:
        """One round of watching."""
        rounds = watch(
            [self.feed, *more],
            file,
            every=every,
            tell=tell,
            fetcher=lambda shelf, clock: fetcher(clock, shelf=shelf),
            clock=self.clock,
        )
        return next(rounds)


def rows(file: Path, query: str) -> list[tuple[object, ...]]:
    """What a plain shell shows."""
    with closing(sqlite3.connect(file)) as shell:
        return shell.execute(query).fetchall()


def noted(file: Path) -> list[tuple[str, str]]:
    """What was noted of which path, in the order of paths and time."""
    found = rows(file, "SELECT url, noted FROM watch_notes ORDER BY url, position")
    return [(str(url).rpartition("/")[2], str(what)) for url, what in found]


def versions(file: Path, path: str) -> list[tuple[object, ...]]:
    """The texts of a page: whether each is current, and whether it has the later paragraph."""
    query = "SELECT current, instr(text, 'مددت') > 0 FROM pages WHERE name LIKE '%{}' ORDER BY 2"
    return rows(file, query.format(path))
