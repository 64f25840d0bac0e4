"""Which tellings are one thing in the world, and which are two that look alike."""

from dataclasses import replace
from datetime import date

import pytest

from tests.resolve.happenings.told import (
    PUTIN,
    TRUMP,
    ZELENSKY,
    happenings,
    joined,
    on,
    report,
    since,
    tell,
    until,
)
from waqai.model.chronicle import Telling, Window
from waqai.model.events import EventType, Status

ONE, TWO = ["a b"], ["a", "b"]


def call(day: Window | None, *, status: Status = Status.HAPPENED) -> Telling:
    return tell(EventType.CONSULT, "call", (TRUMP,), (PUTIN,), day=day, status=status)


def summit(
    day: Window | None, place: str | None = None, *, status: Status = Status.HAPPENED
) -> Telling:
    return tell(EventType.CONSULT, "summit", (TRUMP, PUTIN), day=day, place=place, status=status)


def strike(
    actors: tuple[str, ...],
    recipients: tuple[str, ...] = (),
    *,
    day: Window | None = None,
    place: str | None = None,
    kind: str = "air-strike",
    says: str = "",
) -> Telling:
    return tell(EventType.ASSAULT, kind, actors, recipients, day=day, place=place, says=says)


def pair(one: Telling, other: Telling, published: tuple[str, str] = ("8-16", "8-16")) -> list[str]:
    return joined(report("a", published[0], one), report("b", published[1], other))


# ── days ──────────────────────────────────────────────────────────────────────────────────


def test_two_calls_between_the_same_men_on_different_days_are_two() -> None:
    assert pair(call(on("8-6")), call(on("8-13"))) == TWO


def test_one_call_told_by_two_is_one() -> None:
    assert pair(call(on("8-6")), call(on("8-6"))) == ONE


def test_a_call_in_the_evening_of_one_place_is_the_next_day_elsewhere() -> None:
    assert pair(call(on("8-13")), call(on("8-14"))) == ONE


def test_air_strikes_of_two_nights_are_two() -> None:
    one = strike(("IL",), ("SY",), day=on("8-13"), place="damascus")
    other = strike(("IL",), ("SY",), day=on("8-14"), place="damascus")
    assert pair(one, other) == TWO


def test_air_strikes_of_one_night_are_one() -> None:
    raid = strike(("IL",), ("SY",), day=on("8-13"), place="damascus")
    assert pair(raid, raid) == ONE


def test_a_call_without_a_day_is_the_one_of_those_days_and_not_the_one_long_ago() -> None:
    told = report("c", "8-16", call(until("8-16")))
    near, far = report("a", "8-16", call(on("8-15"))), report("b", "5-2", call(on("5-1")))
    assert joined(near, far, told) == ["a c", "b"]


def test_a_chain_of_days_does_not_draw_two_calls_together() -> None:
    calls = [
        report(story, "8-20", call(on(day)))
        for story, day in zip("abc", ("8-13", "8-14", "8-15"), strict=True)
    ]
    together = joined(*calls)
    assert "a b c" not in together
    assert len(together) == 2


def test_a_call_and_a_meeting_face_to_face_are_two() -> None:
    met = tell(EventType.CONSULT, "meeting", (TRUMP,), (PUTIN,), day=on("8-15"))
    assert pair(call(on("8-15")), met) == TWO


# ── announced and held ────────────────────────────────────────────────────────────────────


def test_a_summit_announced_and_a_summit_held_are_one() -> None:
    planned = summit(on("8-9", "8-17"), status=Status.PLANNED)
    assert pair(planned, summit(on("8-15"), "alaska"), ("8-7", "8-16")) == ONE


def test_a_summit_that_the_announcing_story_names_in_passing_is_the_announced_one() -> None:
    planned = summit(on("8-9", "8-17"), status=Status.PLANNED)
    first = report("a", "8-7", planned, summit(until("8-7")))
    assert joined(first) == ["a a"]
    assert joined(first, report("b", "8-16", summit(on("8-15"), "alaska"))) == ["a a b"]


