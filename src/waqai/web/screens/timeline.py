"""The timeline: what happened, is to come or was called off, day by day."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from fastapi import APIRouter

from waqai.exports import findings
from waqai.model.chronicle import Happening
from waqai.model.events import EventType, Status
from waqai.store.queries import happenings
from waqai.store.queries.outlets import outlets
from waqai.web.asked import Asked
from waqai.web.cast import cast_of
from waqai.web.filters import Order, filters
from waqai.web.screen import Listed, Shown, add

router = APIRouter(include_in_schema=False)
_OUTLETS = 200  # that are offered


def show(asked: Asked) -> Shown:
    """A page of the happenings that the address asks for."""
    connection = asked.chronicle.connection
    chosen = filters(asked)
    where = chosen.wanted.condition()
    latest_first = chosen.order is Order.LATEST
    total = happenings.count(connection, where)
    found = happenings.some(connection, where, asked.rows, asked.offset, latest_first=latest_first)
    names = {
        "chosen": chosen,
        "total": total,
        "every": happenings.count(connection),
        "days": _by_day(found),
        "outlets": [name for name, _ in outlets(connection)[:_OUTLETS]],
        "types": [one.value for one in EventType],
        "statuses": [one.value for one in Status],
        "orders": [one.value for one in Order],
    }

    def listed() -> Listed:
        who = cast_of(connection, found)
        return Listed(
            "happenings", total, [findings.happening(one, who.__getitem__) for one in found]
        )

    return Shown(names, listed)


def _by_day(found: Sequence[Happening]) -> list[tuple[date | None, list[Happening]]]:
    """In their order, those of one day together; under None those whose day is not known."""
    return [(day, list(ones)) for day, ones in groupby(found, key=lambda one: one.day.day)]


add(router, "/timeline", "timeline.html", show)
