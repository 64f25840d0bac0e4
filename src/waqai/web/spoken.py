"""What the marks of a text say when pointed at, in the reader's language."""

from datetime import date

from waqai.exports.cast import Cast
from waqai.exports.marks import Spoken
from waqai.exports.telling import quantity_words
from waqai.model.annotated import DatedStory, Timex
from waqai.model.chronicle import Window
from waqai.model.events import Event, EventDay
from waqai.model.names import Entity, NameForm, QuantityMention
from waqai.model.page import Stamp
from waqai.model.statements import Statement
from waqai.web.foreign import visible
from waqai.web.reader import Language, Reader


class SpokenTo(Spoken):
    """The words for one reader."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def time(self, timex: Timex) -> str:
        """Its type and the days in which it lies."""
        kind = self._reader.label("timex", timex.mention.type.value)
        window = window_of(timex.earliest, timex.latest)
        return self._listed(kind, "" if window == Window() else self._reader.window(window))

    def stamp(self, stamp: Stamp) -> str:
        """That the page bears it, and the day."""
        return self._listed(self._reader.t("story_stamp"), self._reader.day(stamp.day))

    def name(self, entity: Entity, form: NameForm, title: str | None) -> str:
        """Who it is, of which kind and country."""
        reader = self._reader
        country = reader.country(entity.country) if entity.country != entity.id else ""
        kind = reader.label("entity_kinds", entity.kind.value)
        return self._listed(visible(reader.name(entity)), kind, country, visible(title or ""))

    def quantity(self, quantity: QuantityMention) -> str:
        """Its bounds in digits, and what is counted, as written."""
        if self._reader.lang is Language.AR:
            return visible(quantity_words(quantity))
        low, high = quantity.low, quantity.high
        ends = ["" if end is None else f"{float(end):,g}" for end in (low, high)]
        bounds = ends[0] if low == high else "–".join(ends)
        return self._listed(
            self._reader.t("story_quantity"),
            bounds,
            quantity.unit or "",
            visible(quantity.of or ""),
        )

    def statement(self, text: str, story: DatedStory, cast: Cast, said: Statement) -> str:
        """Who says it, by which verb, how."""
        reader = self._reader
        who = (
            reader.t("story_unknown_speaker")
            if said.speaker is None
            else visible(reader.name(cast.of(said.speaker)))
        )
        about = (reader.label("modes", said.mode.value), reader.label("acts", said.act.value))
        verb = visible(" ".join(said.verb.split()))
        return self._listed(" — ".join(filter(None, (who, verb))), *about)

    def event(self, story: DatedStory, cast: Cast, event: Event, day: EventDay) -> str:
        """What, how it stands, who, to whom, when."""
        reader = self._reader
        window = window_of(day.earliest, day.latest)
        parties = (visible(reader.name(one)) for one in cast.each(event.actors + event.recipients))
        return self._listed(
            f"{self.event_type(event)}: {reader.kind(event.kind)}",
            reader.label("statuses", event.status.value),
            *parties,
            "" if window == Window() else reader.window(window),
        )

    def event_type(self, event: Event) -> str:
        """The name of its type."""
        return self._reader.label("types", event.type.value)

    def numbered(self, index: int) -> str:
        """The statement by its number."""
        return self._reader.t("story_statement", n=index + 1)

    def _listed(self, *parts: str) -> str:
        return self._reader.t("comma").join(dict.fromkeys(filter(None, parts)))


def window_of(earliest: str | None, latest: str | None) -> Window:
    """A window of ISO days as records have it."""
    return Window(
        None if earliest is None else date.fromisoformat(earliest),
        None if latest is None else date.fromisoformat(latest),
    )
