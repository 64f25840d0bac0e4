"""The attributes of TIMEX3 tags: what a time means, and which times it hangs on."""

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import quoteattr

from waqai.exports.clean_text import xml_text
from waqai.exports.days import date_prefix
from waqai.model.annotated import DatedStory, Timex
from waqai.model.chronicle import Window
from waqai.model.publication import Publication
from waqai.model.times import (
    Anchor,
    CalendarDate,
    Direction,
    Duration,
    Interval,
    NamedPeriod,
    Shift,
    TimexType,
    Vague,
    Weekday,
)

_CREATION = "t0"
_UNKNOWN = "XXXX-XX-XX"
_UNKNOWN_LENGTH = "PXD"

Attributes = dict[str, str | None]


def creation(published: Publication) -> Attributes:
    """The tag of the day on which the story was published: the month or year that holds it."""
    value = date_prefix(Window(published.earliest, published.latest))
    return {
        "tid": _CREATION,
        "type": "DATE",
        "value": value or _UNKNOWN,
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }


def tag(attributes: Attributes) -> str:
    """An opening tag, without what is None."""
    written = (
        f" {name}={quoteattr(xml_text(value))}"
        for name, value in attributes.items()
        if value is not None
    )
    return f"<TIMEX3{''.join(written)}>"


class Tags:
    """The tags of one story: t1 for its first time, and so on; then those without text."""

    def __init__(self, story: DatedStory) -> None:
        self._story = story
        self._left_out: list[int] = []
        self._ends: list[Attributes] = []
        self._next = len(story.times)

    def of(self, index: int) -> Attributes:
        """The tag of the time at `index` of the story's times."""
        timex = self._story.times[index]
        if isinstance(timex.mention.reference, Interval) and "/" in timex.value:
            return self._interval(index, timex)
        return {
            "tid": _tid(index),
            "type": timex.mention.type.value,
            "value": timex.value,
            **_modifiers(timex),
            **_anchored(timex),
        }

    def leave_out(self, index: int) -> None:
        """Say that the time at `index` has no text of its own, so that others may yet name it."""
        self._left_out.append(index)

    def without_text(self) -> Iterator[Attributes]:
        """Times left out, then the ends of intervals and the ranges between two times."""
        yield from map(self.of, self._left_out)
        yield from self._ends
        for period in self._story.annotated.periods:
            first, last = (self._story.times[index] for index in (period.first, period.last))
            length = _length(first.value, last.value)
            yield self._range(self._new(), length, _tid(period.first), _tid(period.last))

    def _interval(self, index: int, timex: Timex) -> Attributes:
        """A range that is one time: a length from one day to another, each a tag of its own."""
        low, _, high = timex.value.partition("/")
        ends = [{"tid": self._new(), "type": "DATE", "value": value} for value in (low, high)]
        self._ends += [{**end, "temporalFunction": "true", "anchorTimeID": _CREATION}
                       for end in ends]  # fmt: skip
        first, last = (end["tid"] for end in ends)
        return self._range(_tid(index), _length(low, high), first, last)

    def _range(self, tid: str, length: str, first: str, last: str) -> Attributes:
        return {
            "tid": tid,
            "type": "DURATION",
            "value": length,
            "temporalFunction": "true",
            "beginPoint": first,
            "endPoint": last,
        }

    def _new(self) -> str:
        self._next += 1
        return f"t{self._next}"


def _tid(index: int) -> str:
    return f"t{index + 1}"


def _modifiers(timex: Timex) -> Attributes:
    mention = timex.mention
    about = isinstance(mention.reference, Shift) and mention.reference.approximate
    portion = None if mention.portion is None else mention.portion.value
    return {
        "mod": portion or ("APPROX" if about else None),
        "quant": "EVERY" if mention.type is TimexType.SET else None,
    }


def _anchored(timex: Timex) -> Attributes:
    """What it counts from; a length that ends or begins now has that end."""
    said, mention = timex.mention.reference, timex.mention
    if isinstance(said, Duration):
        ends = {Direction.PAST: "endPoint", Direction.FUTURE: "beginPoint"}
        point = ends.get(said.direction)
        return {} if point is None else {"temporalFunction": "true", point: _CREATION}
    if not _relative(timex):
        return {}
    previous = getattr(said, "anchor", None) is Anchor.PREVIOUS and mention.anchor is not None
    anchor = _tid(mention.anchor) if previous and mention.anchor is not None else _CREATION
    return {"temporalFunction": "true", "anchorTimeID": anchor}


def _relative(timex: Timex) -> bool:
    """Whether the words alone do not tell the time."""
    match timex.mention.reference:
        case CalendarDate(year=year) | NamedPeriod(year=year):
            return year is None
        case Shift() | Weekday() | Vague() | Interval():
            return True
        case _:
            return False


def _length(low: str, high: str) -> str:
    """How many days lie from one day through another, both counted."""
    try:
        days = (date.fromisoformat(high[:10]) - date.fromisoformat(low[:10])).days + 1
    except ValueError:  # a month, or a day that is not known
        return _UNKNOWN_LENGTH
    return f"P{days}D" if days > 0 else _UNKNOWN_LENGTH
