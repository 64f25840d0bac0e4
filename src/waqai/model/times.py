"""Times as a text says them: references, which become days only when their anchor is known.

Units and types follow TIMEX3 (ISO-TimeML). Weekdays are ISO numbers: Monday 1 … Sunday 7.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Unit(StrEnum):
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Direction(StrEnum):
    """On which side of its anchor a time lies."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    UNKNOWN = "unknown"


class Anchor(StrEnum):
    """What a relative time counts from."""

    PUBLICATION = "publication"  # the day the story was published
    PREVIOUS = "previous"  # the day last spoken of in the story ("اليوم التالي")


class DayPart(StrEnum):
    """TIMEX3 parts of the day."""

    MORNING = "MO"
    NOON = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    DAYTIME = "DT"


class Portion(StrEnum):
    """TIMEX3 `mod` START, MID, END: which part of a month, year, week."""

    START = "START"
    MID = "MID"
    END = "END"


class CalendarSystem(StrEnum):
    GREGORIAN = "gregorian"
    HIJRI = "hijri"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. `minute` None: only the hour was said. `zone` is an IANA name or "UTC"."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date by the calendar, as far as it is said: "فبراير 2022", "الخميس 4 ديسمبر", "عام 2014".

    A missing year is to be found on the side `direction` of the anchor; `explicit` when a word
    said so ("الماضي", "المقبل"), else it was inferred from the clause. `year_shift` gives the year
    relative to the anchor's ("أكتوبر من العام الماضي": -1). `week` is a week of the month, or of
    the year where no month is said ("الأسبوع الثاني من شباط").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_shift: int | None = None
    week: int | None = None
    calendar: CalendarSystem = CalendarSystem.GREGORIAN
    direction: Direction = Direction.UNKNOWN
    explicit: bool = False
    anchor: Anchor = Anchor.PUBLICATION


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday without a date: "الجمعة", "يوم الخميس الماضي".

    `week_shift` when the week is named ("الاثنين من الأسبوع المقبل": 1); `skip` how many weeks
    further than the nearest ("الجمعة قبل الماضية": 1).
    """

    weekday: int
    direction: Direction = Direction.UNKNOWN
    explicit: bool = False
    week_shift: int | None = None
    skip: int = 0
    anchor: Anchor = Anchor.PUBLICATION


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit `by` units after that of the anchor: "أمس" (day, -1), "الشهر الماضي" (month, -1).

    `weekday` when the same day is named besides ("اليوم الأربعاء", "أمس الثلاثاء"); `day` the day
    within that month ("السابع من الشهر الجاري"), `week` the week within that month or year;
    `approximate` for "قبل نحو شهرين".
    """

    unit: Unit
    by: int
    anchor: Anchor = Anchor.PUBLICATION
    weekday: int | None = None
    day: int | None = None
    week: int | None = None
    approximate: bool = False
    calendar: CalendarSystem = CalendarSystem.GREGORIAN


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A part of a year that has a name: a season, feast, quarter or half.

    `name` is a key of the knowledge (season "SU", feast "eid_al_fitr", quarter "Q1", half "H2").
    """

    unit: Unit  # SEASON, DAY (a feast), QUARTER or HALF
    name: str
    year: int | None = None
    year_shift: int | None = None
    direction: Direction = Direction.UNKNOWN
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Era:
    """Ten or a hundred years: "تسعينيات القرن الماضي" is Era(1990, 10)."""

    first_year: int
    years: int


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that no calendar holds: "الأيام المقبلة", "الآن", "مؤخرا"."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many of one unit; `amount` None when the text leaves it open ("سنوات طويلة")."""

    amount: Fraction | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, biggest unit first: "عام وثلاثة أشهر".

    `direction` when it ends or begins now: "الأيام الثلاثة الماضية", "آخر 48 ساعة".
    """

    quantities: tuple[Quantity, ...]
    direction: Direction = Direction.UNKNOWN


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A set of times: "كل يوم جمعة", "أسبوعيا"."""

    every: Quantity
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """From one time through another, said as one: "بين 5 و7 أيار"."""

    first: "Reference"
    last: "Reference"


Reference = (
    CalendarDate | Weekday | Shift | NamedPeriod | Era | Vague | Duration | Recurrence | Interval
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A span of a story that names a time. `reference` is what it says, not yet a day.

    `anchor` is the index, in the story's times, of the one it counts from, where the reference's
    anchor is PREVIOUS and the story has such a time; else it counts from the publication day.
    """

    start: int
    end: int
    type: TimexType
    reference: Reference
    part: DayPart | None = None
    clock: Clock | None = None
    portion: Portion | None = None
    anchor: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Two neighbouring time mentions read as one range: "من الاثنين إلى الخميس".

    `first` and `last` are indices into the story's times.
    """

    start: int
    end: int
    first: int
    last: int
