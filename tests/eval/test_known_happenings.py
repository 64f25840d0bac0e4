"""Happenings of the record: how they are written, and what counts as found, split or merged."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from eval.happenings import SET, score
from eval.known_happenings import Known, is_that_day, read_known, tells_day
from waqai.model.chronicle import Happening, Report, Telling, TellingKey, Window
from waqai.model.events import EventType, Status
from waqai.model.findings import Findings
from waqai.model.names import Entity, EntityKind
from waqai.model.page import Span
from waqai.model.publication import Publication

KNOWN = {one.id: one for one in read_known()}
DAY = date(2018, 4, 4)
SUMMIT = KNOWN["ankara-summit"]
ALONE = KNOWN["putin-erdogan"]
THREE = ("vladimir_putin", "hassan_rouhani", "recep_tayyip_erdogan")
CAST = tuple(Entity(id, EntityKind.PERSON, id) for id in THREE)


def telling(story: str, day: Window, actors: tuple[str, ...] = THREE) -> Telling:
    key = TellingKey(story, 0)
    return Telling(
        key, Span(0, 4), EventType.CONSULT, "summit", Status.HAPPENED, "قمة", day, True, actors
    )


def findings(*groups: list[Telling]) -> Findings:
    """A chronicle of one happening for each group of tellings, which has the day of the first."""
    happenings = tuple(
        Happening(
            f"h{at}", EventType.CONSULT, "summit", group[0].status, group[0].day,
            group[0].actors, (), None, tuple(one.key for one in group),
        )
        for at, group in enumerate(groups)
    )  # fmt: skip
    published = Publication(DAY, DAY)
    reports = tuple(
        Report(one.key.story, one.key.story, None, published, one.key.story, (one,))
        for group in groups
        for one in group
    )
    return Findings(CAST, reports, {}, {}, happenings, (), (), ())


def counts(known: list[Known], found: Findings) -> dict[str, float]:
    return {
        measure: n for (set, measure, _), n in score(known, found).figures.items() if set == SET
    }


def days(first: date, last: date | None = None) -> Window:
    return Window(first, last or first)


def test_there_are_thirty_and_each_is_kept_apart_from_known_others_of_other_days_or_parties() -> (
    None
):
    assert len(KNOWN) == 30
    for one in KNOWN.values():
        for other in map(KNOWN.__getitem__, one.apart):
            assert one.id in other.apart
            assert (one.day, one.parties, one.types, one.kinds, one.statuses) != (
                other.day, other.parties, other.types, other.kinds, other.statuses,
            )  # fmt: skip


def test_types_and_states_are_those_that_events_have() -> None:
    for one in KNOWN.values():
        assert one.types <= {type.value for type in EventType}
        assert one.statuses <= {status.value for status in Status}
        assert one.parties or one.place
        assert one.note


@pytest.mark.parametrize(
    ("ours", "tells", "exact"),
    [
        (days(DAY), True, True),
        (days(DAY - timedelta(1), DAY + timedelta(1)), True, False),
        (days(DAY - timedelta(2), DAY + timedelta(1)), False, False),
        (days(DAY + timedelta(1)), False, False),
        (Window(None, DAY), False, False),
    ],
)
def test_three_days_tell_a_day_and_four_do_not(ours: Window, tells: bool, exact: bool) -> None:
    assert tells_day(ours, SUMMIT.day) is tells
    assert is_that_day(ours, SUMMIT.day) is exact


def test_what_was_to_come_within_weeks_may_be_told_as_weeks() -> None:
    due = KNOWN["trump-kim"].day
    assert is_that_day(days(date(2018, 5, 21), date(2018, 5, 31)), due)
    assert not tells_day(days(date(2018, 4, 21), date(2018, 5, 31)), due)


def test_a_happening_with_all_its_parties_on_its_day_is_found() -> None:
    found = findings([telling(f"s{n}", days(DAY)) for n in range(3)])
    assert counts([SUMMIT], found) == {"found": 1, "on_the_day": 1, "split": 0, "merged": 0}


def test_a_party_too_few_or_another_state_is_missed_and_the_nearest_is_shown() -> None:
    planned = replace(telling("s", days(DAY)), status=Status.PLANNED)
    for wrong in (telling("s", days(DAY), THREE[:2]), planned):
        report = score([SUMMIT], findings([wrong]))
        assert report.figures[SET, "found", "count"] == 0
        assert report.misses[0].startswith("missed ankara-summit (2018-04-04)")
    assert "planned 2018-04-04" in report.misses[1]


def test_two_of_ours_with_three_tellings_each_are_split_and_a_slip_of_one_is_not() -> None:
    whole = [telling(f"s{n}", days(DAY)) for n in range(3)]
    again = [telling(f"t{n}", days(DAY)) for n in range(3)]
    assert counts([SUMMIT], findings(whole, again))["split"] == 1
    assert counts([SUMMIT], findings(whole, again[:1]))["split"] == 0


def test_one_of_ours_that_two_stories_each_tell_of_two_known_ones_is_merged() -> None:
    before = days(DAY - timedelta(1))
    mixed = [telling(f"s{n}", days(DAY)) for n in range(2)]
    mixed += [telling(f"t{n}", before, THREE[::2]) for n in range(2)]
    assert counts([SUMMIT, ALONE], findings(mixed))["merged"] == 1
    assert counts([SUMMIT, ALONE], findings(mixed[:3]))["merged"] == 0


def test_who_did_it_and_to_whom_is_asked_where_the_record_says_so() -> None:
    expels = KNOWN["uk-expels"]
    cast = tuple(Entity(id, EntityKind.COUNTRY, id, country=id) for id in ("GB", "RU"))
    told = replace(
        telling("s", expels.day, ("GB",)),
        type=EventType.SANCTION, kind="expulsion", recipients=("RU",),
    )  # fmt: skip
    for one, count in ((told, 1), (replace(told, actors=("RU",), recipients=("GB",)), 0)):
        made = findings([one])
        happening = replace(
            made.happenings[0], type=one.type, kind=one.kind, recipients=one.recipients
        )
        made = replace(made, entities=cast, happenings=(happening,))
        assert counts([expels], made)["found"] == count
