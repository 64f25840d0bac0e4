"""A page's lines read one by one: prose, short lines, and what belongs to no story.

Each line becomes one piece, or up to three where a crawler glued a stamp to its head or a label
to its tail. What a piece means for its neighbours is decided in `assembly`.
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from waqai.arabic.letters import bare
from waqai.knowledge import load
from waqai.model.page import Stamp, StampRole
from waqai.model.story import ResidueKind
from waqai.pages.bylines import Origin, agencies, agency_in, byline, made_of, named
from waqai.pages.datelines import dateline
from waqai.pages.lines import (
    Line,
    Word,
    ends_sentence,
    first_word,
    has_arabic,
    last_sign,
    last_word,
    read_lines,
    trimmed,
    words,
)
from waqai.pages.mastheads import is_menu
from waqai.pages.stamps import (
    label_at,
    opens_label,
    signature,
    stamp_line,
    stamp_prefix,
    stamp_suffix,
)
from waqai.pages.vocabulary import Label, phrases, vocabulary


class Shape(Enum):
    """What a piece looks like on its own."""

    PROSE = "prose"
    SHORT = "short"  # a title, a subheading, a caption, a link
    RESIDUE = "residue"


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch of one line. `kind` says why it is no prose, where it is furniture."""

    start: int
    end: int
    count: int  # words
    shape: Shape
    kind: ResidueKind = ResidueKind.OTHER
    heads: bool = False  # a label standing alone: what follows is its list
    ends: bool = False  # it ends a story, and no list follows
    closes: bool = False  # what follows belongs to no story
    edges: bool = False  # furniture only above and below stories
    bullet: bool = False
    foreign: bool = False  # no Arabic letter, on a page that has some
    truncated: bool = False  # a teaser: "… اقرأ المزيد" was cut off behind it
    window: bool = False  # the title of the browser's window: "… - اسم الموقع" was cut off
    site: bool = False  # a menu of several entries: what stands above it is the site's
    linked: bool = False  # a link's title behind its label: "إقرأ أيضاً: …"
    soft: bool = False  # a label with words behind it: above a story it may be the title
    labelled: bool = False  # a stamp with a label
    stamps: tuple[Stamp, ...] = ()
    origin: Origin | None = None


_LONG = 26  # words from which a line is prose however it ends
_YEAR = 4  # digits
_SENTENCE = 7  # words from which a line with a full stop is prose
_LABEL = 30  # code points in which the label of a link ends
_LINK_TAIL = 180  # code points of a link glued behind a paragraph
_LINKED = 4  # words of a link's title
_QUOTED = 15  # words from which a line that ends in a quotation or a question is prose
_LABEL_REST = 160  # code points behind a label from which a line with a full stop is prose
_MENU = 5  # words of a line of sections from which it is the site's menu
_TOP = 12  # pieces at the top of a page among which a title is printed again
_FOLLOW = 12  # words of an invitation to follow the outlet
_STAMP_WORDS = 16  # words of a line that may be nothing but stamps or a byline
_CAPTION_WORDS = 40
_CREDITED_WORDS = 18  # words of a caption that ends in an agency between brackets

_CLOCK = re.compile(r"\d:\d\d")
_DIGIT = re.compile(r"\d")
_BULLET = re.compile(r"[•·▪●◦■◄►»✔️★*]\s*\S|[-–—«]\s+\S")
#: The writer's and the editor's letters below a telex: "(النهاية) م.ع/ وكث", "ل.ن/مدار".
_INITIALS = re.compile(
    r"=*\s?(?:[(\[]\s*(?:النهاية|انتهى)\s*[)\]]\s*)?(?:[ء-ي]{1,2}\s?[./]\s?){1,5}[ء-ي]{1,6}\.?"
)
_SIZES = re.compile(r"(?:[-+]\s?[Aaأ]|[Aaأ]\s?[-+])(?:\s+(?:[-+]?\s?[Aaأ]\s?[-+]?))*")
_TWICE, _SIGNED = 10, 34  # code points: of half a caption, of a photographer's name
_URL = re.compile(r"(?:https?://|www\.)\S+$")
_URL_HEAD = re.compile(r"(?:https?://|www\.)\S+\s")
_TICKER = re.compile(r"\S[ \u00a0]{3,}(?=\S)|\S\t+(?=\S)")
_CODE = re.compile(r"[\x20-\x7e]*(?:[;{}]|\);)[\x20-\x7e]*")
_TAG_LIST = re.compile(
    r"[^\s,;،؛|]+(?: [^\s,;،؛|]+){0,3}(?:[,;،؛|][^\s,;،؛|]+(?: [^\s,;،؛|]+){0,3}){3,}[,;،؛|]?"
)
_HASHTAGS = re.compile(r"#\S+(?:\s+#\S+)*")
_CREDIT_TAIL = re.compile(r"[(\[/–—-]\s*([^()\[\]/–—]{2,40})[)\]]?$|[.؛]\s+([^.()]{2,20})$")
_SITE = re.compile(r"\s[-–—|»:]\s+([^-–—|»]{2,34})$")
_COPYRIGHT = re.compile(
    r"©|\d{3,4}\s?[x×]\s?\d{3,4}|\.(?:jpe?g|png|webp)\b|,\s?\d{3,4},\s?[\d.]+$",
    re.IGNORECASE,
)


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
    top = [p for p in pieces[:_TOP] if p.shape is not Shape.RESIDUE and p.count < _LONG]
    for piece in top:
        if piece.shape is Shape.PROSE:
            said = text[piece.start : piece.end].rstrip(" .")
            again = (text[p.start : p.end].rstrip(" .") for p in top if p is not piece)
            if said in again:
                piece.shape = Shape.SHORT


