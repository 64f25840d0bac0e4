"""The calendar: read back by a reader of calendars, and line by line as RFC 5545 asks."""

from datetime import date, timedelta
from functools import cache

import pytest
from icalendar import Calendar, Event

from tests.exports.opened import NAMES, export, opened
from waqai.exports.days import drawn
from waqai.exports.ics import changes, when
from waqai.exports.proof import latest_first, proofs
from waqai.model.chronicle import Announcement, Outcome, Step, TellingKey, Window
from waqai.model.events import Status

_DAY = date(2025, 8, 15)


@cache
def _events(name: str, language: str) -> dict[str, Event]:
    calendar = Calendar.from_ical(export(name, "ics", language))
    assert isinstance(calendar, Calendar)
    events = calendar.walk("VEVENT")
    return {str(event["uid"]): event for event in events if isinstance(event, Event)}


def _announced(name: str) -> dict[str, Announcement]:
    due = (one for one in opened(name).announcements() if when(one) != Window())
    return {f"{one.happening}@waqai": one for one in due}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_lines_are_short_and_whole_letters(name: str, language: str) -> None:
    raw = export(name, "ics", language)
    assert raw.endswith(b"\r\n")
    for line in raw.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(line) <= 75
        assert "\n" not in line.decode("utf-8")
        assert "\r" not in line.decode("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_a_property_that_rfc_5545_lets_stand_there(name: str) -> None:
    unfolded = export(name, "ics", "en").decode().replace("\r\n ", "").split("\r\n")[:-1]
    known = {
        "VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME"},
        "VEVENT": {
            "UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "TRANSP", "STATUS", "SUMMARY",
            "DESCRIPTION", "CATEGORIES", "LOCATION", "GEO", "URL",
        },
    }  # fmt: skip
    inside: list[tuple[str, set[str]]] = []
    for line in unfolded:
        key, _, value = line.partition(":")
        key = key.partition(";")[0]
        if key == "BEGIN":
            inside.append((value, set()))
        elif key == "END":
            component, seen = inside.pop()
            assert component == value
            assert seen >= ({"UID", "DTSTAMP", "DTSTART"} if value == "VEVENT" else {"VERSION"})
        else:
            component, seen = inside[-1]
            assert key in known[component]
            assert key not in seen
            seen.add(key)
            assert all(
                letter.isprintable() or letter in "\u200c\u200d\u200e\u200f" for letter in value
            )
    assert inside == []


@pytest.mark.parametrize("name", NAMES)
def test_what_was_announced_for_days_that_are_known_is_there_once(name: str) -> None:
    assert set(_events(name, "ar")) == set(_announced(name))
    assert export(name, "ics", "ar").count(b"BEGIN:VEVENT") == len(_announced(name))


@pytest.mark.parametrize("name", NAMES)
def test_an_event_spans_its_window_and_takes_nobodys_time(name: str) -> None:
    announced = _announced(name)
    for uid, event in _events(name, "ar").items():
        days = when(announced[uid])
        assert (event.start, event.end - timedelta(days=1)) == drawn(days)
        assert event["transp"] == "TRANSPARENT"


def test_a_window_is_told_in_the_summary() -> None:
    announced, events = _announced("sample"), _events("sample", "en")
    wide = [uid for uid, one in announced.items() if when(one).day is None]
    both = [
        uid
        for uid in wide
        if None not in (when(announced[uid]).earliest, when(announced[uid]).latest)
    ]
    assert both
    assert all("between " in str(events[uid]["summary"]) for uid in both)
    assert all("not before " in str(events[uid]["summary"]) for uid in wide if uid not in both)
    assert all(
        "between " not in str(events[uid]["summary"]) for uid in announced if uid not in wide
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_stamp_is_the_day_of_the_newest_story_that_tells_it(name: str) -> None:
    chronicle = opened(name)
    for uid, event in _events(name, "ar").items():
        happening = chronicle.happening(uid.partition("@")[0])
        (newest, *_) = latest_first(proofs(chronicle, happening.tellings))
        assert event.DTSTAMP.date() == newest.known_by
        assert newest.sentence in str(event["description"])


def test_both_languages_tell_the_same_events_by_their_own_headlines() -> None:
    arabic, english = _events("sample", "ar"), _events("sample", "en")
    assert list(arabic) == list(english)
    for uid, event in arabic.items():
        happening = opened("sample").happening(uid.partition("@")[0])
        assert str(event["summary"]).startswith(happening.headline_ar)
        assert str(english[uid]["summary"]).startswith(happening.headline_en)
        assert event["sequence"] == english[uid]["sequence"]


def test_a_held_event_stands_on_the_day_on_which_it_was_held() -> None:
    announced, events = _announced("sample"), _events("sample", "ar")
    held = [uid for uid, one in announced.items() if one.outcome is Outcome.HELD]
    assert held
    for uid in held:
        assert events[uid]["status"] == "CONFIRMED"
        assert events[uid].start == announced[uid].held_on
    open_still = [uid for uid, one in announced.items() if one.outcome is Outcome.POSTPONED]
    assert open_still
    assert {events[uid]["status"] for uid in open_still} == {"TENTATIVE"}


def _step(status: Status, due: date | None) -> Step:
    return Step(status, Window(_DAY, _DAY), Window(due, due), None, TellingKey("s", 0))


def test_the_sequence_counts_what_changed() -> None:
    later = _DAY + timedelta(days=7)
    steps = (
        _step(Status.PLANNED, _DAY),
        _step(Status.PLANNED, _DAY),  # told again
        _step(Status.POSTPONED, later),
        _step(Status.CANCELLED, None),
    )
    one = Announcement("h1", _DAY, None, Window(_DAY, _DAY), Outcome.CANCELLED, steps=steps)
    assert [changes(Announcement("h1", None, None, one.due, Outcome.OPEN, steps=steps[:n]))
            for n in range(5)] == [0, 0, 0, 1, 2]  # fmt: skip


def test_what_was_put_off_stands_where_it_was_put() -> None:
    moved = Window(_DAY + timedelta(days=7), _DAY + timedelta(days=9))
    due = Window(_DAY, _DAY)
    one = Announcement("h1", None, None, due, Outcome.POSTPONED, moved_to=moved)
    assert when(one) == moved
    assert when(Announcement("h1", None, None, due, Outcome.POSTPONED)) == due


def test_of_nothing_it_is_an_empty_calendar() -> None:
    assert not _events("empty", "ar")
