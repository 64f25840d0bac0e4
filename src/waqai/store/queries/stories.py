"""The stories of a chronicle a page of a list at a time."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from waqai.model.chronicle import Window
from waqai.store import schema
from waqai.store.queries.evidence import Place
from waqai.store.queries.filters import between
from waqai.store.queries.published import BY_OTHERS, EARLIEST, LATEST, STORIES
from waqai.store.rows.row import day_of

_STORY, _PAGE = schema.stories.c, schema.pages.c


@dataclass(frozen=True, slots=True)
class Listed:
    """A story, and how many happenings it tells. `opening` is its first words."""

    place: Place
    happenings: int
    by_others: bool  # whether other stories told its day
    opening: str


def some(
    connection: Connection, where: ColumnElement[bool], limit: int, offset: int
) -> tuple[Listed, ...]:
    """The stories for which `where` holds, the latest first, `limit` from `offset` on."""
    told, block = schema.tellings.c, schema.blocks.c
    many = select(func.count(told.happening.distinct())).where(told.story == _STORY.id)
    begin = select(func.min(block.start)).where(block.story == _STORY.id).scalar_subquery()
    query = (
        select(
            _STORY.id,
            _STORY.position,
            _STORY.title,
            _STORY.outlet,
            _PAGE.name,
            EARLIEST.label("earliest"),
            LATEST.label("latest"),
            BY_OTHERS.label("by_others"),
            many.scalar_subquery().label("many"),
            func.substr(_PAGE.text, begin + 1, 120).label("opening"),
        )
        .select_from(STORIES)
        .where(_PAGE.current, where)
        .order_by(
            func.coalesce(LATEST, "").desc(),
            func.coalesce(EARLIEST, "").desc(),
            _PAGE.name,
            _STORY.id,
        )
        .limit(limit)
        .offset(offset)
    )
    return tuple(
        Listed(
            Place(
                row.id,
                row.name,
                row.position,
                row.title,
                row.outlet,
                Window(day_of(row.earliest), day_of(row.latest)),
            ),
            row.many,
            bool(row.by_others),
            " ".join((row.opening or "").split()),
        )
        for row in connection.execute(query)
    )


def count(connection: Connection, where: ColumnElement[bool]) -> int:
    """How many stories there are for which `where` holds."""
    query = select(func.count()).select_from(STORIES).where(_PAGE.current, where)
    return connection.scalar(query) or 0


def wanted(
    outlet: str | None, first: date | None, last: date | None, *, undated: bool = False
) -> ColumnElement[bool]:
    """Stories of an outlet that may be published between two days; `undated` those without one."""
    said = between(EARLIEST, LATEST, first, last)
    if outlet is not None:
        said.append(_STORY.outlet == outlet)
    if undated:
        said.append(func.coalesce(EARLIEST, "") != func.coalesce(LATEST, "?"))
    return and_(true(), *said)
