"""One request: who asks, what for, and the chronicle that is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

from waqai.store.reading import Chronicle
from waqai.web.errors import Refused
from waqai.web.reader import Reader
from waqai.web.settings import SiteSettings

_Value = TypeVar("_Value", bound=StrEnum)
#: What an address may ask that is of the reader, not of the screen.
CHOICES = ("lang", "months", "digits", "theme")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to a screen, with the chronicle open for it."""

    request: Request
    chronicle: Chronicle
    reader: Reader
    settings: SiteSettings
    table_rows: int | None = None  # how many rows a table of the whole list may have

    @property
    def rows(self) -> int:
        """How many rows of a list are asked for at once."""
        if self.table_rows is not None:
            return self.table_rows
        return self.number("rows", self.settings.rows, self.settings.most_rows)

    @property
    def page(self) -> int:
        """Which page of a list is asked for, from 1."""
        return 1 if self.table_rows is not None else self.number("page", 1, 1_000_000)

    @property
    def offset(self) -> int:
        """How many rows stand before that page."""
        return (self.page - 1) * self.rows

    def word(self, name: str) -> str | None:
        """The parameter `name` of the address without blanks at its ends; None when empty."""
        return self.request.query_params.get(name, "").strip() or None

    def day(self, name: str) -> date | None:
        """A day of the address. Raises Refused when it is none."""
        text = self.word(name)
        return None if text is None else day_of(name, text)

    def one_of(self, name: str, kind: type[_Value]) -> _Value | None:
        """A value of a list. Raises Refused when it is not in it."""
        text = self.word(name)
        try:
            return None if text is None else kind(text)
        except ValueError:
            raise Refused("bad_request", f"{name}={text}") from None

    def number(self, name: str, default: int, most: int) -> int:
        """A number from 1 to `most`. Raises Refused when it is none."""
        text = self.word(name)
        if text is None:
            return default
        if not text.isdecimal() or not 1 <= int(text[:12]) <= most:
            raise Refused("bad_request", f"{name}={text}")
        return int(text)

    @property
    def path(self) -> str:
        """The path that was asked for, quoted."""
        return self.request.url.path

    def here(self, **changes: object) -> str:
        """This address with some parameters changed; None takes one away."""
        kept = {k: v for k, v in self.request.query_params.items() if v and k not in CHOICES}
        return address(self.path, kept | changes)

    def twin(self, suffix: str) -> str:
        """The address of the same list as ".json" or ".csv"."""
        kept = {k: v for k, v in self.request.query_params.items() if v and k not in CHOICES}
        return address(f"{self.path.rstrip('/') or '/today'}{suffix}", kept)


def day_of(name: str, text: str) -> date:
    """The day that the field `name` writes. Raises Refused when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("bad_request", f"{name}={text}") from None


def address(path: str, asked: Mapping[str, object]) -> str:
    """A path with its parameters; those that are None are left out."""
    said = {key: str(value) for key, value in asked.items() if value is not None}
    return f"{path}?{urlencode(said)}" if said else path
