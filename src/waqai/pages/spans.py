"""From pieces to spans: the blocks of a story, and residue for all that no block holds."""

from waqai.model.page import Span
from waqai.model.story import Residue, ResidueKind
from waqai.pages.piece import Piece


def blocks_of(pieces: list[Piece], owner: dict[int, int], stories: int) -> list[tuple[Span, ...]]:
    """The blocks of each story. `owner` gives the story of a piece by its index, if it has one.

    Neighbouring pieces of one story are one block, blank lines between them included.
    """
    blocks: list[list[Span]] = [[] for _ in range(stories)]
    last: int | None = None
    for i, piece in enumerate(pieces):
        story = owner.get(i)
        if story is not None:
            if story == last:
                blocks[story][-1] = Span(blocks[story][-1].start, piece.end)
            else:
                blocks[story].append(Span(piece.start, piece.end))
        last = story
    return [tuple(spans) for spans in blocks]


def residue_of(
    text: str, pieces: list[Piece], owner: dict[int, int], blocks: list[Span]
) -> tuple[Residue, ...]:
    """All of `text` outside `blocks`: furniture by its kind, white space as blank."""
    taken = [(span.start, span.end, None) for span in blocks]
    furniture = [(p.start, p.end, p.kind) for i, p in enumerate(pieces) if i not in owner]
    residue: list[Residue] = []
    at = 0
    for start, end, kind in sorted([*taken, *furniture], key=lambda row: row[0]):
        if start > at:
            residue.append(Residue(at, start, ResidueKind.BLANK))
        if kind is not None:
            residue.append(Residue(start, end, kind))
        at = end
    if at < len(text):
        residue.append(Residue(at, len(text), ResidueKind.BLANK))
    return tuple(residue)
