"""Who tells a happening, in which words: each telling in its paragraph, by independent account."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, and_, case, func, select

from waqai.chronicle.excerpts import Excerpt
from waqai.model.chronicle import TellingKey, Window
from waqai.model.events import Status
from waqai.model.page import Span
from waqai.store import schema
from waqai.store.queries.evidence import Place
from waqai.store.queries.published import EARLIEST, LATEST
from waqai.store.rows.row import day_of

_REACH = 900  # code points of a paragraph on each side of the event that are read


@dataclass(frozen=True, slots=True)
class Told:
    """One telling: where, in which words, and what it gives.

    `account` is the id of the first story that has nearly this text; `paragraph` the paragraph
    around the event, its mention the event; `by` the id of the entity whose word it is, None where
    the outlet itself tells; `url` the address of the page.
    """

    key: TellingKey
    place: Place
    account: str
    url: str | None
    paragraph: Excerpt
    status: Status
    day: Window
    by: str | None


def told(connection: Connection, happening: str, limit: int | None = None) -> tuple[Told, ...]:
    """The tellings of a happening, those published first at the head, undated ones last."""
    one, event, story, page = (
        schema.tellings.c,
        schema.events.c,
        schema.stories.c,
        schema.pages.c,
    )
    low = func.max(event.start - _REACH, 0)
    query = (
        select(
            one.story,
            one.event,
            one.earliest,
            one.latest,
            one.told_by,
            event.start,
            event.end,
            event.status,
            story.position,
            story.title,
            story.outlet,
            page.name,
            page.url,
            schema.accounts.c.account,
            EARLIEST.label("story_earliest"),
            LATEST.label("story_latest"),
            low.label("low"),
            func.substr(page.text, low + 1, event.end - low + _REACH).label("near"),
        )
        .join(schema.events, and_(event.story == one.story, event.position == one.event))
        .join(schema.stories, story.id == one.story)
        .join(schema.pages, page.id == story.page)
        .outerjoin(schema.settled, schema.settled.c.story == one.story)
        .outerjoin(schema.accounts, schema.accounts.c.story == one.story)
        .where(one.happening == happening)
        .order_by(
            case((EARLIEST == LATEST, 0), else_=1),
            func.coalesce(EARLIEST, LATEST, ""),
            page.name,
            one.story,
            event.start,
        )
    )
    rows = connection.execute(query if limit is None else query.limit(limit))
    return tuple(
        Told(
            TellingKey(row.story, row.event),
            Place(
                row.story,
                row.name,
                row.position,
                row.title,
                row.outlet,
                Window(day_of(row.story_earliest), day_of(row.story_latest)),
            ),
            row.account or row.story,
            row.url,
            _paragraph(row.near, Span(row.start, row.end), row.low),
            Status(row.status),
            Window(day_of(row.earliest), day_of(row.latest)),
            row.told_by,
        )
        for row in rows
    )


def names_of(connection: Connection, stories: Iterable[str]) -> dict[str, str]:
    """The page name of each of these stories, by their ids."""
    story, page = schema.stories.c, schema.pages.c
    query = select(story.id, page.name).join(schema.pages, page.id == story.page)
    rows = connection.execute(query.where(story.id.in_(list(stories))))
    return {row.id: row.name for row in rows}


def _paragraph(near: str, event: Span, low: int) -> Excerpt:
    """The line of `near`, which begins at `low` of the page, that holds `event`."""
    start, end = event.start - low, event.end - low
    first = near.rfind("\n", 0, start) + 1
    stop = near.find("\n", end)
    last = len(near) if stop < 0 else stop
    cut = first == 0 and low > 0
    more = stop < 0 and last - end >= _REACH
    return Excerpt(
        Span(low + first, low + last),
        event,
        ("… " if cut else "") + near[first:start].lstrip(),
        near[start:end],
        near[end:last].rstrip() + (" …" if more else ""),
    )
