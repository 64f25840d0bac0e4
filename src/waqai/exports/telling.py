"""What is known of a time, a name, a number or an event, in Arabic words for people to read."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from waqai.exports.days import day_ar, window_ar
from waqai.knowledge import load, tables
from waqai.mentions.names.tables import rows
from waqai.model.annotated import Timex
from waqai.model.names import Entity, NameForm, QuantityMention


def labels() -> dict[str, Any]:
    """The words that waqai says itself."""
    return load("labels")


def page_word(key: str) -> str:
    """A word of the page itself ("statements", "unknown_speaker")."""
    word: str = labels()["page"][key]
    return word


def listed(words: Iterable[str | None]) -> str:
    """Words with the Arabic comma between; those that are missing or there already are left out."""
    comma: str = labels()["comma"]
    return comma.join(dict.fromkeys(word for word in words if word))


def time_words(timex: Timex) -> str:
    """A time's type, window and part of the day: "وقت، الجمعة 15 أغسطس 2025، مساء"."""
    said, mention = labels(), timex.mention
    return listed(
        (
            said["types"][mention.type.value],
            mention.portion and said["portions"][mention.portion.value],
            window_words(timex.earliest, timex.latest),
            mention.part and said["parts"][mention.part.value],
        )
    )


def window_words(earliest: str | None, latest: str | None) -> str:
    """A window of ISO days, open where None; "" when nothing is known."""
    low = None if earliest is None else date.fromisoformat(earliest)
    high = None if latest is None else date.fromisoformat(latest)
    if low is None and high is None:
        return ""
    if low == high:
        return window_ar(low, high)
    key = "until" if low is None else "from" if high is None else "window"
    return page_word(key).format(a=low and day_ar(low), b=high and day_ar(high))


def name_words(entity: Entity, form: NameForm, title: str | None) -> str:
    """A name's tooltip: the full name, kind, English, title, country, how it is named."""
    said = labels()
    english = entity.name_en and f"{entity.name_en}{'*' if entity.transliterated else ''}"
    return listed(
        (
            entity.name,
            english,
            said["entity_kinds"][entity.kind.value],
            title,
            country_of(entity),
            said["forms"].get(form.value),
        )
    )


def quantity_words(quantity: QuantityMention) -> str:
    """A number with its bounds and its unit or what is counted: "65,000 فأكثر، دولار أميركي"."""
    said, low, high = labels(), quantity.low, quantity.high
    if low is None:
        key = "open" if high is None else "at_most"
    else:
        key = "at_least" if high is None else "exactly" if low == high else "between"
    amount = said["amounts"][key].format(a=_number(low), b=_number(high))
    unit = quantity.unit and said["units"].get(quantity.unit, quantity.unit)
    return listed((said["page"]["quantity"], amount, unit, quantity.of))


def kind_name(kind: str) -> str | None:
    """What a kind of event is called, None for one that the frames do not know."""
    return _kind_names().get(kind)


def country_of(entity: Entity) -> str | None:
    """The Arabic name of an entity's country; None for none, and for the country itself."""
    if entity.country is None or entity.id == entity.country:
        return None
    return _country_names().get(entity.country)


@cache
def _kind_names() -> dict[str, str]:
    frames = (load(name, examples=False) for name in tables("frames_"))
    return {kind["id"]: kind["ar"] for frame in frames for kind in frame["kind"]}


@cache
def _country_names() -> dict[str, str]:
    return {written["iso2"]: written["name_ar"] for written, _ in rows("countries")}


def _number(bound: Fraction | None) -> str:
    """A number to read: 65,000,000 or 2.5.

    >>> _number(Fraction(65_000_000)), _number(Fraction(5, 2))
    ('65,000,000', '2.5')
    """
    if bound is None:
        return ""
    whole = Decimal(bound.numerator)  # a page may hold numbers that no float and no int's str does
    if bound.denominator == 1:
        return f"{whole:,f}"
    return f"{whole / bound.denominator:,.2f}".rstrip("0").rstrip(".")
