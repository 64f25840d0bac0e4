"""From the briefs of all stories to the findings in the file: one transaction."""

import gc
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager

from sqlalchemy import Connection, delete, func, select

from waqai.chronicle.briefs import MAKER, briefs_of
from waqai.chronicle.extending import Extension
from waqai.chronicle.identity import announcement_id
from waqai.chronicle.shelf import Shelf
from waqai.model.chronicle import Brief, Judgement
from waqai.model.findings import Findings
from waqai.resolve.neighbours import Reread
from waqai.store import schema
from waqai.store.findings.grounding import put_ground, put_stories, take_ground, take_stories
from waqai.store.findings.writing import Scope, forget_ground, write
from waqai.store.inserting import put
from waqai.store.marks import BRIEFS, FINDINGS, GROUND, mark, marks
from waqai.store.queries.judgements import judgements
from waqai.store.queries.pages import page_of, story_of
from waqai.store.rows.briefs import pack, unpack
from waqai.store.shelf import FileShelf

Make = Callable[[Iterable[Brief], Reread, Iterable[Judgement]], Findings]
Extend = Callable[[Shelf, Set[str], Set[str], Iterable[Judgement]], Extension]

#: A change of more than one story in so many is cheaper made with all the others.
_FEW = 20


def conclude(connection: Connection, make: Make, extend: Extend | None, reader: str) -> None:
    """Make the findings of the current pages and write them, in the transaction that is open.

    Where the findings that are there can be grown by what came and went since, `extend` does it.
    """
    _renew_briefs(connection)
    with _no_collecting():
        if extend is None or not _extended(connection, extend, reader):
            _make(connection, make, reader)
    mark(connection, **{FINDINGS: reader})


def _make(connection: Connection, make: Make, reader: str) -> None:
    """Make all findings anew, and what they can be extended on."""
    briefs = list(_briefs(connection))
    found = make(briefs, lambda id: story_of(connection, id), judgements(connection))
    write(connection, found)
    forget_ground(connection)
    if found.ground is not None:
        put_ground(connection, found.ground)
        put_stories(connection, briefs)
        mark(connection, **{GROUND: reader})


def _extended(connection: Connection, extend: Extend, reader: str) -> bool:
    """Whether the findings could be extended by what came and went."""
    if marks(connection).get(GROUND) != reader:
        return False
    stories, pages, accounts = schema.stories.c, schema.pages.c, schema.accounts.c
    current = select(stories.id).join(schema.pages, pages.id == stories.page).where(pages.current)
    known = select(accounts.story)
    new = {*connection.scalars(current.where(stories.id.not_in(known)))}
    gone = {*connection.scalars(known.where(accounts.story.not_in(current)))}
    undated = current.where(stories.id.in_(new), stories.published.is_(None))
    many = connection.scalar(select(func.count()).select_from(schema.accounts)) or 0
    if len(new) + len(gone) > many / _FEW or connection.scalar(undated.limit(1)) is not None:
        return False
    shelf = FileShelf(connection, gone)
    extension = extend(shelf, new, gone, judgements(connection))
    take_stories(connection, shelf.briefs(gone).values())
    take_ground(connection, extension.stories_anew, extension.nodes)
    write(connection, extension.findings, _scope(extension))
    put_stories(connection, shelf.briefs(new).values())
    assert extension.findings.ground is not None
    put_ground(connection, extension.findings.ground)
    return True


def _scope(extension: Extension) -> Scope:
    """The ids of which an extension holds all findings."""
    happenings = extension.happenings
    return {
        "chronicle_entities": extension.entities,
        "accounts": extension.stories,
        "happenings": happenings,
        "announcements": {announcement_id(id) for id in happenings},
        "positions": extension.positions,
        "conflicts": extension.conflicts,
    }


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
        forget_ground(connection)
        connection.execute(delete(schema.briefs))
        mark(connection, **{BRIEFS: MAKER})
    stories = schema.stories.c
    kept = select(schema.briefs.c.story).where(schema.briefs.c.story == stories.id).exists()
    query = select(stories.page).where(~kept).distinct()  # by key: to read all briefs takes long
    for id in connection.scalars(query).all():
        connection.execute(
            delete(schema.briefs).where(
                schema.briefs.c.story.in_(select(stories.id).where(stories.page == id))
            )
        )
        put(connection, schema.briefs, list(brief_rows(briefs_of(page_of(connection, id), id))))
