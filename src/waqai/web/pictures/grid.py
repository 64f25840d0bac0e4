"""The grid of positions: actors by issues, each cell the stances in the order of time.

For is a circle with a plus, against a square with a minus, conditional a diamond: the shape says it
where colour cannot. On a phone the grid becomes a list of actors with their issues.
"""

from dataclasses import dataclass
from datetime import date

from waqai.model.chronicle import Stance
from waqai.web.pictures.manner import Manner
from waqai.web.pictures.marks import legend
from waqai.web.pictures.svg import Side, clipped, element, folded, label, linked, number, picture

_NARROW = 560
_TYPE, _HEAD_TYPE = 13.0, 12.0
_SIZE, _STEP = 16.0, 21.0  # a mark, and from one to the next
_COLUMN = 84.0  # pixels of an issue, at least
_ROW = 30.0
_LINE = 15.0


@dataclass(frozen=True, slots=True)
class Held:
    """A stance that was on record from `earliest` to `latest`."""

    stance: Stance
    label: str
    href: str
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A column of the grid."""

    name: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor; `held` has its stances on each issue, oldest first, () where none is known."""

    name: str
    held: tuple[tuple[Held, ...], ...]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The positions of several actors on several issues."""

    issues: tuple[Issue, ...]
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The paper: reading begins at `start`, and goes `way` (-1: leftwards)."""

    width: float
    start: float
    way: int
    side: Side

    def x(self, along: float) -> float:
        return self.start + self.way * along

    def rect(self, along: float, y: float, wide: float, tall: float, class_: str) -> str:
        left = min(self.x(along), self.x(along + wide))
        return element("rect", x=left, y=y, width=wide, height=tall, class_=class_)


def positions_grid(data: Grid, manner: Manner, width: int = 960) -> str:
    """The grid as SVG. Raises ValueError when an actor has not one entry for each issue."""
    if any(len(holder.held) != len(data.issues) for holder in data.holders):
        raise ValueError("Each actor of a grid needs one entry for each of its issues.")
    sheet = _Sheet(width, width, -1, "right") if manner.rtl else _Sheet(width, 0, 1, "left")
    drawn, height = (_listed if width < _NARROW else _tabled)(data, manner, sheet)
    said = manner.word("positions_desc", a=len(data.holders), n=len(data.issues))
    title = manner.word("positions")
    return picture("positions", width, max(height, 20), title, said, drawn, links=True)


def grid_legend(manner: Manner) -> str:
    """The key to the marks as an HTML list."""
    rows = []
    for stance in Stance:
        words: str = manner.said["stances"][stance.value]
        rows.append((_symbol(10, 10, stance), f"pic-{stance.value}", words))
    return legend(rows)


