"""The outlets of the chronicle's stories."""

from sqlalchemy import Connection, func, select

from waqai.store import schema


def outlets(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Each outlet with the number of its stories, that with most first."""
    story = schema.stories.c
    query = (
        select(story.outlet, func.count().label("many"))
        .join(schema.pages, schema.pages.c.id == story.page)
        .where(schema.pages.c.current, story.outlet.is_not(None))
        .group_by(story.outlet)
        .order_by(func.count().desc(), story.outlet)
    )
    return tuple((row.outlet, row.many) for row in connection.execute(query))
