"""Maps: the whole earth with dots sized by count, and the small map round one or several places.

Outlines are Natural Earth's, borders as it draws them. Countries are named only where it is plain
whose they are; what is disputed bears no name of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sqrt

from waqai.mentions.names.tables import rows
from waqai.web.pictures.manner import Manner
from waqai.web.pictures.outlines import (
    Frame,
    Point,
    countries,
    mercator,
    middle_of_ring,
    natural_earth,
    paths,
    seen_middle,
)
from waqai.web.pictures.placing import Box, Placement, placed
from waqai.web.pictures.svg import breadth, clipped, element, label, linked, picture

_NORTH, _SOUTH = 84.0, -57.0  # degrees of the earth that are drawn
_LEAST_SPAN = 0.26  # radians: a small map shows at least so much of the earth, 1,600 km at 15°
_ROUND = 1.35  # how much more than its places a small map shows
_TYPE, _COUNTRY_TYPE = 12.0, 10.0
_KM_A_DEGREE = 111.2  # of latitude
_ROOM = 46.0  # pixels across, from which on a country is named
_BIG, _SMALL = 22.0, 3.5  # radii of dots in pixels
_BUSIEST = 6  # places that are named first


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, in degrees of WGS 84, with how many happenings it saw.

    `vague` when nothing nearer is known than the country in whose middle it stands: drawn hollow.
    """

    name: str
    latitude: float
    longitude: float
    count: int = 1
    href: str | None = None
    vague: bool = False


def world(spots: Sequence[Spot], manner: Manner, width: int = 960) -> str:
    """The whole earth as SVG, a dot a place."""
    frame = _whole(width)
    big = _BIG * min(1.0, width / 960 + 0.2)
    return _map("world", spots, manner, frame, big, named=False)


def locator(spots: Sequence[Spot], manner: Manner, width: int = 320, height: int = 220) -> str:
    """The lands round the places as SVG, with the names of countries; the whole earth for none."""
    if not spots:
        return world(spots, manner, width)
    frame = _around(spots, width, height)
    return _map("locator", spots, manner, frame, min(11.0, height / 18), named=True)


def middle_of(code: str) -> tuple[float, float] | None:
    """North and east of the middle of a country's largest part, by its ISO code.

    None for a country that the outlines do not have, or that is not to be named.
    """
    return _middles().get(code)


@lru_cache(maxsize=1)
def _middles() -> dict[str, tuple[float, float]]:
    found = {}
    for country in countries():
        middle = middle_of_ring(country.rings[0]) if country.code and country.rings else None
        if middle is not None:
            found[country.code] = (middle[1], middle[0])
    return found


def near(spots: Sequence[Spot], east: float, north: float) -> tuple[Spot, ...]:
    """The spots that lie so many kilometres east or west, north or south, of the busiest one."""
    first = max(spots, key=lambda spot: (spot.count, spot.name), default=None)
    if first is None:
        return ()
    a_degree = _KM_A_DEGREE * cos(radians(first.latitude))
    return tuple(
        spot
        for spot in spots
        if abs(spot.longitude - first.longitude) * a_degree <= east
        and abs(spot.latitude - first.latitude) * _KM_A_DEGREE <= north
    )


def _whole(width: float) -> Frame:
    left, right = natural_earth(-180, 0)[0], natural_earth(180, 0)[0]
    scale = width / (right - left)
    top, bottom = natural_earth(0, _NORTH)[1], natural_earth(0, _SOUTH)[1]
    return Frame(width, round((bottom - top) * scale), scale, left, top, whole=True)


def _around(spots: Sequence[Spot], width: float, height: float) -> Frame:
    """The part of the earth that holds all places in its middle."""
    at = [mercator(spot.longitude, spot.latitude) for spot in spots]
    (west, east), (north, south) = ((min(c), max(c)) for c in zip(*at, strict=True))
    across = max((east - west) * _ROUND, _LEAST_SPAN)
    down = max((south - north) * _ROUND, _LEAST_SPAN * height / width)
    scale = min(width / across, height / down)
    x, y = (west + east - width / scale) / 2, (north + south - height / scale) / 2
    return Frame(width, height, scale, x, y)


