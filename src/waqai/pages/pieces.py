"""A page's lines read one by one: prose, short lines, and what belongs to no story.

Each line becomes one piece, or up to three where a crawler glued a stamp to its head or a label
to its tail. What a piece means for its neighbours is decided in `assembly`.
"""

import re

from waqai.model.page import Stamp
from waqai.model.story import ResidueKind
from waqai.pages.bylines import Origin, agency_in, byline
from waqai.pages.captions import caption, follows, signed_in
from waqai.pages.glued import (
    LABEL_REST,
    LONG,
    filed,
    head_cut,
    link_parted,
    site_suffix,
    tail_cut,
)
from waqai.pages.lines import (
    Line,
    Word,
    ends_sentence,
    first_word,
    has_arabic,
    last_sign,
    read_lines,
    trimmed,
    words,
)
from waqai.pages.mastheads import is_menu
from waqai.pages.piece import Piece, Shape, goes_on, residue
from waqai.pages.stamps import opens_label, stamp_line
from waqai.pages.vocabulary import Label, phrases, vocabulary

_YEAR = 4  # digits
_SENTENCE = 7  # words from which a line with a full stop is prose
_QUOTED = 15  # words from which a line that ends in a quotation or a question is prose
_MENU = 5  # words of a line of sections from which it is the site's menu
_TOP = 12  # pieces at the top of a page among which a title is printed again
_FOLLOW = 12  # words of an invitation to follow the outlet
_STAMP_WORDS = 16  # words of a line that may be nothing but stamps or a byline

_CLOCK = re.compile(r"\d:\d\d")
_DIGIT = re.compile(r"\d")
_BULLET = re.compile(r"[•·▪●◦■◄►»✔️★*]\s*\S|[-–—«]\s+\S")
#: The writer's and the editor's letters below a telex: "(النهاية) م.ع/ وكث", "ل.ن/مدار".
_INITIALS = re.compile(
    r"=*\s?(?:[(\[]\s*\w{4,8}\s*[)\]]\s*)?(?:[ء-ي]{1,2}\s?[./]\s?){1,5}[ء-ي]{1,6}\.?"
)
_SIZES = re.compile(r"(?:[-+]\s?[Aaأ]|[Aaأ]\s?[-+])(?:\s+(?:[-+]?\s?[Aaأ]\s?[-+]?))*")
_URL = re.compile(r"(?:https?://|www\.)\S+$")
_URL_HEAD = re.compile(r"(?:https?://|www\.)\S+\s")
_TICKER = re.compile(r"\S[ \u00a0]{3,}(?=\S)|\S\t+(?=\S)")
_CODE = re.compile(r"(?=[\x20-\x7e]*[;{}])[\x20-\x7e]*")
_TAG_LIST = re.compile(
    r"[^\s,;،؛|]+(?: [^\s,;،؛|]+){0,3}(?:[,;،؛|][^\s,;،؛|]+(?: [^\s,;،؛|]+){0,3}){3,}[,;،؛|]?"
)
_HASHTAGS = re.compile(r"#\S+(?:\s+#\S+)*")


def read_pieces(text: str) -> list[Piece]:
    """The pieces of the page in order."""
    foreign = not has_arabic(text, 0, len(text))
    pieces: list[Piece] = []
    for line in read_lines(text):
        _read_line(text, line, foreign, pieces)
    _unstop_titles(text, pieces)
    return pieces


def _unstop_titles(text: str, pieces: list[Piece]) -> None:
    """A sentence at the top that is printed again is a title, though it ends in a full stop."""
    top = [p for p in pieces[:_TOP] if p.shape is not Shape.RESIDUE and p.count < LONG]
    for piece in top:
        if piece.shape is Shape.PROSE:
            said = text[piece.start : piece.end].rstrip(" .")
            again = (text[p.start : p.end].rstrip(" .") for p in top if p is not piece)
            if said in again:
                piece.shape = Shape.SHORT


