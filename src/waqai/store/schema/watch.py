"""What `waqai watch` keeps: feeds, their pages, what was noted of these, what robots.txt said.

Moments are UTC, ISO 8601 to the millisecond, so that their order is that of text.
"""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, Text

from waqai.store.schema.columns import owned


def _fetched() -> tuple[Column[str] | Column[int], ...]:
    """What the last answer was, and what to send with the next question."""
    return (
        Column("etag", Text),
        Column("modified", Text),
        Column("status", Integer),
        Column("fetched", Text),
        Column("failures", Integer, nullable=False),  # since it last answered well
    )


watch_feeds = owned(
    "watch_feeds",
    Column("url", Text, primary_key=True),
    Column("due", Text, nullable=False),
    *_fetched(),
)

watch_pages = owned(
    "watch_pages",
    Column("url", Text, primary_key=True),  # the page's name
    Column("feed", Text, ForeignKey("watch_feeds.url"), nullable=False),
    Column("found", Text, nullable=False),
    Column("due", Text),  # null: it is not looked at any more
    Column("published", Text),  # as the feed writes it
    Column("updated", Text),
    *_fetched(),
    Column("page", Text),  # id of the version last seen
    Column("digest", Text),  # of its title and text
    Column("gone", Boolean, nullable=False),
    Index("watch_pages_by_due", "feed", "due"),
)

#: What was seen of a page that had not been seen before; `page` is the id of the version.
watch_notes = owned(
    "watch_notes",
    Column("url", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("noted", Text, CheckConstraint("noted IN ('new', 'changed', 'gone', 'back')")),
    Column("at", Text, nullable=False),
    Column("page", Text),
)

watch_robots = owned(
    "watch_robots",
    Column("origin", Text, primary_key=True),
    Column("until", Text, nullable=False),  # then it is asked for again
    Column("text", Text),  # null: it could not be had, and nothing of the site is fetched
)
