"""The network of an actor: with whom and how often, round about it, labels in two columns.

The ties stand on a circle at even heights, so that no two labels meet, in the order of reading:
the strongest first, at the top of the side where reading begins.
"""

from dataclasses import dataclass
from math import hypot, sqrt

from waqai.web.pictures.manner import Manner
from waqai.web.pictures.marks import legend
from waqai.web.pictures.svg import Side, breadth, clipped, element, label, linked, number, picture

MOST = 24  # ties that are drawn
_TYPE = 13.0
_ROW = 26.0  # pixels between two labels of a column
_NARROW = 480  # pixels: below this the actor's name stands above the picture
_HEAD = 34.0
_WIDEST = 9.0  # pixels of the strongest tie
_NODE = 5.0
_CORE = 15.0


@dataclass(frozen=True, slots=True)
class Tie:
    """One with whom the actor is in `cooperation` and in `conflict` so many happenings."""

    name: str
    cooperation: int
    conflict: int
    href: str | None = None

    @property
    def count(self) -> int:
        """All happenings of the two."""
        return self.cooperation + self.conflict


@dataclass(frozen=True, slots=True)
class Network:
    """An actor and its ties."""

    actor: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a tie stands, and on which side of the picture."""

    tie: Tie
    x: float
    y: float
    side: Side


def network(data: Network, manner: Manner, width: int = 640) -> str:
    """The strongest ties, at most `MOST`, as SVG."""
    ties = sorted(data.ties, key=lambda tie: (-tie.count, tie.name))[:MOST]
    rows = max((len(ties) + 1) // 2, 1)
    head = _HEAD if width < _NARROW else 0.0
    height = max(rows * _ROW + 34, 110.0) + head
    name = clipped(data.actor, width * 0.3 if not head else width - 20, _TYPE)
    half = breadth(name, _TYPE) / 2 + 9
    radius = width * 0.14 if head else max(width * 0.2, half + 40)
    middle = (width / 2, (height + head) / 2)
    seats = _seats(ties, middle, radius, manner.rtl)
    most = max((tie.count for tie in ties), default=1)
    inner = "".join(_tie(seat, data, manner, middle, most, width) for seat in seats)
    if head:
        inner += element("circle", cx=middle[0], cy=middle[1], r=_CORE / 2, class_="pic-core")
    inner += _core(name, half, middle[0], _CORE if head else middle[1])
    title = manner.word("network", a=data.actor)
    said = manner.listed(*(_said(tie, manner) for tie in ties[:6]))
    links = any(tie.href for tie in ties)
    return picture("network", width, height, title, said or title, inner, links=links)


def network_legend(manner: Manner) -> str:
    """The key to the lines as an HTML list."""
    rows = [
        (_stroke((1, 10), (19, 10), 6, 0, f"pic-{tone}"), "", words)
        for tone, words in manner.said["tones"].items()
    ]
    return legend(rows)


def _core(name: str, half: float, x: float, y: float) -> str:
    """The actor's name in its pill."""
    pill = element(
        "rect", x=x - half, y=y - 12, width=2 * half, height=24, rx=12, class_="pic-core"
    )
    return pill + label(x, y + 4.5, name, "middle", "pic-core-name")


def _said(tie: Tie, manner: Manner) -> str:
    return manner.word("tie", a=tie.name, n=tie.count, c=tie.cooperation, d=tie.conflict)


def _seats(ties: list[Tie], middle: tuple[float, float], radius: float, rtl: bool) -> list[_Seat]:
    """The first half on the side where reading begins, from the top; then the other half."""
    x, y = middle
    half = (len(ties) + 1) // 2
    first: Side = "right" if rtl else "left"
    second: Side = "left" if rtl else "right"
    seats = []
    for column, side in ((ties[:half], first), (ties[half:], second)):
        for row, tie in enumerate(column):
            down = (row - (len(column) - 1) / 2) * _ROW
            # an ellipse about the whole column, so that the outermost do not fall to the middle
            bend = radius * sqrt(1 - (down / (len(column) * _ROW * 0.58)) ** 2)
            seats.append(_Seat(tie, x + (bend if side == "right" else -bend), y + down, side))
    return seats


def _tie(
    seat: _Seat, data: Network, manner: Manner, middle: tuple[float, float], most: int, width: int
) -> str:
    tie = seat.tie
    whole = max(_WIDEST * sqrt(tie.count / max(most, 1)), 1.2)
    near = whole * tie.cooperation / max(tie.count, 1)
    drawn = _stroke(middle, (seat.x, seat.y), near, -(whole - near) / 2, "pic-cooperation")
    drawn += _stroke(middle, (seat.x, seat.y), whole - near, near / 2, "pic-conflict")
    drawn += element("circle", cx=seat.x, cy=seat.y, r=_NODE, class_="pic-node")
    away = _NODE + 5 if seat.side == "right" else -_NODE - 5
    at = seat.x + away
    room = (width - at if seat.side == "right" else at) - 4
    count = manner.number(tie.count)
    # the count stands nearer to the node than the name, on either side
    drawn += label(
        at, seat.y + 4.5, count, "left" if seat.side == "right" else "right", "pic-count"
    )
    gap = breadth(count, 11) + 7
    name = clipped(tie.name, room - gap, _TYPE)
    at += gap if seat.side == "right" else -gap
    drawn += label(at, seat.y + 4.5, name, "left" if seat.side == "right" else "right", "pic-name")
    drawn += element(
        "rect",
        x=min(seat.x, seat.x + away + (room if away > 0 else -room)),
        y=seat.y - 11,
        width=room + abs(away),
        height=22,
        class_="pic-hit",
    )
    return linked(tie.href, _said(tie, manner), drawn, "pic-tie")


def _stroke(
    start: tuple[float, float], end: tuple[float, float], wide: float, off: float, class_: str
) -> str:
    """A line of a breadth, moved sidewards by `off` pixels."""
    if wide <= 0:
        return ""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length * off, dx / length * off
    d = f"M{number(start[0] + nx)} {number(start[1] + ny)}"
    d += f"L{number(end[0] + nx)} {number(end[1] + ny)}"
    return element("path", d=d, stroke_width=wide, class_=f"pic-line {class_}")
