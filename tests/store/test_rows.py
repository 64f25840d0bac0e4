"""Rows: a dated page comes back from the file as it went in."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.model.annotated import AnnotatedStory, DatedPage, DatedStory, Timex
from waqai.model.page import Page, Span, Stamp
from waqai.model.publication import Publication, Reason
from waqai.model.story import Residue, Story
from waqai.model.times import (
    CalendarDate,
    Clock,
    DayPart,
    Direction,
    Duration,
    Interval,
    Period,
    Portion,
    Quantity,
    Shift,
    TimeMention,
    TimexType,
    Unit,
    Weekday,
)
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer

_T = TypeVar("_T", Stamp, Residue)
_OFFSET = st.integers(0, 10_000)
_SPAN = st.tuples(_OFFSET, _OFFSET).map(lambda ends: Span(*sorted(ends)))
_TEXT = st.text(max_size=8)
_MENTIONS = st.builds(
    lambda span, **rest: TimeMention(*span, **rest),
    span=_SPAN,
    type=st.sampled_from(TimexType),
    reference=st.sampled_from(
        [
            Weekday(5, Direction.PAST),
            Interval(Shift(Unit.DAY, -1), CalendarDate(2025, 8)),
            Duration((Quantity(Fraction(1, 2), Unit.HOUR), Quantity(None, Unit.YEAR))),
        ]
    ),
    part=st.none() | st.sampled_from(DayPart),
    clock=st.none() | st.builds(Clock, st.integers(0, 24), st.none() | st.integers(0, 59)),
    portion=st.none() | st.sampled_from(Portion),
    anchor=st.none() | st.integers(0, 9),
)
_DAY = st.none() | st.dates().map(lambda day: day.isoformat())


def _at_span(kind: type[_T]) -> st.SearchStrategy[_T]:
    """Records of `kind` with a span that a page could have."""
    records = st.from_type(kind)
    return st.builds(lambda r, span: replace(r, start=span[0], end=span[1]), records, _SPAN)


@st.composite
def _dated_stories(draw: st.DrawFn, stamps: list[Stamp]) -> DatedStory:
    mentions = draw(st.lists(_MENTIONS, max_size=3))
    times = tuple(Timex(mention, draw(_TEXT), draw(_DAY), draw(_DAY)) for mention in mentions)
    words = {
        name: draw(st.none() | _TEXT)
        for name in ("title", "outlet", "author", "agency", "dateline")
    }
    story = Story(
        blocks=tuple(draw(st.lists(_SPAN, max_size=3))),
        title_span=draw(st.none() | _SPAN),
        stamps=tuple(draw(st.lists(st.sampled_from(stamps), max_size=3))) if stamps else (),
        **words,
    )
    periods = tuple(Period(*span, 0, 1) for span in draw(st.lists(_SPAN, max_size=2)))
    published = draw(st.builds(Publication, st.none() | st.dates(), st.none() | st.dates()))
    return DatedStory(AnnotatedStory(story, tuple(mentions), periods), published, times)


@st.composite
def _dated_pages(draw: st.DrawFn) -> DatedPage:
    stamps = draw(st.lists(_at_span(Stamp), max_size=4))
    outside = [replace(stamp, start=None, end=None) for stamp in stamps[:1]]
    page = draw(st.builds(Page, name=_TEXT, text=_TEXT, stamps=st.just(tuple(outside))))
    stories = draw(st.lists(_dated_stories([*outside, *stamps]), max_size=3))
    residue = draw(st.lists(_at_span(Residue), max_size=3))
    return DatedPage(page, tuple(stories), tuple(residue), tuple(stamps[:2]))


@settings(max_examples=40, deadline=None)
@given(_dated_pages())
def test_a_page_comes_back_as_it_was_written(page: DatedPage) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "file.db"
        with Writer(file, reader="1") as writer:
            writer.keep(page)
        with Chronicle(file) as chronicle:
            assert list(chronicle.pages()) == [page]


def test_reasons_keep_their_place_and_whether_they_were_believed(tmp_path: Path) -> None:
    why = (Reason("stamp.header", "a", "ا", 0, 4), Reason("today.weekday", "b", "ب", kept=False))
    story = DatedStory(AnnotatedStory(Story(()), ()), Publication(None, None, why), ())
    with Writer(tmp_path / "file.db", reader="1") as writer:
        writer.keep(DatedPage(Page("خبر", "نص"), (story,), (), ()))
    with Chronicle(tmp_path / "file.db") as chronicle:
        [page] = chronicle.pages()
    assert page.stories[0].published.why == why
