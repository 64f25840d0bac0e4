"""What the exports for people say themselves, in Arabic or in English."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from waqai.exports.clean_text import one_line
from waqai.exports.days import day_ar, short_en
from waqai.knowledge import load
from waqai.model.chronicle import Happening, Window
from waqai.model.names import Entity

_HEADLINE = 300  # code points of a headline that are shown


class Language(StrEnum):
    """The language of headlines and of what stands around them."""

    ARABIC = "ar"
    ENGLISH = "en"


class Phrases:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._table = load("export_phrases")

    def word(self, key: str) -> str:
        """A word of the feeds ("title", "history", …)."""
        return self._said("feed", key)

    def status(self, status: str) -> str:
        """How a thing stands to the world, in a word."""
        return self._said("statuses", status)

    def type(self, type: str) -> str:
        """What a type of PLOVER is called."""
        return self._said("types", type)

    def day(self, day: date) -> str:
        """A day as a reader writes it."""
        return day_ar(day) if self.language is Language.ARABIC else short_en(day)

    def window(self, days: Window) -> str:
        """A window of days in words; a day alone when it is one."""
        low, high = days.earliest, days.latest
        if low is not None and low == high:
            return self.day(low)
        key = "open" if high is None else "until"
        if low is not None:
            key = "from" if high is None else "between"
        return self._said("window", key).format(
            a="" if low is None else self.day(low), b="" if high is None else self.day(high)
        )

    def headline(self, one: Happening) -> str:
        """What happened, in one line."""
        arabic, english = one.headline_ar, one.headline_en
        mine = arabic if self.language is Language.ARABIC else english
        return one_line(mine or arabic or english, _HEADLINE)

    def name(self, entity: Entity) -> str:
        """What somebody is called."""
        english = entity.name_en if self.language is Language.ENGLISH else None
        return one_line(english or entity.name, _HEADLINE)

    def _said(self, part: str, key: str) -> str:
        words: str = self._table[part][key][self.language.value]
        return words


def status_words(phrases: Phrases, one: Happening) -> Iterator[str]:
    """What a headline's reader wants next: how it stands, and its days."""
    yield f"{phrases.word('status')}: {phrases.status(one.status.value)}"
    yield phrases.window(one.day)
