"""What is known of the feeds and pages that a chronicle watches, and where that is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Protocol

from waqai.model.page import Page
from waqai.sources.fetching import RobotsShelf


class Noted(StrEnum):
    """What was seen of a page that had not been seen before."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. Moments are seconds since 1970; `failures` are those since it last answered."""

    url: str
    due: float
    etag: str | None = None
    modified: str | None = None
    status: int | None = None
    fetched: float | None = None
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A page as a feed names it: its address, and its days as they are written there."""

    url: str
    published: str | None
    updated: str | None


@dataclass(frozen=True, slots=True)
class Watched:
    """A page that a feed named. `due` None: it is not looked at any more.

    `page` is the id of the version last seen, `digest` that of its title and text; both None while
    none could be read.
    """

    url: str
    feed: str
    found: float
    due: float | None
    published: str | None = None
    updated: str | None = None
    etag: str | None = None
    modified: str | None = None
    status: int | None = None
    fetched: float | None = None
    failures: int = 0
    page: str | None = None
    digest: str | None = None
    gone: bool = False


class Watchlist(RobotsShelf, Protocol):
    """Where the watch keeps what it did. Each call is whole or not at all, and lasts."""

    def follow(self, feeds: Iterable[str], now: float) -> None:
        """Begin to follow those of `feeds` that are new."""
        ...

    def feeds(self, urls: Iterable[str]) -> list[Feed]:
        """The feeds of `urls`, in their order."""
        ...

    def pages(self, feeds: Iterable[str], due: float) -> list[Watched]:
        """The pages of `feeds` that are due by then, the longest due first."""
        ...

    def next_due(self, feeds: Iterable[str]) -> float | None:
        """When the next of the feeds or of their pages is due."""
        ...

    def polled(self, feed: Feed, named: Iterable[Named] = ()) -> None:
        """Keep `feed` as it now is, and what it names: what is new or updated is due at once."""
        ...

    def looked(self, watched: Watched, noted: Noted | None = None) -> None:
        """Keep `watched` as it now is, with what was noted of it at its `fetched`."""
        ...

    def excuse(self, source: str) -> None:
        """What could not be had of `source` before has now been had."""
        ...

    def make_current(self, page: str) -> None:
        """Let the page with this id be the current one of its name and source."""
        ...


def digest(page: Page) -> str:
    """What tells two versions of a page apart: its title and its text, not the stamps around."""
    content = f"{page.title or ''}\0{page.text}".encode("utf-8", "replace")
    return blake2b(content, digest_size=10).hexdigest()
