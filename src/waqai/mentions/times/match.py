"""What a reader of the grammar finds at a token."""

from dataclasses import dataclass, replace

from waqai.model.times import (
    Clock,
    DayPart,
    Direction,
    Portion,
    Reference,
    TimexType,
)


@dataclass(frozen=True, slots=True)
class Match:
    """A time expression over tokens `[begin, end)`, `clitics` letters cut off before it.

    `event` is the folded word of the event it counts from ("اليوم التالي للقمة": القمه);
    `silent` marks words that look like a time and are the name of a thing ("حركة 6 أبريل").
    """

    begin: int
    end: int
    clitics: int
    type: TimexType
    reference: Reference
    part: DayPart | None = None
    clock: Clock | None = None
    portion: Portion | None = None
    event: str | None = None
    silent: bool = False

    def widened(self, begin: int, clitics: int) -> "Match":
        """The same, beginning at an earlier token."""
        return replace(self, begin=begin, clitics=clitics)


def date(begin: int, end: int, clitics: int, reference: Reference) -> Match:
    """A match of type DATE."""
    return Match(begin, end, clitics, TimexType.DATE, reference)


#: Steps of a qualifier as a direction: "الماضي" lies behind, "المقبل" ahead.
def direction_of(steps: int) -> Direction:
    """The side on which something `steps` units away lies."""
    if steps < 0:
        return Direction.PAST
    return Direction.FUTURE if steps else Direction.PRESENT
