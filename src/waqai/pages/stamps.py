"""The dates that a page bears about itself: lines and prefixes made of a label, a date, a clock."""

import re
from dataclasses import replace
from functools import cache

from waqai.arabic.calendars import bare_weekdays, months, weekdays
from waqai.arabic.dates import WrittenDate, written_dates
from waqai.knowledge import load
from waqai.model.page import Stamp, StampRole
from waqai.model.times import CalendarSystem
from waqai.pages.lines import Word, words
from waqai.pages.vocabulary import Phrases, folded, phrases, vocabulary

#: The longest line that may be nothing but stamps, in code points.
_LINE = 220
#: Words beside the dates that no list knows: a byline, a section, a city.
_UNKNOWN, _UNKNOWN_LABELLED = 2, 6
_AGO_WORDS = 8
_NAME = 6  # words of a name beside a date
_DIGIT = re.compile(r"\d")
_NUMERIC_TAIL = re.compile(
    r"[.!؟…»\"”)]\s*(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?:\s*[,،]\s*([^\d.،,]{2,30}))?$"
)


@cache
def labels() -> list[tuple[Phrases, StampRole]]:
    """The labels of dates by role, the longest label of a line being looked up in each."""
    return [(Phrases(row["says"]), StampRole(row["role"])) for row in load("pages")["stamp_label"]]


def label_at(line: list[Word], i: int) -> tuple[int, StampRole] | None:
    """The label that begins at word `i`: how many words it has, and the role it gives."""
    found = [(known.at(line, i), role) for known, role in labels()]
    length, role = max(found, key=lambda row: row[0])
    return (length, role) if length else None


@cache
def _label_words() -> frozenset[str]:
    return frozenset(
        folded(says)[0] for row in load("pages")["stamp_label"] for says in row["says"]
    )


def opens_label(first: str) -> bool:
    """Whether a date's label begins with the word `first`."""
    return first in _label_words()


def dates_in(text: str, start: int, end: int) -> list[WrittenDate]:
    """The written dates of `text[start:end]` that are days; a Hijri one only where it is alone."""
    found = [
        replace(written, start=written.start + start, end=written.end + start)
        for written in written_dates(text[start:end])
        if written.day is not None
    ]
    western = [d for d in found if d.said.calendar is CalendarSystem.GREGORIAN]
    return western or found


def as_stamp(text: str, written: WrittenDate, role: StampRole) -> Stamp:
    """`written`, whose day is known, as a stamp of the page."""
    assert written.day is not None
    start, end = written.start, written.end
    return Stamp(written.day, role, text[start:end], start, end, written.clock)


def stamp_line(
    text: str, start: int, end: int, line: list[Word]
) -> tuple[tuple[Stamp, ...], bool] | None:
    """The stamps of a line that is nothing but stamps, and whether a label names them; else None.

    A line that tells a time but no full date ("10:35 ص", "منذ ساعتين", "الخميس 4 سبتمبر") is a
    stamp line without stamps.
    """
    if end - start > _LINE:
        return None
    if _ago(line):
        return (), False
    if not _DIGIT.search(text, start, end) and not label_at(line, 0):
        return None
    dates = dates_in(text, start, end)
    unknown, labelled, known = _beside(line, dates)
    if not dates:
        lone = label_at(line, 0)
        alone = lone is not None and lone[0] == len(line)
        told = bool(known) and not unknown and bool(_DIGIT.search(text, start, end))
        return ((), labelled) if alone or told else None
    if unknown > (_UNKNOWN_LABELLED if labelled else _UNKNOWN) or _is_headline(line, dates):
        return None
    return tuple(as_stamp(text, found, _role(line, found)) for found in dates), labelled


