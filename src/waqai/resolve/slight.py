"""Slight evidence: what picks one day of a window that firm evidence has made."""

from dataclasses import replace
from datetime import timedelta

from waqai.knowledge import load
from waqai.model.annotated import AnnotatedStory
from waqai.model.times import Anchor, CalendarDate, DayPart, Direction, Weekday
from waqai.resolve.calendar_days import candidate_days
from waqai.resolve.domains import Days, Horizon
from waqai.resolve.evidence import Evidence, mention_evidence, opening_end


def opening_weekday(story: AnnotatedStory, text: str, horizon: Horizon) -> list[Evidence]:
    """The weekday of the news in a story's opening: the day it was written, or the one before.

    What happened in the evening or at night is mostly told on the day after.
    """
    opening = opening_end(story.story)
    for mention in story.times:
        said = mention.reference
        if mention.start >= opening:
            break
        if not isinstance(said, Weekday) or said.explicit or said.week_shift is not None:
            continue
        if said.direction is Direction.FUTURE or said.anchor is not Anchor.PUBLICATION:
            continue
        next_day = horizon.weekday(said.weekday % 7 + 1)
        either = horizon.weekday(said.weekday) | next_day
        found = [mention_evidence("opening.day_or_next", either, mention, text)]
        if mention.part not in {DayPart.EVENING, DayPart.NIGHT}:
            that_day = horizon.weekday(said.weekday)
            found.append(mention_evidence("opening.weekday", that_day, mention, text))
        return found
    return []


def soon_after(story: AnnotatedStory, text: str, domain: Days, horizon: Horizon) -> list[Evidence]:
    """When the first day that is left is the latest past day told: the week that follows it."""
    first = horizon.earliest(domain)
    if first is None:
        return []
    for mention in story.times:
        said = mention.reference
        if not isinstance(said, CalendarDate) or said.direction is not Direction.PAST:
            continue
        if said.day is None or not horizon.holds(candidate_days(said, horizon), first):
            continue
        last = first + timedelta(load("dating")["reach"]["soon"])
        found = mention_evidence(
            "soon.after", horizon.window(first, last), mention, text, day=first
        )
        return [replace(found, family="soon after")]
    return []
