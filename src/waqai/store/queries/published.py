"""Stories with their pages, and the days on which they may have been published.

Where other stories told the day of a story, that day counts.
"""

from sqlalchemy import func

from waqai.store import schema

_STORY, _SETTLED = schema.stories.c, schema.settled.c
#: Whether other stories told its day.
BY_OTHERS = _SETTLED.story.is_not(None)
#: The first and the last day on which a story may have been published, by all that is known.
EARLIEST = func.iif(BY_OTHERS, _SETTLED.earliest, _STORY.earliest)
LATEST = func.iif(BY_OTHERS, _SETTLED.latest, _STORY.latest)
#: Each story with its page and what others told of its day.
STORIES = schema.stories.join(schema.pages, schema.pages.c.id == _STORY.page).outerjoin(
    schema.settled, _SETTLED.story == _STORY.id
)
