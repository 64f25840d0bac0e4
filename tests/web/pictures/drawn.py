"""Pictures of the tests, read back as XML."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree as Xml

from waqai.model.events import EventType, Status
from waqai.web.pictures import Lane, Lanes, Manner, Mark

SVG = "{http://www.w3.org/2000/svg}"
ARABIC, ENGLISH = Manner("ar"), Manner("en")
FIRST = date(2025, 8, 1)
HOSTILE = '"><script>alert(1)</script>&\u202e\x00\x0b]]>'


def day(number: int) -> date:
    """A day of August 2025, or as many days after its end."""
    return FIRST + timedelta(days=number - 1)


def read(picture: str) -> Xml.Element:
    """The picture as XML. Raises ParseError where it is not well formed."""
    return Xml.fromstring(picture)


def classed(root: Xml.Element, name: str) -> list[Xml.Element]:
    """The elements with a class, in their order."""
    return [one for one in root.iter() if name in one.get("class", "").split()]


def links(root: Xml.Element) -> list[str]:
    """Where the links of a picture lead, in their order."""
    return [one.get("href", "") for one in root.iter(f"{SVG}a")]


def titles(root: Xml.Element) -> list[str]:
    """All that is said when something is pointed at."""
    return [one.text or "" for one in root.iter(f"{SVG}title")]


def texts(root: Xml.Element) -> list[str]:
    """The words that are drawn."""
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def middle(one: Xml.Element) -> float:
    """The pixel from the left at which the shape of a mark stands."""
    for part in one.iter():
        if "pic-shape" not in part.get("class", ""):
            continue
        if part.get("cx"):
            return float(part.get("cx", ""))
        if part.get("points"):
            xs = [float(x) for x in re.findall(r"(-?[\d.]+),", part.get("points", ""))]
            return (min(xs) + max(xs)) / 2
        return float(part.get("x", "")) + float(part.get("width", "")) / 2
    raise AssertionError("The mark has no shape.")


def mark(number: int, *, until: int | None = None, status: Status = Status.HAPPENED) -> Mark:
    """A happening of a day of August, or of some day between two."""
    last = number if until is None else until
    name = f"{status.value} {number}"
    return Mark(name, f"/happening/{number}", EventType.CONSULT, status, day(number), day(last))


def lanes_of(*marks: Mark) -> Lanes:
    """One lane over August 2025."""
    return Lanes(day(1), day(31), (Lane("Somebody", marks, "/actor/x"),), day(20))
