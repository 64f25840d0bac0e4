"""What came into the chronicle with the stories published since a day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, select

from waqai.store import schema
from waqai.store.queries.published import EARLIEST, LATEST, STORIES
from waqai.store.rows.row import day_of

_STORY, _SETTLED = schema.stories.c, schema.settled.c


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of what is told since a day: `new` happenings that nobody told before, and those
    told before of which more is `told` since, each with those told in most stories first."""

    new: tuple[str, ...]
    told: tuple[str, ...]


def last_published(connection: Connection, until: date | None = None) -> date | None:
    """The last day, `until` at the latest, on which a story is known to be published."""
    dated = and_(schema.pages.c.current, EARLIEST == LATEST)
    query = select(func.max(EARLIEST)).select_from(STORIES).where(dated)
    if until is not None:
        query = query.where(until.isoformat() >= EARLIEST)
    return day_of(connection.scalar(query))


def published(connection: Connection, first: date, last: date) -> int:
    """How many stories are known to be published from `first` through `last`."""
    query = select(func.count()).select_from(STORIES)
    return connection.scalar(query.where(schema.pages.c.current, _within(first, last))) or 0


def changes(connection: Connection, first: date, last: date) -> Changes:
    """What stories published from `first` through `last` tell, for the first time or again."""
    told = schema.tellings.c
    of_stories = schema.tellings.join(schema.stories, _STORY.id == told.story).outerjoin(
        schema.settled, _SETTLED.story == _STORY.id
    )
    now = (
        select(told.happening, func.count(told.story.distinct()).label("many"))
        .select_from(of_stories)
        .where(_within(first, last))
        .group_by(told.happening)
        .subquery()
    )
    known_before = (
        select(told.happening)
        .select_from(of_stories)
        .where(first.isoformat() > LATEST, told.happening == now.c.happening)
        .exists()
    )
    query = select(now.c.happening, known_before.label("known")).order_by(
        now.c.many.desc(), now.c.happening
    )
    rows = connection.execute(query).all()
    return Changes(
        tuple(row.happening for row in rows if not row.known),
        tuple(row.happening for row in rows if row.known),
    )


def _within(first: date, last: date) -> ColumnElement[bool]:
    """That a story is known to be published in these days."""
    return and_(first.isoformat() <= EARLIEST, last.isoformat() >= LATEST)
