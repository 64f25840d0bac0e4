"""Where the labels of dots go, so that none lies on another, on a dot, or beyond the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.web.pictures.svg import Side, breadth


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        """Whether it lies inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Placement:
    """A label wanted at `away` pixels from the point `x`, `y`."""

    text: str
    x: float
    y: float
    away: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A label with the point of its baseline, the side that the point is on, and its box."""

    text: str
    x: float
    y: float
    side: Side
    box: Box


def placed(
    wanted: Sequence[Placement], taken: Sequence[Box], view: Box, size: float
) -> list[Placed | None]:
    """Each label at the first of eight places beside its point that is free; None where none is.

    `taken` are the boxes of what must stay visible; labels are placed in the order given.
    """
    full = list(taken)
    found: list[Placed | None] = []
    for one in wanted:
        free = next(
            (
                place
                for place in _candidates(one, size)
                if place.box.within(view) and not any(map(place.box.meets, full))
            ),
            None,
        )
        if free is not None and one.text:
            full.append(free.box)
            found.append(free)
        else:
            found.append(None)
    return found


def _candidates(one: Placement, size: float) -> list[Placed]:
    wide, up, down = breadth(one.text, size) + 2, size * 0.95, size * 0.35
    aslant = one.away * 0.75
    spots: list[tuple[float, float, Side]] = [
        (one.x + one.away, one.y + size * 0.3, "left"),
        (one.x - one.away, one.y + size * 0.3, "right"),
        (one.x, one.y - one.away - down, "middle"),
        (one.x, one.y + one.away + up, "middle"),
        (one.x + aslant, one.y - aslant, "left"),
        (one.x - aslant, one.y - aslant, "right"),
        (one.x + aslant, one.y + aslant + up * 0.6, "left"),
        (one.x - aslant, one.y + aslant + up * 0.6, "right"),
    ]
    out = []
    for x, y, side in spots:
        left = x - {"left": 0.0, "middle": wide / 2, "right": wide}[side]
        out.append(Placed(one.text, x, y, side, Box(left, y - up, left + wide, y + down)))
    return out
