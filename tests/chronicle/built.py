"""Chronicles made of small pages, for tests of what pages say together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as day

from waqai.chronicle.making import make
from waqai.model.annotated import DatedStory
from waqai.model.chronicle import Announcement, Brief, Happening, Judgement, Report, TellingKey
from waqai.model.events import Status
from waqai.model.findings import Findings
from waqai.model.page import Page, Stamp, StampRole
from waqai.pipeline import annotate_page
from waqai.resolve import date
from waqai.resolve.copies import signature
from waqai.resolve.neighbours.topics import topic
from waqai.resolve.reports import brief_of

#: A page: its name, which is its story's id too, its text, and the day it bears, if any (ISO).
Told = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Desk:
    """Pages read one by one, and given again when asked for."""

    briefs: tuple[Brief, ...]
    _stories: dict[str, tuple[Page, DatedStory]]

    def make(
        self, briefs: Iterable[Brief] | None = None, judgements: Iterable[Judgement] = ()
    ) -> Findings:
        return make(self.briefs if briefs is None else briefs, self.reread, judgements)

    def reread(self, story: str) -> tuple[Page, DatedStory]:
        return self._stories[story]


def desk(*pages: Told) -> Desk:
    """The pages read; each must hold one story."""
    stories = {name: _read(name, text, published) for name, text, published in pages}
    return Desk(tuple(_briefs(stories)), stories)


def _read(name: str, text: str, published: str | None) -> tuple[Page, DatedStory]:
    stamps: tuple[Stamp, ...] = ()
    if published is not None:
        stamps = (Stamp(day.fromisoformat(published), StampRole.GIVEN, published),)
    page = date(annotate_page(Page(name, text, stamps=stamps)))
    [story] = page.stories
    return page.page, story


def _briefs(stories: dict[str, tuple[Page, DatedStory]]) -> Iterator[Brief]:
    for id, (page, story) in stories.items():
        text = "\n".join(page.text[start:end] for start, end in story.annotated.story.blocks)
        yield brief_of(id, page, story, signature(text), topic(text))


def findings(*pages: Told) -> Findings:
    return desk(*pages).make()


def report(found: Findings, story: str) -> Report:
    return next(one for one in found.reports if one.id == story)


def told(found: Findings, kind: str, story: str) -> list[Happening]:
    """The happenings of a kind that a story tells."""
    return [
        one
        for one in found.happenings
        if one.kind == kind and any(key.story == story for key in one.tellings)
    ]


def announced(found: Findings, kind: str) -> list[tuple[Happening, Announcement]]:
    """The happenings of a kind that were announced, with their announcements."""
    by_id = {one.id: one for one in found.happenings}
    return [
        (by_id[one.happening], one)
        for one in found.announcements
        if by_id[one.happening].kind == kind
    ]


def turns(one: Announcement) -> list[tuple[Status, str]]:
    """The steps of an announcement as what was said and in which story."""
    return [(step.status, step.telling.story) for step in one.steps]


def key(story: str, event: int = 0) -> TellingKey:
    return TellingKey(story, event)