def _map(
    kind: str, spots: Sequence[Spot], manner: Manner, frame: Frame, big: float, *, named: bool
) -> str:
    dots = _dots(spots, frame, big)
    taken = [Box(x - r, y - r, x + r, y + r) for _, x, y, r in dots]
    view = Box(4, 4, frame.width - 4, frame.height - 4)
    wanted = [
        Placement(clipped(spot.name, frame.width / 2.5, _TYPE), x, y, r + 3)
        for spot, x, y, r in dots
    ]
    # the names of the busiest may lie on small dots, else a crowd of these would silence them
    large = [Box(x - r, y - r, x + r, y + r) for _, x, y, r in dots if r > _SMALL + 1]
    names = placed(wanted[:_BUSIEST], large, view, _TYPE)
    full = taken + [place.box for place in names if place is not None]
    names += placed(wanted[_BUSIEST:], full, view, _TYPE)
    taken += [place.box for place in names if place is not None]
    lands = _lands(frame)
    marks: list[str] = []
    labels: list[str] = []  # over all dots
    for (spot, x, y, r), place in zip(dots, names, strict=True):
        drawn = element("circle", cx=x, cy=y, r=max(r, 8.0), class_="pic-hit")
        drawn += element(
            "circle", cx=x, cy=y, r=r, class_="pic-dot pic-vague" if spot.vague else "pic-dot"
        )
        if place is not None:
            labels.append(label(place.x, place.y, place.text, place.side, "pic-place"))
        said = manner.listed(spot.name, manner.word("happenings", n=spot.count))
        marks.append(linked(spot.href, said, drawn, "pic-spot"))
    inner = element("rect", x=0, y=0, width=frame.width, height=frame.height, class_="pic-sea")
    inner += f'<g class="pic-lands">{lands}</g>'
    if named:
        told = {spot.name for spot in spots}
        inner += _country_names(manner, frame, taken, view, told)
    said = manner.word("map_desc", a=manner.listed(*(spot.name for spot in spots[:12])) or "—")
    return picture(
        kind,
        frame.width,
        frame.height,
        manner.word(kind),
        said,
        inner + "".join(marks) + "".join(labels),
        links=any(spot.href for spot in spots),
    )


def _dots(
    spots: Sequence[Spot], frame: Frame, big: float
) -> list[tuple[Spot, float, float, float]]:
    """Each place with its middle and radius; the largest first, so that the small lie above."""
    most = max((spot.count for spot in spots), default=1)
    least = _SMALL if most > 1 else 6.0
    found = []
    for spot in sorted(spots, key=lambda s: (-s.count, s.name, s.latitude, s.longitude)):
        x, y = frame.at(spot.longitude, spot.latitude)
        if -big <= x <= frame.width + big and -big <= y <= frame.height + big:
            r = max(least, big * sqrt(max(spot.count, 0) / most)) if len(spots) > 1 else 6.0
            found.append((spot, x, y, r))
    return found


@lru_cache(maxsize=64)
def _lands(frame: Frame) -> str:
    """The outlines of a frame: the same for every picture of it."""
    return "".join(element("path", d=d, class_="pic-land") for d in paths(frame))


def _country_names(
    manner: Manner, frame: Frame, taken: list[Box], view: Box, told: set[str]
) -> str:
    """The names of the countries that have room for theirs and are not `told`, largest first."""
    known = _names(manner.lang)
    seen: list[tuple[float, str, Point]] = []
    for country in countries():
        name = known.get(country.code)
        found = seen_middle(country, frame) if name else None
        if name and name not in told and found and found[0] >= _ROOM:
            seen.append((found[0], name, found[1]))
    out, taken = [], list(taken)
    for size, name, (x, y) in sorted(seen, key=lambda one: (-one[0], one[1])):
        half = breadth(name, _COUNTRY_TYPE) / 2 + 3
        for off in (0, 16, -16, 32, -32):
            box = Box(x - half, y + off - 8, x + half, y + off + 5)
            if abs(off) * 3 > size or 2 * half > size * 1.4:
                break
            if box.within(view) and not any(map(box.meets, taken)):
                taken.append(box)
                out.append(label(x, y + off + 3, name, "middle", "pic-country"))
                break
    return "".join(out)


@lru_cache(maxsize=2)
def _names(lang: str) -> dict[str, str]:
    return {row["iso2"]: row[f"name_{lang}"] for row, _ in rows("countries")}
