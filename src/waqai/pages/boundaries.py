"""Where one story ends and another begins: a title followed by prose about other things."""

import re
from dataclasses import dataclass
from functools import cache

from waqai.arabic.calendars import weekdays
from waqai.arabic.tokens import tokenize
from waqai.knowledge import load
from waqai.model.story import ResidueKind
from waqai.pages.datelines import dateline
from waqai.pages.likeness import share, stems
from waqai.pages.lines import last_sign, loosely
from waqai.pages.piece import Piece, Shape, goes_on
from waqai.pages.titles import plain

_LEAD = 700  # code points of the first paragraph that are compared
_BODY = 1400  # code points of the text behind the title that are compared
_DATED = 320  # code points of the first paragraph in which it names its day
_FEW_WORDS = 4  # words of a title that is more likely a subheading
_LEAST_SUPPORT = 0.25  # a title less than this is told by the text below is a link's
_HALF = 0.5
_REACH = 14  # pieces between a title and its first paragraph
_NUMBERED = re.compile(r"[(\[]?\d{1,2}\s?[.)\-–]\s?\D")


@cache
def _day() -> re.Pattern[str]:
    """A word that names the day of a story: a weekday, "اليوم", "أمس"."""
    names = [name for row in load("calendar")["weekday"] for name in row["names"]]
    every = "|".join(map(loosely, names + load("pages")["prose"]["days"]))
    return re.compile(rf"(?<!\w)[و#]?(?:{every})(?!\w)")


@cache
def _today() -> re.Pattern[str]:
    """The word behind "today"."""
    every = "|".join(map(loosely, load("pages")["prose"]["today"]))
    return re.compile(rf"(?<!\w)(?:{every})[\s،(]+(\S+)")


@dataclass(frozen=True, slots=True)
class Turn:
    """What speaks for a new story at a short line: shares are 0.0 to 1.0."""

    support: float  # of the title's stems, found in the text below
    known: float  # of the title's stems, found in the story above
    overlap: float  # of the first paragraph's stems, found in the story above
    fresh: bool  # the first paragraph does not go on from one above
    parted: bool  # furniture that ends a story stands between
    signed: bool  # a stamp, byline or dateline of its own
    repeated: bool  # the title is printed twice
    another_day: bool  # "اليوم الأربعاء" below, "اليوم الخميس" above
    dated: bool  # the first paragraph names its day: "الخميس", "اليوم", "أمس"

    words: int  # of the title
    quoted: bool  # the whole title stands in quotation marks, as subheadings do

    @property
    def score(self) -> float:
        """The evidence as one number, about the log odds of a new story.

        The weights come from a logistic regression over single articles and pairs of articles
        put together; see docs/stories.md.
        """
        return (
            4.0 * self.support
            - 4.9 * self.known
            - 4.8 * self.overlap
            + 4.0 * self.fresh
            - 2.3 * (self.words <= _FEW_WORDS)
            - 2.0 * self.quoted
            + 1.7 * self.dated
            + 2.0 * (self.parted and self.support >= _HALF)
            + 2.5 * self.signed
            + 1.5 * self.repeated
            + 2.5 * self.another_day
            - 3.0
        )


def title_shaped(text: str, piece: Piece) -> bool:
    """Whether a short line could be a title."""
    titled = piece.shape is Shape.SHORT or piece.soft or piece.linked
    if not 3 <= piece.count <= 26 or not titled:
        return False
    if _NUMBERED.match(text, piece.start):
        return False
    return last_sign(text, piece.start, piece.end) not in ".:؛،," and not goes_on(
        text, piece.start, piece.end
    )


def is_teaser(text: str, paragraph: Piece) -> bool:
    """Whether a paragraph is the beginning of a story that stands elsewhere: "… […]"."""
    tail = text[max(paragraph.start, paragraph.end - 6) : paragraph.end].rstrip("[]( )")
    return paragraph.truncated or tail.endswith(("…", "..."))


