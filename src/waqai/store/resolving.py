"""Pages as they read with all that is known: for the days that other stories tell."""

from dataclasses import replace

from sqlalchemy import Connection

from waqai.chronicle.identity import story_id
from waqai.model.annotated import DatedPage, DatedStory
from waqai.resolve.redating import redate
from waqai.store.queries.days import settled_publication


def resolved(connection: Connection, id: str, page: DatedPage) -> DatedPage:
    """`page`, whose id is `id`, with each story read for its settled day of publication."""

    def read(position: int, story: DatedStory) -> DatedStory:
        published = settled_publication(connection, story_id(id, position))
        return story if published is None else redate(story, published)

    return replace(page, stories=tuple(read(n, story) for n, story in enumerate(page.stories)))
