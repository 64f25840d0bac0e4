"""A chronicle made in memory of annotated pages, for scoring what stages 5 and 6 make of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import waqai
from waqai.chronicle.briefs import briefs_of
from waqai.chronicle.identity import page_id
from waqai.chronicle.making import make
from waqai.model.annotated import DatedPage, DatedStory
from waqai.model.chronicle import Brief
from waqai.model.findings import Findings
from waqai.model.page import Page


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories of a set of pages by their ids, each with its page, and their briefs."""

    by_id: Mapping[str, tuple[Page, DatedStory]]
    briefs: tuple[Brief, ...]

    def findings(self) -> Findings:
        """What the stories say together."""
        return make(self.briefs, self.by_id.__getitem__)


def stories_of(pages: Iterable[DatedPage]) -> Stories:
    """The stories of `pages` as a build keeps them."""
    by_id: dict[str, tuple[Page, DatedStory]] = {}
    briefs: list[Brief] = []
    for page in pages:
        for brief, story in zip(briefs_of(page, page_id(page.page)), page.stories, strict=True):
            by_id[brief.report.id] = (page.page, story)
            briefs.append(brief)
    return Stories(by_id, tuple(briefs))


@cache
def annotated(path: Path) -> tuple[DatedPage, ...]:
    """The pages at `path`, read once for all that is scored on them."""
    return tuple(waqai.annotate(path))