def _read_line(text: str, line: Line, foreign: bool, into: list[Piece]) -> None:
    start, end = line.start, line.end
    digits = _DIGIT.search(text, start, min(end, start + 70)) is not None
    if digits and (cut := _head_cut(text, start, end)) is not None:
        into.append(cut)
        start, end = trimmed(text, cut.end, end)
        if start >= end:
            return
    elif match := _URL_HEAD.match(text, start, end):
        into.append(_residue(start, match.end() - 1, ResidueKind.OTHER))
        start, end = trimmed(text, match.end(), end)
    if text[start] in "{}.<(gv$#@" and (match := _CODE.match(text, start, end)):
        into.append(_residue(*trimmed(text, start, match.end()), ResidueKind.OTHER))
        start, end = trimmed(text, match.end(), end)
        if start >= end:
            return
    whole = _whole(text, start, end, foreign)
    if whole is not None:
        into += _link_parted(text, whole)
        return
    tail = _tail_cut(text, start, end) or _site_suffix(text, start, end)
    stop = trimmed(text, start, tail.start)[1] if tail is not None else end
    count = len(text[start:stop].split())
    shape = _shape(text, start, stop, count)
    if digits and shape is Shape.SHORT and (filed := _filed(text, start, stop)) is not None:
        into.append(filed)
        start = trimmed(text, filed.end, stop)[0]
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


def _filed(text: str, start: int, end: int) -> Piece | None:
    """The place and day before a title, as telexes have them: "طرابلس 17 أكتوبر 2025 (وكث) - …"."""
    origin = dateline(text, start, end)
    if origin is None or not origin.stamps:
        return None
    piece = _residue(start, trimmed(text, start, origin.end)[1], ResidueKind.DATELINE)
    piece.origin, piece.stamps = origin, origin.stamps
    return piece


def _shape(text: str, start: int, end: int, count: int) -> Shape:
    if count >= _LONG:
        return Shape.PROSE
    if count >= _SENTENCE and last_sign(text, start, end) in ".:؛":
        return Shape.PROSE
    if count >= _QUOTED and (text[end - 1] in '"”»؟!' or ends_sentence(text, start, end)):
        return Shape.PROSE
    if count >= 10 and goes_on(text, start, end):
        return Shape.PROSE
    return Shape.SHORT


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether a paragraph goes on from the one above: "وأضاف …", "من جهته …"."""
    first = first_word(text, start, end)
    if first.startswith("و") and len(first) > 3:
        return not phrases("prose", "own_waw").opens(text, start, end)
    return phrases("prose", "goes_on").opens(text, start, end) > 0


def _residue(start: int, end: int, kind: ResidueKind) -> Piece:
    return Piece(start, end, 1, Shape.RESIDUE, kind)


def _head_cut(text: str, start: int, end: int) -> Piece | None:
    """A labelled stamp glued before a title or paragraph."""
    first = first_word(text, start, end)
    label = label_at(words(text, start, min(end, start + 60)), 0) if first else None
    if label is None:
        return None
    short = label[1] is not StampRole.HEADER and end - start <= _LABEL_REST
    if short and stamp_line(text, start, end, words(text, start, end)) is not None:
        return None  # the whole line is stamps
    found = stamp_prefix(text, start, end)
    if found is None:
        return None
    piece = _residue(start, found[1], ResidueKind.STAMP)
    piece.stamps, piece.labelled = found[0], True
    return piece


def _tail_cut(text: str, start: int, end: int) -> Piece | None:
    """A label, a link or a stamp glued behind a paragraph's last sentence."""
    if end - start < 40:
        return None
    if vocabulary().may_be_glued(last_word(text, start, end)):
        found = vocabulary().glued(words(text, max(start, end - 48), end))
        if found is not None and _sentence_before(text, start, found[0]):
            at, group = found
            piece = _residue(at, end, group.kind)
            piece.heads, piece.ends = not group.ends, group.ends
            before = text[max(start, at - 8) : at].rstrip(" \u00a0[]()")
            piece.truncated = group.ends and before.endswith(("…", "..."))
            return piece
    if (link := _link_cut(text, start, end)) is not None:
        return link
    digits = _DIGIT.search(text, max(start, end - 40), end)
    if digits and (stamped := stamp_suffix(text, start, end)):
        piece = _residue(stamped[1], end, ResidueKind.STAMP)
        piece.stamps = stamped[0]
        return piece
    return None


