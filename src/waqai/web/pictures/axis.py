"""The axis of time: where a day lies, and where its ticks stand. In Arabic it runs leftwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from waqai.web.pictures.manner import Manner
from waqai.web.pictures.svg import Side, breadth, element, label

_DAY = timedelta(days=1)
TYPE = 11.0  # the size of the letters at the ticks, in pixels
_GAP = 10.0  # between two labels
_BY_DAYS = 92  # longer axes have no ticks at days


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last` between the pixels `left` and `right`."""

    first: date
    last: date
    left: float
    right: float
    rtl: bool

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    @property
    def step(self) -> float:
        """The pixels of a day."""
        return (self.right - self.left) / self.days

    def edge(self, day: date) -> float:
        """Where the day begins, whether or not it lies on the axis."""
        along = (day - self.first).days * self.step
        return self.right - along if self.rtl else self.left + along

    def middle(self, day: date) -> float:
        """The middle of the day."""
        return self.edge(day) + self.step / (-2 if self.rtl else 2)

    def span(self, first: date, last: date) -> tuple[float, float]:
        """The left end and the breadth of the days that lie on the axis."""
        low, high = max(first, self.first), min(last, self.last)
        one = self.edge(low)
        other = self.edge(high) + (-self.step if self.rtl else self.step)
        return min(one, other), max(0.0, abs(one - other))

    def holds(self, day: date) -> bool:
        """Whether the day lies on the axis."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Tick:
    """A day with a label; `major` where a month or a year begins."""

    day: date
    words: str
    major: bool


def ticks(axis: Axis, manner: Manner) -> list[Tick]:
    """As many ticks as have room for their labels: days, weeks, months, quarters or years."""
    for days in (1, 2, 7) if axis.days <= _BY_DAYS else ():
        found = list(_by_days(axis, manner, days))
        if _fit(axis, found):
            return found
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240):
        found = list(_by_months(axis, manner, months))
        if _fit(axis, found):
            return found
    return found[:1]


def drawn_ticks(
    axis: Axis, manner: Manner, top: float, bottom: float, *, above: bool = False
) -> str:
    """The ticks from `top` to `bottom`, their labels under them, and with `above` over them too."""
    parts: list[str] = []
    at: float
    side: Side
    for tick in ticks(axis, manner):
        x = axis.edge(tick.day)
        parts.append(
            element(
                "line",
                x1=x,
                x2=x,
                y1=top,
                y2=bottom + 4,
                class_="pic-major" if tick.major else "pic-minor",
            )
        )
        if not _has_room(axis, tick):
            continue
        at, side = (x - 3, "right") if axis.rtl else (x + 3, "left")
        parts.append(label(at, bottom + 13, tick.words, side, "pic-tick"))
        if above:
            parts.append(label(at, top - 4, tick.words, side, "pic-tick"))
    return "".join(parts)


def today_line(axis: Axis, manner: Manner, today: date | None, top: float, bottom: float) -> str:
    """A line through the middle of today, where it lies on the axis."""
    if today is None or not axis.holds(today):
        return ""
    x = axis.middle(today)
    words = manner.word("today")
    half = breadth(words, TYPE) / 2
    at = min(max(x, axis.left + half), axis.right - half)
    line = element("line", x1=x, x2=x, y1=top, y2=bottom, class_="pic-today")
    return line + label(at, top - 3, words, "middle", "pic-today-word")


def _by_days(axis: Axis, manner: Manner, step: int) -> Iterator[Tick]:
    shown = None
    for count in range(0, axis.days, step):
        day = axis.first + count * _DAY
        name = manner.number(day.day)
        new = day.month != shown
        if new:
            name = f"{name} {manner.month(day, short=True)}"
        yield Tick(day, name, new and shown is not None)
        shown = day.month


def _by_months(axis: Axis, manner: Manner, step: int) -> Iterator[Tick]:
    at = axis.first.year * 12 + axis.first.month - 1
    if axis.first.day > 1:
        at += 1
    at += -at % step
    shown = None
    while at // 12 <= axis.last.year and (day := date(at // 12, at % 12 + 1, 1)) <= axis.last:
        year = manner.year(day.year)
        if step >= 12:
            yield Tick(day, year, True)
        else:
            name = manner.month(day, short=True)
            new = day.year != shown
            yield Tick(day, f"{name} {year}" if new else name, new)
        shown = day.year
        at += step


def _fit(axis: Axis, found: list[Tick]) -> bool:
    """Whether there are ticks, and every label ends before the next one begins."""
    starts = [abs(axis.edge(tick.day) - axis.edge(axis.first)) for tick in found]
    return bool(found) and all(
        start + breadth(tick.words, TYPE) + _GAP <= end
        for tick, start, end in zip(found, starts, starts[1:], strict=False)
    )


def _has_room(axis: Axis, tick: Tick) -> bool:
    """Whether the label of a tick ends on the axis."""
    return breadth(tick.words, TYPE) + 3 <= axis.right - axis.left - abs(
        axis.edge(tick.day) - axis.edge(axis.first)
    )
