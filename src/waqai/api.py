"""waqai from Python: read, annotate, build, open a chronicle.

What is heavy (the HTML reader, the database) is imported by the function that needs it, so that
`import waqai` costs next to nothing.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from waqai.model.annotated import DatedPage
from waqai.model.page import Page, Stamp, StampRole
from waqai.model.quarantine import Quarantined
from waqai.model.settings import Limits, Settings

if TYPE_CHECKING:
    from waqai.chronicle.growth import Growth
    from waqai.chronicle.watching import Round
    from waqai.model.chronicle import Judgement, Verdict
    from waqai.sources.fetching import Clock, Fetcher, RobotsShelf
    from waqai.store.reading import Chronicle

Paths = str | Path | Iterable[str | Path]
Readable = Page | Path | str
Hear = Callable[[Quarantined], None]

_log = logging.getLogger("waqai")
_BREATH = 30.0  # seconds between two rounds of a watch, at least


def read(
    paths: Paths, *, published: date | str | None = None, limits: Limits | None = None
) -> Iterator[Page | Quarantined]:
    """The pages found at `paths`: files, folders, globs; "-" is standard input.

    `published` (a day, ISO when a string) is taken as the publication day of every page. What
    cannot be read comes as a Quarantined. Raises ValueError when `published` is no day.

    >>> for page in waqai.read("pages/"):  # doctest: +SKIP
    ...     print(page)
    """
    from waqai.sources import read as read_sources

    yield from read_sources(_listed(paths), _settings(published, limits))


def annotate(
    what: Readable | Iterable[Readable | Quarantined],
    *,
    published: date | str | None = None,
    limits: Limits | None = None,
    on_quarantine: Hear | None = None,
) -> Iterator[DatedPage]:
    """Pages with their stories, times and days, one by one as they are read.

    `what` is one or many of: a Page; a Path, for all pages found there; a str, which is a page's
    text. What could not be read goes to `on_quarantine`; without one, to the log "waqai" as a
    warning. Raises ValueError when `published` is no day, or a str looks like a path.

    >>> text = "وصل الوفد اليوم السبت."
    >>> for page in waqai.annotate(text, published="2025-08-16"):  # doctest: +SKIP
    ...     print([timex.value for timex in page.stories[0].times])
    ['2025-08-16']
    """
    from waqai.chronicle.single import date_single

    settings = _settings(published, limits)
    hear = on_quarantine or _warn
    for arrival in _arrivals(what, settings):
        reading: Page | DatedPage | Quarantined = arrival
        if isinstance(arrival, Page):
            reading = date_single(arrival, settings.limits.seconds)
        if isinstance(reading, Quarantined):
            hear(reading)
        elif isinstance(reading, DatedPage):
            yield reading


def build(
    what: Paths | Iterable[Page],
    out: str | Path,
    *,
    published: date | str | None = None,
    limits: Limits | None = None,
    tell: Callable[[Page | Quarantined], None] | None = None,
    grown: bool = False,
) -> "Growth":
    """Read pages into the chronicle at `out`, which is made when it is not there.

    `what` is paths as for `read`, or Page objects. Pages that the chronicle knows change nothing;
    each new page is written when it is read, so that a run that was stopped can be run again. Then
    what all pages say together is worked out, and written in one step: happenings, announcements,
    positions, conflicts. The result is the same in whatever order and batches pages come.
    `tell` hears of each page, and of each thing set aside, in its turn. Raises ValueError when
    `published` is no day, OSError when `out` is another program's file or its folder is missing,
    or with `grown` when it is not there.

    >>> growth = waqai.build("pages/", "file.db")  # doctest: +SKIP
    >>> print(growth.new, growth.known, growth.quarantined)  # doctest: +SKIP
    12 0 1
    """
    from waqai import __version__
    from waqai.chronicle.extending import extend
    from waqai.chronicle.growth import grow
    from waqai.chronicle.making import make
    from waqai.chronicle.single import date_single
    from waqai.store.writing import Writer

    settings = _settings(published, limits)
    arrivals = _arrivals(_as_paths(what), settings)
    with Writer(Path(out), reader=__version__, grown=grown) as ledger:
        growth = grow(
            arrivals,
            ledger,
            lambda page: date_single(page, settings.limits.seconds),
            tell or _warn_of_quarantined,
        )
        ledger.conclude(make, extend)
    return growth


def watch(
    feeds: str | Iterable[str],
    out: str | Path,
    *,
    every: float = 15,
    limits: Limits | None = None,
    tell: Callable[[Page | Quarantined], None] | None = None,
    fetcher: "Callable[[RobotsShelf, Clock], Fetcher] | None" = None,
    clock: "Clock | None" = None,
) -> "Iterator[Round]":
    """Poll RSS and Atom feeds `every` so many minutes, and grow the chronicle at `out` by them.

    Gives what each round did, without end, and waits until something is due before it goes on:
    take one with `next` for one round. What is new of the pages is kept, what changed is kept
    beside what it was before, what disappeared is noted; docs/watch.md says how. Stop it when you
    like: all but the page in hand is kept in the file, and the next watch goes on from there.
    `tell` hears of each page, and of each thing set aside. `fetcher` makes another than the usual
    one, which fetches from public addresses only. Raises ValueError for a feed that is no address
    on the web, OSError as `build` does.

    >>> for round in waqai.watch("https://example.org/feed", "file.db"):  # doctest: +SKIP
    ...     print(round.new, round.changed, round.gone)
    """
    from waqai import __version__
    from waqai.chronicle.extending import extend
    from waqai.chronicle.making import make
    from waqai.chronicle.single import date_single
    from waqai.chronicle.watching import Watcher
    from waqai.sources.fetching import Clock, Fetcher, feed_addresses
    from waqai.sources.guard import HtmlReader
    from waqai.store.watching import FileWatchlist
    from waqai.store.writing import Writer

    bounds, time, path = limits or Limits(), clock or Clock(), Path(out)
    addresses = feed_addresses([feeds] if isinstance(feeds, str) else feeds)
    with FileWatchlist(path) as watchlist, HtmlReader(bounds) as html:
        fetches = (
            fetcher(watchlist, time)
            if fetcher
            else Fetcher(f"waqai/{__version__}", clock=time, shelf=watchlist)
        )
        while True:
            with Writer(path, reader=__version__) as ledger:
                watcher = Watcher(
                    watchlist,
                    ledger,
                    lambda page: date_single(page, bounds.seconds),
                    fetches,
                    html,
                    every * 60,
                    bounds,
                    time,
                    tell or _warn_of_quarantined,
                )
                done = watcher.round(addresses)
                ledger.conclude(make, extend)
            yield done
            if done.due is None:
                return
            time.sleep(max(done.due - time.now(), _BREATH))


def open_chronicle(path: str | Path) -> "Chronicle":
    """The chronicle at `path`, for reading; close it, or use it in a `with` statement.

    Raises FileNotFoundError when there is none, OSError when the file is something else.

    >>> with waqai.open_chronicle("file.db") as chronicle:  # doctest: +SKIP
    ...     for page in chronicle.pages():
    ...         print(page.page.name, [story.published.day for story in page.stories])
    """
    from waqai.store.reading import Chronicle

    return Chronicle(path)


def export(
    chronicle: "Chronicle", format: str, out: str | Path, *, what: Iterable[str] = ()
) -> tuple[Path, ...]:
    """Write an open chronicle to `out` in one of the formats of `waqai export`; gives the files.

    `what` names tables of the format, by default all. Where each table is a file of its own, `out`
    is a folder. Raises ValueError when there is no such format or table, OSError when it cannot be
    written, ImportError when a package is missing.

    >>> with waqai.open_chronicle("file.db") as chronicle:  # doctest: +SKIP
    ...     export(chronicle, "csv", "tables/", what=["happenings", "events"])
    """
    from waqai.exports.formats import FORMATS
    from waqai.exports.writing import write

    if format not in FORMATS:
        raise ValueError(f"There is no format {format}: name one of {', '.join(FORMATS)}.")
    return write(chronicle, FORMATS[format], Path(out), tuple(what))


def judge(path: str | Path, verdict: "Verdict | str", first: str, second: str) -> "Judgement":
    """Say that two things of the chronicle at `path` are the "same", or "different".

    `first` and `second` are ids of entities or of happenings, or "STORY#EVENT" for one event of a
    story. The findings are made anew. The judgement outlives every build until `unjudge`.
    Raises ValueError when there are no such two things, OSError as `build` does.
    """
    from waqai import __version__
    from waqai.chronicle.extending import extend
    from waqai.chronicle.making import make
    from waqai.model.chronicle import Judgement, Verdict
    from waqai.store.writing import Writer

    with Writer(Path(path), reader=__version__, grown=True) as ledger:
        low, high = sorted((ledger.judged(first), ledger.judged(second)))
        if low == high:
            raise ValueError(f"{first} and {second} are one thing: name two.")
        judgement = Judgement(low, high, Verdict(verdict))
        ledger.judge(judgement)
        ledger.conclude(make, extend)
    return judgement


def unjudge(path: str | Path, first: str, second: str) -> bool:
    """Undo what was judged of the two: whether there was something. Raises OSError as `build`."""
    from waqai import __version__
    from waqai.chronicle.extending import extend
    from waqai.chronicle.making import make
    from waqai.store.writing import Writer

    with Writer(Path(path), reader=__version__, grown=True) as ledger:
        found = ledger.withdraw(first, second)
        if found:
            ledger.conclude(make, extend)
    return found


def _settings(published: date | str | None, limits: Limits | None) -> Settings:
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return Settings(limits or Limits(), day)


def _listed(paths: Paths) -> list[Path]:
    return [Path(p) for p in ([paths] if isinstance(paths, str | Path) else paths)]


def _as_paths(what: Paths | Iterable[Page]) -> Readable | Iterator[Readable]:
    """`what` with each str as a path: what is built comes from files, or is a Page."""
    if isinstance(what, str | Path):
        return Path(what)
    return (Path(item) if isinstance(item, str) else item for item in what)


def _arrivals(
    what: Readable | Iterable[Readable | Quarantined], settings: Settings
) -> Iterator[Page | Quarantined]:
    items = [what] if isinstance(what, Page | Path | str) else what
    for position, item in enumerate(items, 1):
        if isinstance(item, Path):
            yield from read(item, published=settings.published, limits=settings.limits)
        elif isinstance(item, Quarantined):
            yield item
        else:
            page = _text_page(item, position) if isinstance(item, str) else item
            yield _given(page, settings.published)


def _text_page(text: str, position: int) -> Page:
    if "\n" not in text and _is_path(text):
        raise ValueError(f"{text!r} names a file: give Path({text!r}) to read it.")
    return Page(f"text-{position}", text)


def _is_path(text: str) -> bool:
    try:
        return Path(text).exists()
    except OSError:  # too long for a name
        return False


def _given(page: Page, published: date | None) -> Page:
    """`page` with the day that the user gives it."""
    if published is None:
        return page
    stamp = Stamp(published, StampRole.GIVEN, published.isoformat())
    return replace(page, stamps=(stamp, *page.stamps))


def _warn(thing: Quarantined) -> None:
    _log.warning("%s %s: %s", thing.code, thing.source, thing.reason)


def _warn_of_quarantined(thing: Page | Quarantined) -> None:
    if isinstance(thing, Quarantined):
        _warn(thing)
