"""One piece of journalism on a page, and what belongs to none."""

from dataclasses import dataclass
from enum import StrEnum

from waqai.model.page import Page, Span, Stamp


class ResidueKind(StrEnum):
    """Why a stretch of a page belongs to no story."""

    NAVIGATION = "navigation"
    STAMP = "stamp"
    BYLINE = "byline"
    DATELINE = "dateline"
    RELATED = "related"
    TAGS = "tags"
    SHARE = "share"
    CREDIT = "credit"
    FOOTER = "footer"
    BLANK = "blank"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Residue:
    """A stretch of the page that belongs to no story."""

    start: int
    end: int
    kind: ResidueKind


@dataclass(frozen=True, slots=True)
class Story:
    """One piece of journalism: its text as blocks in page order, and what the page says of it.

    `title` is the text at `title_span`; `dateline` the place the story is filed from, as written;
    `agency` the news agency credited. `stamps` are the date stamps that may speak for this story,
    nearest first; a stamp may be shared by several stories of a page.
    """

    blocks: tuple[Span, ...]
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    author: str | None = None
    agency: str | None = None
    dateline: str | None = None
    stamps: tuple[Stamp, ...] = ()


@dataclass(frozen=True, slots=True)
class SplitPage:
    """A page taken apart. Blocks and residue together cover the page's text once, in order."""

    page: Page
    stories: tuple[Story, ...]
    residue: tuple[Residue, ...]
    stamps: tuple[Stamp, ...]  # every stamp found in the text, in page order
