"""When stories were published: by themselves, and by what other stories tell."""

from sqlalchemy import Connection, Table, select

from waqai.model.publication import Publication
from waqai.store import schema
from waqai.store.rows.cast import publication_of


def own_publication(connection: Connection, story: str) -> Publication:
    """The publication day of a story as it tells it by itself."""
    row = connection.execute(select(schema.stories).where(schema.stories.c.id == story)).one()
    return publication_of(row._asdict(), _rows(connection, schema.reasons, story))


def settled_publication(connection: Connection, story: str) -> Publication | None:
    """The publication day of a story that other stories tell, None where its own stands."""
    of_story = select(schema.settled).where(schema.settled.c.story == story)
    row = connection.execute(of_story).one_or_none()
    if row is None:
        return None
    return publication_of(row._asdict(), _rows(connection, schema.settled_reasons, story))


def _rows(connection: Connection, table: Table, story: str) -> list[dict[str, object]]:
    query = select(table).where(table.c.story == story).order_by(table.c.position)
    return [row._asdict() for row in connection.execute(query)]
