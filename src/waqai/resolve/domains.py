"""Sets of days as bit sets: a Python integer, one bit a day.

A shift of days is a shift of bits, a weekday is a mask, what two references agree on is `&`.

Bit 0 stands for every day before the horizon and the highest bit for every day after it. So an
open side stays open through `&` and `shift`, and a set that still holds such a bit has no
earliest (or latest) day. A set is empty when no day of the horizon itself is left in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import chain

#: A set of days over a horizon. Combine sets of the same horizon with `&` and `|`.
Days = int

#: Kept small: a set over two centuries takes nine kilobytes.
_CACHED_SETS = 512


@dataclass(frozen=True)
class Horizon:
    """The days that a set can hold one by one, `first` to `last`.

    Raises ValueError when `last` lies before `first`.
    """

    first: date = date(1900, 1, 1)
    last: date = date(2100, 12, 31)

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a horizon runs forward: {self.first} … {self.last}")

    @cached_property
    def _origin(self) -> int:
        return self.first.toordinal() - 1  # of bit 0

    @cached_property
    def _top(self) -> int:
        return self.last.toordinal() - self._origin + 1  # the highest bit

    @cached_property
    def every(self) -> Days:
        """Every day, open on both sides: nothing is known."""
        return (1 << (self._top + 1)) - 1

    @cached_property
    def _inside(self) -> Days:
        return self.every & ~self._outside

    @cached_property
    def _outside(self) -> Days:
        return 1 | (1 << self._top)

    def window(self, earliest: date | None, latest: date | None) -> Days:
        """The days from `earliest` through `latest`; None leaves that side open."""
        low = 0 if earliest is None else self._bit(earliest)
        high = self._top if latest is None else self._bit(latest)
        return (1 << (high + 1)) - (1 << low) if low <= high else 0

    def of(self, days: Iterable[date]) -> Days:
        """Exactly these days."""
        found = 0
        for day in days:
            found |= 1 << self._bit(day)
        return found

    def weekday(self, number: int) -> Days:
        """The days that fall on the ISO weekday `number` (Monday 1 … Sunday 7)."""
        return self._weekdays[number]

    @cached_property
    def _weekdays(self) -> dict[int, Days]:
        week = {}
        for number in range(1, 8):
            start = 1 + (number - self.first.isoweekday()) % 7
            mask = 1 << start
            step = 7
            while step <= self._top:
                mask |= mask << step
                step *= 2
            week[number] = (mask & self._inside) | self._outside
        return week

    def calendar(
        self, month: int | None = None, day: int | None = None, weekday: int | None = None
    ) -> Days:
        """The days whose month, day of the month and ISO weekday are these; None fits all.

        >>> ERA.listed(ERA.calendar(12, 4, 4) & ERA.window(date(2020, 1, 1), date(2030, 1, 1)))
        [datetime.date(2025, 12, 4)]
        """
        return _calendar(self, month, day, weekday)

    def shift(self, days: Days, by: int) -> Days:
        """`days`, each `by` days later; an open side stays open."""
        return self.spread(days, by, by)

    def spread(self, days: Days, low: int | None, high: int | None) -> Days:
        """The days that lie `low` to `high` days after a day of `days`; None is without end."""
        if not days:
            return 0
        if low is None and high is None:
            return self.every
        if low is None or high is None:
            return self._reach(days, low, high)
        if low > high:
            return 0
        spread, width = self._moved(days, low), 1
        while width <= high - low:
            step = min(width, high - low + 1 - width)
            spread |= self._moved(spread, step)
            width += step
        return spread

    def _moved(self, days: Days, by: int) -> Days:
        """A shift in which the bits of the outside stand for as many days as it takes."""
        if by >= 0:
            moved = days << by
            if days & 1:
                moved |= (1 << (by + 1)) - 1
            over = moved >> self._top
            return (moved & (self.every >> 1)) | ((1 << self._top) if over else 0)
        moved = days >> -by
        if days & ((1 << (1 - by)) - 1):
            moved |= 1
        if days >> self._top:
            moved |= self.every & ~((1 << max(self._top + by, 0)) - 1)
        return moved

    def _reach(self, days: Days, low: int | None, high: int | None) -> Days:
        if high is None and low is not None:
            bit = 0 if days & 1 else (days & -days).bit_length() - 1 + low
            return self.every & ~((1 << min(max(bit, 0), self._top)) - 1)
        if high is not None:
            bit = self._top if days >> self._top else days.bit_length() - 1 + high
            return (1 << (min(max(bit, 0), self._top) + 1)) - 1
        return self.every

    def in_week(self, days: Days, by: int = 0) -> Days:
        """The days of the ISO weeks that lie `by` weeks after the week of a day of `days`."""
        mondays = self.spread(days, -6, 0) & self.weekday(1)
        return self.spread(mondays, 7 * by, 7 * by + 6)

    def is_empty(self, days: Days) -> bool:
        """Whether no day of the horizon is left."""
        return not days & self._inside

    def earliest(self, days: Days) -> date | None:
        """The first day; None when the set is empty or open on that side."""
        if days & 1 or self.is_empty(days):
            return None
        return self._day((days & -days).bit_length() - 1)

    def latest(self, days: Days) -> date | None:
        """The last day; None when the set is empty or open on that side."""
        if days >> self._top or self.is_empty(days):
            return None
        return self._day(days.bit_length() - 1)

    def only(self, days: Days) -> date | None:
        """The day, when there is exactly one."""
        if not days or days & (days - 1) or days & self._outside:
            return None
        return self._day(days.bit_length() - 1)

    def count(self, days: Days) -> int:
        """How many days of the horizon the set holds."""
        return (days & self._inside).bit_count()

    def holds(self, days: Days, day: date) -> bool:
        """Whether `day` is in the set."""
        return bool(days >> self._bit(day) & 1)

    def listed(self, days: Days) -> list[date]:
        """The days of the horizon in the set, in order."""
        inside = days & self._inside
        found = []
        while inside:
            lowest = inside & -inside
            found.append(self._day(lowest.bit_length() - 1))
            inside ^= lowest
        return found

    def _bit(self, day: date) -> int:
        return min(max(day.toordinal() - self._origin, 0), self._top)

    def _day(self, bit: int) -> date:
        return date.fromordinal(self._origin + bit)


@lru_cache(maxsize=_CACHED_SETS)
def _calendar(horizon: Horizon, month: int | None, day: int | None, weekday: int | None) -> Days:
    found = horizon.every if weekday is None else horizon.weekday(weekday)
    if month is None and day is None:
        return found
    outside = horizon.every ^ horizon.window(horizon.first, horizon.last)
    years = range(horizon.first.year, horizon.last.year + 1)
    months = range(1, 13) if month is None else (month,)
    parts = (_days_of(horizon, year, number, day) for year in years for number in months)
    return found & (horizon.of(chain.from_iterable(parts)) | outside)


def _days_of(horizon: Horizon, year: int, month: int, day: int | None) -> Iterable[date]:
    after = date(year + month // 12, month % 12 + 1, 1)
    length = (after - date(year, month, 1)).days
    numbers = range(1, length + 1) if day is None else range(day, min(day, length) + 1)
    for number in numbers:
        found = date(year, month, 1) + timedelta(days=number - 1)
        if horizon.first <= found <= horizon.last:
            yield found


#: The horizon that waqai dates news in.
ERA = Horizon()
