"""Announcements: what was told before its time, by whom, when it was due, what came of it."""

from tests.resolve.happenings.told import (
    ENTITIES,
    PUTIN,
    TRUMP,
    ZELENSKY,
    happenings,
    on,
    report,
    since,
    tell,
    until,
)
from waqai.chronicle.announcements import announcements
from waqai.model.chronicle import Announcement, Outcome, Report, Telling, Window
from waqai.model.events import EventType, Status

PLANNED, HELD = Status.PLANNED, Status.HAPPENED
Turn = tuple[Status, str]


def summit(
    status: Status, day: Window | None = None, *, told_by: str | None = None, place: str = "alaska"
) -> Telling:
    return tell(
        EventType.CONSULT,
        "summit",
        (TRUMP, PUTIN),
        day=day,
        status=status,
        place=place,
        told_by=told_by,
    )


def announced(*reports: Report) -> list[Announcement]:
    tellings = {one.key: one for told in reports for one in told.tellings}
    found = happenings(*reports)
    return list(announcements(found, tellings, {one.id: one for one in reports}))


def turns(one: Announcement) -> list[Turn]:
    return [(step.status, step.telling.story) for step in one.steps]


def test_what_was_only_told_as_past_was_not_announced() -> None:
    assert not announced(report("a", "8-16", summit(HELD, on("8-15"))))


def test_an_announcement_has_its_day_its_speaker_and_its_window() -> None:
    [one] = announced(report("a", "8-7", summit(PLANNED, on("8-9", "8-17"), told_by=TRUMP)))
    assert (one.announced_on, one.announced_by) == (on("8-7").day, TRUMP)
    assert one.due == on("8-9", "8-17")
    assert one.outcome is Outcome.OPEN
    assert (one.held_on, one.moved_to) == (None, None)


def test_the_day_of_an_announcement_whose_story_has_none_is_not_known() -> None:
    [one] = announced(report("a", None, summit(PLANNED, on("8-15"))))
    assert one.announced_on is None


def test_the_first_who_is_known_to_have_announced_it_did() -> None:
    [one] = announced(
        report("a", "8-7", summit(PLANNED, on("8-9", "8-17"))),
        report("b", "8-8", summit(PLANNED, on("8-15"), told_by=PUTIN)),
        report("c", "8-9", summit(PLANNED, on("8-15"), told_by=TRUMP)),
    )
    assert (one.announced_on, one.announced_by) == (on("8-7").day, PUTIN)
    assert one.due == on("8-15")


def test_held_with_its_day() -> None:
    [one] = announced(
        report("a", "8-7", summit(PLANNED, on("8-9", "8-17"))),
        report("b", "8-16", summit(HELD, on("8-15"))),
    )
    assert (one.outcome, one.held_on) == (Outcome.HELD, on("8-15").day)
    assert one.due == on("8-9", "8-17")
    assert turns(one) == [(PLANNED, "a"), (HELD, "b")]


def test_a_noun_in_passing_of_the_announcing_story_is_no_turn() -> None:
    first = report("a", "8-7", summit(PLANNED, on("8-9", "8-17")), summit(HELD, until("8-7")))
    [one] = announced(first)
    assert (one.outcome, turns(one)) == (Outcome.OPEN, [(PLANNED, "a")])
    [one] = announced(first, report("b", "8-16", summit(HELD, on("8-15"))))
    assert (one.outcome, turns(one)) == (Outcome.HELD, [(PLANNED, "a"), (HELD, "b")])


def test_called_off_and_put_back_on_all_its_turns_are_kept_in_order() -> None:
    told = [
        report("d", "8-7", summit(PLANNED, on("8-15"))),
        report("c", "8-11", summit(Status.CANCELLED, on("8-15"))),
        report("b", "8-13", summit(PLANNED, on("8-15"))),
        report("a", "8-16", summit(HELD, on("8-15"))),
    ]
    outcomes = [announced(*told[:many])[0].outcome for many in (1, 2, 3, 4)]
    assert outcomes == [Outcome.OPEN, Outcome.CANCELLED, Outcome.OPEN, Outcome.HELD]
    [one] = announced(*told)
    assert turns(one) == [(PLANNED, "d"), (Status.CANCELLED, "c"), (PLANNED, "b"), (HELD, "a")]
    assert one.held_on == on("8-15").day


