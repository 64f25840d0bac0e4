"""What the child processes hand over: plain records, so that nothing else need be believed."""

from dataclasses import dataclass
from typing import Any

from waqai.model.page import Stamp
from waqai.sources.codes import Code


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What an HTML page gives: its text, a paragraph a line, and its metadata."""

    text: str
    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    stamps: tuple[Stamp, ...]


@dataclass(frozen=True, slots=True)
class Capture:
    """A page of a web archive, as bytes: HTML, or with `html` false a text.

    `place` finds its record again in the file, `id` names the record, `day` is the time of the
    capture as written, `charset` the encoding that the server declared.
    """

    place: str
    id: str
    url: str | None
    day: str | None
    charset: str | None
    html: bool
    content: bytes


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table, its number counted from 1, with the fields of a JSON record."""

    number: int
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that could not be read, where the rest can."""

    place: str
    code: Code
    reason: str


#: The classes that an answer may be made of, by module and name.
ALLOWED = frozenset(
    {
        ("datetime", "date"),
        ("datetime", "time"),
        ("waqai.model.page", "Stamp"),
        ("waqai.model.page", "StampRole"),
        ("waqai.sources.answers", "Capture"),
        ("waqai.sources.answers", "HtmlPage"),
        ("waqai.sources.answers", "TableRow"),
        ("waqai.sources.answers", "Unread"),
        ("waqai.sources.codes", "Code"),
        ("waqai.sources.codes", "Refused"),
    }
)
