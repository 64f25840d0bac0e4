"""The head of a first paragraph: "القاهرة 5 مايو (أ ش أ) - أعلن …"."""

import re
from dataclasses import replace

from waqai.model.page import Stamp, StampRole
from waqai.model.story import ResidueKind
from waqai.pages.bylines import Origin, agency_in, made_of, named
from waqai.pages.lines import Word, words
from waqai.pages.stamps import as_stamp, dates_in
from waqai.pages.vocabulary import phrases

#: Where a dateline may stop: behind a bracket, dashes, a slash or a colon.
_STOP = re.compile(
    r"[)\]]\s*[-–—ـ:]*\s*|\s[-–—ـ]+\s*|(?<![-–—ـ])[-–—ـ]+\s+|/\s*[-–—ـ:]*\s*|\s?:\s*"
)
_MAY = re.compile(r"[)\]/:–—]|-[\s-]|\s-")
_HEAD = 120  # code points of a paragraph in which a dateline stops
_OUTLET_WORDS = 3
_REGION = re.compile(r"([^\s\d()،.:-]+(?: [^\s\d()،.:-]+)?) [-–—] ")
_STRANGERS = 4  # words of a name or a place that no list knows
_DIGIT = re.compile(r"\d")


def dateline(text: str, start: int, end: int) -> Origin | None:
    """The dateline that begins the paragraph `text[start:end]`, or None."""
    limit = min(end, start + _HEAD)
    if not _MAY.search(text, start, min(limit, start + 70)):
        return None
    stamps = _stamps(text, start, limit)
    best: Origin | None = None
    for stop in _STOP.finditer(text, start, limit):
        behind = stop.end()
        line = words(text, start, stop.start())
        if behind >= end or not line or len(line) > 14:
            continue
        own = tuple(s for s in stamps if (s.end or 0) <= stop.start())
        if not _files(text, start, stop, line, own):
            if made_of(line, own) is None and not own:
                strangers = [w for w in line if made_of([w]) is None]
                if len(strangers) > _STRANGERS:
                    break
            continue
        best = Origin(
            ResidueKind.DATELINE,
            behind,
            author=_author(text, line, own),
            agency=agency_in(line),
            outlet=named(text, line, "outlets") or _written(text, line),
            place=named(text, line, "places"),
            stamps=own,
        )
        best = _with_region(text, best, end)
    return best or _unstopped(text, start, limit)


def _written(text: str, line: list[Word]) -> str | None:
    return text[line[0].start : line[-1].end] if _named_so(line) else None


def _with_region(text: str, found: Origin, end: int) -> Origin:
    """`found` with the region that an agency names between dashes: "وطنية - الشمال - …"."""
    match = _REGION.match(text, found.end, end)
    if match is None or found.place is not None or found.agency is None:
        return found
    line = words(text, match.start(1), match.end(1))
    stops = phrases("prose", "stops")
    if not line or any(stops.at(line, i) for i in range(len(line))):
        return found
    return replace(found, end=match.end(), place=match[1])


def _unstopped(text: str, start: int, limit: int) -> Origin | None:
    """Names of outlets and agencies joined by a slash, with no sign behind: "… نت/وكالات أعلن"."""
    line = words(text, start, limit)
    known = max((k for k in range(1, min(len(line), 8)) if made_of(line[:k])), default=0)
    if not known or "/" not in text[start : line[known - 1].end]:
        return None
    own = line[:known]
    if not (made_of(own) or set()) & {"agency", "outlet"}:
        return None
    end = line[known].start
    agency, outlet = agency_in(own), named(text, own, "outlets")
    return Origin(ResidueKind.DATELINE, end, agency=agency, outlet=outlet)


def _stamps(text: str, start: int, limit: int) -> tuple[Stamp, ...]:
    if not _DIGIT.search(text, start, limit):
        return ()
    return tuple(as_stamp(text, d, StampRole.DATELINE) for d in dates_in(text, start, limit))


def _files(
    text: str, start: int, stop: re.Match[str], line: list[Word], stamps: tuple[Stamp, ...]
) -> bool:
    """Whether the words `line` before `stop` are the place, agency or signature of a dateline."""
    sign = stop[0].strip()
    seen = made_of(line, stamps)
    if seen is None and _named_so(line):
        return sign[:1] in ("/", "-", "–", "—", ")")
    if seen is not None:
        if sign.startswith((")", "]", "/")):
            return bool(seen & {"agency", "outlet"}) and ("place" in seen or len(sign) > 1)
        if sign == ":":
            return bool(seen & {"outlet", "agency"}) and len(seen) > 1
        return bool(seen & {"place", "agency", "outlet"})
    strangers = _strangers(line, stamps)
    if len(strangers) > _STRANGERS or not strangers:
        return False
    if sign.startswith((")", "]")):
        bracket = max(text.rfind("(", start, stop.start()), text.rfind("[", start, stop.start()))
        inside = made_of(words(text, bracket, stop.start()), stamps) if bracket > start else None
        if stamps and bracket > start and len(sign) > 1 and _behind_day(text, bracket, stamps):
            return True  # an agency that no list knows: "موسكو 7 آب 2025 (مدار) -"
        filed = made_of(words(text, start, bracket)) == {"place"} if bracket > start else False
        if filed and len(sign) > 1:
            return True
        return bool(inside and inside & {"agency", "outlet"}) and len(sign) > 1
    dashed = sign[-1:] in "-–—ـ"
    if stamps and dashed:
        return text[stamps[-1].end or 0 : stop.start()].strip(" /)") == ""
    signed = dashed and len(strangers) <= 3 and phrases("places").at(line, 0) > 0
    return signed and text.count("-", start, stop.start()) > 0


def _named_so(line: list[Word]) -> bool:
    """Whether a name that no list knows ends as outlets' names do: "المدينة نيوز"."""
    return 1 < len(line) <= _OUTLET_WORDS and phrases("outlets", "endings").at([line[-1]], 0) > 0


def _behind_day(text: str, bracket: int, stamps: tuple[Stamp, ...]) -> bool:
    """Whether the bracket follows the last of `stamps` directly."""
    end = stamps[-1].end or 0
    return end <= bracket and text[end:bracket].strip() == ""


def _strangers(line: list[Word], stamps: tuple[Stamp, ...]) -> list[Word]:
    """The words that no list knows; more than allowed when one of them is an everyday word."""
    found = [
        word
        for word in line
        if not any((s.start or 0) <= word.start < (s.end or 0) for s in stamps)
        and made_of([word]) is None
    ]
    stops = phrases("prose", "stops")
    if any(stops.at([word], 0) for word in found):
        return line + line + line
    return found


def _author(text: str, line: list[Word], stamps: tuple[Stamp, ...]) -> str | None:
    """The name of two or three words beside the place, when there is one."""
    names = _strangers(line, stamps)
    if 2 <= len(names) <= 3 and stamps and text[names[0].start : names[-1].end].count(" ") <= 3:
        return text[names[0].start : names[-1].end]
    return None
