"""The volume strip: how many happenings each day, week, month or year, and what is shown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from waqai.web.pictures.axis import Axis, drawn_ticks, today_line
from waqai.web.pictures.manner import Manner
from waqai.web.pictures.svg import element, label, linked, picture, titled

_DAY = timedelta(days=1)
_HEIGHT, _TOP, _FOOT = 132.0, 22.0, 22.0  # pixels: the whole, above the bars, below them
_SIDE = 4.0
_LEAST = 7.0  # pixels of a bar with its gap
_STUB = 1.5  # the height of a bar too small to see


@dataclass(frozen=True, slots=True)
class Volume:
    """Happenings by day from `first` to `last`; those of `due` are announced and not yet come.

    `link` gives the address of the happenings from one day to another, both included; `chosen` is
    the stretch that is shown now.
    """

    first: date
    last: date
    counts: Mapping[date, int]
    link: Callable[[date, date], str]
    due: Mapping[date, int] = field(default_factory=dict)
    chosen: tuple[date, date] | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days and what lies in it."""

    first: date
    last: date
    count: int
    due: int


def volume(data: Volume, manner: Manner, width: int = 960) -> str:
    """The strip as SVG; each bar leads to its stretch. Raises ValueError when it ends too early."""
    if data.last < data.first:
        raise ValueError("A volume strip must not end before it begins.")
    axis = Axis(data.first, data.last, _SIDE, width - _SIDE, manner.rtl)
    unit = _unit(axis)
    bars = list(_bars(data, unit))
    bottom = _HEIGHT - _FOOT
    most = max((bar.count for bar in bars), default=0)
    inner = [
        _chosen(data, axis, manner, bottom),
        _scale(axis, manner, most, bottom),
        drawn_ticks(axis, manner, bottom, bottom),
        *(_bar(bar, data, axis, manner, (bottom - _TOP) / max(most, 1)) for bar in bars),
        element("line", x1=axis.left, x2=axis.right, y1=bottom, y2=bottom, class_="pic-axis"),
        today_line(axis, manner, data.today, _TOP - 6, bottom),
    ]
    said = manner.word(
        "volume_desc", a=manner.stretch(data.first, data.last), n=sum(bar.count for bar in bars)
    )
    title = manner.word(f"volume_{unit}")
    return picture("volume", width, _HEIGHT, title, said, "".join(inner), links=True)


def _unit(axis: Axis) -> str:
    """The smallest unit whose bars have room: at most ten weeks of days, two years of weeks."""
    room = (axis.right - axis.left) / _LEAST
    for unit, days, most in (("day", 1, 70), ("week", 7, 104), ("month", 30, 240)):
        if axis.days / days <= min(room, most):
            return unit
    return "year"


def _bars(data: Volume, unit: str) -> Iterator[Bar]:
    first = data.first
    while True:
        last = min(_end(first, unit), data.last)
        days = [first + i * _DAY for i in range((last - first).days + 1)]
        count = sum(data.counts.get(day, 0) for day in days)
        yield Bar(first, last, count, min(count, sum(data.due.get(day, 0) for day in days)))
        if last >= data.last:
            return
        first = last + _DAY


def _end(first: date, unit: str) -> date:
    """The last day of the unit that `first` lies in; weeks are counted from Monday."""
    if unit == "day":
        return first
    if unit == "week":
        left = date.max - first
        return first + min(left, (6 - first.weekday()) * _DAY)
    if unit == "year" or first.month == 12:
        return date(first.year, 12, 31)
    return date(first.year, first.month + 1, 1) - _DAY


def _bar(bar: Bar, data: Volume, axis: Axis, manner: Manner, unit: float) -> str:
    x, wide = axis.span(bar.first, bar.last)
    bottom = _HEIGHT - _FOOT
    gap = min(2.0, wide * 0.2)
    inner = element("rect", x=x, y=_TOP, width=wide, height=bottom - _TOP, class_="pic-hit")
    at = bottom
    for count, class_ in ((bar.count - bar.due, "pic-held"), (bar.due, "pic-due")):
        if count:
            tall = max(count * unit, _STUB)
            at -= tall
            # the line of a hollow bar lies within it
            off = 0.6 if class_ == "pic-due" else 0.0
            inner += element(
                "rect",
                x=x + gap / 2 + off,
                y=at + off,
                width=max(wide - gap - 2 * off, 0.8),
                height=max(tall - off, 0.8),
                class_=class_,
            )
    said = manner.listed(
        manner.stretch(bar.first, bar.last),
        manner.word("happenings", n=bar.count),
        manner.word("due", n=bar.due) if bar.due else "",
    )
    in_chosen = data.chosen is None or (bar.first <= data.chosen[1] and bar.last >= data.chosen[0])
    return linked(
        data.link(bar.first, bar.last),
        said,
        inner,
        "pic-bar" if in_chosen else "pic-bar pic-aside",
        tab=bool(bar.count),
    )


def _chosen(data: Volume, axis: Axis, manner: Manner, bottom: float) -> str:
    """The ground of the chosen stretch, with a bracket over it."""
    if data.chosen is None or data.chosen[1] < data.first or data.chosen[0] > data.last:
        return ""
    x, wide = axis.span(*data.chosen)
    ground = element(
        "rect", x=x, y=_TOP - 8, width=wide, height=bottom - _TOP + 8, class_="pic-chosen"
    )
    ends = f"M{x:.1f} {bottom:.1f}V{_TOP - 8:.1f}H{x + wide:.1f}V{bottom:.1f}"
    said = manner.listed(manner.word("chosen"), manner.stretch(*data.chosen))
    return titled(said, ground + element("path", d=ends, class_="pic-bracket"))


def _scale(axis: Axis, manner: Manner, most: int, bottom: float) -> str:
    """A line at the highest count, and one half way where that is a whole number."""
    if not most:
        return ""
    out = []
    for count in (most, most // 2) if most % 2 == 0 else (most,):
        y = bottom - (bottom - _TOP) * count / most
        words = manner.number(count)
        edge = axis.left if manner.rtl else axis.right
        out.append(
            element("line", x1=axis.left, x2=axis.right, y1=y, y2=y, class_="pic-grid")
            + label(edge, y - 3, words, "left" if manner.rtl else "right", "pic-tick")
        )
    return "".join(out)
