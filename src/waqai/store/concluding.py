"""From the briefs of all stories to the findings in the file: one transaction."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, delete, select

from waqai.chronicle.briefs import MAKER, briefs_of
from waqai.model.chronicle import Brief, Findings, Judgement
from waqai.resolve.neighbours import Reread
from waqai.store import schema
from waqai.store.findings.writing import write
from waqai.store.inserting import put
from waqai.store.marks import BRIEFS, FINDINGS, mark, marks
from waqai.store.queries.judgements import judgements
from waqai.store.queries.pages import page_of, story_of
from waqai.store.rows.briefs import pack, unpack

Make = Callable[[Iterable[Brief], Reread, Iterable[Judgement]], Findings]


def conclude(connection: Connection, make: Make, reader: str) -> None:
    """Make the findings of the current pages and write them, in the transaction that is open."""
    _renew_briefs(connection)
    with _no_collecting():
        judged = judgements(connection)
        found = make(_briefs(connection), lambda id: story_of(connection, id), judged)
        write(connection, found)
    mark(connection, **{FINDINGS: reader})


def brief_rows(briefs: Iterable[Brief]) -> Iterator[dict[str, object]]:
    """The rows of `briefs`."""
    return ({"story": brief.report.id, "brief": pack(brief)} for brief in briefs)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without the search for cycles: millions of small records that have none cost it half the time
    of a conclusion."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _briefs(connection: Connection) -> Iterator[Brief]:
    """The briefs of the stories of the current pages."""
    stories, pages = schema.stories.c, schema.pages.c
    query = (
        select(schema.briefs.c.brief)
        .join(schema.stories, stories.id == schema.briefs.c.story)
        .join(schema.pages, pages.id == stories.page)
        .where(pages.current)
    )
    return map(unpack, connection.scalars(query))


def _renew_briefs(connection: Connection) -> None:
    """Make the briefs that are missing, and all when they are made otherwise now."""
    if marks(connection).get(BRIEFS) != MAKER:
        connection.execute(delete(schema.briefs))
        mark(connection, **{BRIEFS: MAKER})
    stories, known = schema.stories.c, select(schema.briefs.c.story)
    query = select(stories.page).where(stories.id.not_in(known)).distinct()
    for id in connection.scalars(query).all():
        connection.execute(
            delete(schema.briefs).where(
                schema.briefs.c.story.in_(select(stories.id).where(stories.page == id))
            )
        )
        put(connection, schema.briefs, list(brief_rows(briefs_of(page_of(connection, id), id))))
