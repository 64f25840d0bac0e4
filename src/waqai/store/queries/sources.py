"""Stories as sources: where each can be read, who published it, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select

from waqai.model.chronicle import Window
from waqai.store import schema
from waqai.store.queries.published import EARLIEST, LATEST, STORIES
from waqai.store.rows.row import day_of


@dataclass(frozen=True, slots=True)
class Source:
    """A story as a source: `story` and `page` are ids, `name` is the page's name.

    `position` is the story's place on its page (from 0); `url` is as the page gives it, which may
    be any text. `published` is the window of its day by all that is known.
    """

    story: str
    page: str
    name: str
    position: int
    url: str | None
    title: str | None
    outlet: str | None
    author: str | None
    agency: str | None
    published: Window


def sources(connection: Connection) -> Iterator[Source]:
    """The stories of the current pages, in the order of their ids."""
    for row in connection.execute(_EVERY):
        yield _source(row)


def source_of(connection: Connection, story: str) -> Source:
    """The story with the id `story`. Raises KeyError when there is none."""
    row = connection.execute(_ONE, {"story": story}).one_or_none()
    if row is None:
        raise KeyError(story)
    return _source(row)


def _source(row: Row[Any]) -> Source:
    return Source(
        row.story,
        row.page,
        row.name,
        row.position,
        row.url,
        row.title,
        row.outlet,
        row.author,
        row.agency,
        Window(day_of(row.earliest), day_of(row.latest)),
    )


_STORY, _PAGE = schema.stories.c, schema.pages.c
_QUERY: Select[Any] = select(
    _STORY.id.label("story"),
    _PAGE.id.label("page"),
    _PAGE.name,
    _STORY.position,
    _PAGE.url,
    _STORY.title,
    _STORY.outlet,
    _STORY.author,
    _STORY.agency,
    EARLIEST.label("earliest"),
    LATEST.label("latest"),
).select_from(STORIES)
_ONE = _QUERY.where(_STORY.id == bindparam("story"))
_EVERY = _QUERY.where(_PAGE.current).order_by(_STORY.id)
