"""What a source gave us, and the dates that stand on or around it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in code points of `Page.text`."""

    start: int
    end: int


class StampRole(StrEnum):
    """Where a date stamp stands, from the most to the least telling of the publication day."""

    GIVEN = "given"  # the user's --published, or the `published` field of a record
    PUBLISHED = "published"  # JSON-LD, meta, or a labelled line: "تاريخ النشر: …"
    TIME_TAG = "time_tag"  # an HTML <time> element
    HEADER = "header"  # a date line beside a story's title
    DATELINE = "dateline"  # the date in "القاهرة 5 مايو (وكالة) -"
    URL = "url"  # /2025/08/07/ in the address
    MODIFIED = "modified"  # "آخر تحديث", dateModified
    CLOCK = "clock"  # the site's clock of the day: a date above the site's furniture


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that a page bears about itself.

    `start` and `end` are offsets into `Page.text`; both None when the stamp stands outside
    the text (metadata, the address, the user's word). `clock` is the local time of day if given.
    """

    day: date
    role: StampRole
    text: str
    start: int | None = None
    end: int | None = None
    clock: time | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page as a source gave it.

    `name` identifies it (a file's name, a record's id); `text` is the text as decoded, which all
    offsets count; `source` says where it was read; the rest is what the source said of it, None
    where it said nothing. `stamps` are those outside the text.
    """

    name: str
    text: str
    source: str = ""
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    encoding: str | None = None
    stamps: tuple[Stamp, ...] = ()
