"""The outlines of countries, from Natural Earth, and how a part of the earth lies on a picture."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate, pairwise
from math import asinh, atan, degrees, hypot, radians, sinh, tan

Point = tuple[float, float]
_OVER = 6.0  # pixels that outlines reach beyond the picture, so that no cut is seen
_FAR_NORTH = 84.0  # degrees: Mercator has no pole
_OFF = 0.6  # pixels: how far a line may be from a point that is left out
_LEAST = 1.2  # pixels across: smaller islands are left out


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
        Country(code, tuple(ring for indices in rings for ring in _rings(indices, arcs)))
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


def seen_middle(country: Country, frame: Frame) -> tuple[float, Point] | None:
    """The size in pixels, and the middle, of the largest part of a country in the frame."""
    box = frame.box()
    parts = (_middle(ring, frame) for ring in country.rings if _meets(ring, box))
    return max(filter(None, parts), default=None)


def middle_of_ring(ring: Ring) -> Point | None:
    """East and north of the middle of a ring, as if the earth were flat there."""
    found = _centre(list(ring.points))
    return None if found is None else found[1]


def _middle(ring: Ring, frame: Frame) -> tuple[float, Point] | None:
    found = _centre(_cut([frame.at(*point) for point in ring.points], frame))
    return None if found is None or found[0] < 1 else found


def _centre(corners: list[Point]) -> tuple[float, Point] | None:
    """The root of the area of a ring and its centre of mass; None where it has no area."""
    area = x = y = 0.0
    for (a, b), (c, d) in zip(corners, corners[1:] + corners[:1], strict=True):
        cross = a * d - c * b
        area, x, y = area + cross, x + (a + c) * cross, y + (b + d) * cross
    if not area:
        return None
    return float(abs(area / 2) ** 0.5), (x / (3 * area), y / (3 * area))


def _arc(steps: list[int], step: int) -> list[Point]:
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(x / step, y / step) for x, y in zip(xs, ys, strict=True)]


def _rings(indices: list[int], arcs: list[list[Point]]) -> Iterator[Ring]:
    """A ring of arcs; one that lies across the 180th meridian is cut there in two."""
    points: list[Point] = []
    turn = 0
    for index in indices:
        for x, y in (arcs[index] if index >= 0 else arcs[~index][::-1])[bool(points) :]:
            if points and abs(x + turn - points[-1][0]) > 180:
                turn += 360 if points[-1][0] > x + turn else -360
            points.append((x + turn, y))
    for shift in (0, 360, -360):
        moved = [(x + shift, y) for x, y in points]
        part = _half(_half(moved, 0, -180, 1), 0, 180, -1)
        if len(part) > 2:
            xs, ys = [x for x, _ in part], [y for _, y in part]
            yield Ring(tuple(part), min(xs), min(ys), max(xs), max(ys))


def _meets(ring: Ring, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return ring.west <= east and ring.east >= west and ring.south <= north and ring.north >= south


def thinned(line: Sequence[Point], most: float) -> list[Point]:
    """The line without the points that it misses by no more than `most` (Douglas, Peucker 1973)."""
    keep = {0, len(line) - 1}
    if len(line) < 3:
        return list(line)
    parts = [(0, len(line) - 1)]
    while parts:
        low, high = parts.pop()
        far, at = max(
            ((_off(line[i], line[low], line[high]), i) for i in range(low + 1, high)),
            default=(0.0, low),
        )
        if far > most:
            keep.add(at)
            parts += [(low, at), (at, high)]
    return [line[i] for i in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    px, py = point[0] - start[0], point[1] - start[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return hypot(px - along * dx, py - along * dy)


def _path(ring: Ring, frame: Frame) -> str:
    """The ring in steps of tenths of a pixel, "" where it is too small to see."""
    points = [frame.at(*point) for point in ring.points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(max(xs) - min(xs), max(ys) - min(ys)) < _LEAST:
        return ""
    tenths = [(round(x * 10), round(y * 10)) for x, y in thinned(_cut(points, frame), _OFF)]
    if len(tenths) < 4:
        return ""
    steps = [(x - u, y - v) for (u, v), (x, y) in pairwise(tenths)]
    start = f"M{_tenth(tenths[0][0])} {_tenth(tenths[0][1])}l"
    # a minus sign parts two numbers as well as a space does
    drawn = " ".join(f"{_tenth(x)} {_tenth(y)}" for x, y in steps if x or y)
    return start + drawn.replace(" -", "-") + "z"


def _tenth(value: int) -> str:
    """A number of tenths, as short as can be: -5 is "-.5", 20 is "2"."""
    whole, tenth = divmod(abs(value), 10)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole or ''}.{tenth}" if tenth else f"{sign if whole else ''}{whole}"


def _cut(points: list[Point], frame: Frame) -> list[Point]:
    """What of a ring lies in the picture and a little beyond (Sutherland and Hodgman, 1974)."""
    for axis, bound, sign in (
        (0, -_OVER, 1),
        (0, frame.width + _OVER, -1),
        (1, -_OVER, 1),
        (1, frame.height + _OVER, -1),
    ):
        points = _half(points, axis, bound, sign)
    return points


def _half(points: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """What of a ring lies above the bound on an axis, or with the sign -1 below it."""
    if all((point[axis] - bound) * sign >= 0 for point in points):
        return points
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
    return kept
