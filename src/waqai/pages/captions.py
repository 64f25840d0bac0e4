"""Short lines beside a story that a person wrote: captions, signatures, invitations."""

import re
from functools import cache

from waqai.arabic.letters import bare
from waqai.knowledge import load
from waqai.model.story import ResidueKind
from waqai.pages.bylines import Origin, agencies
from waqai.pages.lines import Word, last_word, words
from waqai.pages.piece import Piece, residue
from waqai.pages.stamps import signature
from waqai.pages.vocabulary import phrases

_CAPTION_WORDS = 40
_CREDITED_WORDS = 18  # words of a caption that ends in an agency between brackets
_CREDIT_TAIL = re.compile(r"[(\[/–—-]\s*([^()\[\]/–—]{2,40})[)\]]?$|[.؛]\s+([^.()]{2,20})$")
_COPYRIGHT = re.compile(
    r"©|\d{3,4}\s?[x×]\s?\d{3,4}|\.(?:jpe?g|png|webp)\b|,\s?\d{3,4},\s?[\d.]+$",
    re.IGNORECASE,
)
_TWICE, _SIGNED = 10, 34  # code points: of half a caption, of a photographer's name


def follows(text: str, start: int, end: int) -> bool:
    """An invitation to the outlet's pages elsewhere: "تابعوا المدينة على واتساب"."""
    if not phrases("follow", "opens").opens(text, start, end):
        return False
    line = words(text, start, end)
    networks = phrases("follow", "networks")
    return any(i + networks.at(line, i) == len(line) for i in range(1, len(line)))


def signed_in(text: str, line: list[Word]) -> str | None:
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


def caption(text: str, start: int, end: int, count: int) -> Piece | None:
    """A picture's caption: it ends in the name of the agency or archive that it is from."""
    if count > _CAPTION_WORDS:
        return None
    if _pictured(text, start, end):
        piece = residue(start, end, ResidueKind.CREDIT)
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
    piece = residue(start, end, ResidueKind.CREDIT)
    piece.origin = Origin(ResidueKind.CREDIT, end)
    return piece
