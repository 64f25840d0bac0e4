"""What a slot of a happening is said to be, in words."""

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from waqai.model.chronicle import Slot, Window
from waqai.model.names import Entity
from waqai.web.cast import OF_ENTITIES
from waqai.web.foreign import foreign
from waqai.web.reader import Reader


def value_words(reader: Reader, slot: Slot, value: str, who: Mapping[str, Entity]) -> Markup:
    """A value of `slot` as `SlotValue.value` writes it, for a reader; `who` has the entities."""
    if slot in OF_ENTITIES:
        ids = [value] if value in who else value.split(" ")
        names = (reader.name(who[id]) if id in who else id for id in ids)
        return Markup(reader.t("comma")).join(map(foreign, names))
    if slot is Slot.DAY:
        return foreign(reader.window(window_of(value)))
    if slot is Slot.STATUS:
        return foreign(reader.label("statuses", value))
    if slot is Slot.FIGURES:
        return foreign(_figure(reader, value))
    return foreign(value)


def _figure(reader: Reader, value: str) -> str:
    """A number and what is counted: "12..15 قتيلا", "500.. مدني", "7 مدنيين"."""
    bounds, _, counted = value.partition(" ")
    low, ranges, high = bounds.partition("..")
    if not ranges:
        amount = low
    else:
        key = "at_most" if not low else "at_least" if not high else "from_to"
        gaps = {"at_most": {"b": high}, "at_least": {"a": low}, "from_to": {"a": low, "b": high}}
        amount = reader.t(key, **gaps[key])
    return f"{reader.in_digits(amount)} {counted}".strip()


def window_of(value: str) -> Window:
    """The window that a value writes: "2025-08-16", "2025-08-11/2025-08-17", "../2025-08-17"."""
    first, _, last = value.partition("/")
    return Window(_day(first), _day(last or first))


def _day(text: str) -> date | None:
    return None if text == ".." else date.fromisoformat(text)