def test_a_summit_held_before_another_was_announced_is_another() -> None:
    planned = summit(on("8-15"), "alaska", status=Status.PLANNED)
    assert pair(summit(on("6-12"), "moscow"), planned, ("6-13", "8-7")) == TWO


def test_a_plan_put_back_by_some_weeks_is_the_same_plan() -> None:
    first = summit(on("8-15"), status=Status.PLANNED)
    later = summit(on("8-29"), status=Status.PLANNED)
    assert pair(first, later, ("8-7", "8-12")) == ONE


def test_a_plan_that_somebody_called_off_is_the_one_called_off() -> None:
    planned = summit(on("8-15"), "alaska", status=Status.PLANNED)
    assert pair(planned, summit(since("8-10"), status=Status.CANCELLED), ("8-7", "8-10")) == ONE


# ── places ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("anchorage", "alaska", True),
        ("alaska", "US", True),
        ("alaska", "alaska", True),
        ("moscow", "alaska", False),
        ("moscow", "US", False),
        ("washington", "alaska", False),
    ],
)
def test_a_place_may_lie_within_another_but_not_elsewhere(one: str, other: str, same: bool) -> None:
    assert pair(summit(on("8-15"), one), summit(on("8-15"), other)) == (ONE if same else TWO)


# ── parties ───────────────────────────────────────────────────────────────────────────────


def test_a_president_and_the_country_that_he_acts_for_are_one_party() -> None:
    men = tell(EventType.CONSULT, "talks", (TRUMP,), (PUTIN,), day=on("8-15"), place="alaska")
    states = tell(EventType.CONSULT, "talks", ("US", "RU"), day=on("8-15"), place="alaska")
    assert pair(men, states) == ONE


def test_two_people_of_one_country_are_two_parties() -> None:
    with_trump = tell(EventType.CONSULT, "call", (TRUMP,), (PUTIN,), day=on("8-15"))
    with_rubio = tell(EventType.CONSULT, "call", ("rubio",), (PUTIN,), day=on("8-15"))
    assert pair(with_trump, with_rubio) == TWO


def test_who_stands_first_in_a_meeting_makes_no_difference() -> None:
    one = tell(EventType.CONSULT, "meeting", (TRUMP,), (ZELENSKY,), day=on("8-18"))
    other = tell(EventType.CONSULT, "meeting", (ZELENSKY,), (TRUMP,), day=on("8-18"))
    assert pair(one, other) == ONE


def test_who_strikes_whom_makes_all_the_difference() -> None:
    one = strike(("RU",), ("UA",), day=on("8-13"), kind="drone-attack")
    other = strike(("UA",), ("RU",), day=on("8-13"), kind="drone-attack")
    assert pair(one, other) == TWO


def test_an_army_acts_for_its_country() -> None:
    state = strike(("SY",), ("people#a",), day=on("8-13"), place="homs", kind="shelling")
    army = strike(("syrian_army",), ("people#b",), day=on("8-13"), place="homs", kind="shelling")
    assert pair(state, army) == ONE


def test_armed_groups_do_not_act_for_the_country_they_are_in() -> None:
    rebels = strike(("houthis",), ("IL",), day=on("8-13"), kind="missile-attack")
    state = strike(("YE",), ("IL",), day=on("8-13"), kind="missile-attack")
    assert pair(rebels, state) == TWO


def test_an_attacker_whom_one_does_not_name_may_be_the_one_whom_another_names() -> None:
    nameless = strike(("gunmen#a",), ("hamas",), day=on("8-13"), place="damascus", kind="attack")
    named = strike(("IL",), ("hamas",), day=on("8-13"), place="damascus", kind="attack")
    assert pair(nameless, named) == ONE


def test_two_attackers_who_are_named_are_two_attacks() -> None:
    one = strike(("IL",), day=on("8-13"), place="damascus")
    other = strike(("FR",), day=on("8-14"), place="damascus")
    assert pair(one, other) == TWO


