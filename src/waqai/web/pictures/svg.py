"""SVG as text: elements, labels that keep to their direction, links, and the frame of a picture.

No style attribute, no script, no id and no outside reference is ever written, so that pictures fit
a strict Content-Security-Policy and may stand on one page many times.
"""

import re
import unicodedata
from html import escape
from typing import Literal

Side = Literal["left", "middle", "right"]

#: What XML 1.0 does not allow, and the marks that turn the direction of what follows.
_UNSHOWN = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
_ELLIPSIS = "…"


def shown(text: str) -> str:
    """The text on one line, without what no reader sees or what XML forbids."""
    return " ".join(_UNSHOWN.sub("", text).split())


def number(value: float) -> str:
    """A coordinate to a tenth of a pixel.

    >>> number(3.0), number(2.25), number(-0.01)
    ('3', '2.2', '0')
    """
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def element(name: str, inner: str = "", **attributes: str | float | None) -> str:
    """An element; `class_` is written class, `stroke_width` stroke-width; None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def label(x: float, y: float, text: str, side: Side = "left", class_: str | None = None) -> str:
    """A line of text whose left end, middle or right end is at `x`, its baseline at `y`."""
    words = shown(text)
    rtl = runs_rtl(words)
    anchor = "middle" if side == "middle" else "start" if (side == "right") == rtl else "end"
    return element(
        "text",
        escape(words, quote=False),
        x=x,
        y=y,
        direction="rtl" if rtl else "ltr",
        text_anchor=anchor,
        class_=class_,
    )


def titled(title: str, inner: str, class_: str | None = None) -> str:
    """Marks that show `title` when pointed at."""
    return element("g", _title(title) + inner, class_=class_)


def linked(
    href: str | None, title: str, inner: str, class_: str | None = None, *, tab: bool = True
) -> str:
    """Marks that lead to `href`; without one, or with one that is no web address, titled marks.

    With `tab` false the keyboard passes over the link.
    """
    if href is None or not is_safe(href):
        return titled(title, inner, class_)
    return element(
        "a",
        _title(title) + inner,
        href=href,
        class_=class_,
        aria_label=title,
        tabindex=None if tab else "-1",
    )


def picture(
    kind: str, width: float, height: float, title: str, desc: str, inner: str, *, links: bool
) -> str:
    """The whole picture: `kind` is its class, `title` and `desc` what is read out.

    A picture with links is a group: in an image no link could be reached.
    """
    head = _title(title) + element("desc", escape(shown(desc), quote=False) or " ")
    return element(
        "svg",
        head + inner,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        class_=f"pic pic-{kind}",
        role="group" if links else "img",
        aria_label=title,
    )


def is_safe(href: str) -> bool:
    """Whether a link leads to a page of this site or of the web, and not to a script."""
    scheme = _SCHEME.match(shown(href).replace(" ", ""))
    return scheme is None or scheme[0].lower() in ("http:", "https:")


def runs_rtl(text: str) -> bool:
    """Whether the first letter of the text that has a direction runs right to left."""
    for letter in text:
        way = unicodedata.bidirectional(letter)
        if way in ("R", "AL"):
            return True
        if way == "L":
            return False
    return False


def breadth(text: str, size: float) -> float:
    """About how wide a line of text is, in pixels, at a type size of `size` pixels."""
    return size * sum(map(_share, text))


def clipped(text: str, room: float, size: float) -> str:
    """The text, cut with an ellipsis where it is wider than `room` pixels; "" where none fits."""
    text = shown(text)
    if breadth(text, size) <= room:
        return text
    while text and breadth(text, size) + size * 0.9 > room:
        text = text[:-1]
    return f"{text.rstrip()}{_ELLIPSIS}" if text else ""


def folded(text: str, room: float, size: float, most: int) -> list[str]:
    """The text in at most `most` lines of `room` pixels, parted between words, the rest cut."""
    lines: list[str] = []
    for word in shown(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (breadth(longer, size) <= room or len(lines) == most):
            lines[-1] = longer
        else:
            lines.append(word)
    return [clipped(line, room, size) for line in lines]


def _share(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if "\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufefc":
        return 0.6
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if letter in " .,:;'|!iljtfI()[]":
        return 0.33
    return 0.72 if letter.isupper() or letter in "mwMW@%" else 0.57


def _title(title: str) -> str:
    return element("title", escape(shown(title), quote=False) or " ")


def _value(value: str | float) -> str:
    return escape(shown(value)) if isinstance(value, str) else number(value)
