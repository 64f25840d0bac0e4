"""Pieces put together to stories: head, body, links in the middle, and where the next begins."""

from dataclasses import dataclass, field

from waqai.model.story import ResidueKind
from waqai.pages.boundaries import (
    Turn,
    is_teaser,
    may_turn,
    title_shaped,
    todays,
    turn_at,
)
from waqai.pages.likeness import stems
from waqai.pages.lines import ends_sentence, first_word, last_sign
from waqai.pages.mastheads import Masthead
from waqai.pages.piece import Piece, Shape
from waqai.pages.sites import read_masthead
from waqai.pages.titles import choose_title, plain, sort_head, told_below

#: The score from which a turn is a boundary.
BOUNDARY = 1.5
_LINKS = 2  # title-shaped lines in a row that are links, not subheadings
_MOST_LINKS = 6
_LINK_WORDS = 5
_TOPICS = 4  # lines of a few words in a row that are topics, not verse or answers
_TOPIC_WORDS = 5
_TITLE_WORDS = 4
_SEPARATORS = (ResidueKind.TAGS, ResidueKind.CREDIT, ResidueKind.FOOTER)


@dataclass(slots=True)
class Draft:
    """A story as pieces: those it keeps, and `[first, stop)` of all pieces that are near it."""

    first: int
    title: Piece | None = None
    kept: list[Piece] = field(default_factory=list)
    stop: int = 0
    parted: bool = False  # furniture that ends a story stands above it
    site: Masthead | None = None  # what the page calls itself, of the first story alone


def assemble(text: str, pieces: list[Piece], given: str | None, outlet: str | None) -> list[Draft]:
    """The stories of the page in order. Pieces that no draft keeps are marked as residue.

    `given` and `outlet` are the title and the outlet that the source gave.
    """
    drafts: list[Draft] = []
    at, parted = 0, False
    while at < len(pieces):
        story = _Story(text, pieces, at, given if not drafts else None, outlet)
        draft = story.read()
        if story.is_preface and not drafts:
            for piece in draft.kept:
                _mark(piece, ResidueKind.NAVIGATION)
        elif draft.kept:
            draft.parted = parted
            drafts.append(draft)
        parted = story.parted
        at = draft.stop
    if not drafts:
        drafts = _without_prose(text, pieces)
    return drafts


