"""Who signs a story: bylines and lines of places, desks, agencies and outlets."""

import re
from dataclasses import dataclass
from functools import cache

from waqai.knowledge import load
from waqai.model.page import Stamp
from waqai.model.story import ResidueKind
from waqai.pages.lines import Word, words
from waqai.pages.vocabulary import Phrases, folded, phrases

_SIGNS = " -–—ـ/|:،."
_DASH = re.compile(r"(?:(?<!\s)\s+)?[-–—ـ/|]+\s*")
_LOCATED = re.compile(r"([^\s()]+(?: [^\s()]+){1,3}) ?\(([^()]{2,24})\)(?:\s*[@\w.]*@[@\w.]*)?")
_NAME_WORDS = 5
_LINE_WORDS = 12


@dataclass(frozen=True, slots=True)
class Origin:
    """What a byline or dateline says; None where it does not. `end` is the offset behind it."""

    kind: ResidueKind
    end: int
    author: str | None = None
    agency: str | None = None
    outlet: str | None = None
    place: str | None = None
    stamps: tuple[Stamp, ...] = ()


@cache
def _agency_names() -> dict[tuple[str, ...], str]:
    return {folded(way): name for name, ways in load("pages")["agencies"].items() for way in ways}


@cache
def agencies() -> Phrases:
    """Every way to write an agency."""
    return Phrases([way for ways in load("pages")["agencies"].values() for way in ways])


def agency_in(line: list[Word]) -> str | None:
    """The full name of the first news agency named in the words `line`."""
    for i in range(len(line)):
        length = agencies().at(line, i)
        if length:
            name = _agency_names()[tuple(word.form for word in line[i : i + length])]
            if name not in load("pages")["pictures"]["names"]:
                return name
    return None


def named(text: str, line: list[Word], table: str) -> str | None:
    """The first phrase of `[table]` ("places", "outlets") in the words `line`, as written."""
    known = phrases(table)
    for i in range(len(line)):
        length = known.at(line, i)
        if length:
            return text[line[i].start : line[i + length - 1].end]
    return None


def made_of(line: list[Word], stamps: tuple[Stamp, ...] = ()) -> set[str] | None:
    """Which lists the words `line` are made of, numbers and stamps apart; None if of none.

    The lists are "agency", "outlet", "place" and "desk".
    """
    lists = (
        ("agency", agencies()),
        ("outlet", phrases("outlets")),
        ("place", phrases("places")),
        ("desk", phrases("byline", "desks")),
    )
    seen: set[str] = set()
    i = 0
    while i < len(line):
        word = line[i]
        if word.form.isdigit() or any((s.start or 0) <= word.start < (s.end or 0) for s in stamps):
            i += 1
            continue
        lengths = [(known.at(line, i), name) for name, known in lists]
        longest = max(length for length, _ in lengths)
        if not longest:
            return None
        seen.update(name for length, name in lengths if length == longest)
        i += longest
    return seen


def byline(text: str, start: int, end: int, line: list[Word]) -> Origin | None:
    """The line `text[start:end]` as a byline, dateline or credit of its own, or None."""
    if not line or len(line) > _LINE_WORDS or text[end - 1] in "؟?!…":
        return None
    length = phrases("byline", "opens").at(line, 0)
    signed = _signed(text, end, line, length) if length else None
    return (
        signed
        or _listed(text, end, line)
        or _bracketed(text, start, end)
        or _located(text, start, end)
        or _parted(text, start, end, line)
    )


def _signed(text: str, end: int, line: list[Word], length: int) -> Origin | None:
    """A name of a few words behind a label: "كتب- كمال أحمد", "بقلم: …"."""
    rest = text[line[length - 1].end : end].strip()
    name = rest.lstrip(_SIGNS)
    count = len(line) - length
    if count > _NAME_WORDS or rest.endswith(".") or not name:
        return None
    stops = phrases("prose", "stops")
    if rest == name and phrases("byline", "signed").at(line, 0):
        return None
    if rest == name and (count < 2 or any(stops.at(line, i) for i in range(length, len(line)))):
        return None
    return Origin(ResidueKind.BYLINE, end, author=name, agency=agency_in(line[length:]))


def _listed(text: str, end: int, line: list[Word]) -> Origin | None:
    """Places, desks, agencies and outlets alone: "رويترز/ أ ف ب", "القاهرة - وكالات"."""
    seen = made_of(line)
    if not seen or (seen <= {"place", "desk"} and not _DASH.search(text, line[0].end, end)):
        return None  # a country's or a city's name alone is a heading
    kind = ResidueKind.DATELINE if "place" in seen else ResidueKind.CREDIT
    return Origin(
        kind,
        end,
        agency=agency_in(line),
        outlet=named(text, line, "outlets") if "outlet" in seen else None,
        place=named(text, line, "places") if "place" in seen else None,
    )


def _bracketed(text: str, start: int, end: int) -> Origin | None:
    """A place and an agency in brackets: "قاعدة المدينة، موسكو - (أ ب)"."""
    bracket = text.rfind("(", start, end)
    if bracket <= start or text[end - 1] != ")":
        return None
    inside, before = words(text, bracket, end), words(text, start, bracket)
    if "agency" not in (made_of(inside) or ()) or len(before) > 6:
        return None
    dashed = text[start:bracket].rstrip()[-1:] in "-–—ـ/"
    if not dashed and not any(phrases("places").at(before, i) for i in range(len(before))):
        return None
    if agency_in(inside) is None:
        return Origin(ResidueKind.CREDIT, end)
    place = text[start:bracket].strip(_SIGNS)
    return Origin(ResidueKind.DATELINE, end, agency=agency_in(inside), place=place)


def _located(text: str, start: int, end: int) -> Origin | None:
    """A name and a place in brackets, perhaps an account: "سلمى حسن (جدة) salma@"."""
    match = _LOCATED.fullmatch(text, start, end)
    if match is None:
        return None
    name = words(text, match.start(1), match.end(1))
    if made_of(words(text, match.start(2), match.end(2))) != {"place"} or len(name) != len(
        match[1].split()
    ):
        return None
    stops, places = phrases("prose", "stops"), phrases("places")
    if any(stops.at(name, i) or places.at(name, i) for i in range(len(name))):
        return None
    return Origin(ResidueKind.BYLINE, end, author=match[1], place=match[2].strip())


def _parted(text: str, start: int, end: int, line: list[Word]) -> Origin | None:
    """A known place or desk and a name, parted by a dash: "القاهرة - كمال أحمد"."""
    if len(line) > 6 or ":" in text[start:end]:
        return None
    dashes = [m for m in _DASH.finditer(text, start, end) if start < m.start() and m.end() < end]
    if len(dashes) != 1:
        return None
    left, right = words(text, start, dashes[0].start()), words(text, dashes[0].end(), end)
    stops, places = phrases("prose", "stops"), phrases("places")
    for known, name in ((left, right), (right, left)):
        strange = any(stops.at(name, i) or places.at(name, i) for i in range(len(name)))
        if not strange and 1 < len(name) <= 3 and made_of(known):
            author = text[name[0].start : name[-1].end]
            place = named(text, known, "places")
            signed = author if place else None  # beside a desk it may be the outlet's name
            return Origin(
                ResidueKind.BYLINE, end, author=signed, agency=agency_in(known), place=place
            )
    return None
