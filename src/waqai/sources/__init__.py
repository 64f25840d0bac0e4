"""Stage 1: bytes → pages. What cannot be read is a row, never an exception."""

import itertools
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from waqai.model.page import Page, Stamp, StampRole
from waqai.model.quarantine import Quarantined
from waqai.model.settings import Limits, Settings
from waqai.sources.codes import Code, Refused
from waqai.sources.containers import contained
from waqai.sources.files import Found, Kind, find, why
from waqai.sources.guard import HtmlReader
from waqai.sources.making import empty_file, html_page, text_page
from waqai.sources.records import records
from waqai.sources.streams import chunks, taken

__all__ = ["read"]

_RECORD = re.compile(rb'\s*\{\s*["}]')
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)", re.I | re.S
)


def read(
    paths: Iterable[str | Path] | str | Path,
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> Iterator[Page | Quarantined]:
    """The pages at `paths`, one at a time, and a row for each thing that could not be read.

    A path is a file (.txt, .html, .htm, .xhtml, .jsonl, .ndjson, all also with .gz or .zst; .warc
    and .wet, also with .gz; .parquet), a folder (read with all folders inside, in the order of
    names), a pattern ("pages/**/*.html"), or "-": standard input, as JSON lines, HTML or text by
    its look. Paths are read in the order given.
    Nothing is raised for what a file holds or whether it opens; rows carry the codes of
    docs/errors.md.
    """
    given = _given(settings)
    several = [paths] if isinstance(paths, (str, Path)) else paths
    with HtmlReader(settings.limits) as html:
        for found in find(several):
            if isinstance(found, Quarantined):
                yield found
                continue
            for row in _rows(found, html, settings.limits):
                if given and isinstance(row, Page):
                    yield replace(row, stamps=(*given, *row.stamps))
                else:
                    yield row


def _given(settings: Settings) -> tuple[Stamp, ...]:
    day = settings.published
    return (Stamp(day, StampRole.GIVEN, day.isoformat()),) if day else ()


def _rows(found: Found, html: HtmlReader, limits: Limits) -> Iterator[Page | Quarantined]:
    try:
        with _opened(found) as stream:
            if found.kind in (Kind.CAPTURES, Kind.TABLE):
                yield from contained(found, html, limits)
            else:
                yield from _pages(found, stream, html, limits)
    except Refused as refused:
        yield refused.row(found.source)
    except (OSError, ValueError) as error:
        reason = f"{why(error)}; see that the file is there, whole, and may be read"
        yield Refused(Code.CANNOT_OPEN, reason).row(found.source)


def _opened(found: Found) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if found.path is None else found.path.open("rb")


def _pages(
    found: Found, stream: BinaryIO, html: HtmlReader, limits: Limits
) -> Iterator[Page | Quarantined]:
    kind = found.kind
    data = chunks(stream, found.packing)
    if kind is Kind.LOOK:
        kind, data = _look(data)
    if kind is Kind.RECORDS:
        empty = True
        for row in records(data, found.source, limits):
            empty = False
            yield row
        if empty:
            raise empty_file()
    elif kind is Kind.HTML:
        yield html_page(taken(data, limits.html_bytes), found.name, found.source, html)
    else:
        yield text_page(taken(data, limits.text_bytes), found.name, found.source)


def _look(data: Iterator[bytes]) -> tuple[Kind, Iterator[bytes]]:
    """What kind of content `data` is by its beginning, and all of it again."""
    head: list[bytes] = []
    while sum(map(len, head)) < 64 and (chunk := next(data, None)) is not None:
        head.append(chunk)
    start = b"".join(head).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    again = itertools.chain(head, data)
    if _RECORD.match(start):
        return Kind.RECORDS, again
    return (Kind.HTML if _MARKUP.match(start) else Kind.TEXT), again
