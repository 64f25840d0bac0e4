"""Which stamps of a page speak for which story, and which are only the site's clock."""

from dataclasses import replace

from waqai.model.page import Page, Stamp, StampRole
from waqai.model.story import ResidueKind
from waqai.pages.bylines import named
from waqai.pages.lines import words
from waqai.pages.piece import Piece, Shape

#: Lines of the site between a date and the story below it that make the date a clock.
_CLOCK_LINES = 2


def set_clocks(text: str, pieces: list[Piece], first: int, title: Piece | None, stop: int) -> None:
    """Turns the unlabelled dates above a story that are the site's clock into CLOCK stamps.

    `pieces[first:stop]` are the story's; the clock is a date above its title with the site's own
    lines between, or with a place beside it, or with another stamp nearer to the story.
    """
    top = next((i for i in range(first, stop) if _is_story(pieces[i], title)), stop)
    lead = next((i for i in range(top, stop) if pieces[i].shape is Shape.PROSE), stop)
    nearer = any(piece.stamps for piece in pieces[top:lead])
    site = 0  # lines of the site between the date and the title
    section = False  # a section's name stands right above the title: it is the story's
    for i in range(top - 1, first - 1, -1):
        piece = pieces[i]
        if not piece.stamps:
            section = section or (i == top - 1 and _section(piece))
            site += 1
            continue
        if piece.labelled:
            clock = nearer and site > 0 and _modified(piece)
        else:
            own = site - section
            many = own >= _CLOCK_LINES or (own > 0 and i == 0)
            clock = many or nearer or _placed(text, piece)
        nearer = True
        if clock:
            piece.stamps = tuple(_clock(stamp) for stamp in piece.stamps)


def _section(piece: Piece) -> bool:
    return piece.kind is ResidueKind.NAVIGATION and piece.edges and not piece.site


def _placed(text: str, piece: Piece) -> bool:
    """Whether a place stands beside the date: "الأحد 10 أغسطس 2025 القاهرة"."""
    return named(text, words(text, piece.start, piece.end), "places") is not None


def _modified(piece: Piece) -> bool:
    return all(stamp.role is StampRole.MODIFIED for stamp in piece.stamps)


def _is_story(piece: Piece, title: Piece | None) -> bool:
    return piece is title or piece.shape is not Shape.RESIDUE


def _clock(stamp: Stamp) -> Stamp:
    told = stamp.role in (StampRole.HEADER, StampRole.MODIFIED)
    return replace(stamp, role=StampRole.CLOCK) if told else stamp


def stamps_for(page: Page, own: list[Stamp], earlier: list[Stamp], title: int) -> tuple[Stamp, ...]:
    """The stamps that may speak for a story whose title begins at `title`.

    The user's word first, then the story's `own` (nearest first, a clock behind the others), then
    the page's metadata, then those `earlier` on the page.
    """
    given = [stamp for stamp in page.stamps if stamp.role is StampRole.GIVEN]
    meta = [stamp for stamp in page.stamps if stamp.role is not StampRole.GIVEN]

    def distance(stamp: Stamp) -> tuple[bool, int]:
        return stamp.role is StampRole.CLOCK, abs((stamp.start or 0) - title)

    return (*given, *sorted(own, key=distance), *meta, *sorted(earlier, key=distance))