def _ago(line: list[Word]) -> bool:
    known, units = phrases("stamp", "ago"), phrases("stamp", "units")
    if not line or len(line) > _AGO_WORDS:
        return False
    length = known.at(line, 0)
    label = label_at(line, 0)
    if not length and label is not None:
        return len(line) > label[0] and _ago(line[label[0] :])
    if not length:
        return len(line) > 1 and line[-1].form == "ago"
    rest = line[length:]
    return bool(rest) and all(
        word.form.isdigit() or units.at(line, length + k) for k, word in enumerate(rest)
    )


def signature(line: list[Word], i: int) -> int:
    """How many words the byline at word `i` has, the name included; 0 when there is none."""
    opener = phrases("byline", "opens").at(line, i)
    count = next((k for k, w in enumerate(line[i + opener :]) if w.form.isdigit()), len(line) - i)
    return opener + min(count, len(line) - i - opener) if opener and count <= _NAME else 0


def _beside(line: list[Word], dates: list[WrittenDate]) -> tuple[int, bool, int]:
    """Of the words beside the dates: how many nobody knows, whether a label is there, the known."""
    unknown = known = i = 0
    labelled = False
    signed = bool(dates)
    lists = (phrases("stamp", "beside"), phrases("places"), phrases("outlets"))
    while i < len(line):
        word = line[i]
        if word.form.isdigit() or any(d.start <= word.start < d.end for d in dates):
            known += not any(d.start <= word.start < d.end for d in dates)
            i += 1
            continue
        label = label_at(line, i)
        if label:
            labelled = labelled or label[1] is not StampRole.HEADER
            i += label[0]
            continue
        if signed and (name := signature(line, i)):
            i += name
            continue
        length = max(phrase.at(line, i) for phrase in lists)
        if not length and (word.form in months() or word.form in weekdays()):
            length = 1
        if not length and word.form in bare_weekdays():
            length = 1
        known += bool(length)
        unknown += not length and vocabulary().bag([word]) is None
        i += length or 1
    return unknown, labelled, known


def _is_headline(line: list[Word], dates: list[WrittenDate]) -> bool:
    """Whether the date is told ("أسعار العملات اليوم الخميس 7 أغسطس 2025"), not stamped."""
    before = [word for word in line if word.start < dates[0].start]
    return len(before) > 1 and phrases("prose", "today").at(before, len(before) - 1) > 0


def _role(line: list[Word], written: WrittenDate) -> StampRole:
    """The role that the nearest label before `written` gives, HEADER without one."""
    role = StampRole.HEADER
    for i, word in enumerate(line):
        if word.start >= written.start:
            break
        label = label_at(line, i)
        if label:
            role = label[1]
    return role


def stamp_prefix(text: str, start: int, end: int) -> tuple[tuple[Stamp, ...], int] | None:
    """The stamp that begins a line of other text (" date 2025-08-07 عنوان"), and where it stops.

    Only a labelled date is cut off: a bare one may be the sentence's own.
    """
    line = words(text, start, min(end, start + 60))
    label = label_at(line, 0)
    if label is None or len(line) <= label[0]:
        return None
    behind = line[label[0] - 1].end
    dates = dates_in(text, start, min(end, start + 90))
    if not dates or text[behind : dates[0].start].strip(" :-–|،") != "":
        return None
    stop = dates[0].end
    match = re.compile(r"\s*(GMT|UTC|بتوقيت \w+)").match(text, stop, end)
    return (as_stamp(text, dates[0], label[1]),), match.end() if match else stop


def stamp_suffix(text: str, start: int, end: int) -> tuple[tuple[Stamp, ...], int] | None:
    """The numeric date glued behind a paragraph's last sentence, and where it begins."""
    tail = max(start, end - 60)
    match = _NUMERIC_TAIL.search(text[tail:end])
    if match is None:
        return None
    name = match[2] or ""
    if name and not phrases("outlets").opens(name, 0, len(name)):
        return None
    dates = dates_in(text, tail + match.start(1), end)
    if not dates:
        return None
    return tuple(as_stamp(text, found, StampRole.HEADER) for found in dates), tail + match.start(1)