def test_called_off_without_a_day_is_called_off() -> None:
    [one] = announced(
        report("a", "8-7", summit(PLANNED, on("8-15"))),
        report("b", "8-11", summit(Status.CANCELLED, since("8-11"))),
    )
    assert one.outcome is Outcome.CANCELLED
    assert one.due == on("8-15")


def test_put_off_with_its_new_window() -> None:
    told = [
        report("a", "8-7", summit(PLANNED, on("8-15"))),
        report("b", "8-12", summit(Status.POSTPONED, on("8-20", "8-27"))),
    ]
    [one] = announced(*told)
    assert (one.outcome, one.moved_to) == (Outcome.POSTPONED, on("8-20", "8-27"))
    assert one.due == on("8-15")
    [one] = announced(*told, report("c", "8-24", summit(HELD, on("8-23"))))
    assert (one.outcome, one.held_on, one.moved_to) == (Outcome.HELD, on("8-23").day, None)
    assert turns(one) == [(PLANNED, "a"), (Status.POSTPONED, "b"), (HELD, "c")]


def test_put_off_to_a_time_that_nobody_tells() -> None:
    [one] = announced(
        report("a", "8-7", summit(PLANNED, on("8-15"))),
        report("b", "8-12", summit(Status.POSTPONED)),
    )
    assert (one.outcome, one.moved_to) == (Outcome.POSTPONED, None)


def test_missed_when_its_time_passed_and_a_later_story_says_that_it_was_not_held() -> None:
    [one] = announced(
        report("a", "8-7", summit(PLANNED, on("8-15"))),
        report("b", "8-20", summit(Status.FAILED, on("8-15"))),
    )
    assert one.outcome is Outcome.MISSED
    assert one.held_on is None


def test_a_denial_before_its_time_leaves_it_open() -> None:
    [one] = announced(
        report("a", "8-7", summit(PLANNED, on("8-15"))),
        report("b", "8-9", summit(Status.DENIED, on("8-15"), told_by=PUTIN)),
    )
    assert one.outcome is Outcome.OPEN
    assert turns(one) == [(PLANNED, "a"), (Status.DENIED, "b")]


def test_its_time_alone_does_not_make_it_missed() -> None:
    [one] = announced(
        report("a", "8-7", summit(PLANNED, on("8-15"))),
        report("b", "9-20", tell(EventType.CONSULT, "call", (TRUMP, ZELENSKY), day=on("9-19"))),
    )
    assert one.outcome is Outcome.OPEN


def test_what_is_told_again_without_a_change_is_no_turn() -> None:
    told = [report(s, day, summit(PLANNED, on("8-15"))) for s, day in (("a", "8-7"), ("b", "8-8"))]
    [one] = announced(*told)
    assert turns(one) == [(PLANNED, "a")]


def test_each_turn_says_when_it_was_then_due_and_who_said_so() -> None:
    [one] = announced(
        report("a", "8-7", summit(PLANNED, on("8-15"), told_by=TRUMP)),
        report("b", "8-12", summit(Status.POSTPONED, on("8-22"), told_by="RU")),
    )
    assert [(step.on, step.due, step.by) for step in one.steps] == [
        (on("8-7"), on("8-15"), TRUMP),
        (on("8-12"), on("8-22"), "RU"),
    ]
    assert {step.by for step in one.steps} <= set(ENTITIES)


def test_an_announcement_belongs_to_the_happening_that_it_announced() -> None:
    told = (
        report("a", "8-7", summit(PLANNED, on("8-15"))),
        report("b", "8-16", summit(HELD, on("8-15"))),
    )
    assert [one.happening for one in announced(*told)] == [one.id for one in happenings(*told)]


def test_what_is_done_with_words_is_not_announced() -> None:
    vow = tell(EventType.THREATEN, "warning", (TRUMP,), (PUTIN,), status=PLANNED, day=on("8-9"))
    assert not announced(report("a", "8-7", vow))


def test_what_is_told_on_its_day_as_going_on_was_not_announced() -> None:
    held = report("a", "8-15", summit(HELD, on("8-15")))
    assert not announced(held, report("b", "8-15", summit(PLANNED, since("8-15"))))
    assert announced(held, report("c", "8-15", summit(PLANNED, on("8-15"))))


def test_the_day_on_which_it_was_spoken_of_does_not_move_it() -> None:
    ahead = report("a", "8-7", summit(PLANNED, on("8-15")))
    [one] = announced(ahead, report("b", "8-14", summit(PLANNED, on("8-14"))))
    assert one.due == on("8-15")
