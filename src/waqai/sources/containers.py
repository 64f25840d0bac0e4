"""Files that hold many pages and are opened in a child process: web archives and tables."""

from collections.abc import Iterator
from dataclasses import replace

from waqai.model.page import Page, Stamp, StampRole
from waqai.model.quarantine import Quarantined
from waqai.model.settings import Limits
from waqai.sources import worker
from waqai.sources.answers import Capture, TableRow, Unread
from waqai.sources.clean import clean_text
from waqai.sources.codes import Refused
from waqai.sources.days import address_stamp, stamp
from waqai.sources.files import Found, Kind
from waqai.sources.guard import HtmlReader, items
from waqai.sources.making import empty_file, html_page, text_page
from waqai.sources.records import page_of


def contained(found: Found, html: HtmlReader, limits: Limits) -> Iterator[Page | Quarantined]:
    """The pages in a web archive or a table, and a row for each that could not be read.

    A page's source is `FILE#PLACE`: the offset of the record, or of its gzip member, or the
    number of the row, counted from 1. Raises Refused for the rest of the file.
    """
    served = worker.CAPTURES if found.kind is Kind.CAPTURES else worker.TABLE
    empty = True
    for item in items(served, str(found.path), limits):
        if item is None:
            continue
        empty = False
        place = f"{found.source}#{_place(item)}"
        try:
            if isinstance(item, Unread):
                raise Refused(item.code, item.reason)
            if isinstance(item, Capture):
                yield _captured(item, place, html)
            elif isinstance(item, TableRow):
                yield from page_of(item.fields, place, limits)
        except Refused as refused:
            yield refused.row(place)
    if empty:
        raise empty_file()


def _place(item: object) -> object:
    if isinstance(item, TableRow):
        return item.number
    return item.place if isinstance(item, (Capture, Unread)) else "?"


def _captured(capture: Capture, place: str, html: HtmlReader) -> Page:
    """The page of a capture: its address is where it was fetched, its clock the time of that."""
    name = clean_text(capture.id) or place
    url = clean_text(capture.url.strip()) if capture.url else None
    if capture.html:
        page = html_page(capture.content, name, place, html, capture.charset)
    else:
        page = text_page(capture.content, name, place)
    stamps = list(page.stamps)
    if url and url != page.url:
        stamps = [one for one in stamps if one.role is not StampRole.URL]
        stamps += _known(address_stamp(url))
    stamps += _known(stamp(capture.day, StampRole.CLOCK) if capture.day else None)
    return replace(page, url=url or page.url, stamps=tuple(stamps))


def _known(found: Stamp | None) -> list[Stamp]:
    return [found] if found else []
