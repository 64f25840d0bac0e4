"""Small pictures that stand in a line: a sparkline, and the window of a day on a strip of days."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from waqai.web.pictures.axis import Axis, drawn_ticks
from waqai.web.pictures.manner import Manner
from waqai.web.pictures.svg import element, label, number, picture

_DAY = timedelta(days=1)
_BOXES = 14  # a window of more days is drawn on an axis
_HEIGHT = 40.0


def sparkline(
    values: Sequence[int], label: str, manner: Manner, width: int = 96, height: int = 22
) -> str:
    """The values, oldest first, as a small line with a dot at the last; `label` says what it is."""
    most = max(values, default=0)
    steps = max(len(values) - 1, 1)
    xs = [width - 3 - (width - 6) * i / steps for i in range(len(values))][::-1]
    if manner.rtl:
        xs = [width - x for x in xs]
    foot, top = height - 3.0, 3.0
    ys = [foot - (foot - top) * value / max(most, 1) for value in values]
    inner = element("line", x1=0, x2=width, y1=foot + 1, y2=foot + 1, class_="pic-grid")
    if values:
        points = [f"{number(x)} {number(y)}" for x, y in zip(xs, ys, strict=True)]
        line = "M" + "L".join(points)
        ground = f"{line}L{number(xs[-1])} {number(foot + 1)}L{number(xs[0])} {number(foot + 1)}Z"
        inner += element("path", d=ground, class_="pic-under")
        inner += element("path", d=line, class_="pic-spark-line")
        inner += element("circle", cx=xs[-1], cy=ys[-1], r=2.2, class_="pic-spark-end")
    said = manner.listed(*map(manner.number, values))
    return picture("spark", width, height, label, said, inner, links=False)


def day_window(earliest: date | None, latest: date | None, manner: Manner, width: int = 300) -> str:
    """Within which days something lies: a day known is solid, a window pale, an open side fades.

    Up to two weeks are boxes with their weekdays; longer windows lie on an axis of time.
    """
    if earliest is not None and latest is not None and latest < earliest:
        raise ValueError("A window must not end before it begins.")
    low, high = _shown(earliest, latest)
    wide = (high - low).days + 1 > _BOXES
    axis = Axis(low, high, 1.0, width - 1.0, manner.rtl)
    if earliest is None and latest is None:
        inner = element("rect", x=1, y=6, width=width - 2, height=26, rx=4, class_="pic-unknown")
        inner += label(width / 2, 23, manner.word("unknown_day"), "middle", "pic-tick")
    elif wide:
        inner = _on_axis(axis, earliest, latest, manner)
    else:
        inner = "".join(_boxes(axis, earliest, latest, manner))
    said = manner.window(earliest, latest)
    return picture("window", width, _HEIGHT, said, said, inner, links=False)


def _shown(earliest: date | None, latest: date | None) -> tuple[date, date]:
    """The days of the strip: the window with some days about it."""
    if earliest is None or latest is None:
        known = earliest or latest or date(2000, 1, 1)
        before, behind = (2, 6) if latest is None else (6, 2)
        return _moved(known, -before), _moved(known, behind)
    days = (latest - earliest).days + 1
    about = max(1, (7 - days + 1) // 2) if days <= 7 else 1 if days <= _BOXES - 2 else days // 8 + 1
    return _moved(earliest, -about), _moved(latest, about)


def _moved(day: date, days: int) -> date:
    """The day moved, no further than there are days."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _boxes(axis: Axis, earliest: date | None, latest: date | None, manner: Manner) -> Iterator[str]:
    for count in range(axis.days):
        day = axis.first + count * _DAY
        x, wide = axis.span(day, day)
        class_ = _box_class(day, earliest, latest)
        words = f"{class_.partition(' ')[0]}-words"
        yield element("rect", x=x + 1, y=1, width=wide - 2, height=38, rx=4, class_=class_)
        middle, small = x + wide / 2, f"pic-letter {words}"
        yield label(middle, 14, manner.said["initials"][day.weekday()], "middle", small)
        name = manner.number(day.day)
        yield label(middle, 31, name, "middle", f"pic-number {words}")


def _box_class(day: date, earliest: date | None, latest: date | None) -> str:
    if earliest is not None and earliest == latest == day:
        return "pic-known"
    if (earliest is not None and day < earliest) or (latest is not None and day > latest):
        return "pic-out"
    away = 0
    if earliest is None and latest is not None:
        away = (latest - day).days
    elif latest is None and earliest is not None:
        away = (day - earliest).days
    return "pic-open" if away < 3 else "pic-open pic-fading" if away < 5 else "pic-open pic-faded"


def _on_axis(axis: Axis, earliest: date | None, latest: date | None, manner: Manner) -> str:
    x, wide = axis.span(earliest or axis.first, latest or axis.last)
    inner = element("line", x1=axis.left, x2=axis.right, y1=16, y2=16, class_="pic-axis")
    inner += drawn_ticks(axis, manner, 12, 22)
    return inner + element("rect", x=x, y=8, width=wide, height=10, rx=4, class_="pic-open")
