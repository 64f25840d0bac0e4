"""How a picture speaks: its language, its months, its digits, and the words for days and counts."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from waqai.knowledge import load
from waqai.model.events import EventType

Lang = Literal["ar", "en"]


@dataclass(frozen=True, slots=True)
class Manner:
    """A language, the names of the twelve months in it (those of the language when empty), digits.

    In Arabic time runs from right to left.
    """

    lang: Lang = "ar"
    months: tuple[str, ...] = ()
    digits: str = "0123456789"

    @property
    def rtl(self) -> bool:
        """Whether reading, and time, begin at the right."""
        return self.lang == "ar"

    @property
    def said(self) -> dict[str, Any]:
        """The words of the language, by group."""
        words: dict[str, Any] = load("pictures")[self.lang]
        return words

    def word(self, key: str, **values: str | int) -> str:
        """A phrase of the pictures with its values filled in."""
        phrase: str = self.said["words"][key]
        return phrase.format(
            **{k: self.number(v) if isinstance(v, int) else v for k, v in values.items()}
        )

    def listed(self, *parts: str) -> str:
        """The parts in one line, empty ones left out."""
        comma: str = self.said["comma"]
        return comma.join(filter(None, parts))

    def number(self, value: int) -> str:
        """A whole number in the digits chosen."""
        return f"{value:,}".translate(self._digits())

    def year(self, year: int) -> str:
        """A year in the digits chosen."""
        return str(year).translate(self._digits())

    def month(self, day: date, *, short: bool = False) -> str:
        """The name of the month of a day; the short one is of three letters, in English alone."""
        names = self.months or self.said["months"]
        name: str = names[day.month - 1]
        return name[:3] if short and self.lang == "en" else name

    def day(self, day: date) -> str:
        """A day in words, without its weekday: "16 أغسطس 2025"."""
        return f"{self.number(day.day)} {self.month(day)} {self.year(day.year)}"

    def full_day(self, day: date) -> str:
        """A day in words with its weekday."""
        return f"{self.said['weekdays'][day.weekday()]} {self.day(day)}"

    def stretch(self, first: date, last: date) -> str:
        """A day, or from one day to another."""
        if first == last:
            return self.full_day(first)
        return self.word("from_to", a=self.day(first), b=self.day(last))

    def window(self, earliest: date | None, latest: date | None) -> str:
        """A day as far as it is known."""
        if earliest is not None and latest is not None:
            if earliest == latest:
                return self.full_day(earliest)
            return self.word("between", a=self.day(earliest), b=self.day(latest))
        if earliest is not None:
            return self.word("not_before", a=self.day(earliest))
        if latest is not None:
            return self.word("not_after", b=self.day(latest))
        return self.word("unknown_day")

    def _digits(self) -> dict[int, int | str]:
        return {ord(plain): own for plain, own in zip("0123456789", self.digits, strict=True)}


def family_of(type: EventType) -> str:
    """The quarter of PLOVER's scale that a type stands in: "verbal_conflict" and so on."""
    family: str = load("pictures")["families"][type.value]
    return family


def tone_of(type: EventType) -> str:
    """The side of PLOVER's scale that a type stands on: "cooperation" or "conflict"."""
    return family_of(type).partition("_")[2]
