"""A happening as schema.org has it: an event that is an action too, or a claim.

Who reads an Event without a status takes it to be on. So what was only proposed, said to depend on
something, denied or not achieved is no Event here but a Claim, whose words say so.
"""

from waqai.chronicle.references import Json
from waqai.exports.days import date_prefix
from waqai.exports.findings import Who
from waqai.exports.identifiers import urn
from waqai.exports.jsonld.cast import acting, in_both, located
from waqai.exports.phrases import Language, Phrases, status_words
from waqai.model.chronicle import Announcement, Happening, Outcome, Window
from waqai.model.events import Status

_SCHEMA = "https://schema.org/"
_EVENT_STATUS = {
    Status.HAPPENED: "EventScheduled",
    Status.PLANNED: "EventScheduled",
    Status.POSTPONED: "EventPostponed",
    Status.CANCELLED: "EventCancelled",
}
_ACTION_STATUS = {
    Status.HAPPENED: "CompletedActionStatus",
    Status.PLANNED: "PotentialActionStatus",
    Status.POSTPONED: "PotentialActionStatus",
}


def happening(one: Happening, announcement: Announcement | None, who: Who) -> Json:
    """The object of a happening, `announcement` its announcement where it has one."""
    event = one.status in _EVENT_STATUS
    parties = dict.fromkeys((*one.actors, *one.recipients))
    row: Json = {
        "@id": urn("happening", one.id),
        "@type": ["Event", "Action"] if event else "Claim",
        "identifier": one.id,
        "name": in_both(one.headline_ar, one.headline_en),
        "description": in_both(*("; ".join(status_words(words, one)) for words in _phrases())),
        "keywords": [one.type.value, one.kind, one.status.value],
    }
    if parties:
        row["about"] = [urn("entity", id) for id in parties]
    row |= _event(one, announcement, who) if event else _claim(one, who)
    stories = dict.fromkeys(urn("story", key.story) for key in one.tellings)
    row["subjectOf" if event else "appearance"] = list(stories)
    return row


def _phrases() -> tuple[Phrases, Phrases]:
    return Phrases(Language.ARABIC), Phrases(Language.ENGLISH)


def _event(one: Happening, announcement: Announcement | None, who: Who) -> Json:
    row: Json = {}
    if one.actors:
        row["agent"] = [acting(who(id)) for id in one.actors]
    if one.recipients:
        row["object"] = [urn("entity", id) for id in one.recipients]
    if one.place is not None:
        row["location"] = located(who(one.place))
    if one.status in _ACTION_STATUS:
        row["actionStatus"] = _SCHEMA + _ACTION_STATUS[one.status]
    status, days, before = _when(one, announcement)
    row["eventStatus"] = _SCHEMA + status
    if start := date_prefix(days):
        row["startDate"] = start
    if before:
        row["previousStartDate"] = before
    return row


def _when(one: Happening, announcement: Announcement | None) -> tuple[str, Window, list[str]]:
    """The status of an event, its days, and the days on which it was to be before it was put off.

    An event that was put off to a day not known has no day at all: the old one holds no more.
    """
    status = _EVENT_STATUS[one.status]
    if announcement is None:
        return status, Window() if status == "EventPostponed" else one.day, []
    due = announcement.due
    match announcement.outcome:
        case Outcome.HELD:
            days = Window(announcement.held_on, announcement.held_on)
            days = one.day if days == Window() else days
            before = _days_before(announcement, days) if _was_put_off(announcement) else []
            return "EventRescheduled" if before else "EventScheduled", days, before
        case Outcome.POSTPONED:
            days = announcement.moved_to or Window()
            known = days != Window()
            status = "EventRescheduled" if known else "EventPostponed"
            return status, days, _days_before(announcement, days)
        case Outcome.CANCELLED | Outcome.MISSED:
            return "EventCancelled", one.day if due == Window() else due, []
        case Outcome.OPEN:
            return status, one.day if due == Window() else due, []


def _was_put_off(announcement: Announcement) -> bool:
    return any(step.status is Status.POSTPONED for step in announcement.steps)


def _days_before(announcement: Announcement, days: Window) -> list[str]:
    """The days on which it was due at other times, in the order in which they were told."""
    told = [*(step.due for step in announcement.steps), announcement.due]
    known = dict.fromkeys(window.day for window in told if window.day and window != days)
    return [day.isoformat() for day in known]


def _claim(one: Happening, who: Who) -> Json:
    row: Json = {}
    if one.place is not None:
        row["contentLocation"] = located(who(one.place))
    if one.day != Window():
        low, high = one.day.earliest, one.day.latest
        ends = [".." if day is None else day.isoformat() for day in (low, high)]
        row["temporalCoverage"] = ends[0] if low == high else "/".join(ends)
    return row