def test_who_strikes_and_who_is_struck_are_no_two_strikes() -> None:
    doer = report("a", "8-13", strike(("IL",), (), day=on("8-13"), place="homs"))
    both = report("b", "8-13", strike(("IL",), ("syrian_army",), day=on("8-13"), place="homs"))
    bearer = report("c", "8-13", strike((), ("syrian_army",), day=on("8-13"), place="homs"))
    assert joined(doer, both, bearer) == ["a b c"]


def test_what_is_returned_in_kind_is_two_things() -> None:
    ours = tell(EventType.SANCTION, "expulsion", ("FR",), ("RU",), day=on("8-13"))
    theirs = tell(EventType.SANCTION, "expulsion", (), ("FR",), day=on("8-13"))
    assert pair(ours, theirs) == TWO


def test_an_army_strikes_here_and_there_in_one_week() -> None:
    one = strike(("houthis",), (), day=until("8-13"), place="YE", kind="attack")
    other = strike(("houthis",), (), day=until("8-14"), place="YE", kind="attack")
    assert pair(one, other, ("8-13", "8-14")) == TWO


def test_two_who_meet_are_not_the_round_of_eight() -> None:
    two = tell(EventType.CONSULT, "talks", ("FR", "RU"), day=on("8-13"))
    eight = tell(EventType.CONSULT, "talks", ("FR", "RU", "US", "IR", "SY"), day=on("8-13"))
    assert pair(two, eight) == TWO


def test_an_undated_page_does_not_draw_the_calls_of_two_seasons_together() -> None:
    winter = report("a", "2-12", call(on("2-12")))
    autumn = report("b", "10-17", call(until("10-17")))
    undated = report("c", None, call(until("11-24")))
    assert "a b c" not in joined(winter, autumn, undated)


def test_a_summit_of_one_town_is_one_though_one_leader_alone_is_named() -> None:
    both = summit(on("8-15"), "anchorage")
    one = tell(EventType.CONSULT, "summit", (TRUMP,), day=until("8-16"), place="anchorage")
    assert pair(both, one) == ONE


GASSED = "اتهمت فرنسا روسيا بالوقوف وراء تسميم العميل السابق في منزله"
FLEET = "اتهمت فرنسا روسيا بخرق مياهها الإقليمية بسفن حربية قبالة بريست"


@pytest.mark.parametrize(("says", "same"), [(GASSED, True), (FLEET, False)])
def test_what_is_said_again_in_like_words_is_the_same(says: str, same: bool) -> None:
    one = tell(EventType.ACCUSE, "accusation", ("FR",), ("RU",), day=on("8-4"), says=GASSED)
    again = tell(EventType.ACCUSE, "accusation", ("FR",), ("RU",), day=until("8-12"), says=says)
    assert pair(one, again, ("8-4", "8-12")) == (ONE if same else TWO)


# ── what is well known ────────────────────────────────────────────────────────────────────


def gas(day: Window | None, place: str = "homs", actors: tuple[str, ...] = ()) -> Telling:
    return strike(actors, (), day=day, place=place, kind="chemical-attack")


def test_a_landmark_is_told_again_on_the_day_of_the_saying() -> None:
    first, again = report("a", "8-13", gas(on("8-13"))), report("b", "8-15", gas(on("8-15")))
    assert joined(first, again) == ONE
    assert happenings(first, again)[0].day == on("8-13")


def test_a_landmark_of_another_place_or_of_weeks_later_is_another() -> None:
    assert pair(gas(on("8-13")), gas(on("8-15"), "damascus"), ("8-13", "8-15")) == TWO
    assert pair(gas(on("8-13")), gas(on("9-15")), ("8-13", "9-15")) == TWO


def test_a_landmark_is_one_whoever_is_said_to_have_done_it() -> None:
    assert pair(gas(on("8-13"), actors=("SY",)), gas(on("8-13"), actors=("houthis",))) == ONE


