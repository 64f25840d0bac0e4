"""The timeline: what happened, is to come or was called off, day by day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from fastapi import APIRouter
from markupsafe import Markup
from sqlalchemy import ColumnElement

from waqai.exports import findings
from waqai.model.chronicle import Happening
from waqai.model.events import EventType, Status
from waqai.store.queries import changes, contested, entities, happenings, ledger
from waqai.store.queries.outlets import outlets
from waqai.web.asked import Asked
from waqai.web.cast import cast_of
from waqai.web.drawing import Stretch, lanes, stretch_of, strip
from waqai.web.filters import Filters, Order, filters
from waqai.web.screen import Listed, Shown, add

router = APIRouter(include_in_schema=False)
_OUTLETS = 200  # that are offered
_LANES = 6  # actors whose lanes are drawn
_MARKS = 300  # happenings from which those drawn are taken


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
        "contested": contested.slots_of(connection, [one.id for one in found]),
        "days": _by_day(found),
        "outlets": [name for name, _ in outlets(connection)[:_OUTLETS]],
        "types": [one.value for one in EventType],
        "statuses": [one.value for one in Status],
        "orders": [one.value for one in Order],
        "counts": happenings.volume(connection, _any_day(chosen)),
        "lanes_of": lambda stretch: _lanes(asked, chosen, stretch),
        "stretch_of": stretch_of,
        "last": changes.last_published(connection),
        "strip": strip,
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


def _any_day(chosen: Filters) -> ColumnElement[bool]:
    """The condition without the days, so that the strip shows what lies beside them."""
    return replace(chosen.wanted, first=None, last=None).condition()


def _lanes(asked: Asked, chosen: Filters, stretch: Stretch) -> Markup:
    """The lanes of those who take part in most of what is chosen, over the days of `stretch`."""
    connection = asked.chronicle.connection
    first, last = chosen.wanted.first or stretch.first, chosen.wanted.last or stretch.last
    where = replace(chosen.wanted, first=first, last=last).condition()
    busy = [id for id, _ in happenings.busiest(connection, where, _LANES)]
    found = happenings.loudest(connection, where, busy, _MARKS)
    known = entities.by_ids(connection, busy)
    announced = ledger.announced_among(connection, [one.id for one in found])
    actors = [known[id] for id in busy]
    return lanes(asked, first, last, actors, found, announced) if actors else Markup("")


add(router, "/timeline", "timeline.html", show)