def first_prose(pieces: list[Piece], i: int) -> int | None:
    """The first paragraph behind piece `i` when it is near, else None."""
    for j in range(i + 1, min(i + 1 + _REACH, len(pieces))):
        if pieces[j].shape is Shape.PROSE:
            return j
    return None


def may_turn(text: str, pieces: list[Piece], i: int, parted: bool) -> bool:
    """Whether it is worth weighing if a new story begins at piece `i`."""
    if not title_shaped(text, pieces[i]):
        return False
    j = first_prose(pieces, i)
    # right above a paragraph that goes on from the one before, it is a subheading
    return j is not None and (
        parted or j > i + 1 or not goes_on(text, pieces[j].start, pieces[j].end)
    )


def turn_at(
    text: str,
    pieces: list[Piece],
    i: int,
    above: set[str],
    today: set[int],
    parted: bool,
    listed: bool,
) -> Turn | None:
    """What speaks for a new story at the title-shaped piece `i`, or None when nothing could.

    `above` are the stems of the story so far, `today` the weekdays that it calls today;
    `listed` on a page of teasers, where a teaser may be a story.
    """
    j = first_prose(pieces, i)
    if j is None:
        return None
    title = stems(text, pieces[i].start, pieces[i].end)
    if len(title) < 3 or (parted and not listed and is_teaser(text, pieces[j])):
        return None
    lead, body = _below(text, pieces, j)
    support = share(title, body)
    if support < (_HALF if pieces[i].linked else _LEAST_SUPPORT):
        return None
    for other in pieces[i + 1 : j]:
        if other.shape is Shape.SHORT and title_shaped(text, other):
            own = stems(text, other.start, other.end)
            if len(own) >= 3 and share(own, body) > support + 0.15:
                return None  # a link above the title
    between = pieces[i + 1 : j]
    signs = (ResidueKind.STAMP, ResidueKind.BYLINE, ResidueKind.DATELINE)
    signed = any(p.shape is Shape.RESIDUE and p.kind in signs for p in between)
    paragraph = pieces[j]
    key = plain(text, pieces[i])
    days = todays(text, paragraph.start, min(paragraph.end, paragraph.start + _LEAD))
    return Turn(
        support=support,
        known=share(title, above),
        overlap=share(lead, above),
        fresh=not goes_on(text, paragraph.start, paragraph.end),
        parted=parted,
        signed=signed or dateline(text, paragraph.start, paragraph.end) is not None,
        repeated=any(plain(text, p) == key for p in between),
        another_day=bool(days and today and not days & today),
        dated=_day().search(text, paragraph.start, min(paragraph.end, paragraph.start + _DATED))
        is not None,
        words=pieces[i].count,
        quoted=text[pieces[i].start] in '"“«' and text[pieces[i].end - 1] in '"”»',
    )


def _below(text: str, pieces: list[Piece], j: int) -> tuple[set[str], set[str]]:
    """Stems of the paragraph `j`, and of the text from it on."""
    start, end = pieces[j].start, pieces[j].end
    lead = stems(text, start, min(end, start + _LEAD))
    body, length, k = set(lead), min(end - start, _BODY), j + 1
    while k < min(j + 6, len(pieces)) and length < _BODY:
        piece = pieces[k]
        if piece.shape is Shape.PROSE:
            stop = min(piece.end, piece.start + _BODY - length)
            body |= stems(text, piece.start, stop)
            length += stop - piece.start
        elif piece.shape is Shape.RESIDUE and piece.heads:
            break
        k += 1
    return lead, body


def todays(text: str, start: int, end: int) -> set[int]:
    """The weekdays that `text[start:end]` calls today, as ISO numbers."""
    found: set[int] = set()
    for match in _today().finditer(text, start, end):
        entry = weekdays().at(tokenize(match[1]), 0)
        if entry is not None:
            found.add(entry.sense)
    return found
