"""The outlines of countries, from Natural Earth, and how a part of the earth lies on a picture."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from math import asinh, atan, degrees, radians, sinh, tan

from waqai.web.pictures.svg import number

Point = tuple[float, float]
_OVER = 6.0  # pixels that outlines reach beyond the picture, so that no cut is seen
_FAR_NORTH = 84.0  # degrees: Mercator has no pole
_LEAST_STEP = 0.7  # pixels: points nearer than this to the one before are left out


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line in degrees, east and north, with its box."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Country:
    """A country's rings, the largest first; `code` is "" for one that is not to be named."""

    code: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the earth on a picture of `width` by `height` pixels.

    `scale` is pixels a unit of the projection, `x` and `y` the unit at the upper left corner. The
    whole earth is drawn in the Natural Earth projection (T. Patterson), a part of it in Mercator's.
    """

    width: float
    height: float
    scale: float
    x: float
    y: float
    whole: bool = False

    def at(self, east: float, north: float) -> Point:
        """Where a point of the earth lies on the picture."""
        u, v = natural_earth(east, north) if self.whole else mercator(east, north)
        return (u - self.x) * self.scale, (v - self.y) * self.scale

    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of what is seen, in degrees, with some more about it."""
        if self.whole:
            return -180.0, -90.0, 180.0, 90.0
        more = _OVER / self.scale
        west, east = degrees(self.x - more), degrees(self.x + self.width / self.scale + more)
        north = degrees(atan(sinh(more - self.y)))
        south = degrees(atan(sinh(-(self.y + self.height / self.scale + more))))
        return west, south, east, north


def mercator(east: float, north: float) -> Point:
    """Radians to the right and downwards."""
    return radians(east), -asinh(tan(radians(max(-_FAR_NORTH, min(_FAR_NORTH, north)))))


def natural_earth(east: float, north: float) -> Point:
    """The polynomials of the Natural Earth projection (Savric and others, 2011), downwards."""
    lon, lat = radians(east), radians(north)
    two = lat * lat
    four = two * two
    x = 0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))
    y = 1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four))
    return lon * x, -lat * y


@cache
def countries() -> tuple[Country, ...]:
    """All countries of the file of outlines."""
    source = resources.files("waqai.web").joinpath("data/outlines.json")
    told = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_arc(steps, told["step"]) for steps in told["arcs"]]
    return tuple(
        Country(code, tuple(_ring(indices, arcs) for indices in rings))
        for code, rings in told["countries"]
    )


def paths(frame: Frame) -> list[str]:
    """The outlines that are seen in the frame, each country as the `d` of an SVG path."""
    box = frame.box()
    found = []
    for country in countries():
        seen = (ring for ring in country.rings if _meets(ring, box))
        drawn = "".join(_path(ring, frame) for ring in seen)
        if drawn:
            found.append(drawn)
    return found


def seen_middle(country: Country, frame: Frame) -> tuple[Point, float] | None:
    """The middle, and the size in pixels, of what the frame shows of a country's largest part."""
    ring = country.rings[0]
    if not _meets(ring, frame.box()):
        return None
    corners = _cut([frame.at(*point) for point in ring.points], frame)
    area = x = y = 0.0
    for (a, b), (c, d) in zip(corners, corners[1:] + corners[:1], strict=True):
        cross = a * d - c * b
        area, x, y = area + cross, x + (a + c) * cross, y + (b + d) * cross
    if abs(area) < 1:
        return None
    return (x / (3 * area), y / (3 * area)), abs(area / 2) ** 0.5


def _arc(steps: list[int], step: int) -> list[Point]:
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(x / step, y / step) for x, y in zip(xs, ys, strict=True)]


def _ring(indices: list[int], arcs: list[list[Point]]) -> Ring:
    points: list[Point] = []
    for index in indices:
        points += (arcs[index] if index >= 0 else arcs[~index][::-1])[bool(points) :]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Ring(tuple(points), min(xs), min(ys), max(xs), max(ys))


def _meets(ring: Ring, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return ring.west <= east and ring.east >= west and ring.south <= north and ring.north >= south


def _path(ring: Ring, frame: Frame) -> str:
    points = [frame.at(*point) for point in ring.points]
    thin = points[:1]
    for x, y in points[1:]:
        if abs(x - thin[-1][0]) + abs(y - thin[-1][1]) >= _LEAST_STEP:
            thin.append((x, y))
    corners = _cut(thin, frame)
    if len(corners) < 3:
        return ""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "Z"


def _cut(points: list[Point], frame: Frame) -> list[Point]:
    """What of a ring lies in the picture and a little beyond (Sutherland and Hodgman, 1974)."""
    for axis, bound, sign in (
        (0, -_OVER, 1),
        (0, frame.width + _OVER, -1),
        (1, -_OVER, 1),
        (1, frame.height + _OVER, -1),
    ):
        if all((point[axis] - bound) * sign >= 0 for point in points):
            continue
        kept: list[Point] = []
        for here, there in zip(points[-1:] + points[:-1], points, strict=True):
            before, behind = (here[axis] - bound) * sign, (there[axis] - bound) * sign
            if before * behind < 0:
                part = before / (before - behind)
                kept.append(
                    (here[0] + (there[0] - here[0]) * part, here[1] + (there[1] - here[1]) * part)
                )
            if behind >= 0:
                kept.append(there)
        points = kept
    return points
