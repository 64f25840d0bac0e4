"""The head of a page told apart from the head of its story: names of the site, signatures."""

from waqai.model.story import ResidueKind
from waqai.pages.bylines import Origin
from waqai.pages.lines import words
from waqai.pages.mastheads import Masthead, masthead, outlet_line
from waqai.pages.piece import Piece, Shape

_TOP = 4  # pieces at the top of a page that may name its outlet by its kind
_TITLE_WORDS = 4  # words of a line that may be the title in the place of the site's name
_NAME_WORDS = 3  # words of a person's name behind the outlet's
_SOLE = 2  # words of a name that is a signature wherever it stands


def read_masthead(text: str, head: list[Piece], lead: Piece, outlet: str | None) -> Masthead:
    """The names of the page in the `head` above its first paragraph, `lead`.

    Lines that are names of the site become navigation, a signature below them a byline.
    """
    titles = [piece for piece in head if piece.shape is Shape.SHORT and piece.count >= _TITLE_WORDS]
    for piece in head[:_TOP]:
        name = outlet_line(text, piece.start, piece.end)
        others = [title for title in titles if title is not piece]
        if name and piece.shape is Shape.SHORT and others and piece.origin is None:
            _name_of_site(piece, name)
        elif name and piece.kind is ResidueKind.NAVIGATION and piece.origin is None:
            piece.origin = Origin(ResidueKind.NAVIGATION, piece.end, outlet=name)
    lines = [(p.start, p.end) for p in head if not p.stamps and p.kind is not ResidueKind.RELATED]
    site = masthead(text, lines, outlet)
    signed = site.signature(text, lead.start, lead.end)
    for piece in head:
        if piece.shape is not Shape.SHORT:
            continue
        if signed is not None and len(titles) > 1 and _is_in(text, piece, signed[1]):
            _name_of_site(piece, signed[1])
        elif (byline := _signature(text, piece, site)) is not None:
            piece.shape, piece.kind, piece.origin = Shape.RESIDUE, ResidueKind.BYLINE, byline
    return site


def _name_of_site(piece: Piece, name: str) -> None:
    piece.shape, piece.kind = Shape.RESIDUE, ResidueKind.NAVIGATION
    piece.origin = Origin(ResidueKind.NAVIGATION, piece.end, outlet=name)


def _is_in(text: str, piece: Piece, name: str) -> bool:
    """Whether the line is a name of a few words that holds `name`."""
    own = tuple(word.form for word in words(name, 0, len(name)))
    line = tuple(word.form for word in words(text, piece.start, piece.end))
    return len(line) <= len(own) + _SOLE and any(
        line[k : k + len(own)] == own for k in range(len(line) - len(own) + 1)
    )


def _signature(text: str, piece: Piece, site: Masthead) -> Origin | None:
    """ "المدينة - كمال أحمد": the page's own name and a person's."""
    found = site.signature(text, piece.start, piece.end)
    if found is None:
        return None
    name = words(text, found[0], piece.end)
    if not 1 < len(name) <= _NAME_WORDS:
        return None
    author = text[name[0].start : name[-1].end]
    return Origin(ResidueKind.BYLINE, piece.end, author=author, outlet=found[1])
