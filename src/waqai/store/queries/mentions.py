"""Where stories name an entity, and what it says in them."""

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, func, select

from waqai.chronicle.excerpts import excerpt
from waqai.model.chronicle import TellingKey
from waqai.model.names import EntityKind
from waqai.store import schema
from waqai.store.queries.evidence import Evidence, place_of, statements


def first_mentions(connection: Connection, id: str, limit: int) -> Iterator[Evidence]:
    """The first sentence that names the entity `id` in each of the latest `limit` stories."""
    names, named, story = schema.names.c, schema.named.c, schema.stories.c
    query = (
        select(named.story, schema.pages.c.text, func.min(names.start).label("start"), names.end)
        .select_from(schema.named)
        .join(schema.names, (names.story == named.story) & (names.entity == named.position))
        .join(schema.stories, story.id == named.story)
        .join(schema.pages, schema.pages.c.id == story.page)
        .where(named.entity == id)
        .group_by(named.story)
        .order_by(func.coalesce(story.latest, "").desc(), schema.pages.c.name, named.story)
        .limit(limit)
    )
    for row in connection.execute(query).all():
        yield Evidence(place_of(connection, row.story), excerpt(row.text, row.start, row.end))


def said(connection: Connection, id: str, limit: int) -> Iterator[Evidence]:
    """What the entity `id` says: the latest `limit` statements, the latest story first."""
    said, named, story = schema.statements.c, schema.named.c, schema.stories.c
    query = (
        select(said.story, said.position)
        .select_from(schema.named)
        .join(schema.statements, (said.story == named.story) & (said.speaker == named.position))
        .join(schema.stories, story.id == named.story)
        .where(named.entity == id)
        .order_by(func.coalesce(story.latest, "").desc(), said.story, said.position)
        .limit(limit)
    )
    rows = connection.execute(query).all()
    yield from statements(connection, (TellingKey(row.story, row.position) for row in rows))


def named_in(connection: Connection, story: str) -> tuple[tuple[EntityKind, str], ...]:
    """Whom and what the story with the id names, as it names them first: kind and English name.

    Where there is no English name it is the Arabic one.
    """
    rows = connection.execute(_NAMED, {"story": story})
    return tuple(dict.fromkeys((EntityKind(kind), name) for kind, name in rows))


_WHOM = schema.chronicle_entities.c
#: Made once: to make a query takes longer than to run it.
_NAMED = (
    select(_WHOM.kind, func.coalesce(_WHOM.name_en, _WHOM.name))
    .join(schema.named, schema.named.c.entity == _WHOM.id)
    .where(schema.named.c.story == bindparam("story"))
    .order_by(schema.named.c.position)
)