class _Story:
    """One pass over the pieces of a story, from its head to the next boundary."""

    def __init__(
        self, text: str, pieces: list[Piece], first: int, given: str | None, outlet: str | None
    ) -> None:
        self.text, self.pieces, self.given, self.outlet = text, pieces, given, outlet
        self.draft = Draft(first, stop=len(pieces))
        self.seen: set[str] = set()
        self.above: set[str] = set()
        self.today: set[int] = set()
        self.unread: list[Piece] = []  # kept, not yet in `above`
        self.last: Piece | None = None  # the last paragraph kept
        self.waiting: list[Piece] = []  # short lines that the next paragraph decides on
        self.listing = self.closed = self.parted = False
        self.broken = False  # furniture stands below the last paragraph
        self.paragraphs = 0
        self.ending: Turn | None = None  # what speaks for the next story

    @property
    def is_preface(self) -> bool:
        """Whether it is the site's word on a topic above the story: one paragraph, then a title
        that is printed again and again."""
        return self.paragraphs == 1 and self.ending is not None and self.ending.repeated

    def read(self) -> Draft:
        """The story that begins at the first piece; its `stop` is where the next begins."""
        lead = self._lead()
        if lead is None:
            return self.draft
        self._open(lead)
        for i in range(lead, len(self.pieces)):
            piece = self.pieces[i]
            if piece.shape is Shape.PROSE:
                self._paragraph(piece)
            elif self._may_title(piece) and self._turns(i):
                self.draft.stop = self._boundary(i)
                break
            elif piece.shape is Shape.SHORT:
                self._short(piece)
            else:
                self._furniture(piece)
        self._close()
        return self.draft

    def _lead(self) -> int | None:
        for i in range(self.draft.first, len(self.pieces)):
            if self.pieces[i].shape is Shape.PROSE:
                return i
        return None

    def _open(self, lead: int) -> None:
        head = self.pieces[self.draft.first : lead]
        if self.draft.first == 0:
            self.draft.site = read_masthead(self.text, head, self.pieces[lead], self.outlet)
        _title_from_label(head)
        many = sum(piece.shape is Shape.SHORT for piece in head) > 1
        body = told_below(self.text, self.pieces, lead) if many else set()
        title = choose_title(self.text, head, body, self.given)
        self.draft.title = head[title] if title is not None else None
        self.draft.kept = sort_head(self.text, head, title, body)
        self.unread = [head[title]] if title is not None else []
        self.seen = {plain(self.text, piece) for piece in head if piece.shape is not Shape.RESIDUE}

    def _paragraph(self, piece: Piece) -> None:
        if self.closed or (self.listing and not self._continues(piece)):
            self._drop(self.waiting)
            self.waiting = []
            _mark(piece, ResidueKind.FOOTER if self.closed else ResidueKind.RELATED)
            return
        self._settle()
        self.listing = self.parted = self.broken = False
        self.paragraphs += 1
        self.draft.kept.append(piece)
        self.unread.append(piece)
        self.last = piece
        if piece.truncated:
            self.parted = True

    def _continues(self, piece: Piece) -> bool:
        """Whether a paragraph below a list of links goes on with the story."""
        return not is_teaser(self.text, piece)

    def _short(self, piece: Piece) -> None:
        key = plain(self.text, piece)
        if key in self.seen:
            self.broken = True
            _mark(piece, ResidueKind.OTHER)
        elif self.listing or self.closed:
            _mark(piece, ResidueKind.RELATED if self.listing else ResidueKind.FOOTER)
        else:
            self.seen.add(key)
            self.waiting.append(piece)

    def _furniture(self, piece: Piece) -> None:
        if piece.edges:
            self.waiting.append(piece)
            return
        self.broken = True
        if piece.kind is ResidueKind.RELATED and piece.heads:
            self.listing = self.parted = True
        if piece.kind in _SEPARATORS or piece.labelled or piece.ends:
            self.parted = True
        if piece.closes and len(self.draft.kept) > 1:
            self.closed = True

    def _may_title(self, piece: Piece) -> bool:
        """Whether a title of another story may stand here: a link only below tags and credits."""
        return piece.shape is Shape.SHORT or piece.soft or (piece.linked and self.parted)

    def _turns(self, i: int) -> bool:
        """Whether a new story begins at piece `i`."""
        if self.last is None:
            return False
        turn = self.turn(i)
        if turn is None or turn.score < BOUNDARY:
            return False
        self.ending = turn
        return True

    def turn(self, i: int) -> Turn | None:
        """The evidence for a new story at piece `i`, None when it could not begin one."""
        if not may_turn(self.text, self.pieces, i, self.parted):
            return None
        for piece in self.unread:
            self.above |= stems(self.text, piece.start, piece.end)
            self.today |= todays(self.text, piece.start, piece.end)
        self.unread = []
        # on a page of teasers a teaser may be a story
        listed = self.last is not None and is_teaser(self.text, self.last)
        return turn_at(self.text, self.pieces, i, self.above, self.today, self.parted, listed)

    def _boundary(self, i: int) -> int:
        """The first piece of the next story: an unlabelled stamp right above its title is its."""
        if i > 0 and self.pieces[i - 1] in self.waiting and self.pieces[i - 1].stamps:
            self.waiting.remove(self.pieces[i - 1])
            return i - 1
        if self.pieces[i].linked:
            self.pieces[i].shape = Shape.SHORT
        return i

    def _settle(self) -> None:
        """Short lines between two paragraphs: subheadings are kept, rows of links are not."""
        short = [p for p in self.waiting if p.shape is Shape.SHORT]
        if self._links(short) or self._topics(short):
            self._drop(short)
            self.waiting = []
        for piece in self.waiting:
            # a day alone between two paragraphs heads what follows; beside furniture it is a stamp
            told = any(stamp.clock for stamp in piece.stamps) or self.broken
            if piece.shape is Shape.SHORT or not (piece.stamps and told):
                piece.shape, piece.stamps = Shape.SHORT, ()
                self.draft.kept.append(piece)
        self.waiting = []

    def _links(self, short: list[Piece]) -> bool:
        """Whether short lines in a row are links to other stories: titles, not a list's items."""
        if not _LINKS <= len(short) <= _MOST_LINKS or not self.draft.kept:
            return False
        last = self.draft.kept[-1]
        if last.shape is not Shape.PROSE or not ends_sentence(self.text, last.start, last.end):
            return False
        firsts = {first_word(self.text, p.start, p.end) for p in short}
        return len(firsts) == len(short) and all(self._link(p) for p in short)

    def _topics(self, short: list[Piece]) -> bool:
        """Whether short lines in a row are topics or the site's own: a few words each."""
        stamped = len(short) < len(self.waiting)
        if len(short) < (1 if stamped else _TOPICS) or not self.draft.kept:
            return False
        last = self.draft.kept[-1]
        if last.shape is Shape.PROSE and not ends_sentence(self.text, last.start, last.end):
            return False  # the paragraph goes on: each of its links is a line
        return all(
            p.count <= _TOPIC_WORDS
            and not p.bullet
            and last_sign(self.text, p.start, p.end).isalpha()
            and not any(c.isdigit() for c in self.text[p.start : p.end])
            for p in short
        )

    def _link(self, piece: Piece) -> bool:
        text = self.text
        if not title_shaped(text, piece) or piece.count < _LINK_WORDS or piece.bullet:
            return False
        return not text[piece.start].isdigit() and text[piece.end - 1] != ")"

    def _close(self) -> None:
        """Short lines behind the last paragraph: kept when they are neither links nor furniture."""
        short = [p for p in self.waiting if p.shape is Shape.SHORT]
        if self.parted or self._links(short):
            self._drop(short)
        else:
            self.draft.kept += [piece for piece in short if not piece.foreign]
        self.waiting = []

    def _drop(self, pieces: list[Piece]) -> None:
        for piece in pieces:
            if piece.shape is not Shape.RESIDUE:
                _mark(piece, ResidueKind.RELATED)


def _mark(piece: Piece, kind: ResidueKind) -> None:
    piece.shape, piece.kind = Shape.RESIDUE, kind


def _title_from_label(head: list[Piece]) -> None:
    """Where no line above a story could be its title, a labelled one is ("فيديو: …")."""
    soft = [piece for piece in head if piece.soft]
    if soft and not any(p.shape is Shape.SHORT and p.count >= _TITLE_WORDS for p in head):
        soft[0].shape = Shape.SHORT


def _without_prose(text: str, pieces: list[Piece]) -> list[Draft]:
    """A page of short lines: a story when they are few or one of them says something."""
    short = [i for i, piece in enumerate(pieces) if piece.shape is Shape.SHORT]
    if not short or (len(short) > 6 and max(pieces[i].count for i in short) < 8):
        for i in short:
            _mark(pieces[i], ResidueKind.NAVIGATION)
        return []
    draft = Draft(0, stop=len(pieces))
    draft.kept = [pieces[i] for i in short]
    if len(short) > 1 and title_shaped(text, pieces[short[0]]):
        draft.title = pieces[short[0]]
    return [draft]
