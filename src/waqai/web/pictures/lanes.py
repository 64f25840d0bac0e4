"""Lanes: one for each actor, a mark for each happening, those that would overlap stacked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from waqai.model.events import EventType, Status
from waqai.web.pictures.axis import Axis, drawn_ticks, today_line
from waqai.web.pictures.manner import Manner
from waqai.web.pictures.marks import SIZE, arrow, bar, mark_class, said_of, symbol
from waqai.web.pictures.svg import Side, breadth, clipped, element, label, linked, picture

_NARROW = 560  # pixels: below this a lane's name stands above it
_NAME = 13.0  # the size of its letters
_ROW, _PAD, _TOP, _FOOT = 17.0, 6.0, 18.0, 22.0
_TODAY = 16.0  # the height of the word over the line of today
_STUB = 16.0  # the arrow of what was put off to a day unknown, or out of sight


@dataclass(frozen=True, slots=True)
class Mark:
    """A happening: `label` is what it says when pointed at, `earliest` to `latest` when it was.

    `moved_to` is the day that it was postponed to; `announced` when it was held as announced.
    """

    label: str
    href: str
    type: EventType
    status: Status
    earliest: date | None
    latest: date | None
    moved_to: date | None = None
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """An actor with the happenings it takes part in."""

    name: str
    marks: tuple[Mark, ...]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes over the days from `first` to `last`; what has no day at all is not drawn."""

    first: date
    last: date
    lanes: tuple[Lane, ...]
    today: date | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark with its middle, the pixels it takes, and its row in the lane."""

    mark: Mark
    x: float
    left: float
    right: float
    row: int = 0


def lanes(data: Lanes, manner: Manner, width: int = 960) -> str:
    """The lanes as SVG. Raises ValueError when they end before they begin."""
    if data.last < data.first:
        raise ValueError("Lanes must not end before they begin.")
    named = 0.0 if width < _NARROW else min(width * 0.2, _widest(data) + 18)
    left, right = (10.0, width - 10 - named) if manner.rtl else (10 + named, width - 10.0)
    axis = Axis(data.first, data.last, left, right, manner.rtl)
    shows_today = data.today is not None and axis.holds(data.today)
    top = _TOP + (_TODAY if shows_today else 0)
    y, drawn = top, []
    for number, lane in enumerate(data.lanes):
        placed = _stacked(_placed(lane.marks, axis))
        rows = 1 + max((one.row for one in placed), default=0)
        tall = rows * _ROW + 2 * _PAD + (0 if named else _NAME + 6)
        ground = element(
            "rect", x=0, y=y, width=width, height=tall, class_=f"pic-lane{number % 2 or ''}"
        )
        first = y + _PAD + _ROW / 2 + (0 if named else _NAME + 6)
        marks = "".join(_mark(one, axis, manner, first + one.row * _ROW) for one in placed)
        drawn.append((ground, _name(lane, manner, width, y, named) + marks))
        y += tall
    inner = [
        *(ground for ground, _ in drawn),
        drawn_ticks(axis, manner, top, y, above=True),
        element("line", x1=left, x2=right, y1=y, y2=y, class_="pic-axis"),
        today_line(axis, manner, data.today, top - _TODAY - 2, y),
        *(marks for _, marks in drawn),
    ]
    said = manner.word("lanes_desc", a=manner.stretch(data.first, data.last), n=len(data.lanes))
    title = manner.word("lanes")
    return picture("lanes", width, y + _FOOT, title, said, "".join(inner), links=True)


def _widest(data: Lanes) -> float:
    return max((breadth(lane.name, _NAME) for lane in data.lanes), default=0.0)


def _name(lane: Lane, manner: Manner, width: int, y: float, named: float) -> str:
    room = named - 14 if named else width - 20.0
    words = clipped(lane.name, room, _NAME)
    x = width - 10.0 if manner.rtl else 10.0
    side: Side = "right" if manner.rtl else "left"
    drawn = label(x, y + _PAD + _NAME, words, side, "pic-name")
    return linked(lane.href, lane.name, drawn)


def _placed(marks: Iterable[Mark], axis: Axis) -> list[_Placed]:
    """The marks that lie on the axis, with the pixels that each takes."""
    found = []
    for mark in marks:
        if mark.earliest is None and mark.latest is None:
            continue
        first, last = mark.earliest or axis.first, mark.latest or axis.last
        if last < axis.first or first > axis.last or last < first:
            continue
        left, wide = axis.span(first, last)
        x = left + wide / 2
        if mark.earliest != mark.latest:
            left, wide = min(left, x - SIZE / 2), max(wide, SIZE)
        else:
            left, wide = x - SIZE / 2, SIZE
        reach = _reach(mark, axis, x)
        low, high = min(left, reach), max(left + wide, reach)
        ring = 2.0 if mark.announced else 1.0
        found.append(_Placed(mark, x, low - ring, high + ring))
    return found


def _reach(mark: Mark, axis: Axis, x: float) -> float:
    """How far the arrow of a postponed mark reaches; the mark's middle where there is none."""
    if mark.status is not Status.POSTPONED and mark.moved_to is None:
        return x
    way = -1 if axis.rtl else 1
    if mark.moved_to is None or not axis.holds(mark.moved_to):
        earlier = mark.moved_to is not None and mark.moved_to < axis.first
        far = x + (-way if earlier else way) * (SIZE / 2 + _STUB)
        return min(max(far, axis.left - 8), axis.right + 8)
    return axis.middle(mark.moved_to)


def _stacked(placed: list[_Placed]) -> list[_Placed]:
    """Each mark in the first row where it overlaps no other, in order of time."""
    ends: list[float] = []
    out = []
    for one in sorted(placed, key=lambda p: (p.left, p.right, p.mark.label, p.mark.href)):
        row = next((i for i, end in enumerate(ends) if end + 1 <= one.left), len(ends))
        ends[row : row + 1] = [one.right]
        out.append(_Placed(one.mark, one.x, one.left, one.right, row))
    return out


def _mark(one: _Placed, axis: Axis, manner: Manner, y: float) -> str:
    mark = one.mark
    drawn = element(
        "rect",
        x=one.left,
        y=y - _ROW / 2,
        width=one.right - one.left,
        height=_ROW,
        class_="pic-hit",
    )
    if mark.earliest != mark.latest:
        left, wide = axis.span(mark.earliest or axis.first, mark.latest or axis.last)
        drawn += bar(left, left + wide, y)
    drawn += symbol(one.x, y, mark.type, mark.status, announced=mark.announced)
    if (reach := _reach(mark, axis, one.x)) != one.x:
        drawn += arrow(one.x, y, reach)
    window = manner.window(mark.earliest, mark.latest)
    said = said_of(mark.label, mark.status, window, mark.moved_to, manner)
    return linked(mark.href, said, drawn, mark_class(mark.type, mark.status))
