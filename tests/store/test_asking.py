"""Questions: who, what, where, when; and the way back to the sentences."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.store import quay
from tests.store.harbour import TEXT
from waqai.model.chronicle import Happening
from waqai.store.queries.evidence import Place
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chronicle]:
    file = tmp_path_factory.mktemp("asking") / "file.db"
    with Writer(file, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)
        writer.conclude(lambda briefs, reread, judgements: quay.FINDINGS)
    with Chronicle(file) as opened:
        yield opened


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({}, ["h1", "h2"]),
        ({"actor": "Khoury"}, ["h1", "h2"]),
        ({"actor": "بحارة"}, ["h1", "h2"]),
        ({"actor": "Harbour Agency"}, []),
        ({"actor": "nobody"}, []),
        ({"place": "طرابلس"}, ["h1", "h2"]),
        ({"place": "بيروت"}, []),
        ({"type": "CONSULT", "status": "planned"}, ["h1", "h2"]),
        ({"status": "cancelled"}, []),
        ({"first": date(2025, 8, 17), "last": date(2025, 8, 17)}, ["h1", "h2"]),
        ({"last": date(2025, 8, 16)}, ["h2"]),  # it may have been before
        ({"first": date(2025, 8, 18)}, []),
    ],
)
def test_happenings_by_who_where_what_and_when(
    chronicle: Chronicle, wanted: dict[str, object], ids: list[str]
) -> None:
    assert [one.id for one in chronicle.happenings(**wanted)] == ids  # type: ignore[arg-type]


def test_announcements_and_positions_by_whose_they_are(chronicle: Chronicle) -> None:
    assert chronicle.announcements(actor="الحداد") == (quay.ANNOUNCEMENT,)  # who announced it
    assert chronicle.announcements(actor="العمال") == (quay.ANNOUNCEMENT,)  # who takes part
    assert chronicle.announcements(actor="Harbour Agency") == ()
    assert chronicle.positions("سليم") == (quay.POSITION,)
    assert chronicle.positions("العمال") == ()


def test_a_profile_counts_and_lists_what_somebody_did_and_said(chronicle: Chronicle) -> None:
    [minister] = chronicle.who("الحداد")
    known = chronicle.profile(minister)
    assert (known.counts.stories, known.counts.statements) == (3, 3)
    assert known.titles == ("وزير النقل",)
    assert known.did == ()
    assert len(known.said) == 3
    [president] = chronicle.who("خوري")
    assert [one.id for one in chronicle.profile(president, limit=1).did] == ["h1"]


def test_a_happening_is_explained_by_all_its_sentences(chronicle: Chronicle) -> None:
    [found] = chronicle.explain("h1")
    assert isinstance(found.thing, Happening)
    assert [shown.place.page for shown in found.evidence] == ["ميناء", "رصيف"]
    for shown in found.evidence:
        start, end = shown.excerpt.mention
        assert TEXT[start:end] == shown.excerpt.words
        assert shown.by == "person:سامي_الحداد"
    assert found.reasons == quay.MEETING.why
    assert len(found.related) == 2
    kinds = {type(chronicle.explain(id)[0].thing).__name__ for id in found.related}
    assert kinds == {"Announcement", "Conflict"}


def test_an_announcement_is_explained_turn_by_turn(chronicle: Chronicle) -> None:
    [found] = chronicle.explain("a1")
    assert [shown.status and shown.status.value for shown in found.evidence] == [
        "planned",
        "postponed",
    ]
    assert found.related == ("h1",)


def test_a_conflict_is_explained_value_by_value(chronicle: Chronicle) -> None:
    [id] = [id for id in chronicle.explain("h1")[0].related if id.startswith("c")]
    [found] = chronicle.explain(id)
    assert [(shown.value, shown.place.page) for shown in found.evidence] == [
        ("tripoli", "ميناء"),
        ("beirut", "رصيف"),
    ]


def test_a_page_is_explained_story_by_story_with_its_own_day_and_that_of_others(
    chronicle: Chronicle,
) -> None:
    [found] = chronicle.explain("بلا تاريخ")
    assert isinstance(found.thing, Place)
    assert found.thing.published.earliest == quay.SETTLED.earliest
    assert found.reasons == quay.SETTLED.why
    assert found.own is not None
    assert found.own.earliest is None
    assert found.related == ("h2",)
    assert chronicle.explain(quay.id_of(quay.UNDATED)) == (found,)
    [dated] = chronicle.explain("رصيف")
    assert dated.own is None


def test_an_entity_is_explained_by_where_it_is_named(chronicle: Chronicle) -> None:
    [found] = chronicle.explain("tripoli")
    assert [shown.excerpt.words for shown in found.evidence] == ["طرابلس"] * 3


def test_what_is_not_there_is_not_explained(chronicle: Chronicle) -> None:
    assert chronicle.explain("h3") == ()
    with pytest.raises(KeyError):
        chronicle.happening("h3")
    with pytest.raises(KeyError):
        chronicle.entity("nobody")


def test_settled_pages_read_for_the_day_that_others_tell(chronicle: Chronicle) -> None:
    days = {
        settled: {
            page.page.name: page.stories[0].published.earliest
            for page in chronicle.pages(settled=settled)
        }
        for settled in (True, False)
    }
    assert days[False]["بلا تاريخ"] is None
    assert days[True]["بلا تاريخ"] == quay.SETTLED.earliest
    assert days[True]["رصيف"] is None
