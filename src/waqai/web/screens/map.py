"""The map: where happenings took place, the whole earth and the part of it that sees most."""

from collections.abc import Iterator, Mapping, Sequence

from fastapi import APIRouter
from markupsafe import Markup

from waqai.exports.named import whole
from waqai.model.events import EventType, Status
from waqai.model.names import Entity, EntityKind
from waqai.store.queries import entities, happenings
from waqai.store.queries.places import Busy, busy
from waqai.web import pictures
from waqai.web.asked import Asked
from waqai.web.drawing import manner_of
from waqai.web.filters import filters
from waqai.web.foreign import visible
from waqai.web.screen import Listed, Shown, add

router = APIRouter(include_in_schema=False)
_DOTS = 150  # places that are drawn: those of most happenings
_CLOSE = 0.5  # how high the map of a part of the earth is, for its breadth
_WITHIN = (1800.0, 1200.0)  # kilometres east and north of the busiest place that it may reach


def show(asked: Asked) -> Shown:
    """The places of the happenings that the address asks for."""
    connection, chosen = asked.chronicle.connection, filters(asked)
    where = chosen.wanted.condition()
    total = happenings.count(connection, where)
    found = busy(connection, where)
    who = entities.by_ids(connection, [one.id for one in found])
    every = list(_spots(asked, found, who))
    spots = every[:_DOTS]
    page = found[asked.offset : asked.offset + asked.rows]
    names = {
        "chosen": chosen,
        "total": total,
        "unplaced": total - sum(spot.count for spot in every),
        "world": _world(asked, spots),
        "close": _close(asked, spots),
        "found": page,
        "places": len(found),
        "who": who,
        "types": [one.value for one in EventType],
        "statuses": [one.value for one in Status],
    }

    def listed() -> Listed:
        rows = [{**whole(who[one.id]), "happenings": one.happenings} for one in page]
        return Listed("places", len(found), rows)

    return Shown(names, listed)


def _where(place: Entity) -> tuple[float, float] | None:
    """North and east of a place; of a country its middle."""
    if place.latitude is not None and place.longitude is not None:
        return place.latitude, place.longitude
    return pictures.middle_of(place.id) if place.kind is EntityKind.COUNTRY else None


def _spots(
    asked: Asked, found: Sequence[Busy], who: Mapping[str, Entity]
) -> Iterator[pictures.Spot]:
    """The places that can be drawn."""
    for one in found:
        place = who[one.id]
        if (at := _where(place)) is not None:
            yield pictures.Spot(
                visible(asked.reader.name(place)),
                *at,
                one.happenings,
                asked.here(place=place.id, page=None).replace("/map", "/timeline", 1),
                vague=place.kind is EntityKind.COUNTRY,
            )


def _world(asked: Asked, spots: Sequence[pictures.Spot]) -> Markup:
    manner = manner_of(asked.reader)
    return Markup(pictures.fitted(lambda width: pictures.world(spots, manner, width)))


def _close(asked: Asked, spots: Sequence[pictures.Spot]) -> Markup:
    """The lands about the busiest place; "" where hardly another place lies there."""
    near = pictures.near(spots, *_WITHIN) if spots else ()
    if len(near) < 3:
        return Markup("")
    manner = manner_of(asked.reader)
    return Markup(
        pictures.fitted(
            lambda width: pictures.locator(
                near, manner, width, round(width * (_CLOSE if width > 500 else 0.9))
            )
        )
    )


add(router, "/map", "map.html", show)