def _link_cut(text: str, start: int, end: int) -> Piece | None:
    """A label and a link's title glued behind the last sentence: "… . اقرأ أيضاً: …"."""
    at = text.rfind(":", max(start, end - _LINK_TAIL), end)
    if at < 0 or not _LINKED <= len(text[at:end].split()) < _LONG:
        return None
    if not vocabulary().may_be_glued(last_word(text, start, at)):
        return None
    found = vocabulary().glued(words(text, max(start, at - 48), at))
    if found is None or found[1].kind is not ResidueKind.RELATED:
        return None
    # a full stop behind the label is the paragraph's own
    if not _sentence_before(text, start, found[0]) or last_sign(text, at, end) in ".،":
        return None
    return _residue(found[0], end, ResidueKind.RELATED)


def _site_suffix(text: str, start: int, end: int) -> Piece | None:
    """The site's name behind a title: "… - بوابة المدينة", "… | المدينة"."""
    if end - start > 220:
        return None
    match = _SITE.search(text, max(start, end - 40), end)
    if match is None or text.count(" ", start, match.start()) < 2:
        return None
    name = words(text, match.start(1), end)
    if made_of(name) not in ({"outlet"}, {"outlet", "desk"}):
        return None
    piece = _residue(match.start(1), end, ResidueKind.CREDIT)
    piece.start = text.index(match[0].strip()[0], match.start())
    piece.origin = Origin(ResidueKind.CREDIT, end, outlet=named(text, name, "outlets"))
    piece.window = True
    return piece


def _sentence_before(text: str, start: int, at: int) -> bool:
    return ends_sentence(text, start, trimmed(text, start, at)[1])


def _whole(text: str, start: int, end: int, foreign: bool) -> Piece | None:
    """The line as furniture from end to end, or None."""
    length = end - start
    if length < 24 and _SIZES.fullmatch(text, start, end):
        return _residue(start, end, ResidueKind.SHARE)
    first = first_word(text, start, end)
    if not first:
        return _wordless(text, start, end)
    if (
        length > 120
        and len(_TICKER.findall(text, start, end)) >= (4 if length < 300 else 6)
        and _mostly_titles(text, start, end)
    ):
        return _residue(start, end, ResidueKind.NAVIGATION)
    if text[start] == "©" and length < 220:
        return _residue(start, end, ResidueKind.CREDIT)
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
    piece = _residue(start, end, ResidueKind.STAMP if found else ResidueKind.OTHER)
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
    if rest > _LABEL_REST and (ends_sentence(text, start, end) or rest > 500):
        return None  # a label glued before a paragraph: the paragraph counts
    piece = _residue(start, end, label.group.kind)
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


def _link_parted(text: str, piece: Piece) -> list[Piece]:
    """A label and the title behind it ("إقرأ أيضاً: …") as two pieces: a story may follow."""
    at = text.find(":", piece.start, min(piece.end, piece.start + _LABEL))
    if piece.kind is not ResidueKind.RELATED or piece.heads or piece.ends or at < 0:
        return [piece]
    start, end = trimmed(text, at + 1, piece.end)
    count = len(text[start:end].split())
    if not _LINKED <= count < _LONG or label_words(text, piece.start, at) is None:
        return [piece]
    link = _residue(start, end, piece.kind)
    link.count, link.linked = count, True
    piece.end = at + 1
    return [piece, link]


