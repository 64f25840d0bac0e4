"""What a watch knows, in the chronicle's own file: one transaction a step, so nothing is lost."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, RowMapping, Table, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from waqai.chronicle.watchlist import Feed, Named, Noted, Watched
from waqai.sources.fetching import Robots
from waqai.store import schema
from waqai.store.marks import FINDINGS, unmark
from waqai.store.opening import open_for_writing

_FEEDS, _PAGES, _NOTES = schema.watch_feeds, schema.watch_pages, schema.watch_notes
_ROBOTS = schema.watch_robots
_MOMENTS = frozenset({"due", "fetched", "found", "until"})


class FileWatchlist:
    """The watchlist of the chronicle at `path`, which is made when it is not there.

    Use it in a `with` statement. Raises what opening a chronicle for writing raises.
    """

    def __init__(self, path: Path) -> None:
        self._connection: Connection = open_for_writing(path).connect()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def follow(self, feeds: Iterable[str], now: float) -> None:
        """Begin to follow those of `feeds` that are new."""
        with self._connection.begin():
            for url in feeds:
                statement = upsert(_FEEDS).values(_row(Feed(url, now))).on_conflict_do_nothing()
                self._connection.execute(statement)

    def feeds(self, urls: Iterable[str]) -> list[Feed]:
        """The feeds of `urls`, in their order."""
        wanted = list(urls)
        with self._connection.begin():
            rows = self._connection.execute(select(_FEEDS).where(_FEEDS.c.url.in_(wanted)))
            known = {row.url: Feed(**_values(row._mapping)) for row in rows}
        return [known[url] for url in dict.fromkeys(wanted) if url in known]

    def pages(self, feeds: Iterable[str], due: float) -> list[Watched]:
        """The pages of `feeds` that are due by then, the longest due first."""
        query = (
            select(_PAGES)
            .where(_PAGES.c.feed.in_(list(feeds)), _PAGES.c.due <= _written(due))
            .order_by(_PAGES.c.due, _PAGES.c.url)
        )
        with self._connection.begin():
            return [Watched(**_values(row._mapping)) for row in self._connection.execute(query)]

    def next_due(self, feeds: Iterable[str]) -> float | None:
        """When the next of the feeds or of their pages is due."""
        wanted = list(feeds)
        with self._connection.begin():
            moments = [
                self._connection.scalar(select(func.min(table.c.due)).where(column.in_(wanted)))
                for table, column in ((_FEEDS, _FEEDS.c.url), (_PAGES, _PAGES.c.feed))
            ]
        return min((_moment(text) for text in moments if text is not None), default=None)

    def polled(self, feed: Feed, named: Iterable[Named] = ()) -> None:
        """Keep `feed` as it now is, and what it names: what is new or updated is due at once."""
        with self._connection.begin():
            self._put(_FEEDS, _row(feed))
            for page in named:
                self._name(feed, page)

    def looked(self, watched: Watched, noted: Noted | None = None) -> None:
        """Keep `watched` as it now is, with what was noted of it at its `fetched`."""
        row = _row(watched)
        with self._connection.begin():
            self._put(_PAGES, row)
            if noted is None:
                return
            last = select(func.max(_NOTES.c.position)).where(_NOTES.c.url == watched.url)
            position = self._connection.scalar(last)
            note = {
                "url": watched.url,
                "position": 0 if position is None else position + 1,
                "noted": noted.value,
                "at": row["fetched"],
                "page": watched.page,
            }
            self._connection.execute(insert(_NOTES).values(note))

    def excuse(self, source: str) -> None:
        """What could not be had of `source` before has now been had."""
        table = schema.quarantine
        with self._connection.begin():
            self._connection.execute(delete(table).where(table.c.source == source))

    def make_current(self, page: str) -> None:
        """Let the page with this id be the current one of its name and source."""
        pages = schema.pages
        with self._connection.begin():
            row = self._connection.execute(select(pages).where(pages.c.id == page)).one()
            if row.current:
                return
            same = (pages.c.name == row.name, pages.c.source == row.source)
            self._connection.execute(update(pages).where(*same).values(current=False))
            of_id = update(pages).where(pages.c.id == page).values(current=True)
            self._connection.execute(of_id)
            unmark(self._connection, FINDINGS)

    def robots(self, origin: str) -> Robots | None:
        """What was kept of `origin`, out of date or not."""
        query = select(_ROBOTS.c.text, _ROBOTS.c.until).where(_ROBOTS.c.origin == origin)
        with self._connection.begin():
            row = self._connection.execute(query).one_or_none()
        return None if row is None else Robots(**_values(row._mapping))

    def keep_robots(self, origin: str, robots: Robots) -> None:
        """Keep it, in the place of what was there."""
        with self._connection.begin():
            self._put(_ROBOTS, {"origin": origin, **_row(robots)})

    def _name(self, feed: Feed, page: Named) -> None:
        now = feed.fetched or feed.due
        known = self._connection.execute(
            select(_PAGES.c.updated).where(_PAGES.c.url == page.url)
        ).one_or_none()
        if known is None:
            watched = Watched(page.url, feed.url, now, now, page.published, page.updated)
            self._put(_PAGES, _row(watched))
        elif page.updated is not None and page.updated != known.updated:
            again = {"updated": page.updated, "due": _written(now)}
            self._connection.execute(update(_PAGES).where(_PAGES.c.url == page.url).values(again))

    def _put(self, table: Table, row: dict[str, Any]) -> None:
        keys = [column.name for column in table.primary_key]
        others = {name: value for name, value in row.items() if name not in keys}
        statement = upsert(table).values(row).on_conflict_do_update(keys, set_=others)
        self._connection.execute(statement)


def _row(record: Feed | Watched | Robots) -> dict[str, Any]:
    """The columns of a record, its moments as text."""
    return {
        name: _written(value) if name in _MOMENTS and value is not None else value
        for name, value in asdict(record).items()
    }


def _values(row: RowMapping) -> dict[str, Any]:
    return {
        name: _moment(value) if name in _MOMENTS and value is not None else value
        for name, value in row.items()
    }


def _written(moment: float) -> str:
    at = datetime.fromtimestamp(moment, UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _moment(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()
