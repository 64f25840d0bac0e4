"""Reading a chronicle: its pages as the records that were written."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select

from waqai.model.annotated import DatedPage
from waqai.model.quarantine import Quarantined
from waqai.store import schema
from waqai.store.opening import open_for_reading
from waqai.store.rows import Row, from_rows

_OF_PAGE = (schema.residue, schema.stamps)
_OF_STORY = (schema.blocks, schema.story_stamps, schema.times, schema.periods, schema.reasons)
_TEXTS = 256  # page texts held in memory while something walks over many pages


class Chronicle:
    """A chronicle's file, open for reading. Use it in a `with` statement, or close it.

    Raises FileNotFoundError when there is no such file, NotAChronicleError when it is another's.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.connection: Connection = open_for_reading(self.path).connect()
        self._text = lru_cache(_TEXTS)(self._read_text)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def pages(self) -> Iterator[DatedPage]:
        """The current pages, in the order of their names (by code point), then of their places."""
        pages = schema.pages.c
        query = select(pages.id).where(pages.current).order_by(pages.name, pages.source, pages.id)
        for id in self.connection.scalars(query).all():
            yield self._page(id)

    def quarantine(self) -> Iterator[Quarantined]:
        """What could not be read, in the order of its sources."""
        query = select(schema.quarantine).order_by(*schema.quarantine.c)
        for row in self.connection.execute(query):
            yield Quarantined(row.source, row.code, row.reason)

    def text(self, page: str) -> str:
        """The text of the page with the id `page`. Raises KeyError when there is none."""
        return self._text(page)

    def _read_text(self, page: str) -> str:
        pages = schema.pages.c
        text = self.connection.scalar(select(pages.text).where(pages.id == page))
        if text is None:
            raise KeyError(page)
        return str(text)

    def _page(self, id: str) -> DatedPage:
        pages, stories = schema.pages, schema.stories
        [page] = self._rows(select(pages).where(pages.c.id == id))
        told = self._rows(select(stories).where(stories.c.page == id).order_by(stories.c.position))
        parts = {
            table: self._rows(select(table).where(table.c.page == id).order_by(table.c.position))
            for table in _OF_PAGE
        }
        ids = [story["id"] for story in told]
        for table in _OF_STORY:
            of_stories = select(table).where(table.c.story.in_(ids)).order_by(table.c.position)
            parts[table] = self._rows(of_stories)
        return from_rows(page, told, parts)

    def _rows(self, query: object) -> list[Row]:
        return [dict(row) for row in self.connection.execute(query).mappings()]  # type: ignore[call-overload]