def _read_line(text: str, line: Line, foreign: bool, into: list[Piece]) -> None:
    start, end = line.start, line.end
    digits = _DIGIT.search(text, start, min(end, start + 70)) is not None
    if digits and (cut := head_cut(text, start, end)) is not None:
        into.append(cut)
        start, end = trimmed(text, cut.end, end)
        if start >= end:
            return
    elif match := _URL_HEAD.match(text, start, end):
        into.append(residue(start, match.end() - 1, ResidueKind.OTHER))
        start, end = trimmed(text, match.end(), end)
    if text[start] in "{}.<(gv$#@" and (match := _CODE.match(text, start, end)):
        into.append(residue(*trimmed(text, start, match.end()), ResidueKind.OTHER))
        start, end = trimmed(text, match.end(), end)
        if start >= end:
            return
    whole = _whole(text, start, end, foreign)
    if whole is not None:
        into += link_parted(text, whole)
        return
    tail = tail_cut(text, start, end) or site_suffix(text, start, end)
    stop = trimmed(text, start, tail.start)[1] if tail is not None else end
    count = len(text[start:stop].split())
    shape = _shape(text, start, stop, count)
    if digits and shape is Shape.SHORT and (found := filed(text, start, stop)) is not None:
        into.append(found)
        start = trimmed(text, found.end, stop)[0]
        count = len(text[start:stop].split())
    piece = Piece(start, stop, count, shape)
    piece.bullet = _BULLET.match(text, start, stop) is not None
    piece.foreign = not foreign and not has_arabic(text, start, stop)
    if tail is not None and piece.bullet and tail.ends:
        piece.shape, piece.kind = Shape.RESIDUE, ResidueKind.RELATED
    if tail is not None:
        piece.truncated, piece.window = tail.truncated, tail.window
        if tail.stamps:
            piece.shape = Shape.PROSE
    into.append(piece)
    if tail is not None:
        into.append(tail)


def _shape(text: str, start: int, end: int, count: int) -> Shape:
    if count >= LONG:
        return Shape.PROSE
    if count >= _SENTENCE and last_sign(text, start, end) in ".:؛":
        return Shape.PROSE
    if count >= _QUOTED and (text[end - 1] in '"”»؟!' or ends_sentence(text, start, end)):
        return Shape.PROSE
    if count >= 10 and goes_on(text, start, end):
        return Shape.PROSE
    return Shape.SHORT


def _whole(text: str, start: int, end: int, foreign: bool) -> Piece | None:
    """The line as furniture from end to end, or None."""
    length = end - start
    if length < 24 and _SIZES.fullmatch(text, start, end):
        return residue(start, end, ResidueKind.SHARE)
    first = first_word(text, start, end)
    if not first:
        return _wordless(text, start, end)
    if (
        length > 120
        and len(_TICKER.findall(text, start, end)) >= (4 if length < 300 else 6)
        and _mostly_titles(text, start, end)
    ):
        return residue(start, end, ResidueKind.NAVIGATION)
    if text[start] == "©" and length < 220:
        return residue(start, end, ResidueKind.CREDIT)
    opens = vocabulary().opens(first)
    if length > 400 and not opens:
        return None
    if opens:
        label = vocabulary().label(text, words(text, start, min(end, start + 400)), end)
        piece = _labelled(text, start, end, label) if label else None
        if piece is not None:
            return piece
    if length <= 220:
        return _short_furniture(text, start, end, first)
    return _menu(start, end) if is_menu(text, start, end) else None


def _wordless(text: str, start: int, end: int) -> Piece:
    """Numbers and signs alone: a date in figures, a counter, a rule."""
    found = stamp_line(text, start, end, words(text, start, end)) if end - start < 60 else None
    piece = residue(start, end, ResidueKind.STAMP if found else ResidueKind.OTHER)
    if found:
        piece.stamps, piece.labelled = found
    # a year or a day alone may head a part of a story
    piece.edges = found is not None or (text[start:end].isdigit() and end - start == _YEAR)
    return piece