def _tabled(data: Grid, manner: Manner, sheet: _Sheet) -> tuple[str, float]:
    """Actors down, issues across; more issues than have room go into further tables below."""
    names = min(190.0, sheet.width * 0.22)
    fit = max(int((sheet.width - names) // _COLUMN), 1)
    bands = -(-len(data.issues) // fit)
    fit = -(-len(data.issues) // max(bands, 1))
    y, out = 0.0, []
    for low in range(0, len(data.issues), max(fit, 1)):
        part = range(low, min(low + fit, len(data.issues)))
        wide = (sheet.width - names) / fit
        drawn, y = _band(data, part, manner, sheet, names, wide, y)
        out.append(drawn)
        y += 18
    return "".join(out), y - 18


def _band(
    data: Grid,
    part: range,
    manner: Manner,
    sheet: _Sheet,
    names: float,
    wide: float,
    y: float,
) -> tuple[str, float]:
    heads = [folded(data.issues[i].name, wide - 10, _HEAD_TYPE, 3) for i in part]
    tall = max(map(len, heads), default=1) * _LINE + 10
    out = []
    for column, (i, lines) in enumerate(zip(part, heads, strict=True)):
        x = sheet.x(names + (column + 0.5) * wide)
        base = y + tall - 7 - (len(lines) - 1) * _LINE
        words = "".join(
            label(x, base + n * _LINE, line, "middle", "pic-head") for n, line in enumerate(lines)
        )
        out.append(linked(data.issues[i].href, data.issues[i].name, words))
    y += tall
    for number_, holder in enumerate(data.holders):
        each = max(int((wide - 8) // _STEP), 1)
        deep = max((-(-len(holder.held[i]) // each) for i in part), default=1)
        row = max(deep, 1) * _STEP + _ROW - _STEP
        out.append(sheet.rect(0, y, sheet.width, row, f"pic-lane{number_ % 2 or ''}"))
        name = clipped(holder.name, names - 16, _TYPE)
        words = label(sheet.x(8), y + _ROW / 2 + 4.5, name, sheet.side, "pic-name")
        out.append(linked(holder.href, holder.name, words))
        for column, i in enumerate(part):
            middle = names + (column + 0.5) * wide
            out.append(
                _cell(holder, data.issues[i], holder.held[i], manner, sheet, middle, y, each)
            )
        y += row
    return "".join(out), y


def _listed(data: Grid, manner: Manner, sheet: _Sheet) -> tuple[str, float]:
    """Actor by actor, the issues on which it holds something, a line each."""
    y, out = 0.0, []
    for holder in data.holders:
        head = clipped(holder.name, sheet.width - 16, _TYPE)
        words = label(sheet.x(8), y + 19, head, sheet.side, "pic-name")
        out.append(sheet.rect(0, y, sheet.width, 28, "pic-lane1"))
        out.append(linked(holder.href, holder.name, words))
        y += 28
        for issue, held in zip(data.issues, holder.held, strict=True):
            if not held:
                continue
            each = max(int(sheet.width * 0.45 // _STEP), 1)
            deep = -(-len(held) // each)
            room = sheet.width - 24 - min(len(held), each) * _STEP - 8
            name = clipped(issue.name, room, _HEAD_TYPE)
            words = label(sheet.x(16), y + _ROW / 2 + 4, name, sheet.side, "pic-head")
            out.append(linked(issue.href, issue.name, words))
            middle = sheet.width - 8 - min(len(held), each) * _STEP / 2
            out.append(_cell(holder, issue, held, manner, sheet, middle, y, each))
            y += _ROW + (deep - 1) * _STEP
        y += 8
    return "".join(out), y


def _cell(
    holder: Holder,
    issue: Issue,
    held: tuple[Held, ...],
    manner: Manner,
    sheet: _Sheet,
    middle: float,
    y: float,
    each: int,
) -> str:
    """The stances of one actor on one issue, joined by a line, `each` of them in a row."""
    out = []
    for low in range(0, len(held), each):
        row = held[low : low + each]
        at = y + _ROW / 2 + low / each * _STEP
        xs = [sheet.x(middle + (n - (len(row) - 1) / 2) * _STEP) for n in range(len(row))]
        if len(row) > 1:
            line = f"M{number(xs[0])} {number(at)}H{number(xs[-1])}"
            out.append(element("path", d=line, class_="pic-thread"))
        for x, one in zip(xs, row, strict=True):
            said = manner.listed(
                f"{holder.name} — {issue.name}: {manner.said['stances'][one.stance.value]}",
                _when(one, manner),
                one.label,
            )
            drawn = element(
                "rect", x=x - _STEP / 2, y=at - 12, width=_STEP, height=24, class_="pic-hit"
            )
            drawn += _symbol(x, at, one.stance)
            out.append(linked(one.href, said, drawn, f"pic-stance pic-{one.stance.value}"))
    return "".join(out)


def _when(one: Held, manner: Manner) -> str:
    if one.earliest is None or one.latest is None:
        return "" if one.earliest is one.latest else manner.window(one.earliest, one.latest)
    return manner.stretch(one.earliest, one.latest)


def _symbol(x: float, y: float, stance: Stance) -> str:
    half = _SIZE / 2
    if stance is Stance.FOR:
        shape = element("circle", cx=x, cy=y, r=half, class_="pic-shape")
        sign = f"M{number(x - 4)} {number(y)}h8M{number(x)} {number(y - 4)}v8"
    elif stance is Stance.AGAINST:
        side = half * 0.9
        shape = element(
            "rect", x=x - side, y=y - side, width=2 * side, height=2 * side, class_="pic-shape"
        )
        sign = f"M{number(x - 4)} {number(y)}h8"
    else:
        reach = half * 1.1
        corners = ((0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0))
        points = " ".join(f"{number(x + dx)},{number(y + dy)}" for dx, dy in corners)
        shape = element("polygon", points=points, class_="pic-shape")
        sign = f"M{number(x - 3)} {number(y)}h.1m3 0h.1m3 0h.1"
    return shape + element("path", d=sign, class_="pic-sign")
