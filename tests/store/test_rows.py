"""Rows: a dated page comes back from the file as it went in."""

import dataclasses
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from tests.store.records import dated_pages
from waqai.model.annotated import AnnotatedStory, DatedPage, DatedStory
from waqai.model.events import Event, EventType, Status
from waqai.model.names import Entity, EntityKind
from waqai.model.page import Page, Span
from waqai.model.publication import Publication, Reason
from waqai.model.story import Story
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer


def _kept(file: Path, page: DatedPage) -> list[DatedPage]:
    with Writer(file, reader="1") as writer:
        writer.keep(page)
    with Chronicle(file) as chronicle:
        return list(chronicle.pages())


@settings(max_examples=60, deadline=None)
@given(dated_pages())
def test_a_page_comes_back_as_it_was_written(page: DatedPage) -> None:
    with TemporaryDirectory() as folder:
        found = _kept(Path(folder) / "file.db", page)
    assert found == [page]
    assert repr(found) == repr([page])  # 1 is not True here, and a pair no span


def test_reasons_keep_their_place_and_whether_they_were_believed(tmp_path: Path) -> None:
    why = (Reason("stamp.header", "a", "ا", 0, 4), Reason("today.weekday", "b", "ب", kept=False))
    story = DatedStory(AnnotatedStory(Story(()), ()), Publication(None, None, why), ())
    [page] = _kept(tmp_path / "file.db", DatedPage(Page("خبر", "نص"), (story,), (), ()))
    assert page.stories[0].published.why == why


_UNKNOWN = Publication(None, None)
_SOMEBODY = Entity("minister", EntityKind.PERSON, "الوزير", role="foreign_minister")
_MEETING = Event(0, 2, EventType.CONSULT, "meeting", Status.HAPPENED, Span(0, 2))


@pytest.mark.parametrize(
    "found",
    [
        AnnotatedStory(Story(()), (), entities=(_SOMEBODY,)),
        AnnotatedStory(Story(()), (), events=(_MEETING,)),
    ],
)
def test_a_story_whose_lists_do_not_go_together_is_refused(
    tmp_path: Path, found: AnnotatedStory
) -> None:
    page = DatedPage(Page("خبر", "نص"), (DatedStory(found, _UNKNOWN, ()),), (), ())
    with pytest.raises(ValueError, match="shorter"), Writer(tmp_path / "file.db", "1") as writer:
        writer.keep(page)
    with Chronicle(tmp_path / "file.db") as chronicle:
        assert list(chronicle.pages()) == []


def test_a_page_read_anew_takes_the_place_of_all_that_was_told_before(tmp_path: Path) -> None:
    told = AnnotatedStory(Story(()), (), entities=(_SOMEBODY,))
    before = DatedPage(
        Page("خبر", "نص"), (DatedStory(told, _UNKNOWN, (), entities=(_SOMEBODY,)),), (), ()
    )
    after = dataclasses.replace(before, stories=())
    assert _kept(tmp_path / "file.db", before) == [before]
    assert _kept(tmp_path / "file.db", after) == [after]
    with Chronicle(tmp_path / "file.db") as chronicle:
        left = chronicle.connection.exec_driver_sql("SELECT count(*) FROM entities")
        assert left.scalar_one() == 0
