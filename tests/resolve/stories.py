"""Pages made by hand: `[words]` in the text are times, in the order of their references."""

import re
from collections.abc import Sequence
from datetime import date

from waqai.model.annotated import AnnotatedPage, AnnotatedStory
from waqai.model.page import Page, Span, Stamp, StampRole
from waqai.model.story import Story
from waqai.model.times import DayPart, Reference, TimeMention, TimexType

Time = Reference | tuple[Reference, DayPart]
#: A story: its text with times in brackets, and what each of them says.
Told = tuple[str, Sequence[Time]]

_BRACKETS = re.compile(r"\[([^]]*)\]")


def page(*stories: Told, stamps: Sequence[Stamp] = ()) -> AnnotatedPage:
    """A page of `stories` one below the other. `stamps` are written to no place of the text."""
    text, annotated = "", []
    for marked, times in stories:
        plain = _BRACKETS.sub(r"\1", marked)
        block = Span(len(text), len(text) + len(plain))
        mentions = _mentions(marked, times, block.start)
        story = Story((block,), stamps=tuple(stamps))
        annotated.append(AnnotatedStory(story, mentions))
        text += plain + "\n\n"
    return AnnotatedPage(Page("page", text), tuple(annotated), (), tuple(stamps))


def _mentions(marked: str, times: Sequence[Time], offset: int) -> tuple[TimeMention, ...]:
    found: list[TimeMention] = []
    for number, (match, said) in enumerate(zip(_BRACKETS.finditer(marked), times, strict=True)):
        start = offset + match.start() - 2 * number
        reference, part = said if isinstance(said, tuple) else (said, None)
        end = start + len(match[1])
        found.append(TimeMention(start, end, TimexType.DATE, reference, part))
    return tuple(found)


def stamp(day: str, role: StampRole = StampRole.HEADER, at: int | None = None) -> Stamp:
    """A stamp of an ISO day; `at` its offset in the page, None for outside the text."""
    return Stamp(date.fromisoformat(day), role, day, at, None if at is None else at + 1)