def label_words(text: str, start: int, end: int) -> Label | None:
    """The label that `text[start:end]` is, from end to end."""
    label = vocabulary().label(text, words(text, start, end), end)
    return label if label is not None and label.alone else None


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
            piece = _residue(start, end, group.kind)
            piece.edges = group.edges
            piece.site = group.kind is ResidueKind.NAVIGATION and count >= _MENU
            return piece
        if text[end - 1] != "." and (origin := byline(text, start, end, line)):
            piece = _residue(start, end, origin.kind)
            piece.origin = origin
            return piece
    if is_menu(text, start, end):
        return _menu(start, end)
    if count <= _FOLLOW and _follows(text, start, end):
        return _residue(start, end, ResidueKind.FOOTER)
    if _URL.match(text, start, end) or _CODE.fullmatch(text, start, end):
        return _residue(start, end, ResidueKind.OTHER)
    if end - start < 40 and _INITIALS.fullmatch(text, start, end):
        return _residue(start, end, ResidueKind.BYLINE)
    if _HASHTAGS.fullmatch(text, start, end) or _TAG_LIST.fullmatch(text, start, end):
        return _residue(start, end, ResidueKind.TAGS)
    return _caption(text, start, end, count)


def _follows(text: str, start: int, end: int) -> bool:
    """An invitation to the outlet's pages elsewhere: "تابعوا المدينة على واتساب"."""
    if not phrases("follow", "opens").opens(text, start, end):
        return False
    line = words(text, start, end)
    networks = phrases("follow", "networks")
    return any(i + networks.at(line, i) == len(line) for i in range(1, len(line)))


def _menu(start: int, end: int) -> Piece:
    """A row of short entries: the site's above a story, a row of a table inside one."""
    piece = _residue(start, end, ResidueKind.NAVIGATION)
    piece.edges = piece.site = True
    return piece


def _stamped(
    text: str, start: int, end: int, found: tuple[tuple[Stamp, ...], bool], line: list[Word]
) -> Piece:
    piece = _residue(start, end, ResidueKind.STAMP)
    agency, author = agency_in(line), _signed_in(text, line)
    if agency is not None or author is not None:
        piece.origin = Origin(ResidueKind.STAMP, end, author=author, agency=agency)
    piece.stamps, piece.labelled = found
    moment = _CLOCK.search(text, start, end) or phrases("stamp", "ago").opens(text, start, end)
    # a day may head a part of a story, a time of day does not
    piece.edges = not piece.labelled and (bool(piece.stamps) or not moment)
    piece.heads = not piece.stamps and piece.labelled
    return piece


def _signed_in(text: str, line: list[Word]) -> str | None:
    """The name of a byline beside a date: "21-09-2025 13:19 | كتب: كمال أحمد |"."""
    for i in range(len(line)):
        count = signature(line, i)
        opener = phrases("byline", "opens").at(line, i)
        if count > opener and opener:
            return text[line[i + opener].start : line[i + count - 1].end]
    return None


def _pictured(text: str, start: int, end: int) -> bool:
    """A caption signed by its photographer ("… تصوير : …"), or said twice in one line."""
    half, odd = divmod(end - start, 2)
    if odd and half > _TWICE and text[start : start + half] == text[end - half : end]:
        return True
    at = max(text.rfind(sign, max(start, end - _SIGNED), end) for sign in ":/-")
    return at > start and last_word(text, start, at) in _photographers()


@cache
def _photographers() -> frozenset[str]:
    return frozenset(map(bare, load("pages")["pictures"]["labels"]))


def _caption(text: str, start: int, end: int, count: int) -> Piece | None:
    """A picture's caption: it ends in the name of the agency or archive that it is from."""
    if count > _CAPTION_WORDS:
        return None
    if _pictured(text, start, end):
        piece = _residue(start, end, ResidueKind.CREDIT)
        piece.origin = Origin(ResidueKind.CREDIT, end)
        return piece
    match = _CREDIT_TAIL.search(text, max(start, end - 45), end)
    if match is not None and (match[2] is not None or count <= _CREDITED_WORDS):
        group = 1 if match[1] is not None else 2
        tail = words(text, match.start(group), match.end(group))
        length = agencies().at(tail, 0)
        match = match if 0 < length == len(tail) else None
    elif match is not None:
        match = None
    if match is None and not _COPYRIGHT.search(text, start, end):
        return None
    piece = _residue(start, end, ResidueKind.CREDIT)
    piece.origin = Origin(ResidueKind.CREDIT, end)
    return piece
