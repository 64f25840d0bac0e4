"""Which of the short lines above a first paragraph is the title, and what the others are."""

import math

from waqai.arabic.letters import bare
from waqai.model.story import ResidueKind
from waqai.pages.likeness import share, stems
from waqai.pages.piece import Piece, Shape

_LEAD = 900  # code points of the story that a title is compared with
_PIECES = 9  # pieces from the first paragraph on that may be part of it
_CANDIDATES = 60  # short lines nearest to the story that are weighed
_TITLE_WORDS = 4  # words from which a line speaks for itself
_LONG_TITLE = 16  # words above which a line is more likely a summary
_ABOVE_MENU = 0.5  # what a line above the site's menu weighs
_UNTOLD = 0.75  # what the best of a row of headlines weighs when none is the title
_HEADLINE_WORDS, _ROW = 5, 4  # words of a headline; headlines in a row
_CAPTIONED = 1.8  # the length of a title with a caption behind it, in titles
_LINK_SHARE = 0.3  # of a link's stems at most are those of a story that it is not of
_NEAR = 0.8  # a line this close to the best one and above it is the title


def plain(text: str, piece: Piece) -> str:
    """The piece's words alone, for telling a line repeated."""
    return "".join(filter(str.isalnum, bare(text[piece.start : piece.end])))


def told_below(text: str, pieces: list[Piece], lead: int) -> set[str]:
    """The stems of the paragraphs from `pieces[lead]` on, up to the first list of links."""
    found: set[str] = set()
    length = 0
    for piece in pieces[lead : lead + _PIECES]:
        if piece.heads or length >= _LEAD:
            break
        if piece.shape is Shape.PROSE:
            stop = min(piece.end, piece.start + _LEAD - length)
            found |= stems(text, piece.start, stop)
            length += stop - piece.start
    return found


def choose_title(text: str, head: list[Piece], body: set[str], given: str | None) -> int | None:
    """The index in `head` of the title of the story of which the stems `body` tell, or None.

    `given` is the title that the source gave. Of several lines the first counts that shares
    about as many stems with the story as the best one.
    """
    short = [i for i, piece in enumerate(head) if piece.shape is Shape.SHORT]
    if not short:
        return None
    if given:
        want = "".join(filter(str.isalnum, bare(given)))
        for i in short:
            if plain(text, head[i]) == want:
                return i
    if len(short) == 1:
        only = head[short[0]]
        return None if only.bullet and only.count <= _TITLE_WORDS else short[0]
    short = [i for i in short[:3] + short[-_CANDIDATES:] if not head[i].bullet] or short[-1:]
    times: dict[str, int] = {}
    for i in dict.fromkeys(short):
        key = plain(text, head[i])
        times[key] = times.get(key, 0) + 1
    weights = {i: _weight(text, head[i], body, times[plain(text, head[i])]) for i in short}
    menu = max((i for i, piece in enumerate(head) if piece.site), default=-1)
    below = [i for i in short if i > menu and head[i].count >= _TITLE_WORDS]
    if below and menu >= 0:
        said = {plain(text, head[i]) for i in below}
        for i in short:
            # above the menu stands the site's name, unless it is the title of the window
            if i < menu and plain(text, head[i]) not in said:
                weights[i] *= _ABOVE_MENU
    best = max(weights.values())
    if best < _UNTOLD and _headlines(head, short):
        return None
    if best <= 0.5:
        short = below or short
        long = [i for i in short if head[i].count >= _TITLE_WORDS]
        return long[0] if long else short[-1]
    return next(i for i in short if weights[i] >= _NEAR * best)


def _headlines(head: list[Piece], short: list[int]) -> bool:
    """Whether the lines right above the text are a row of other stories' titles."""
    row = 0
    for i in range(len(head) - 1, -1, -1):
        if i not in short or head[i].count < _HEADLINE_WORDS:
            break
        row += 1
    return row >= _ROW


def _weight(text: str, piece: Piece, body: set[str], times: int) -> float:
    own = stems(text, piece.start, piece.end)
    # a long title tells more than a caption of three names, though it shares a smaller part
    weight = len(own & body) / math.sqrt(len(own)) if own else 0.0
    weight += 0.4 * min(times - 1, 2)
    likely = _TITLE_WORDS <= piece.count <= _LONG_TITLE and not piece.window and not piece.foreign
    return weight if likely else 0.6 * weight


def sort_head(text: str, head: list[Piece], title: int | None, body: set[str]) -> list[Piece]:
    """The pieces of `head` that belong to the story: its title and subheadings.

    `body` are the stems of its text.

    The others are marked as residue: the site's own lines above the title, captions of a few
    words, and lines that repeat another.
    """
    kept: list[Piece] = []
    seen: set[str] = set()
    own = plain(text, head[title]) if title is not None else ""
    if own:
        seen.add(own)
    links = _links_below(text, head, title, body)
    for i, piece in enumerate(head):
        if piece.shape is not Shape.SHORT:
            continue
        if i in links:
            piece.shape, piece.kind = Shape.RESIDUE, ResidueKind.RELATED
            continue
        if i == title:
            kept.append(piece)
            continue
        key = plain(text, piece)
        if own and key.startswith(own) and len(key) < _CAPTIONED * len(own):
            key = own  # the picture's caption glued behind the title
        above = title is not None and i < title
        over_title = above and i == 0 and title == 1 and not piece.bullet
        if key in seen or piece.count <= _TITLE_WORDS or (above and not over_title):
            piece.shape = Shape.RESIDUE
            piece.kind = ResidueKind.NAVIGATION if above else ResidueKind.OTHER
            continue
        seen.add(key)
        kept.append(piece)
    return kept


def _links_below(text: str, head: list[Piece], title: int | None, body: set[str]) -> set[int]:
    """The lines below the title, when they are many and the text tells nothing of them."""
    first = 0 if title is None else title + 1
    found = {
        i
        for i in range(first, len(head))
        if head[i].shape is Shape.SHORT
        and head[i].count >= _HEADLINE_WORDS
        and share(stems(text, head[i].start, head[i].end), body) < _LINK_SHARE
    }
    return found if len(found) >= _ROW - 1 else set()
