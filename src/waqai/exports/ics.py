"""Announced events as a calendar to subscribe to (iCalendar, RFC 5545), days only.

docs/exports_linked.md tells what stands for what.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from icalendar import Calendar, Event

from waqai.exports.clean_text import one_line
from waqai.exports.days import drawn
from waqai.exports.phrases import Language, Phrases
from waqai.exports.proof import Proof, each_once, latest_first, proofs, told_by
from waqai.model.chronicle import Announcement, Happening, Outcome, Window
from waqai.model.events import Status
from waqai.model.names import Entity
from waqai.store.queries import gathering
from waqai.store.reading import Chronicle

_SHOWN = 3  # sentences in a description
_LATEST = date.max - timedelta(days=1)  # the end of an all-day event is the day after
_OFF = frozenset({Status.CANCELLED, Status.DENIED, Status.FAILED})
_STATUS = {
    Outcome.HELD: "CONFIRMED",
    Outcome.CANCELLED: "CANCELLED",
    Outcome.MISSED: "CANCELLED",
    Outcome.POSTPONED: "TENTATIVE",
    Outcome.OPEN: "TENTATIVE",
}


def pieces(chronicle: Chronicle, language: Language = Language.ARABIC) -> Iterator[bytes]:
    """The calendar in UTF-8, an event a piece, in the order of their ids.

    What is due on a day of which nothing is known stands in no calendar.
    """
    phrases = Phrases(language)
    head, end = _frame(phrases)
    yield head
    announced = {one.happening: one for one in chronicle.announcements()}
    for id, happening in gathering.happenings(chronicle.connection):
        announcement = announced.get(id)
        if announcement is not None and (days := when(announcement)) != Window():
            yield _event(chronicle, phrases, happening, announcement, days).to_ical()
    yield end


def when(one: Announcement) -> Window:
    """The day it was held, else the days to which it was put off, else those on which it is due."""
    if one.held_on is not None:
        return Window(one.held_on, one.held_on)
    if one.outcome is Outcome.POSTPONED and one.moved_to not in (None, Window()):
        assert one.moved_to is not None
        return one.moved_to
    return one.due


def changes(one: Announcement) -> int:
    """How often its history changed what is known of it: when it is due, or whether it is."""
    told = [(step.status, step.due) for step in one.steps]
    return sum(before != after for before, after in pairwise(told))


def _frame(phrases: Phrases) -> tuple[bytes, bytes]:
    """What stands before the events and behind them."""
    calendar = Calendar()
    calendar.add("prodid", f"-//waqai//waqai//{phrases.language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", phrases.word("announced"))
    end = b"END:VCALENDAR\r\n"
    return calendar.to_ical().removesuffix(end), end


def _event(
    chronicle: Chronicle,
    phrases: Phrases,
    happening: Happening,
    announcement: Announcement,
    days: Window,
) -> Event:
    shown = latest_first(proofs(chronicle, happening.tellings))
    stamp = datetime.combine(shown[0].known_by, time(), UTC)
    first, last = (min(day, _LATEST) for day in drawn(days))
    event = Event()
    event.add("uid", f"{happening.id}@waqai")
    event.add("dtstamp", stamp)
    event.add("sequence", changes(announcement))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # an event of the world takes nobody's time
    event.add("status", _status(happening, announcement))
    event.add("summary", _summary(phrases, happening, announcement, days))
    event.add("description", "\n".join(_description(phrases, announcement, shown)))
    event.add("categories", [phrases.type(happening.type.value)])
    if happening.place is not None:
        _locate(event, chronicle.entity(happening.place), phrases)
    if url := next((proof.url for proof in shown if proof.url), None):
        event.add("url", url)
    return event


def _status(happening: Happening, announcement: Announcement) -> str:
    off = announcement.outcome is Outcome.OPEN and happening.status in _OFF
    return "CANCELLED" if off else _STATUS[announcement.outcome]


def _summary(
    phrases: Phrases, happening: Happening, announcement: Announcement, days: Window
) -> str:
    """The headline; with its window where the day is not known, for no calendar can show one."""
    about = [phrases.headline(happening)]
    if announcement.outcome is Outcome.MISSED:
        about.append(phrases.word("missed"))
    if days.day is None:
        about.append(phrases.window(days))
    if announcement.outcome is Outcome.POSTPONED and announcement.moved_to in (None, Window()):
        about.append(phrases.word("moved"))
    head, *notes = about
    comma = "، " if phrases.language is Language.ARABIC else ", "
    return f"{head} ({comma.join(notes)})" if notes else head


def _description(phrases: Phrases, announcement: Announcement, shown: list[Proof]) -> Iterator[str]:
    """The history of the announcement, then the newest sentences with their sources."""
    yield f"{phrases.word('history')}:"
    for step in announcement.steps:
        due = "" if step.due == Window() else f" ({phrases.window(step.due)})"
        yield f"- {phrases.window(step.on)}: {phrases.status(step.status.value)}{due}"
    for proof in each_once(shown)[:_SHOWN]:
        yield ""
        yield from told_by(proof)


def _locate(event: Event, place: Entity, phrases: Phrases) -> None:
    event.add("location", one_line(phrases.name(place)))
    if place.latitude is not None and place.longitude is not None:
        event.add("geo", (place.latitude, place.longitude))
