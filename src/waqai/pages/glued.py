"""What a crawler glued to a line: stamps and datelines before it, labels and links behind it."""

import re

from waqai.model.page import StampRole
from waqai.model.story import ResidueKind
from waqai.pages.bylines import Origin, made_of, named
from waqai.pages.datelines import dateline
from waqai.pages.lines import ends_sentence, first_word, last_sign, last_word, trimmed, words
from waqai.pages.piece import Piece, residue
from waqai.pages.stamps import label_at, stamp_line, stamp_prefix, stamp_suffix
from waqai.pages.vocabulary import Label, vocabulary

LONG = 26  # words from which a line is prose however it ends
_DIGIT = re.compile(r"\d")
_LINK_TAIL = 180  # code points of a link glued behind a paragraph
_LINKED = 4  # words of a link's title
_LABEL = 30  # code points in which the label of a link ends
LABEL_REST = 160  # code points behind a label from which a line with a full stop is prose
_SITE = re.compile(r"\s[-–—|»:]\s+([^-–—|»]{2,34})$")


def filed(text: str, start: int, end: int) -> Piece | None:
    """The place and day before a title, as telexes have them: "طرابلس 17 أكتوبر 2025 (وكث) - …"."""
    origin = dateline(text, start, end)
    if origin is None or not origin.stamps:
        return None
    piece = residue(start, trimmed(text, start, origin.end)[1], ResidueKind.DATELINE)
    piece.origin, piece.stamps = origin, origin.stamps
    return piece


def head_cut(text: str, start: int, end: int) -> Piece | None:
    """A labelled stamp glued before a title or paragraph."""
    first = first_word(text, start, end)
    label = label_at(words(text, start, min(end, start + 60)), 0) if first else None
    if label is None:
        return None
    short = label[1] is not StampRole.HEADER and end - start <= LABEL_REST
    if short and stamp_line(text, start, end, words(text, start, end)) is not None:
        return None  # the whole line is stamps
    found = stamp_prefix(text, start, end)
    if found is None:
        return None
    piece = residue(start, found[1], ResidueKind.STAMP)
    piece.stamps, piece.labelled = found[0], True
    return piece


def tail_cut(text: str, start: int, end: int) -> Piece | None:
    """A label, a link or a stamp glued behind a paragraph's last sentence."""
    if end - start < 40:
        return None
    if vocabulary().may_be_glued(last_word(text, start, end)):
        found = vocabulary().glued(words(text, max(start, end - 48), end))
        if found is not None and _sentence_before(text, start, found[0]):
            at, group = found
            piece = residue(at, end, group.kind)
            piece.heads, piece.ends = not group.ends, group.ends
            before = text[max(start, at - 8) : at].rstrip(" \u00a0[]()")
            piece.truncated = group.ends and before.endswith(("…", "..."))
            return piece
    if (link := _link_cut(text, start, end)) is not None:
        return link
    digits = _DIGIT.search(text, max(start, end - 40), end)
    if digits and (stamped := stamp_suffix(text, start, end)):
        piece = residue(stamped[1], end, ResidueKind.STAMP)
        piece.stamps = stamped[0]
        return piece
    return None


def _link_cut(text: str, start: int, end: int) -> Piece | None:
    """A label and a link's title glued behind the last sentence: "… . اقرأ أيضاً: …"."""
    at = text.rfind(":", max(start, end - _LINK_TAIL), end)
    if at < 0 or not _LINKED <= len(text[at:end].split()) < LONG:
        return None
    if not vocabulary().may_be_glued(last_word(text, start, at)):
        return None
    found = vocabulary().glued(words(text, max(start, at - 48), at))
    if found is None or found[1].kind is not ResidueKind.RELATED:
        return None
    # a full stop behind the label is the paragraph's own
    if not _sentence_before(text, start, found[0]) or last_sign(text, at, end) in ".،":
        return None
    return residue(found[0], end, ResidueKind.RELATED)


def site_suffix(text: str, start: int, end: int) -> Piece | None:
    """The site's name behind a title: "… - بوابة المدينة", "… | المدينة"."""
    if end - start > 220:
        return None
    match = _SITE.search(text, max(start, end - 40), end)
    if match is None or text.count(" ", start, match.start()) < 2:
        return None
    name = words(text, match.start(1), end)
    if made_of(name) not in ({"outlet"}, {"outlet", "desk"}):
        return None
    piece = residue(match.start(1), end, ResidueKind.CREDIT)
    piece.start = text.index(match[0].strip()[0], match.start())
    piece.origin = Origin(ResidueKind.CREDIT, end, outlet=named(text, name, "outlets"))
    piece.window = True
    return piece


def _sentence_before(text: str, start: int, at: int) -> bool:
    return ends_sentence(text, start, trimmed(text, start, at)[1])


def link_parted(text: str, piece: Piece) -> list[Piece]:
    """A label and the title behind it ("إقرأ أيضاً: …") as two pieces: a story may follow."""
    at = text.find(":", piece.start, min(piece.end, piece.start + _LABEL))
    if piece.kind is not ResidueKind.RELATED or piece.heads or piece.ends or at < 0:
        return [piece]
    start, end = trimmed(text, at + 1, piece.end)
    count = len(text[start:end].split())
    if not _LINKED <= count < LONG or label_words(text, piece.start, at) is None:
        return [piece]
    link = residue(start, end, piece.kind)
    link.count, link.linked = count, True
    piece.end = at + 1
    return [piece, link]


def label_words(text: str, start: int, end: int) -> Label | None:
    """The label that `text[start:end]` is, from end to end."""
    label = vocabulary().label(text, words(text, start, end), end)
    return label if label is not None and label.alone else None
