"""What a story's own words say of the day it was published."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from waqai.arabic.letters import bare
from waqai.arabic.tokens import tokenize
from waqai.knowledge import load
from waqai.mentions.times.vocabulary import steps
from waqai.model.annotated import AnnotatedStory
from waqai.model.times import (
    Anchor,
    CalendarDate,
    CalendarSystem,
    Direction,
    Interval,
    Shift,
    TimeMention,
    Unit,
)
from waqai.resolve.calendar_days import candidate_days, month_around, near_date, window_of
from waqai.resolve.domains import Horizon
from waqai.resolve.evidence import Evidence, mention_evidence, opening_end, wording_row

#: How far before a mention the words that turn it are looked for, in characters.
_BEFORE = 32
#: A past day without a year lies no further back than this, as a rule: nine months.
_NEAR = 270


def text_evidence(story: AnnotatedStory, text: str, horizon: Horizon) -> list[Evidence]:
    """What the times of `story` say of its publication day; `text` is the page's."""
    found: list[Evidence] = []
    opening = opening_end(story.story)
    for mention in story.times:
        said = _of_mention(mention, text, horizon)
        found += said if mention.start < opening else map(_later, said)
    return found


def _of_mention(mention: TimeMention, text: str, horizon: Horizon) -> Iterator[Evidence]:
    reference = mention.reference
    if isinstance(reference, Interval):
        for end in (reference.first, reference.last):
            yield from _of_mention(replace(mention, reference=end), text, horizon)
    elif isinstance(reference, Shift):
        yield from _named_day(reference, mention, text, horizon)
    elif isinstance(reference, CalendarDate):
        yield from _dated(reference, mention, text, horizon)


def _later(evidence: Evidence) -> Evidence:
    row = wording_row(evidence.template)
    return replace(evidence, weight=row["later"]) if "later" in row else evidence


def _named_day(
    said: Shift, mention: TimeMention, text: str, horizon: Horizon
) -> Iterator[Evidence]:
    """ "اليوم الأربعاء", "أمس الثلاثاء": the weekday of the publication day."""
    if said.unit is not Unit.DAY or said.anchor is not Anchor.PUBLICATION or said.weekday is None:
        return
    weekday = (said.weekday - said.by - 1) % 7 + 1
    yield mention_evidence(
        f"{_spoken_of(said.by)}.weekday", horizon.weekday(weekday), mention, text, weekday=weekday
    )


def _dated(
    said: CalendarDate, mention: TimeMention, text: str, horizon: Horizon
) -> Iterator[Evidence]:
    words = text[mention.start : mention.end]
    by = _deictic(words) if said.explicit and said.day is not None else None
    if by is not None:
        days = horizon.shift(candidate_days(said, horizon), -by)
        if days:
            yield mention_evidence(
                f"{_spoken_of(by)}.date", days, mention, text, day=horizon.only(days)
            )
    elif said.direction is Direction.PRESENT:
        yield from _present(said, mention, text, horizon)
    elif said.year is not None:
        yield from _past(said, mention, text, horizon)
    elif said.day is not None and said.year_shift is None:
        yield from _without_year(said, mention, text, horizon)


def _present(
    said: CalendarDate, mention: TimeMention, text: str, horizon: Horizon
) -> Iterator[Evidence]:
    """ "12 أبريل الجاري": the month, or the year, of the publication day."""
    window = window_of(said)
    if said.year is not None and window is not None:
        unit = "year" if said.month is None else "month"
        first, last = month_around(window, said)
        yield mention_evidence(f"present.{unit}", horizon.window(first, last), mention, text)
    elif said.month and said.year_shift is None and said.calendar is CalendarSystem.GREGORIAN:
        yield mention_evidence("present.month", horizon.calendar(said.month), mention, text)


def _past(
    said: CalendarDate, mention: TimeMention, text: str, horizon: Horizon
) -> Iterator[Evidence]:
    """A date with its year that lies behind: the story is not older than that."""
    window = window_of(said)
    if window is None:
        return
    before = _words_before(mention, text)
    since = bool(before) and before[-1] in _listed("since")
    if not since and (said.direction is not Direction.PAST or _is_term(mention, before, text)):
        return
    rule = "since.date" if since else "past.date"
    yield mention_evidence(rule, horizon.window(window[0], None), mention, text, day=window[0])


def _is_term(mention: TimeMention, before: Sequence[str], text: str) -> bool:
    """Whether a date is a term or part of a name, whatever the clause: "حتى نوفمبر 2019"."""
    for_a_year = "ل" in text[max(0, mention.start - 1) : mention.start + 1]
    return for_a_year or bool(_listed("not_past") & set(before))


def _without_year(
    said: CalendarDate, mention: TimeMention, text: str, horizon: Horizon
) -> Iterator[Evidence]:
    """ "يوم الخميس 4 ديسمبر": the weekday picks the years, the clause the side."""
    if said.calendar is not CalendarSystem.GREGORIAN or said.month is None:
        return
    past = said.direction is Direction.PAST
    if said.weekday is None:
        if past:
            days = near_date(horizon, said.month, said.day, None, 0, _NEAR)
            yield mention_evidence("past.near", days, mention, text)
        return
    year = load("dating")["reach"]["about_a_year"]
    key = (horizon, said.month, said.day, said.weekday)
    yield mention_evidence("weekday.date", near_date(*key, -year, year), mention, text)
    if past:
        found = mention_evidence("weekday.past", near_date(*key, 0, year), mention, text)
        stated = wording_row(found.template)["stated"]
        yield replace(found, weight=stated) if said.explicit else found
    elif said.direction is Direction.FUTURE and said.explicit:
        yield mention_evidence("weekday.future", near_date(*key, -year, 0), mention, text)


def _deictic(words: str) -> int | None:
    """Which day from today the words begin with ("اليوم الأربعاء 12 فبراير": 0), or None."""
    tokens = tokenize(words)
    for at in range(min(2, len(tokens))):
        found = steps("deictic_days").at(tokens, at)
        if found is not None:
            return found.sense
    return None


def _spoken_of(by: int) -> str:
    """The family of rules for a day `by` days from today."""
    return "today" if by == 0 else "yesterday" if by < 0 else "tomorrow"


def _words_before(mention: TimeMention, text: str) -> Sequence[str]:
    """The three words before a mention, without "و"."""
    before = tokenize(text[max(0, mention.start - _BEFORE) : mention.start]).words
    words = [word for word in before if word[0].isalnum() or word == "\n"][-3:]
    return [word[1:] if word[0] == "و" and len(word) > 3 else word for word in words]


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(map(bare, load("dating")["words"][key]))
