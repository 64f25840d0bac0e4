"""The chronicle by day: what happened, what was published, which days the stories speak of."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, and_, func, select

from waqai.chronicle.excerpts import Excerpt, excerpt, opening
from waqai.model.chronicle import Happening
from waqai.model.page import Span
from waqai.store.reading import Chronicle
from waqai.store.schema import blocks, pages, settled, stories, times

_DAY_VALUE = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*"  # not PRESENT_REF, which is a day too


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as a timeline lists it.

    `page` is the page's name, `position` the story's place on it (from 0); `opening` its first
    words; `earliest` and `latest` the window of its publication day (None: open); `times` how many
    times it names.
    """

    page: str
    position: int
    title: str | None
    opening: str
    outlet: str | None
    earliest: date | None
    latest: date | None
    times: int

    @property
    def headline(self) -> str:
        """The title, or for want of one the first words."""
        return self.title or self.opening


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a story that speaks of a day. `value` is the TIMEX3 value of its words."""

    story: StoryLine
    value: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Day:
    """One day: what happened, the stories published on it, the sentences that speak of it."""

    day: date
    stories: tuple[StoryLine, ...] = ()
    told: tuple[Told, ...] = ()
    happenings: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days in order, and the stories whose publication day is not known.

    `left_out` is the number of earlier days that a limit cut off; `sometime` are the happenings
    whose day is not known, by their windows.
    """

    days: tuple[Day, ...]
    undated: tuple[StoryLine, ...] = ()
    left_out: int = 0
    sometime: tuple[Happening, ...] = ()


def timeline(
    chronicle: Chronicle,
    first: date | None = None,
    last: date | None = None,
    limit: int | None = None,
    *,
    happenings: Sequence[Happening] = (),
    stories: bool = True,
) -> Timeline:
    """The days of `chronicle` from `first` through `last`, the latest `limit` of them.

    `happenings` are those to be listed, in their order; `stories` asks for what was published and
    told too. Undated stories are those whose window reaches into these days.
    """
    lines = {line.id: line for line in _story_lines(chronicle)} if stories else {}
    published: dict[date, list[StoryLine]] = defaultdict(list)
    undated: list[StoryLine] = []
    for line in lines.values():
        story = line.story
        if story.earliest is None or story.earliest != story.latest:
            if _reaches(story, first, last):
                undated.append(story)
        elif _within(story.earliest, first, last):
            published[story.earliest].append(story)
    told = _told(chronicle, lines, first, last) if stories else {}
    happened: dict[date, list[Happening]] = defaultdict(list)
    sometime: list[Happening] = []
    for one in happenings:
        if one.day.day is None:
            sometime.append(one)
        elif _within(one.day.day, first, last):
            happened[one.day.day].append(one)
    every = sorted(published.keys() | told.keys() | happened.keys())
    shown = every[-limit:] if limit else every
    days = tuple(
        Day(
            day,
            tuple(published.get(day, ())),
            tuple(_sentences(chronicle, told.get(day, []))),
            tuple(happened.get(day, ())),
        )
        for day in shown
    )
    undated.sort(key=lambda s: (s.earliest or date.min, s.latest or date.max, s.page, s.position))
    return Timeline(days, tuple(undated), len(every) - len(shown), tuple(sometime))


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    page: str  # the page's id
    story: StoryLine


@dataclass(frozen=True, slots=True)
class _Mention:
    line: _Line
    span: Span
    value: str


def _story_lines(chronicle: Chronicle) -> Iterator[_Line]:
    """Every story of the current pages, in the order of page names."""
    counted = select(times.c.story, func.count().label("times")).group_by(times.c.story).subquery()
    query = (
        select(
            *(stories.c[name] for name in ("id", "page", "position", "title", "outlet")),
            func.iif(settled.c.story.is_not(None), settled.c.earliest, stories.c.earliest).label(
                "earliest"
            ),
            func.iif(settled.c.story.is_not(None), settled.c.latest, stories.c.latest).label(
                "latest"
            ),
            pages.c.name,
            func.coalesce(counted.c.times, 0).label("times"),
        )
        .join(pages, pages.c.id == stories.c.page)
        .outerjoin(settled, settled.c.story == stories.c.id)
        .outerjoin(counted, counted.c.story == stories.c.id)
        .where(pages.c.current)
        .order_by(pages.c.name, pages.c.source, pages.c.id, stories.c.position)
    )
    for row in chronicle.connection.execute(query):
        first_words = (
            "" if row.title else opening(chronicle.text(row.page), _blocks(chronicle, row.id))
        )
        story = StoryLine(
            row.name,
            row.position,
            row.title,
            first_words,
            row.outlet,
            row.earliest and date.fromisoformat(row.earliest),
            row.latest and date.fromisoformat(row.latest),
            row.times,
        )
        yield _Line(row.id, row.page, story)


def _blocks(chronicle: Chronicle, story: str) -> tuple[Span, ...]:
    query = select(blocks).where(blocks.c.story == story).order_by(blocks.c.position).limit(2)
    return tuple(Span(row.start, row.end) for row in chronicle.connection.execute(query))


def _told(
    chronicle: Chronicle, lines: dict[str, _Line], first: date | None, last: date | None
) -> dict[date, list[_Mention]]:
    """The mentions that mean one day, by that day, in the order of pages and offsets."""
    days: dict[date, list[_Mention]] = defaultdict(list)
    for row in chronicle.connection.execute(_day_mentions(first, last)):
        mention = _Mention(lines[row.story], Span(row.start, row.end), row.value)
        days[date.fromisoformat(row.earliest)].append(mention)
    return days


def _day_mentions(first: date | None, last: date | None) -> Select[tuple[str, int, int, str, str]]:
    of_one_day = and_(
        times.c.earliest == times.c.latest,
        times.c.type.in_(("DATE", "TIME")),
        times.c.value.op("GLOB")(_DAY_VALUE),
    )
    query = (
        select(times.c.story, times.c.start, times.c.end, times.c.value, times.c.earliest)
        .join(stories, stories.c.id == times.c.story)
        .join(pages, pages.c.id == stories.c.page)
        .where(pages.c.current, of_one_day)
        .order_by(times.c.earliest, pages.c.name, pages.c.source, pages.c.id, times.c.start)
    )
    if first is not None:
        query = query.where(times.c.earliest >= first.isoformat())
    if last is not None:
        query = query.where(times.c.latest <= last.isoformat())
    return query


def _sentences(chronicle: Chronicle, mentions: list[_Mention]) -> Iterator[Told]:
    """One line a sentence: a second mention of the day in the same sentence adds nothing."""
    seen: set[tuple[str, int]] = set()
    for mention in mentions:
        around = excerpt(chronicle.text(mention.line.page), *mention.span)
        where = (mention.line.id, around.span.start)
        if where not in seen:
            seen.add(where)
            yield Told(mention.line.story, mention.value, around)


def _within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or day >= first) and (last is None or day <= last)


def _reaches(story: StoryLine, first: date | None, last: date | None) -> bool:
    starts_in_time = last is None or story.earliest is None or story.earliest <= last
    ends_in_time = first is None or story.latest is None or story.latest >= first
    return starts_in_time and ends_in_time
