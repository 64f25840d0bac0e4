"""The queries behind the site: pages of lists, counts of all, what changed, who with whom."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import true
from sqlalchemy.exc import OperationalError

import waqai
from waqai.model.chronicle import Outcome
from waqai.model.events import Status
from waqai.model.names import EntityKind
from waqai.store.queries import (
    changes,
    company,
    disputes,
    entities,
    happenings,
    ledger,
    pairs,
    search,
    stories,
)
from waqai.store.queries.filters import Wanted
from waqai.store.queries.outlets import outlets
from waqai.store.queries.positions import of_actor
from waqai.store.queries.tellings import told
from waqai.store.reading import Chronicle
from waqai.store.wording import hits

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chronicle]:
    path = tmp_path_factory.mktemp("queries") / "examples.db"
    waqai.build(EXAMPLES, path)
    with waqai.open_chronicle(path) as opened:
        yield opened


def test_a_page_of_happenings_is_a_part_of_all_in_their_order(chronicle: Chronicle) -> None:
    connection, every = chronicle.connection, chronicle.happenings()
    assert happenings.count(connection) == len(every)
    for latest_first in (False, True):
        parts = [
            one
            for offset in range(0, len(every), 5)
            for one in happenings.some(connection, true(), 5, offset, latest_first=latest_first)
        ]
        assert sorted(one.id for one in parts) == sorted(one.id for one in every)
        known = [one.day.day for one in parts if one.day.day is not None]
        assert known == sorted(known, reverse=latest_first)
        assert all(one.day.day is not None for one in parts[: len(known)]), "unknown days last"


def test_the_volume_counts_each_happening_of_a_known_day_once(chronicle: Chronicle) -> None:
    volume = happenings.volume(chronicle.connection, true())
    known = [one for one in chronicle.happenings() if one.day.day is not None]
    assert sum(one.count for one in volume) == len(known)
    one = known[0]
    [found] = [v for v in volume if (v.day, v.status) == (one.day.day, one.status)]
    assert found.count == sum(
        (other.day.day, other.status) == (one.day.day, one.status) for other in known
    )


def test_an_outlet_filters_what_it_tells(chronicle: Chronicle) -> None:
    connection = chronicle.connection
    names = outlets(connection)
    assert names
    assert [many for _, many in names] == sorted((many for _, many in names), reverse=True)
    name = names[0][0]
    found = happenings.some(connection, Wanted(outlet=name).condition(), 1000)
    assert found
    for one in found:
        assert name in {telling.place.outlet for telling in told(connection, one.id)}


def test_tellings_stand_in_their_paragraph(chronicle: Chronicle) -> None:
    connection = chronicle.connection
    for one in chronicle.happenings():
        tellings = told(connection, one.id)
        assert len(tellings) == len(one.tellings)
        assert len({telling.account for telling in tellings}) == one.accounts
        for telling in tellings:
            text = chronicle.text(telling.key.story.rpartition(".")[0])
            span = telling.paragraph.mention
            assert telling.paragraph.words == text[span.start : span.end]
            assert "\n" not in telling.paragraph.before + telling.paragraph.after


def test_what_is_around_is_before_and_after_with_the_same_parties(chronicle: Chronicle) -> None:
    seen = 0
    for one in chronicle.happenings():
        parties = {*one.actors, *one.recipients}
        before, after = happenings.around(chronicle.connection, one, 3)
        for other in (*before, *after):
            shared = parties & {*other.actors, *other.recipients}
            assert len(shared) >= min(2, len(parties))
            seen += 1
        assert all(
            o.day.latest and one.day.earliest and o.day.latest < one.day.earliest for o in before
        )
        assert all(
            o.day.earliest and one.day.latest and o.day.earliest > one.day.latest for o in after
        )
    assert seen


def test_changes_of_all_days_are_all_that_dated_stories_tell(chronicle: Chronicle) -> None:
    connection = chronicle.connection
    last = changes.last_published(connection)
    assert last is not None
    whole = changes.changes(connection, date(1900, 1, 1), date(2100, 1, 1))
    assert whole.told == (), "before the first story nothing was told"
    assert len(set(whole.new)) == len(whole.new) > 0
    tail = changes.changes(connection, last, last)
    assert not set(tail.new) & set(tail.told)
    assert {*tail.new, *tail.told} <= set(whole.new)
    assert changes.published(connection, last + timedelta(days=1), date(2100, 1, 1)) == 0
    before = changes.last_published(connection, last - timedelta(days=1))
    assert before is not None
    assert before < last


def test_the_ledger_counts_by_outcome_and_bounds_days(chronicle: Chronicle) -> None:
    connection, every = chronicle.connection, chronicle.announcements()
    counted = ledger.outcomes(connection, ledger.Due())
    assert sum(counted.values()) == ledger.count(connection, ledger.Due()) == len(every)
    for outcome in counted:
        found = ledger.some(connection, ledger.Due(outcome=outcome), 1000)
        assert {one.outcome for one in found} == {outcome}
    on = date(2025, 8, 20)
    for one in ledger.some(connection, ledger.Due(outcome=Outcome.OPEN, over=on), 1000):
        assert one.due.latest is not None
        assert one.due.latest < on
    due = ledger.Due(first=on, last=on + timedelta(days=30), within=True)
    for one in ledger.some(connection, due, 1000):
        assert one.due.latest is not None
        assert on <= one.due.latest <= on + timedelta(days=30)
    announced = ledger.announced_among(connection, [one.id for one in chronicle.happenings()])
    assert announced == {one.happening for one in every}
    assert ledger.of_happening(connection, every[0].happening) == every[0]
    assert ledger.of_happening(connection, "h0") is None


def test_companions_are_counted_by_what_they_did_together(chronicle: Chronicle) -> None:
    connection, every = chronicle.connection, chronicle.happenings()
    first = company.active(connection, None, 1)[0]
    theirs = [one for one in every if first.id in {*one.actors, *one.recipients}]
    assert first.happenings == len(theirs)
    for tie in company.companions(connection, first.id, 5):
        together = [one for one in theirs if tie.id in {*one.actors, *one.recipients}]
        assert tie.happenings == len(together)
        assert tie.by_type == {
            type: sum(one.type is type for one in together) for type in {o.type for o in together}
        }
    assert [one.id for one in company.of(connection, [first.id, "nobody"])] == [first.id, "nobody"]


def test_active_entities_of_a_kind_are_of_that_kind(chronicle: Chronicle) -> None:
    connection = chronicle.connection
    total = company.count_active(connection, None)
    kinds = {kind: company.count_active(connection, kind) for kind in EntityKind}
    assert sum(kinds.values()) == total
    found = company.active(connection, EntityKind.COUNTRY, total)
    known = entities.by_ids(connection, [one.id for one in found])
    assert {one.kind for one in known.values()} == {EntityKind.COUNTRY}
    assert all(a.happenings >= b.happenings for a, b in pairwise(found))


def test_what_others_say_of_somebody_names_them_and_is_not_theirs(chronicle: Chronicle) -> None:
    connection = chronicle.connection
    said = company.said_of(connection, "vladimir_putin", 20)
    assert said
    assert all(shown.by not in (None, "vladimir_putin") for shown in said)


def test_conflicts_and_positions_are_those_of_all(chronicle: Chronicle) -> None:
    connection = chronicle.connection
    every = chronicle.conflicts()
    assert sum(disputes.by_slot(connection).values()) == len(every)
    assert set(disputes.some(connection, None, 1000, 0)) == set(every)
    for one in every:
        assert one in disputes.of_happening(connection, one.happening)
    held = chronicle.positions()
    for actor in {one.actor for one in held}:
        assert of_actor(connection, actor) == tuple(one for one in held if one.actor == actor)


def test_stories_are_listed_with_what_they_tell(chronicle: Chronicle) -> None:
    connection = chronicle.connection
    every = stories.some(connection, stories.wanted(None, None, None), 1000, 0)
    assert len(every) == stories.count(connection, true())
    assert len(every) == sum(len(page.stories) for page in chronicle.pages())
    undated = stories.some(connection, stories.wanted(None, None, None, undated=True), 1000, 0)
    assert undated == tuple(one for one in every if one.place.published.day is None)
    some = next(one for one in every if one.place.published.day is not None)
    day = some.place.published.day
    assert some in stories.some(connection, stories.wanted(None, day, day), 1000, 0)


def test_search_counts_what_it_pages_through(chronicle: Chronicle) -> None:
    connection, words = chronicle.connection, "القمة"
    total = search.count(connection, words)
    assert total > 3
    whole = search.search(connection, words, 1000)
    assert len(whole) == total
    assert search.search(connection, words, 2, 1) == whole[1:3]
    assert search.count(connection, '"') == 0


@pytest.mark.parametrize(
    ("sentence", "words", "marked"),
    [
        ("عقدت القمّة في ألاسكا", "القمه الاسكا", ["القمّة", "ألاسكا"]),
        ("وبالقمة يبدأ الغد", "قمة", ["وبالقمة"]),
        ("قال Putin إنه سيزور", "putin", ["Putin"]),
        ("لا شيء من هذا", "قمة", []),
        ("وقف إطلاق النار", '"وقف إطلاق النار"', ["وقف", "إطلاق", "النار"]),
    ],
)
def test_the_words_looked_for_are_found_in_whatever_form(
    sentence: str, words: str, marked: list[str]
) -> None:
    assert [sentence[a:b] for a, b in hits(sentence, words)] == marked


def test_pairs_have_parties_and_days_in_common(chronicle: Chronicle) -> None:
    connection = chronicle.connection
    found = pairs.happening_pairs(connection)
    ids = {id for pair in found for id in (pair.first, pair.second)}
    known = happenings.by_ids(connection, sorted(ids))
    for pair in found:
        one, other = known[pair.first], known[pair.second]
        assert one.kind == other.kind
        assert {*one.actors, *one.recipients} & {*other.actors, *other.recipients}
    for pair in pairs.person_pairs(connection):
        assert pair.first < pair.second


def test_a_question_is_given_up_in_time(
    chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("waqai.store.opening._STEPS", 1)
    with waqai.open_chronicle(chronicle.path) as hurried:
        hurried.give_up_after(-1)
        with pytest.raises(OperationalError, match="interrupted"):
            hurried.happenings(status=Status.PLANNED.value)
