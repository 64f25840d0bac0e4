"""Watching: one round over feeds and their pages, what is new kept, what changed noted."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from waqai.chronicle.growth import Ledger, Reader, grow
from waqai.chronicle.identity import page_id
from waqai.chronicle.watchlist import Feed, Named, Noted, Watched, Watchlist, digest
from waqai.model.page import Page, StampRole
from waqai.model.quarantine import Quarantined
from waqai.model.settings import Limits
from waqai.sources.codes import Code, Refused
from waqai.sources.days import stamp
from waqai.sources.feeds import Entry, entries
from waqai.sources.fetching import Answer, Clock, Fetcher
from waqai.sources.fetching.urls import parsed
from waqai.sources.guard import HtmlReader
from waqai.sources.making import html_page

_FEED_BYTES = 5_000_000
_HOUR, _DAY = 3_600.0, 86_400.0
# Most changes come in the first hours, and hardly any after a week.
_AGES = (_HOUR, 6 * _HOUR, _DAY, 3 * _DAY, 7 * _DAY)
_PATIENCE = (_HOUR / 4, _HOUR, 6 * _HOUR, _DAY, 3 * _DAY)
_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did. `due` is when the next thing is (seconds since 1970), None for never."""

    new: int = 0
    changed: int = 0
    gone: int = 0
    set_aside: int = 0
    due: float | None = None


