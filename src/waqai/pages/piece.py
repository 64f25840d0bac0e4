"""A piece of a page: a stretch of one line, and what it looks like on its own."""

from dataclasses import dataclass
from enum import Enum

from waqai.model.page import Stamp
from waqai.model.story import ResidueKind
from waqai.pages.bylines import Origin
from waqai.pages.lines import first_word
from waqai.pages.vocabulary import phrases


class Shape(Enum):
    """What a piece looks like on its own."""

    PROSE = "prose"
    SHORT = "short"  # a title, a subheading, a caption, a link
    RESIDUE = "residue"


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch of one line. `kind` says why it is no prose, where it is furniture."""

    start: int
    end: int
    count: int  # words
    shape: Shape
    kind: ResidueKind = ResidueKind.OTHER
    heads: bool = False  # a label standing alone: what follows is its list
    ends: bool = False  # it ends a story, and no list follows
    closes: bool = False  # what follows belongs to no story
    edges: bool = False  # furniture only above and below stories
    bullet: bool = False
    foreign: bool = False  # no Arabic letter, on a page that has some
    truncated: bool = False  # a teaser: "… اقرأ المزيد" was cut off behind it
    window: bool = False  # the title of the browser's window: "… - اسم الموقع" was cut off
    site: bool = False  # a menu of several entries: what stands above it is the site's
    linked: bool = False  # a link's title behind its label: "إقرأ أيضاً: …"
    soft: bool = False  # a label with words behind it: above a story it may be the title
    labelled: bool = False  # a stamp with a label
    stamps: tuple[Stamp, ...] = ()
    origin: Origin | None = None


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether a paragraph goes on from the one above: "وأضاف …", "من جهته …"."""
    first = first_word(text, start, end)
    if first.startswith("و") and len(first) > 3:
        return not phrases("prose", "own_waw").opens(text, start, end)
    return phrases("prose", "goes_on").opens(text, start, end) > 0


def residue(start: int, end: int, kind: ResidueKind) -> Piece:
    """A piece that belongs to no story."""
    return Piece(start, end, 1, Shape.RESIDUE, kind)
