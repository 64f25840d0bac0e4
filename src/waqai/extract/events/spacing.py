"""How far an event lies from another: "بعد يوم من لقائهما", "غداة الزيارة"."""

from dataclasses import dataclass

from waqai.extract.events.field import Field
from waqai.extract.events.words import event_times
from waqai.model.times import Duration, TimexType, Unit

_LENGTH = {Unit.DAY: 1, Unit.WEEK: 7}
_JOINED = 3  # from "من" to the event that is counted from
_NEAR = 6  # from "من" to one that is told behind that: "بعد يوم من إعلانه عن لقاء"


@dataclass(frozen=True, slots=True)
class Spacing:
    """So many days from the day of another event; None: nobody says how many."""

    days: int | None


def spacing(field: Field, i: int) -> Spacing | None:
    """How the event at token `i` lies to that of its sentence, where it is counted from it.

    "أعلن ذلك بعد يوم من لقائهما": the meeting was a day before; "غداة لقائهما" likewise.
    """
    before = field.word(i - 1)
    if before in event_times("day_after"):
        return Spacing(-1)
    if before in event_times("day_before"):
        return Spacing(1)
    for k in range(i - 1, max(i - 1 - _NEAR, field.begins[i]), -1):
        begin = field.time_end.get(k)
        if begin is not None:
            passed = field.word(begin - 1) in event_times("passing")  # "بعد مرور عام على"
            sign = _sign(field.word(begin - 1 - passed))
            if not sign or field.word(k) not in event_times("joining"):
                return None
            return _spaced(field, begin, -sign) if i - k <= _JOINED else Spacing(None)
    return None


def ahead(field: Field, i: int) -> bool:
    """Whether the event at token `i` lies so many days ahead: "قبل أسبوع من عقد القمة"."""
    apart = spacing(field, i)
    return apart is not None and apart.days is not None and apart.days > 0


def opening(field: Field, i: int) -> Spacing | None:
    """How far from the day of the passage a sentence begins: "وبعد يومين زار", "قبل يوم من"."""
    first = field.begins[i]
    while field.word(first) == "\n":
        first += 1
    sign = _sign(field.word(first))
    if not sign or first + 1 not in field.time_at or first + 1 >= i:
        return None
    if field.times[field.time_at[first + 1][1]].type is not TimexType.DURATION:
        return None
    return _spaced(field, first + 1, sign)


def running_on(field: Field, i: int) -> int | None:
    """For how many days the sentence of token `i` says it goes on: "لليوم الرابع على التوالي"."""
    for k in range(field.begins[i], field.stops[i]):
        end, _ = field.time_at.get(k, (k, 0))
        if end > k and field.word(end - 1) in event_times("in_a_row"):
            days = _spaced(field, k, 1).days
            return days if days else None
    return None


def _sign(word: str) -> int:
    return (word in event_times("after")) - (word in event_times("before"))


def _spaced(field: Field, begin: int, sign: int) -> Spacing:
    """The length that begins at token `begin` in days, backwards where `sign` is negative."""
    reference = field.times[field.time_at[begin][1]].reference
    if not isinstance(reference, Duration) or len(reference.quantities) != 1:
        return Spacing(None)
    amount, unit = reference.quantities[0].amount, reference.quantities[0].unit
    if amount is None or unit not in _LENGTH or amount.denominator != 1:
        return Spacing(None)
    return Spacing(sign * int(amount) * _LENGTH[unit])
