"""Reading a chronicle: its pages as the records that were written."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Select, Table, Text, bindparam, select

from waqai.model.annotated import DatedPage
from waqai.model.quarantine import Quarantined
from waqai.store import schema
from waqai.store.opening import open_for_reading
from waqai.store.rows import OF_PAGE, OF_STORY, Row, from_rows

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
        [page] = self._rows(_PAGE, id)
        told = self._rows(_STORIES, id)
        return from_rows(page, told, {table: self._rows(_PARTS[table], id) for table in _PARTS})

    def _rows(self, query: Select[Any], page: str) -> list[Row]:
        found = self.connection.execute(query, {"page": page})
        columns = tuple(found.keys())
        return [dict(zip(columns, row, strict=True)) for row in found]


def _of_page(table: Table) -> Select[Any]:
    return select(table).where(table.c.page == _ID).order_by(table.c.position)


def _of_stories(table: Table) -> Select[Any]:
    stories = schema.stories.c
    whose = table.c.story.in_(select(stories.id).where(stories.page == _ID))
    return select(table).where(whose).order_by(table.c.story, table.c.position)


#: Made once: to make a query takes longer than to run it.
_ID = bindparam("page", type_=Text)
_PAGE = select(schema.pages).where(schema.pages.c.id == _ID)
_STORIES = _of_page(schema.stories)
_PARTS = {
    **{table: _of_page(table) for table in OF_PAGE},
    **{table: _of_stories(table) for table in OF_STORY},
}
