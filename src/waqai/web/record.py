"""The record of a story line by line: each statement and each event, with what it leads to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from waqai.exports.cast import plain
from waqai.exports.marks import anchor
from waqai.model.annotated import DatedStory
from waqai.model.chronicle import TellingKey, Window
from waqai.model.events import Event
from waqai.model.names import Entity
from waqai.model.page import Span
from waqai.model.statements import Statement
from waqai.web.source_link import Source
from waqai.web.spoken import window_of

_SHOWN = 90  # code points of a line's words


@dataclass(frozen=True, slots=True)
class Line:
    """A statement or an event of a story.

    `id` is its own anchor, `to` that of its words in the text, `source` the address that jumps to
    its sentence. `start` is where its words begin in the page's text.
    """

    id: str
    to: str
    start: int
    number: int
    words: str
    source: str | None
    day: Window
    statement: Statement | None = None
    event: Event | None = None
    speaker: Entity | None = None
    via: tuple[Entity, ...] = ()
    addressee: Entity | None = None
    actors: tuple[Entity, ...] = ()
    recipients: tuple[Entity, ...] = ()
    place: Entity | None = None
    happening: str | None = None

    @property
    def kind(self) -> str:
        """ "statement" or "event"."""
        return "event" if self.statement is None else "statement"


class Record:
    """The lines of a story that is the `number`th of its page, counted from 1.

    `who` gives the chronicle's entity for each of the story's, by index; `happenings` the
    happening that an event tells.
    """

    def __init__(
        self,
        text: str,
        story: DatedStory,
        number: int,
        source: Source,
        who: Mapping[int, Entity],
        happenings: Mapping[int, str],
    ) -> None:
        self._text = text
        self._story = story
        self._number = number
        self._source = source
        self._who = who
        self._happenings = happenings

    def lines(self) -> list[Line]:
        """All lines in the order of the text."""
        told = self._story.annotated
        found = [self._statement(n, said) for n, said in enumerate(told.statements)]
        found += [self._event(n, event) for n, event in enumerate(told.events)]
        return sorted(found, key=lambda line: (line.start, line.kind, line.number))

    def _statement(self, number: int, said: Statement) -> Line:
        timex = None if said.said is None else self._story.times[said.said]
        return Line(
            anchor("statement", 1, self._number, number),
            anchor("said", 1, self._number, number),
            said.start,
            number + 1,
            self._words(Span(said.start, said.end)),
            self._source.jump(said.start, min(said.end, said.start + _SHOWN)),
            Window() if timex is None else window_of(timex.earliest, timex.latest),
            statement=said,
            speaker=self._one(said.speaker),
            via=self._each(said.via),
            addressee=self._one(said.addressee),
        )

    def _event(self, number: int, event: Event) -> Line:
        day = self._story.event_days[number]
        by = None if event.statement is None else self._story.annotated.statements[event.statement]
        return Line(
            anchor("event", 1, self._number, number),
            anchor("told", 1, self._number, number),
            event.cue.start,
            number + 1,
            self._words(Span(event.start, event.end)),
            self._source.jump(*event.cue),
            window_of(day.earliest, day.latest),
            event=event,
            speaker=None if by is None else self._one(by.speaker),
            actors=self._each(event.actors),
            recipients=self._each(event.recipients),
            place=self._one(event.place),
            happening=self._happenings.get(number),
        )

    def _one(self, index: int | None) -> Entity | None:
        return None if index is None else self._who[index]

    def _each(self, indices: Iterable[int]) -> tuple[Entity, ...]:
        return tuple({self._who[i].id: self._who[i] for i in indices}.values())

    def _words(self, span: Span) -> str:
        words = plain(self._text, span)
        return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"


def at_telling(key: TellingKey) -> str:
    """The anchor that the words of an event have on the page of its story."""
    position = int(key.story.rpartition(".")[2])
    return anchor("told", 1, position + 1, key.event)


def beside(spans: Iterable[Span], lines: Iterable[Line]) -> Iterator[list[Line]]:
    """For each paragraph of a text, in its order, the lines whose words begin in it.

    What begins before a paragraph and after the one above stands beside the later one.
    """
    waiting = list(lines)
    for span in spans:
        count = sum(1 for line in waiting if line.start < span.end)
        yield waiting[:count]
        waiting = waiting[count:]
