"""What a happening says of itself: the best supported values, all values, and who tells it."""

from dataclasses import replace
from fractions import Fraction

from tests.resolve.happenings.told import (
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
from waqai.model.chronicle import Figure, Happening, Slot, Telling, TellingKey, Window
from waqai.model.events import EventType, Status


def summit(
    day: Window | None = None,
    place: str | None = "alaska",
    *,
    status: Status = Status.HAPPENED,
    kind: str = "summit",
    parties: tuple[str, ...] = (TRUMP, PUTIN),
) -> Telling:
    return tell(EventType.CONSULT, kind, parties, day=day, place=place, status=status)


def raid(toll: int, day: str = "8-13") -> Telling:
    dead = Figure(Fraction(toll), Fraction(toll), None, "قتيلا")
    return tell(
        EventType.ASSAULT,
        "air-strike",
        ("IL",),
        ("SY",),
        day=on(day),
        place="homs",
        figures=(dead,),
    )


def values(one: Happening, slot: Slot) -> dict[str, list[str]]:
    """The values of a slot with the stories that give them."""
    return {v.value: [key.story for key in v.tellings] for v in one.values if v.slot is slot}


def test_near_copies_count_once() -> None:
    told = [report(story, "8-16", summit(on("8-15")), account="wire") for story in "abc"]
    [one] = happenings(*told, report("d", "8-16", summit(on("8-15"))))
    assert (one.stories, one.accounts) == (4, 2)


def test_a_value_that_three_copies_give_is_outweighed_by_two_who_write_for_themselves() -> None:
    copies = [report(story, "8-16", summit(on("8-15"), "US"), account="wire") for story in "abc"]
    others = [report(story, "8-17", summit(on("8-15"), "anchorage")) for story in "de"]
    [one] = happenings(*copies, *others)
    assert one.place == "anchorage"
    assert values(one, Slot.PLACE) == {"US": ["a", "b", "c"], "anchorage": ["d", "e"]}


def test_the_smaller_of_two_places_is_where_it_was() -> None:
    told = (
        report("a", "8-16", summit(on("8-15"), "alaska")),
        report("b", "8-16", summit(on("8-15"), "anchorage")),
    )
    assert [one.place for one in happenings(*told)] == ["anchorage"]


def test_the_days_that_all_can_mean_are_its_days() -> None:
    told = [
        report("a", "8-16", summit(on("8-11", "8-17"))),
        report("b", "8-17", summit(on("8-15"))),
        report("c", "8-16", summit(until("8-16"))),
    ]
    [one] = happenings(*told)
    assert one.day == on("8-15")
    assert values(one, Slot.DAY) == {
        "2025-08-11/2025-08-17": ["a"],
        "../2025-08-16": ["c"],
        "2025-08-15": ["b"],
    }


def test_of_two_days_the_one_that_most_accounts_give_is_its_day() -> None:
    told = [report("a", "8-16", summit(on("8-16")))]
    told += [report(story, "8-17", summit(on("8-15"))) for story in "bc"]
    [one] = happenings(*told)
    assert one.day == on("8-15")
    assert values(one, Slot.DAY) == {"2025-08-16": ["a"], "2025-08-15": ["b", "c"]}


def test_a_plain_word_for_it_gives_way_to_a_finer_one() -> None:
    told = [report(story, "8-16", summit(on("8-15"), kind="talks")) for story in "ab"]
    [one] = happenings(*told, report("c", "8-16", summit(on("8-15"))))
    assert one.kind == "summit"


def test_a_party_whom_hardly_anybody_names_is_not_believed_but_kept() -> None:
    told = [report(f"a{n}", "8-16", summit(on("8-15"))) for n in range(5)]
    [one] = happenings(
        *told, report("b", "8-16", summit(on("8-15"), parties=(TRUMP, PUTIN, ZELENSKY)))
    )
    assert set(one.actors) == {TRUMP, PUTIN}
    assert values(one, Slot.ACTORS)[ZELENSKY] == ["b"]


def test_a_country_beside_the_man_who_acts_for_it_is_one_party() -> None:
    told = [
        report("a", "8-16", summit(on("8-15"))),
        report("b", "8-16", summit(on("8-15"), parties=("US", "RU"))),
        report("c", "8-16", summit(on("8-15"))),
    ]
    [one] = happenings(*told)
    assert set(one.actors) == {TRUMP, PUTIN}


def test_every_figure_is_kept_with_who_gives_it() -> None:
    [one] = happenings(report("a", "8-13", raid(12)), report("b", "8-14", raid(15)))
    assert values(one, Slot.FIGURES) == {"12 قتيلا": ["a"], "15 قتيلا": ["b"]}


def test_what_was_planned_and_then_told_as_past_has_happened() -> None:
    told = [
        report("a", "8-7", summit(on("8-9", "8-17"), None, status=Status.PLANNED)),
        report("b", "8-16", summit(on("8-15"))),
    ]
    [one] = happenings(*told)
    assert (one.status, one.day) == (Status.HAPPENED, on("8-15"))
    assert values(one, Slot.STATUS) == {"planned": ["a"], "happened": ["b"]}


def test_a_noun_in_passing_does_not_make_a_plan_a_fact() -> None:
    planned = summit(on("8-9", "8-17"), None, status=Status.PLANNED)
    [one] = happenings(report("a", "8-7", planned, summit(until("8-7"), None)))
    assert one.status is Status.PLANNED
    assert one.day == on("8-9", "8-17")


def test_the_last_word_on_what_did_not_happen_yet_stands() -> None:
    told = [
        report("a", "8-7", summit(on("8-15"), status=Status.PLANNED)),
        report("b", "8-10", summit(on("8-15"), status=Status.CANCELLED)),
    ]
    assert [one.status for one in happenings(*told)] == [Status.CANCELLED]
    again = report("c", "8-12", summit(on("8-15"), status=Status.PLANNED))
    assert [one.status for one in happenings(*told, again)] == [Status.PLANNED]


def test_tellings_stand_in_the_order_in_which_they_were_published() -> None:
    told = [
        report(s, day, summit(on("8-15")))
        for s, day in (("a", "8-19"), ("b", "8-16"), ("c", "8-18"))
    ]
    [one] = happenings(*told)
    assert one.tellings == tuple(TellingKey(story, 0) for story in "bca")


def test_what_is_not_known_stays_unknown() -> None:
    [one] = happenings(report("a", None, tell(EventType.CONSULT, "talks", (TRUMP, PUTIN))))
    assert (one.day, one.place, one.recipients) == (Window(), None, ())
    assert not values(one, Slot.DAY)
    [open_] = happenings(
        report("a", None, tell(EventType.CONSULT, "talks", ("US", "RU"), day=since("8-1")))
    )
    assert values(open_, Slot.DAY) == {"2025-08-01/..": ["a"]}


def test_who_is_not_named_stands_where_nobody_is_named() -> None:
    [one] = happenings(
        report("a", "8-13", tell(EventType.ASSAULT, "attack", ("gunmen#a",), ("hamas",)))
    )
    assert (one.actors, one.recipients) == ((), ("hamas",))
    [one] = happenings(report("a", "8-13", tell(EventType.ASSAULT, "attack", ("gunmen#a",))))
    assert one.actors == ("gunmen#a",)


def visit(kind: str, actors: tuple[str, ...], recipients: tuple[str, ...] = ()) -> Telling:
    return tell(EventType.CONSULT, kind, actors, recipients, day=on("8-15"), place="moscow")


def test_of_a_visit_the_host_is_visited_whoever_is_named_first() -> None:
    one_of_them = report("a", "8-16", visit("visit", (TRUMP, PUTIN)))
    [one] = happenings(one_of_them, report("b", "8-16", visit("visit", (TRUMP,), (PUTIN,))))
    assert (one.actors, one.recipients) == ((TRUMP,), (PUTIN,))


def test_whom_the_talks_of_a_visit_add_is_visited() -> None:
    came = report("a", "8-16", visit("visit", (TRUMP,)), visit("talks", (PUTIN, TRUMP)))
    [one] = happenings(came, report("b", "8-16", visit("visit", (TRUMP,))))
    assert (one.kind, one.actors, one.recipients) == ("visit", (TRUMP,), (PUTIN,))


def test_the_noun_alone_does_not_outweigh_those_who_say_that_it_is_to_come() -> None:
    named = replace(summit(until("8-4"), place=None), cue="لقاء")
    ahead = summit(since("8-3"), place=None, status=Status.PLANNED)
    [one] = happenings(report("a", "8-3", ahead), report("b", "8-4", named))
    assert one.status is Status.PLANNED


def test_a_finer_word_that_hardly_anybody_uses_is_not_believed() -> None:
    told = [report(f"a{n}", "8-16", summit(on("8-15"), kind="talks")) for n in range(5)]
    [one] = happenings(*told, report("b", "8-16", summit(on("8-15"))))
    assert one.kind == "talks"