def test_what_three_do_together_is_told_again_without_its_day() -> None:
    three = ("US", "FR", "IL")
    first = report("a", "8-13", strike(three, ("SY",), day=on("8-13"), place="SY"))
    again = report("b", "8-18", strike(three, ("SY",), day=until("8-18"), place="SY"))
    assert joined(first, again) == ONE


def test_a_noun_without_a_day_means_the_summit_to_come() -> None:
    ahead = report("a", "8-2", summit(on("8-15", "8-20"), status=Status.PLANNED))
    named = replace(summit(until("8-5")), cue="القمة")
    assert joined(ahead, report("b", "8-5", named)) == ONE
    [one] = happenings(ahead, report("b", "8-5", named))
    assert (one.status, one.day) == (Status.PLANNED, on("8-15", "8-20"))


# ── little told ───────────────────────────────────────────────────────────────────────────


def test_nameless_tellings_of_two_stories_do_not_join() -> None:
    one = strike(("people#a",), day=on("8-13"), kind="killing")
    other = strike(("people#b",), day=on("8-13"), kind="killing")
    assert pair(one, other) == TWO


def test_nameless_tellings_of_one_account_do() -> None:
    dead = strike((), (), day=on("8-13"), kind="killing")
    copies = [report(story, "8-13", dead, account="wire") for story in "ab"]
    assert joined(*copies) == ONE


HELD_UP = "اتهمت فرنسا شركات الشحن برفع أسعار نقل القمح قبل موسم الحصاد"
PRICES = "قالت فرنسا إن شركات الشحن ترفع أسعار نقل القمح قبل الحصاد"
VISAS = "انتقدت فرنسا تأخر منح تأشيرات الدراسة لطلاب الجامعات"


@pytest.mark.parametrize(("other", "same"), [(HELD_UP, True), (PRICES, True), (VISAS, False)])
def test_a_lone_party_joins_only_where_the_sentences_say_the_same(other: str, same: bool) -> None:
    one = tell(EventType.ACCUSE, "criticism", ("FR",), day=on("8-13"), says=HELD_UP)
    another = tell(EventType.ACCUSE, "criticism", ("FR",), day=on("8-13"), says=other)
    assert pair(one, another, ("8-13", "8-13")) == (ONE if same else TWO)


# ── laws ──────────────────────────────────────────────────────────────────────────────────


def test_the_id_stays_when_a_later_telling_comes() -> None:
    first = report("b", "8-14", call(on("8-13")))
    later = report("a", "8-16", call(on("8-13")))
    [alone], [both] = happenings(first), happenings(first, later)
    assert alone.id == both.id
    assert len(both.tellings) == 2


def test_no_report_tells_nothing() -> None:
    assert happenings() == ()
    assert happenings(report("a", "8-14")) == ()


def test_a_visit_put_off_and_held_on_the_later_day_is_one_visit() -> None:
    def visit(day: str, status: Status) -> Telling:
        return tell(
            EventType.CONSULT, "visit", (ZELENSKY,), ("FR",), day=on(day), status=status, place="FR"
        )

    told = [
        report("a", "2-15", visit("2-19", Status.PLANNED)),
        report("b", "2-18", visit("3-10", Status.POSTPONED)),
        report("c", "3-12", visit("3-10", Status.HAPPENED)),
    ]
    assert joined(*told) == ["a b c"]
    without = [told[0], told[2]]
    assert joined(*without) == ["a", "c"]


def test_a_window_of_years_does_not_reach_for_a_plan_of_half_a_year_ago() -> None:
    planned = summit(on("2-22", "3-2"), status=Status.PLANNED)
    since_long = summit(Window(date(2019, 6, 1), date(2025, 8, 16)))
    assert pair(planned, since_long, ("2-18", "8-16")) == TWO
    assert pair(summit(on("8-15")), since_long) == ONE
