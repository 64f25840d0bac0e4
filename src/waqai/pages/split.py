"""Stage 2: a page taken apart into its stories and what belongs to none."""

from dataclasses import dataclass

from waqai.knowledge import load
from waqai.model.page import Page, Span, Stamp
from waqai.model.story import ResidueKind, SplitPage, Story
from waqai.pages.assembly import Draft, assemble
from waqai.pages.bylines import Origin
from waqai.pages.datelines import dateline
from waqai.pages.lines import trimmed
from waqai.pages.mastheads import Masthead
from waqai.pages.piece import Piece, Shape
from waqai.pages.pieces import read_pieces
from waqai.pages.roles import set_clocks, stamps_for
from waqai.pages.spans import blocks_of, residue_of

#: Paragraphs of a story that may begin with its dateline.
_DATELINE_PARAGRAPHS = 2


def split(page: Page) -> SplitPage:
    """`page` as stories and residue: together they cover its text once, in order.

    Never raises; a page without a word has no story. Linear in the length of the text.
    """
    text = page.text
    found = read_pieces(text)
    drafts = assemble(text, found, page.title, page.outlet)
    site = drafts[0].site if drafts else None
    for draft in drafts:
        set_clocks(text, found, draft.first, draft.title, draft.stop)
    cuts = [cut for draft in drafts if (cut := _cut_dateline(text, draft, site))]
    pieces = sorted([*found, *cuts], key=lambda piece: piece.start) if cuts else found
    owners = {id(piece): n for n, draft in enumerate(drafts) for piece in draft.kept}
    owner = {i: owners[id(piece)] for i, piece in enumerate(pieces) if id(piece) in owners}
    blocks = blocks_of(pieces, owner, len(drafts))
    near = _near(pieces, drafts, found)
    return SplitPage(
        page,
        _stories(page, drafts, blocks, near),
        residue_of(text, pieces, owner, [span for spans in blocks for span in spans]),
        tuple(stamp for piece in pieces for stamp in piece.stamps),
    )


def _cut_dateline(text: str, draft: Draft, site: Masthead | None) -> Piece | None:
    """Cuts the dateline off the first paragraph that has one; gives it as a piece of residue."""
    paragraphs = [piece for piece in draft.kept if piece.shape is Shape.PROSE]
    for piece in paragraphs[:_DATELINE_PARAGRAPHS]:
        origin = dateline(text, piece.start, piece.end) or _own_name(text, piece, site)
        if origin is None:
            continue
        begin, end = trimmed(text, origin.end, piece.end)
        if begin < end:
            stop = trimmed(text, piece.start, origin.end)[1]
            cut = Piece(piece.start, stop, 1, Shape.RESIDUE, ResidueKind.DATELINE)
            cut.origin, cut.stamps, piece.start = origin, origin.stamps, begin
            return cut
    return None


def _own_name(text: str, piece: Piece, site: Masthead | None) -> Origin | None:
    """The page's own name as a dateline: "المدينة - قال …"."""
    signed = site.signature(text, piece.start, piece.end) if site else None
    if signed is None:
        return None
    return Origin(ResidueKind.DATELINE, signed[0], outlet=signed[1])


def _near(pieces: list[Piece], drafts: list[Draft], found: list[Piece]) -> list[list[Piece]]:
    """The pieces around each story: from the end of the one before to the next one's head."""
    stops = [found[draft.stop].start if draft.stop < len(found) else None for draft in drafts]
    near: list[list[Piece]] = [[] for _ in drafts]
    n = 0
    for piece in pieces:
        while n < len(drafts) - 1 and (stop := stops[n]) is not None and piece.start >= stop:
            n += 1
        if drafts:
            near[n].append(piece)
    return near


def _unlisted(around: list[Piece], draft: Draft) -> list[Piece]:
    """The pieces around a story without the dates of links and comments, which are theirs."""
    kept = set(map(id, draft.kept))
    found: list[Piece] = []
    listed = read = False
    for piece in around:
        if id(piece) in kept:
            listed = False
            read = read or piece.shape is Shape.PROSE
        elif read and (piece.closes or (piece.kind is ResidueKind.RELATED and piece.heads)):
            listed = True
        if not listed or piece.labelled:
            found.append(piece)
    return found


@dataclass(frozen=True, slots=True)
class _Signed:
    """What the bylines, datelines and credits around a story say."""

    outlet: str | None
    author: str | None
    agency: str | None
    dateline: str | None


def _stories(
    page: Page, drafts: list[Draft], blocks: list[tuple[Span, ...]], near: list[list[Piece]]
) -> tuple[Story, ...]:
    stories: list[Story] = []
    above: list[Stamp] = []
    outlet = page.outlet
    for draft, spans, around in zip(drafts, blocks, near, strict=True):
        signed = _signed([piece.origin for piece in around if piece.origin])
        if draft.parted:
            outlet = None
        outlet = signed.outlet or outlet
        title = draft.title
        span = Span(title.start, title.end) if title else None
        own = [stamp for piece in _unlisted(around, draft) for stamp in piece.stamps]
        stories.append(
            Story(
                spans,
                title=page.text[span.start : span.end] if span else None,
                title_span=span,
                outlet=outlet or page.outlet,
                author=signed.author or (page.author if not stories else None),
                agency=signed.agency,
                dateline=signed.dateline,
                stamps=stamps_for(page, own, above, (title or draft.kept[0]).start),
            )
        )
        if not above:
            first = spans[0].start
            above = [stamp for stamp in own if (stamp.start or 0) < first + 400]
    return tuple(stories)


def _signed(origins: list[Origin]) -> _Signed:
    return _Signed(
        outlet=_outlet([o.outlet for o in origins if o.outlet]),
        author=next((o.author for o in origins if o.author), None),
        agency=next((o.agency for o in origins if o.agency), None),
        dateline=next((o.place for o in origins if o.place), None),
    )


def _outlet(names: list[str]) -> str | None:
    """The first name, without the word for what kind of outlet it is."""
    if not names:
        return None
    kind, _, rest = names[0].partition(" ")
    return rest if rest and kind in load("pages")["outlets"]["kinds"] else names[0]
