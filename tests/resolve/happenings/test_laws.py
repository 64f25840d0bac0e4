"""Laws of joining: order makes no difference, and every telling belongs to just one happening."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.happenings.told import (
    ENTITIES,
    PUTIN,
    TRUMP,
    ZELENSKY,
    different,
    happenings,
    on,
    report,
    same,
    since,
    tell,
    until,
)
from waqai.model.chronicle import Judgement, Report, Slot, TellingKey
from waqai.model.events import EventType, Status
from waqai.resolve.happenings import find_happenings

PARTIES = st.lists(
    st.sampled_from((TRUMP, PUTIN, ZELENSKY, "US", "RU", "SY", "hamas", "gunmen#a")),
    max_size=2,
    unique=True,
)
KINDS = st.sampled_from(
    (
        (EventType.CONSULT, "summit"),
        (EventType.CONSULT, "call"),
        (EventType.CONSULT, "talks"),
        (EventType.ASSAULT, "attack"),
        (EventType.ASSAULT, "air-strike"),
        (EventType.ASSAULT, "war"),
        (EventType.ACCUSE, "accusation"),
    )
)
DAYS = st.sampled_from(
    (None, on("8-13"), on("8-14"), on("8-15"), on("8-9", "8-17"), until("8-16"), since("8-12"))
)
TELLINGS = st.builds(
    lambda kind, actors, recipients, day, status, place, says: tell(
        kind[0], kind[1], actors, recipients, day=day, status=status, place=place, says=says
    ),
    KINDS,
    PARTIES,
    PARTIES,
    DAYS,
    st.sampled_from((Status.HAPPENED, Status.HAPPENED, Status.PLANNED, Status.CANCELLED)),
    st.sampled_from((None, "alaska", "anchorage", "moscow")),
    st.sampled_from(("", "قصف ليلي على الميناء", "قصف ليلي قرب الميناء القديم")),
)
REPORTS = st.lists(
    st.tuples(
        st.sampled_from(("8-7", "8-14", "8-16", "9-4", None)),
        st.lists(TELLINGS, max_size=3),
        st.sampled_from((None, "wire")),
    ),
    max_size=7,
).map(
    lambda rows: [
        report(f"s{at}", published, *told, account=account)
        for at, (published, told, account) in enumerate(rows)
    ]
)


def _judgements(data: st.DataObject, reports: list[Report]) -> list[Judgement]:
    keys = [f"{t.key.story}#{t.key.event}" for one in reports for t in one.tellings] or ["x#0"]
    pairs = st.lists(
        st.tuples(st.sampled_from(keys), st.sampled_from(keys), st.booleans()), max_size=4
    )
    return [
        same(first, second) if one else different(first, second)
        for first, second, one in data.draw(pairs)
        if first != second
    ]


@settings(deadline=None)  # the knowledge is read in the first example
@given(REPORTS, st.data())
def test_order_makes_no_difference(reports: list[Report], data: st.DataObject) -> None:
    judged = _judgements(data, reports)
    shuffled = find_happenings(
        data.draw(st.permutations(reports)), ENTITIES, data.draw(st.permutations(judged))
    )
    assert shuffled == find_happenings(reports, ENTITIES, judged)


@settings(deadline=None)
@given(REPORTS, st.data())
def test_every_telling_belongs_to_just_one_happening(
    reports: list[Report], data: st.DataObject
) -> None:
    found = happenings(*reports, judgements=_judgements(data, reports))
    told = [key for one in found for key in one.tellings]
    assert Counter(told) == Counter(t.key for one in reports for t in one.tellings)
    assert len({one.id for one in found}) == len(found)
    assert [one.id for one in found] == sorted(one.id for one in found)


@settings(deadline=None)
@given(REPORTS, st.data())
def test_those_judged_different_are_never_in_one_happening(
    reports: list[Report], data: st.DataObject
) -> None:
    judged = [one for one in _judgements(data, reports) if one.verdict.value == "different"]
    of = {
        str_of(key): one.id
        for one in happenings(*reports, judgements=judged)
        for key in one.tellings
    }
    assert all(of[one.first] != of[one.second] for one in judged)


@settings(deadline=None)
@given(REPORTS, st.data())
def test_those_judged_the_same_are_in_one_happening(
    reports: list[Report], data: st.DataObject
) -> None:
    judged = [one for one in _judgements(data, reports) if one.verdict.value == "same"]
    found = happenings(*reports, judgements=judged)
    of = {str_of(key): one.id for one in found for key in one.tellings}
    assert all(of[one.first] == of[one.second] for one in judged)


@settings(deadline=None)
@given(REPORTS)
def test_values_are_those_that_the_tellings_give(reports: list[Report]) -> None:
    tellings = {t.key: t for one in reports for t in one.tellings}
    for one in happenings(*reports):
        given_by = {v.value: set(v.tellings) for v in one.values if v.slot is Slot.STATUS}
        for status, keys in given_by.items():
            assert keys == {k for k in one.tellings if tellings[k].status.value == status}
        assert one.status.value in given_by
        assert {*one.actors, *one.recipients} <= {
            p for k in one.tellings for p in tellings[k].parties
        }
        assert one.place is None or one.place in {tellings[k].place for k in one.tellings}


def str_of(key: TellingKey) -> str:
    """A telling as judgements write it."""
    return f"{key.story}#{key.event}"
