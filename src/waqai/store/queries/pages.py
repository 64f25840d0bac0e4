"""Pages as the records that were written."""

from typing import Any

from sqlalchemy import Connection, Select, Table, Text, bindparam, select

from waqai.model.annotated import DatedPage, DatedStory
from waqai.model.page import Page
from waqai.store import schema
from waqai.store.rows import OF_PAGE, OF_STORY, Row, from_rows


def page_of(connection: Connection, id: str) -> DatedPage:
    """The page with the id `id`. Raises ValueError when there is none."""
    [page] = _rows(connection, _PAGE, id)
    parts = {table: _rows(connection, _PARTS[table], id) for table in _PARTS}
    return from_rows(page, _rows(connection, _STORIES, id), parts)


def story_of(connection: Connection, id: str) -> tuple[Page, DatedStory]:
    """The story with the id `id`, as its page alone tells it, and its page.

    Raises ValueError when there is none.
    """
    page, _, position = id.rpartition(".")
    found = page_of(connection, page)
    return found.page, found.stories[int(position)]


def _rows(connection: Connection, query: Select[Any], page: str) -> list[Row]:
    found = connection.execute(query, {"page": page})
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
