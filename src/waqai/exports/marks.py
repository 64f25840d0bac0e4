"""What the stages found in a page's text, as marks: times, names, numbers, sayings, events."""

from collections.abc import Iterator
from enum import IntEnum
from html import escape

from waqai.exports.annotations import stamp_span, stamp_value, stamps_in_residue
from waqai.exports.cast import Cast, plain
from waqai.exports.days import day_ar
from waqai.exports.nesting import Mark
from waqai.exports.summaries import event_line, statement_line
from waqai.exports.telling import (
    labels,
    listed,
    name_words,
    page_word,
    quantity_words,
    time_words,
)
from waqai.model.annotated import DatedPage, DatedStory, Timex
from waqai.model.events import Event, EventDay
from waqai.model.names import Entity, NameForm, QuantityMention
from waqai.model.page import Span, Stamp
from waqai.model.statements import Statement


class _Layer(IntEnum):
    """Of marks on the very same letters, which stands outside."""

    SAID = 0
    EVENT = 1
    CUE = 2
    TIME = 3
    NAME = 4
    QUANTITY = 5


class Spoken:
    """What marks say, in Arabic: when pointed at, and after the cue of an event."""

    def time(self, timex: Timex) -> str:
        """A time of a story."""
        return time_words(timex)

    def stamp(self, stamp: Stamp) -> str:
        """A date of the page itself."""
        said = labels()
        return listed((said["page"]["stamp"], said["roles"][stamp.role.value], day_ar(stamp.day)))

    def name(self, entity: Entity, form: NameForm, title: str | None) -> str:
        """A name, or the title before it."""
        return name_words(entity, form, title)

    def quantity(self, quantity: QuantityMention) -> str:
        """A number of something."""
        return quantity_words(quantity)

    def statement(self, text: str, story: DatedStory, cast: Cast, said: Statement) -> str:
        """Who says it, and how."""
        return statement_line(text, story, cast, said)

    def event(self, story: DatedStory, cast: Cast, event: Event, day: EventDay) -> str:
        """What happened, to whom and when."""
        return event_line(story, cast, event, day)

    def event_type(self, event: Event) -> str:
        """The word after the cue."""
        name: str = labels()["event_types"][event.type.value]
        return name

    def numbered(self, index: int) -> str:
        """A statement by its number, from 0."""
        return page_word("statement").format(n=index + 1)


ARABIC = Spoken()


def anchor(kind: str, page: int, story: int, index: int) -> str:
    """The id of a record of a story; `page` and `story` count from 1, `index` from 0."""
    return f"{kind}-{page}-{story}-{index + 1}"


def marks_of(page: DatedPage, number: int, words: Spoken = ARABIC) -> Iterator[Mark]:
    """The marks of the page that is the `number`th of its document, in no order."""
    for index, story in enumerate(page.stories, 1):
        cast = Cast(page.page.text, story)
        yield from (_time(timex, words) for timex in story.times)
        yield from _names(page.page.text, story, cast, (number, index), words)
        yield from _statements(page.page.text, story, cast, (number, index), words)
        yield from _events(story, cast, (number, index), words)
    for stamp in stamps_in_residue(page):
        if (span := stamp_span(stamp)) is not None:
            yield _stamp(stamp, span, words)


def number_link(to: str, index: int, words: Spoken = ARABIC) -> str:
    """The number of a statement, which leads to the words in the text or to the list."""
    spoken = escape(words.numbered(index))
    return f'<a class="n" href="#{to}" aria-label="{spoken}">{index + 1}</a>'


def event_class(type: str, status: str) -> str:
    """The classes of an event of the style sheet: its tone, and how it stands to the world."""
    return f"event {labels()['event_tones'][type]} {status}"


def _time(timex: Timex, words: Spoken) -> Mark:
    mention = timex.mention
    value = f"{timex.value} {mention.portion.value}" if mention.portion else timex.value
    attributes = _attributes(mention.type.value, words.time(timex))
    return Mark(
        mention.start, mention.end, "mark", attributes, _Layer.TIME, after=_shown_value(value)
    )


def _stamp(stamp: Stamp, span: Span, words: Spoken) -> Mark:
    attributes = _attributes("stamp", words.stamp(stamp))
    return Mark(*span, "mark", attributes, _Layer.TIME, after=_shown_value(stamp_value(stamp)))


def _names(
    text: str, story: DatedStory, cast: Cast, at: tuple[int, int], spoken: Spoken
) -> Iterator[Mark]:
    first = cast.first_mentions()
    for number, name in enumerate(story.annotated.names):
        entity = cast.of(name.entity)
        title = plain(text, name.title) if name.title else cast.title(entity)
        words = spoken.name(entity, name.form, title)
        yield Mark(
            name.start,
            name.end,
            "mark",
            _attributes(f"name {entity.kind.value}", words),
            _Layer.NAME,
            anchor=f'id="{anchor("name", *at, number)}"' if number in first else "",
        )
        if name.title is not None:
            yield Mark(*name.title, "mark", _attributes("title", words), _Layer.NAME)
    for quantity in story.annotated.quantities:
        attributes = _attributes("quantity", spoken.quantity(quantity))
        yield Mark(quantity.start, quantity.end, "mark", attributes, _Layer.QUANTITY)


def _statements(
    text: str, story: DatedStory, cast: Cast, at: tuple[int, int], spoken: Spoken
) -> Iterator[Mark]:
    for number, said in enumerate(story.annotated.statements):
        words = spoken.statement(text, story, cast, said)
        yield Mark(
            said.start,
            said.end,
            "span",
            _attributes(f"said {said.mode.value}", words),
            _Layer.SAID,
            anchor=f'id="{anchor("said", *at, number)}"',
            before=number_link(anchor("statement", *at, number), number, spoken),
        )
        yield Mark(*said.cue, "b", _attributes("cue", words), _Layer.CUE)


def _events(story: DatedStory, cast: Cast, at: tuple[int, int], spoken: Spoken) -> Iterator[Mark]:
    for number, (event, day) in enumerate(
        zip(story.annotated.events, story.event_days, strict=True)
    ):
        words = spoken.event(story, cast, event, day)
        type = escape(spoken.event_type(event))
        to_list = f'href="#{anchor("event", *at, number)}"'
        yield Mark(
            *event.cue,
            "mark",
            _attributes(event_class(event.type.value, event.status.value), words),
            _Layer.EVENT,
            anchor=f'id="{anchor("told", *at, number)}"',
            after=f'<a class="v" {to_list}>{type}</a>',
        )
        if event.operator is not None:
            yield Mark(*event.operator, "b", _attributes("operator", words), _Layer.CUE)


def _attributes(classes: str, words: str) -> str:
    return f'class="{classes}" title="{escape(words)}"'


def _shown_value(value: str) -> str:
    return f'<bdi class="v" dir="ltr">{escape(value)}</bdi>'
