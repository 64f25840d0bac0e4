"""The order in which findings are listed: by day, what is not known last."""

from datetime import date

from waqai.model.chronicle import Announcement, Happening, Position, Window


def by_day(one: Happening) -> tuple[object, ...]:
    """By the first day that it can be, then the last; where the first is open, by the last."""
    return (*_days(one.day), one.id)


def latest_first(one: Happening) -> tuple[object, ...]:
    """By the last day that it can be, the latest first; what is open on that side comes last."""
    last = one.day.latest
    return (last is None, -(last or date.min).toordinal(), one.id)


def by_due(one: Announcement) -> tuple[object, ...]:
    """By the day it was due."""
    return (*_days(one.due), one.happening)


def by_issue(one: Position) -> tuple[object, ...]:
    """By actor, issue and day."""
    return (one.actor, one.issue, *_days(one.day), one.stance)


def _days(window: Window) -> tuple[date, date]:
    last = window.latest or date.max
    return window.earliest or last, last
