"""How a reader wants the site: its language, its months, its digits; and words said that way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, Self, TypeVar
from urllib.parse import parse_qsl, urlencode

from waqai.knowledge import load, tables
from waqai.mentions.names.tables import rows
from waqai.model.chronicle import Happening, Window
from waqai.model.names import Entity

COOKIE = "waqai"
_Choice = TypeVar("_Choice", bound=StrEnum)
_ARABIC_INDIC = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")


class Language(StrEnum):
    AR = "ar"
    EN = "en"


class Months(StrEnum):
    """The families of names that Arabic has for the months of the Gregorian year."""

    GULF = "gulf"  # the Gulf and the Nile
    LEVANT = "levant"
    BOTH = "both"
    MOROCCO = "morocco"
    ALGERIA = "algeria"  # and Tunisia


class Digits(StrEnum):
    LATN = "latn"
    ARAB = "arab"


class Theme(StrEnum):
    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Reader:
    """What a reader chose."""

    lang: Language = Language.AR
    months: Months = Months.GULF
    digits: Digits = Digits.LATN
    theme: Theme = Theme.AUTO

    @classmethod
    def of(cls, cookie: str | None, asked: Mapping[str, str]) -> Self:
        """What the address asks for, else the cookie, else the default; what is unknown is not
        heard."""
        known = dict(parse_qsl(cookie or "")) | dict(asked)
        return cls(
            _choice(Language, known.get("lang"), Language.AR),
            _choice(Months, known.get("months"), Months.GULF),
            _choice(Digits, known.get("digits"), Digits.LATN),
            _choice(Theme, known.get("theme"), Theme.AUTO),
        )

    @property
    def cookie(self) -> str:
        """All of it in one line."""
        names = ("lang", "months", "digits", "theme")
        return urlencode({name: getattr(self, name).value for name in names})

    @property
    def dir(self) -> str:
        """In which direction the page runs."""
        return "rtl" if self.lang is Language.AR else "ltr"

    def t(self, key: str, **gaps: object) -> str:
        """The words of the site under `key`. Raises KeyError when it has none."""
        words: str = _site()["words"][key][self.lang.value]
        return words.format(**gaps) if gaps else words

    def label(self, group: str, key: str) -> str:
        """What a value of a record is called ("statuses", "planned"); the value where unknown."""
        named = _site()["labels"][group].get(key)
        return key if named is None else str(named[self.lang.value])

    def kind(self, kind: str) -> str:
        """What a kind of event is called."""
        return _kinds().get(kind, {}).get(self.lang.value, kind)

    def mutual(self, kind: str) -> bool:
        """Whether all who take part in a kind of event do the same to each other."""
        return bool(_mutual().get(kind, False))

    def issue(self, issue: str) -> str:
        """What an issue is called."""
        return _issues().get(issue, {}).get(self.lang.value, issue)

    def country(self, code: str | None) -> str:
        """What a country is called; "" for none."""
        return _countries().get(code or "", {}).get(self.lang.value, code or "")

    def name(self, entity: Entity) -> str:
        """What somebody is called in the reader's language, where that is known."""
        return entity.name if self.lang is Language.AR else entity.name_en or entity.name

    def headline(self, told: Happening) -> str:
        """The headline of a happening."""
        return str(told.headline_ar if self.lang is Language.AR else told.headline_en)

    def number(self, number: int) -> str:
        """A whole number: 1,234."""
        return self.in_digits(f"{number:,}")

    def in_digits(self, text: str) -> str:
        """`text` with the digits of the reader's choice."""
        arab = self.lang is Language.AR and self.digits is Digits.ARAB
        return text.translate(_ARABIC_INDIC) if arab else text

    def count(self, what: str, number: int) -> str:
        """How many of something, in the grammar of the language: "3 stories", "قصتان"."""
        forms: list[str] = _site()["counts"][what][self.lang.value]
        return forms[_form(self.lang, number)].format(n=self.number(number))

    def day(self, day: date | None, *, weekday: bool = True) -> str:
        """A day in words, "" for none: Saturday 16 August 2025."""
        if day is None:
            return ""
        said = f"{day.day} {self.month(day.month)} {day.year}"
        if weekday:
            said = f"{_site()['weekdays'][self.lang.value][day.weekday()]} {said}"
        return self.in_digits(said)

    def month(self, month: int) -> str:
        """The name of a month, 1 to 12."""
        if self.lang is Language.EN:
            return str(_site()["months"]["en"][month - 1])
        families = _site()["months"]
        if self.months is Months.BOTH:
            return f"{families['levant'][month - 1]}/{families['gulf'][month - 1]}"
        return str(families[self.months.value][month - 1])

    def window(self, window: Window, *, weekday: bool = True) -> str:
        """A window of days in words, with what is not known said."""
        low, high = window.earliest, window.latest
        if low is None and high is None:
            return self.t("day_unknown")
        if low is not None and low == high:
            return self.day(low, weekday=weekday)
        if low is not None and high is not None and low.day == 1 and _ends_month(high):
            if (low.year, low.month) == (high.year, high.month):
                said = f"{self.month(low.month)} {low.year}"
                return self.t("within_period", period=self.in_digits(said))
            if low.year == high.year and (low.month, high.month) == (1, 12):
                return self.t("within_period", period=self.in_digits(str(low.year)))
        key = "until_day" if low is None else "from_day" if high is None else "between_days"
        return self.t(key, a=self._start(low, high), b=self.day(high, weekday=False))

    def _start(self, low: date | None, high: date | None) -> str:
        """The first day of a window without the month and the year that its last day says too."""
        if low is None or high is None or low.year != high.year:
            return self.day(low, weekday=False)
        month = "" if low.month == high.month else f" {self.month(low.month)}"
        return self.in_digits(f"{low.day}{month}")


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _form(lang: Language, number: int) -> int:
    """Which form of a counted noun: none, one, two, a few, many."""
    if lang is Language.EN:
        return 0 if number == 1 else 1
    if number <= 2:
        return number
    rest = number % 100
    return 3 if 3 <= rest <= 10 else 4 if rest > 10 else 5


def _choice(kind: type[_Choice], value: str | None, default: _Choice) -> _Choice:
    return next((one for one in kind if one.value == value), default)


def _site() -> dict[str, Any]:
    return load("site")


@cache
def _kinds() -> dict[str, dict[str, str]]:
    frames = (load(name, examples=False) for name in tables("frames_"))
    return {k["id"]: {"ar": k["ar"], "en": k["en"]} for frame in frames for k in frame["kind"]}


@cache
def _mutual() -> dict[str, bool]:
    frames = (load(name, examples=False) for name in tables("frames_"))
    return {k["id"]: k.get("mutual", False) for frame in frames for k in frame["kind"]}


@cache
def _issues() -> dict[str, dict[str, str]]:
    issues = load("issues", examples=False)["issue"]
    return {one["id"]: {"ar": one["ar"], "en": one["en"]} for one in issues}


@cache
def _countries() -> dict[str, dict[str, str]]:
    return {
        written["iso2"]: {"ar": written["name_ar"], "en": written["name_en"]}
        for written, _ in rows("countries")
    }