def _mostly_titles(text: str, start: int, end: int) -> bool:
    """Whether wide gaps cut the line into stretches of a title's length."""
    gaps = len(_TICKER.findall(text, start, end))
    return (end - start) / (gaps + 1) < 160


def _labelled(text: str, start: int, end: int, label: Label) -> Piece | None:
    rest = end - label.end
    if rest > LABEL_REST and (ends_sentence(text, start, end) or rest > 500):
        return None  # a label glued before a paragraph: the paragraph counts
    piece = residue(start, end, label.group.kind)
    piece.heads = (label.alone or rest < 3) and not label.group.ends
    piece.ends = label.group.ends
    piece.count = len(text[start:end].split())
    piece.soft = label.group.titles and not piece.heads and piece.count > 3
    piece.closes = label.group.closes
    piece.edges = label.group.edges
    if label.group.kind is ResidueKind.CREDIT:
        line = words(text, label.end, end)
        agency = agency_in(line)
        sourced = bool(line) and not agency and label.group.name == "source"
        outlet = text[line[0].start : line[-1].end] if sourced else None
        piece.origin = Origin(ResidueKind.CREDIT, end, agency=agency, outlet=outlet)
    return piece


def _short_furniture(text: str, start: int, end: int, first: str) -> Piece | None:
    """A stamp line, a row of buttons, a byline, a caption; None when the line says something."""
    count = len(text[start:end].split())
    bagged = vocabulary().bagged(first)
    short = count <= _STAMP_WORDS
    labelled = not short and opens_label(first)
    if short or bagged or labelled:
        line = words(text, start, end)
        if (short or labelled) and (stamps := stamp_line(text, start, end, line)) is not None:
            return _stamped(text, start, end, stamps, line)
        if bagged and (group := vocabulary().bag(line)):
            piece = residue(start, end, group.kind)
            piece.edges = group.edges
            piece.site = group.kind is ResidueKind.NAVIGATION and count >= _MENU
            return piece
        if text[end - 1] != "." and (origin := byline(text, start, end, line)):
            piece = residue(start, end, origin.kind)
            piece.origin = origin
            return piece
    if is_menu(text, start, end):
        return _menu(start, end)
    if count <= _FOLLOW and follows(text, start, end):
        return residue(start, end, ResidueKind.FOOTER)
    if _URL.match(text, start, end) or _CODE.fullmatch(text, start, end):
        return residue(start, end, ResidueKind.OTHER)
    if end - start < 40 and _INITIALS.fullmatch(text, start, end):
        return residue(start, end, ResidueKind.BYLINE)
    if _HASHTAGS.fullmatch(text, start, end) or _TAG_LIST.fullmatch(text, start, end):
        return residue(start, end, ResidueKind.TAGS)
    return caption(text, start, end, count)


def _menu(start: int, end: int) -> Piece:
    """A row of short entries: the site's above a story, a row of a table inside one."""
    piece = residue(start, end, ResidueKind.NAVIGATION)
    piece.edges = piece.site = True
    return piece


def _stamped(
    text: str, start: int, end: int, found: tuple[tuple[Stamp, ...], bool], line: list[Word]
) -> Piece:
    piece = residue(start, end, ResidueKind.STAMP)
    agency, author = agency_in(line), signed_in(text, line)
    if agency is not None or author is not None:
        piece.origin = Origin(ResidueKind.STAMP, end, author=author, agency=agency)
    piece.stamps, piece.labelled = found
    moment = _CLOCK.search(text, start, end) or phrases("stamp", "ago").opens(text, start, end)
    # a day may head a part of a story, a time of day does not
    piece.edges = not piece.labelled and (bool(piece.stamps) or not moment)
    piece.heads = not piece.stamps and piece.labelled
    return piece
