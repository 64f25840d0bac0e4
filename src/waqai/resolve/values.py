"""TIMEX3 values of lengths and sets, of times of day, and of times whose day is not known."""

from datetime import date, datetime
from fractions import Fraction
from itertools import chain
from zoneinfo import ZoneInfo

from waqai.model.times import (
    CalendarDate,
    Clock,
    DayPart,
    Duration,
    Interval,
    NamedPeriod,
    Quantity,
    Recurrence,
    Reference,
    Shift,
    Unit,
    Vague,
    Weekday,
)

_LETTERS = {
    Unit.SECOND: "S", Unit.MINUTE: "M", Unit.HOUR: "H", Unit.DAY: "D",
    Unit.WEEK: "W", Unit.MONTH: "M", Unit.YEAR: "Y",
}  # fmt: skip
_CLOCK_UNITS = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}
_AS_YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100}
#: A part of a unit that is said in the next smaller one: half an hour is thirty minutes.
_SMALLER = {
    Unit.HOUR: (Unit.MINUTE, 60), Unit.MINUTE: (Unit.SECOND, 60), Unit.DAY: (Unit.HOUR, 24),
    Unit.YEAR: (Unit.MONTH, 12),
}  # fmt: skip


def duration_value(said: Duration) -> str:
    """ISO 8601 for a length: P3Y, P2.5Y, PT1H30M, PXD where the number is open.

    >>> duration_value(Duration((Quantity(Fraction(1, 2), Unit.HOUR),)))
    'PT30M'
    """
    days, clock = "", ""
    for quantity in chain.from_iterable(map(_in_whole_units, said.quantities)):
        amount, unit = quantity.amount, quantity.unit
        if unit in _AS_YEARS:
            amount = None if amount is None else amount * _AS_YEARS[unit]
            unit = Unit.YEAR
        text = f"{'X' if amount is None else _decimal(amount)}{_LETTERS[unit]}"
        if unit in _CLOCK_UNITS:
            clock += text
        else:
            days += text
    return f"P{days}" + (f"T{clock}" if clock else "")


def _in_whole_units(quantity: Quantity) -> tuple[Quantity, ...]:
    """Half an hour as thirty minutes, an hour and a half as an hour and thirty minutes."""
    amount = quantity.amount
    if amount is None or amount.denominator == 1 or quantity.unit not in _SMALLER:
        return (quantity,)
    if amount > 1 and quantity.unit not in _CLOCK_UNITS:
        return (quantity,)
    unit, count = _SMALLER[quantity.unit]
    whole = int(amount)
    rest = (amount - whole) * count
    if rest.denominator != 1:
        return (quantity,)
    smaller = Quantity(rest, unit)
    return (Quantity(Fraction(whole), quantity.unit), smaller) if whole else (smaller,)


def _decimal(amount: Fraction) -> str:
    if amount.denominator == 1:
        return str(amount.numerator)
    return f"{float(amount):.2f}".rstrip("0")


def set_value(said: Recurrence, part: DayPart | None) -> str:
    """A set: P1W, XXXX-WXX-5 for a weekday, XXXX-XX-XXTMO for every morning."""
    if said.weekday is not None:
        return f"XXXX-WXX-{said.weekday}" + (f"T{part}" if part else "")
    if part is not None:
        return f"XXXX-XX-XXT{part}"
    return duration_value(Duration((said.every,)))


def clock_value(clock: Clock, day: date | None) -> str:
    """A time of day: T11:00, T20, T11:00Z, T11:00+03:00 (the zone's offset on `day`)."""
    text = f"T{clock.hour:02d}"
    offset = _offset(clock, day)
    if clock.minute is not None or offset:
        text += f":{clock.minute or 0:02d}"
    if clock.second is not None:
        text += f":{clock.second:02d}"
    return text + offset


def _offset(clock: Clock, day: date | None) -> str:
    if clock.zone is None:
        return ""
    if clock.zone == "UTC":
        return "Z"
    if day is None:
        return ""
    moment = datetime(
        day.year, day.month, day.day, clock.hour, clock.minute or 0, tzinfo=ZoneInfo(clock.zone)
    )
    offset = moment.strftime("%z")
    return f"{offset[:3]}:{offset[3:5]}"


def open_value(said: Reference) -> str:
    """The value of a time whose anchor is not known, X for every digit that is open."""
    match said:
        case Weekday(weekday=weekday):
            return f"XXXX-WXX-{weekday}"
        case CalendarDate(month=month, day=day):
            text = "XXXX" if month is None else f"XXXX-{month:02d}"
            return text if day is None else f"{text}-{day:02d}"
        case Shift(unit=unit, day=day, weekday=weekday):
            if weekday is not None:
                return f"XXXX-WXX-{weekday}"
            if day is not None:
                return f"XXXX-XX-{day:02d}"
            return _OPEN.get(unit, "XXXX-XX-XX")
        case NamedPeriod(unit=Unit.DAY):
            return "XXXX-XX-XX"
        case NamedPeriod(name=name):
            return f"XXXX-{name}"
        case Vague(direction=direction):
            return f"{direction.upper()}_REF"
        case Interval(first=first, last=last):
            return f"{open_value(first)}/{open_value(last)}"
        case _:
            return "XXXX"


_OPEN = {
    Unit.WEEK: "XXXX-WXX", Unit.WEEKEND: "XXXX-WXX-WE", Unit.MONTH: "XXXX-XX",
    Unit.YEAR: "XXXX", Unit.DECADE: "XXX", Unit.CENTURY: "XX",
}  # fmt: skip