class Watcher:
    """One round. `every` is the seconds from one polling of a feed to the next."""

    def __init__(
        self,
        watchlist: Watchlist,
        ledger: Ledger,
        reader: Reader,
        fetcher: Fetcher,
        html: HtmlReader,
        every: float,
        limits: Limits,
        clock: Clock,
        tell: Callable[[Page | Quarantined], None],
    ) -> None:
        self._list, self._ledger, self._reader = watchlist, ledger, reader
        self._fetcher, self._html, self._clock = fetcher, html, clock
        self._every, self._limits, self._tell = every, limits, tell
        self._noted: dict[Noted, int] = defaultdict(int)
        self._set_aside = 0

    def round(self, feeds: Sequence[str]) -> Round:
        """Poll those of `feeds` that are due, then look at their pages that are.

        Whatever a site does costs that feed or page alone. A round that is stopped has kept all
        but the page in hand; the next one goes on from there.
        """
        self._list.follow(feeds, self._clock.now())
        # A timer does not strike on the second: what is nearly due is due.
        soon = self._clock.now() + self._every / 10
        for feed in self._list.feeds(feeds):
            if feed.due <= soon and not self._fetcher.rests(feed.url):
                self._poll(feed)
        for watched in self._by_host(self._list.pages(feeds, self._clock.now())):
            if not self._fetcher.rests(watched.url):  # it stays due
                self._look(watched)
        noted = self._noted
        return Round(
            noted[Noted.NEW],
            noted[Noted.CHANGED],
            noted[Noted.GONE],
            self._set_aside,
            self._list.next_due(feeds),
        )

    def _by_host(self, pages: Iterable[Watched]) -> Iterator[Watched]:
        """`pages`, always of the host next that may be asked soonest."""
        waiting: dict[str, deque[Watched]] = defaultdict(deque)
        for watched in pages:
            waiting[urlsplit(watched.url).netloc].append(watched)
        while waiting:
            host = min(waiting, key=lambda host: self._fetcher.left(waiting[host][0].url))
            yield waiting[host].popleft()
            if not waiting[host]:
                del waiting[host]

    def _poll(self, feed: Feed) -> None:
        try:
            with _one_alone():
                answer = self._fetcher.fetch(feed.url, _FEED_BYTES, feed.etag, feed.modified)
                found = self._named(answer) if answer.status == 200 else []
            if answer.status not in (200, 304):
                raise _said(answer)
        except Refused as refused:
            self._refuse(feed.url, refused)
            wait = min(self._every * 2 ** min(feed.failures, 10), max(_DAY, self._every))
            now = self._clock.now()
            failed = replace(feed, fetched=now, due=now + wait, failures=feed.failures + 1)
            self._list.polled(failed)
            return
        self._list.excuse(feed.url)
        now = self._clock.now()
        self._list.polled(
            replace(
                feed,
                due=now + self._every,
                etag=answer.etag or (feed.etag if answer.status == 304 else None),
                modified=answer.modified or (feed.modified if answer.status == 304 else None),
                status=answer.status,
                fetched=now,
                failures=0,
            ),
            found,
        )

    def _named(self, answer: Answer) -> list[Named]:
        return list(self._addressed(entries(answer.body, answer.url, answer.kind, self._limits)))

    def _addressed(self, found: Iterable[Entry]) -> Iterator[Named]:
        for entry in found:
            try:
                yield Named(str(parsed(entry.url)), entry.published, entry.updated)
            except Refused as refused:
                self._refuse(entry.url, refused)

    def _look(self, watched: Watched) -> None:
        try:
            with _one_alone():
                answer = self._fetcher.fetch(
                    watched.url, self._limits.html_bytes, watched.etag, watched.modified
                )
            if _is_gone(answer, watched) and watched.page:
                self._lose(watched, answer)
                return
            if answer.status not in (200, 304):
                raise _said(answer)
        except Refused as refused:
            self._refuse(watched.url, refused)
            self._list.looked(_put_off(watched, self._clock.now()))
            return
        self._list.excuse(watched.url)
        seen = replace(watched, status=answer.status, failures=0, fetched=self._clock.now())
        seen = replace(seen, due=_next_look(seen, self._clock.now()))
        if answer.status == 304:
            self._note(replace(seen, gone=False), Noted.BACK if watched.gone else None)
            return
        try:
            with _one_alone():
                page = self._read(answer, watched)
        except Refused as refused:
            self._refuse(watched.url, refused)
            self._list.looked(seen)
            return
        self._keep(page, replace(seen, etag=answer.etag, modified=answer.modified))

    def _lose(self, watched: Watched, answer: Answer) -> None:
        """Note that a page that was there is not there any more. What it said stays."""
        self._list.excuse(watched.url)
        now = self._clock.now()
        seen = replace(watched, status=answer.status, failures=0, fetched=now, gone=True)
        self._note(
            replace(seen, due=None if answer.status == 410 else _next_look(seen, now)),
            None if watched.gone else Noted.GONE,
        )

    def _keep(self, page: Page, seen: Watched) -> None:
        now_said = digest(page)
        if now_said == seen.digest:
            self._note(replace(seen, gone=False), Noted.BACK if seen.gone else None)
            return
        growth = grow([page], self._ledger, self._reader, self._tell)
        if growth.quarantined:
            self._set_aside += 1
            self._list.looked(replace(seen, etag=None, modified=None))
            return
        id = page_id(page)
        if growth.known:  # a text that was there before has come back
            self._list.make_current(id)
        noted = Noted.CHANGED if seen.page else Noted.NEW
        self._note(replace(seen, page=id, digest=now_said, gone=False), noted)

    def _read(self, answer: Answer, watched: Watched) -> Page:
        """The page, with the feed's day where it has no day of publication of its own."""
        page = html_page(answer.body, watched.url, watched.url, self._html, answer.charset)
        if page.url is None:
            page = replace(page, url=answer.url)
        told = watched.published and stamp(watched.published, StampRole.PUBLISHED)
        if not told or any(s.role is StampRole.PUBLISHED for s in page.stamps):
            return page
        return replace(page, stamps=(told, *page.stamps))

    def _note(self, watched: Watched, noted: Noted | None) -> None:
        self._list.looked(watched, noted)
        if noted is not None:
            self._noted[noted] += 1

    def _refuse(self, source: str, refused: Refused) -> None:
        row = refused.row(source)
        self._ledger.set_aside(row)
        self._set_aside += 1
        self._tell(row)


@contextmanager
def _one_alone() -> Iterator[None]:
    """Make of a fault of ours a refusal, so that it costs one feed or page alone."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        reason = f"waqai failed on it ({type(error).__name__}): please report the address"
        raise Refused(Code.EXTRACTOR_FAILED, reason) from error


def _is_gone(answer: Answer, watched: Watched) -> bool:
    """Whether the page is not there any more: the server says so, or sends us to its front page."""
    if answer.status in _GONE:
        return True
    asked, given = urlsplit(watched.url), urlsplit(answer.url)
    elsewhere = answer.url != watched.url and asked.path.strip("/") != ""
    return answer.status == 200 and elsewhere and given.path.strip("/") == "" and not given.query


def _next_look(watched: Watched, now: float) -> float | None:
    return next((watched.found + age for age in _AGES if watched.found + age > now), None)


def _put_off(watched: Watched, now: float) -> Watched:
    """`watched` after a failure: later each time, and at last not any more."""
    failures = watched.failures + 1
    due = now + _PATIENCE[watched.failures] if failures <= len(_PATIENCE) else None
    return replace(watched, fetched=now, failures=failures, due=due)


def _said(answer: Answer) -> Refused:
    reason = f"the server answers with status {answer.status}"
    return Refused(Code.NOT_FETCHED, reason)
