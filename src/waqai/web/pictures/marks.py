"""The marks of happenings: a shape for the family of the type, a look for how it stands.

In words or in deeds, with or against: circle, square, triangle, diamond. Held is solid, announced
hollow, proposed dashed, cancelled and denied struck through, postponed with an arrow.
"""

from datetime import date
from html import escape

from waqai.model.events import EventType, Status
from waqai.web.pictures.manner import Manner, family_of
from waqai.web.pictures.svg import element, number

SIZE = 12.0  # pixels across
_LOOKS = {
    Status.HAPPENED: "held",
    Status.PLANNED: "hollow",
    Status.PROPOSED: "dashed",
    Status.CONDITIONAL: "dashed",
    Status.CANCELLED: "struck",
    Status.DENIED: "struck",
    Status.FAILED: "struck",
    Status.POSTPONED: "moved",
}
_LEGEND_STATUS = {
    "happened": Status.HAPPENED,
    "announced": Status.HAPPENED,
    "planned": Status.PLANNED,
    "proposed": Status.PROPOSED,
    "postponed": Status.POSTPONED,
    "cancelled": Status.CANCELLED,
    "denied": Status.DENIED,
}


def mark_class(type: EventType, status: Status) -> str:
    """The classes of a mark in pictures.css."""
    denied = " pic-denied" if status in (Status.DENIED, Status.FAILED) else ""
    return f"pic-mark pic-{family_of(type)} pic-{_LOOKS[status]}{denied}"


def symbol(x: float, y: float, type: EventType, status: Status, *, announced: bool = False) -> str:
    """The mark at its middle; `announced` puts a ring round one that was held as announced."""
    return _symbol(x, y, family_of(type), status, announced)


def arrow(x: float, y: float, to: float) -> str:
    """An arrow from beside the mark at `x` to the pixel `to` on the same height."""
    way = 1 if to > x else -1
    start, tip = x + way * (SIZE / 2 + 1), to - way
    if (tip - start) * way < 6:
        tip = start + way * 6
    head = f"M{number(tip - way * 4)} {number(y - 3)}L{number(tip)} {number(y)}"
    head += f"L{number(tip - way * 4)} {number(y + 3)}"
    line = f"M{number(start)} {number(y)}H{number(tip)}"
    return element("path", d=line + head, class_="pic-arrow")


def lanes_legend(manner: Manner) -> str:
    """The key to the marks as an HTML list."""
    said = manner.said
    rows = [
        (_symbol(10, 10, family, Status.HAPPENED, False), f"pic-{family} pic-held", words)
        for family, words in said["families"].items()
    ]
    for look, status in _LEGEND_STATUS.items():
        drawn = _symbol(10, 10, "verbal_cooperation", status, look == "announced")
        if look == "postponed":
            at, to = (14.0, 1.0) if manner.rtl else (6.0, 19.0)
            drawn = _symbol(at, 10, "verbal_cooperation", status, False) + arrow(at, 10, to)
        classes = mark_class(EventType.CONSULT, status).replace("pic-verbal_cooperation", "")
        rows.append((drawn, f"{classes} pic-plain", said["looks"][look]))
    rows.append((bar(2, 18, 10), "pic-plain pic-held", said["looks"]["window"]))
    return legend(rows)


def legend(rows: list[tuple[str, str, str]]) -> str:
    """A list in HTML: SVG of 20 by 20 pixels, its classes, and what it means."""
    items = "".join(
        '<li><svg class="pic-key" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">'
        f'<g class="pic-mark {classes}">{drawn}</g></svg> {escape(words)}</li>'
        for drawn, classes, words in rows
    )
    return f'<ul class="pic-legend">{items}</ul>'


def bar(left: float, right: float, y: float) -> str:
    """The thin bar of a window of days."""
    return element(
        "rect", x=left, y=y - 2, width=max(right - left, 2.0), height=4, rx=2, class_="pic-window"
    )


def said_of(label: str, status: Status, window: str, moved_to: date | None, manner: Manner) -> str:
    """What a mark says when pointed at."""
    looks = {"proposed": "proposed", "conditional": "proposed", "failed": "denied"}
    return manner.listed(
        label,
        manner.said["looks"][looks.get(status.value, status.value)],
        window,
        manner.word("moved_to", a=manner.day(moved_to)) if moved_to else "",
    )


def _symbol(x: float, y: float, family: str, status: Status, announced: bool) -> str:
    drawn = _shape(x, y, family)
    if _LOOKS[status] == "struck":
        reach = SIZE / 2 + 2
        line = f"M{number(x - reach)} {number(y)}H{number(x + reach)}"
        drawn += element("path", d=line, class_="pic-strike")
    if announced:
        drawn += element("circle", cx=x, cy=y, r=SIZE / 2 + 1.8, class_="pic-ring")
    return drawn


def _shape(x: float, y: float, family: str) -> str:
    half = SIZE / 2 - 0.8
    if family == "verbal_cooperation":
        return element("circle", cx=x, cy=y, r=half, class_="pic-shape")
    if family == "material_cooperation":
        side = half * 0.92
        return element(
            "rect", x=x - side, y=y - side, width=2 * side, height=2 * side, class_="pic-shape"
        )
    corners: tuple[tuple[float, float], ...]
    if family == "verbal_conflict":
        corners = ((0.0, -half * 1.1), (half * 1.12, half * 0.85), (-half * 1.12, half * 0.85))
    else:
        reach = half * 1.2
        corners = ((0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0))
    points = " ".join(f"{number(x + dx)},{number(y + dy)}" for dx, dy in corners)
    return element("polygon", points=points, class_="pic-shape")
