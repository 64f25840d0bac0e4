"""Which of the short lines above a first paragraph is the title, and what the others are."""

import math

from waqai.arabic.letters import bare
from waqai.model.story import ResidueKind
from waqai.pages.likeness import stems
from waqai.pages.pieces import Piece, Shape

_LEAD = 900  # code points of the story that a title is compared with
_CANDIDATES = 60  # short lines nearest to the story that are weighed
_TITLE_WORDS = 4  # words from which a line speaks for itself
_LONG_TITLE = 16  # words above which a line is more likely a summary
_NEAR = 0.8  # a line this close to the best one and above it is the title


def plain(text: str, piece: Piece) -> str:
    """The piece's words alone, for telling a line repeated."""
    return "".join(filter(str.isalnum, bare(text[piece.start : piece.end])))


def choose_title(
    text: str, head: list[Piece], lead: tuple[int, int], given: str | None
) -> int | None:
    """The index in `head` of the title of the story whose text begins with `lead`, or None.

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
    body = stems(text, lead[0], min(lead[1], lead[0] + _LEAD))
    times: dict[str, int] = {}
    for i in dict.fromkeys(short):
        key = plain(text, head[i])
        times[key] = times.get(key, 0) + 1
    weights = {i: _weight(text, head[i], body, times[plain(text, head[i])]) for i in short}
    best = max(weights.values())
    if best <= 0.5:
        long = [i for i in short if head[i].count >= _TITLE_WORDS]
        return long[0] if long else short[-1]
    return next(i for i in short if weights[i] >= _NEAR * best)


def _weight(text: str, piece: Piece, body: set[str], times: int) -> float:
    own = stems(text, piece.start, piece.end)
    # a long title tells more than a caption of three names, though it shares a smaller part
    weight = len(own & body) / math.sqrt(len(own)) if own else 0.0
    weight += 0.4 * min(times - 1, 2)
    likely = _TITLE_WORDS <= piece.count <= _LONG_TITLE and not piece.window and not piece.foreign
    return weight if likely else 0.6 * weight


def sort_head(text: str, head: list[Piece], title: int | None) -> list[Piece]:
    """The pieces of `head` that belong to the story: its title and subheadings.

    The others are marked as residue: the site's own lines above the title, captions of a few
    words, and lines that repeat another.
    """
    kept: list[Piece] = []
    seen: set[str] = set()
    if title is not None:
        seen.add(plain(text, head[title]))
    for i, piece in enumerate(head):
        if piece.shape is not Shape.SHORT:
            continue
        if i == title:
            kept.append(piece)
            continue
        key = plain(text, piece)
        above = title is not None and i < title
        over_title = above and i == 0 and title == 1 and not piece.bullet
        if key in seen or piece.count <= _TITLE_WORDS or (above and not over_title):
            piece.shape = Shape.RESIDUE
            piece.kind = ResidueKind.NAVIGATION if above else ResidueKind.OTHER
            continue
        seen.add(key)
        kept.append(piece)
    return kept
