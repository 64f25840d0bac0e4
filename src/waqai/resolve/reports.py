"""A dated story as the chronicle needs it: its tellings and sayings, small enough to hold many."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from waqai.model.annotated import DatedStory, Timex
from waqai.model.chronicle import Brief, Figure, Report, Saying, Telling, TellingKey, Window
from waqai.model.events import Event, EventDay
from waqai.model.names import QuantityMention
from waqai.model.page import Page, Span
from waqai.model.statements import Statement
from waqai.resolve.gist import gist, sentence_end


def brief_of(id: str, page: Page, story: DatedStory, signature: bytes, topic: bytes = b"") -> Brief:
    """What `story`, the one with the id `id` on `page`, gives to the chronicle.

    `signature` and `topic` are those of its text (`copies.signature`, `neighbours.topics.topic`).
    """
    ids = tuple(map(str, range(len(story.entities))))
    return Brief(_report(id, page, story, ids), story.entities, signature, topic)


def _report(id: str, page: Page, story: DatedStory, ids: Sequence[str]) -> Report:
    found = story.annotated
    events = zip(found.events, story.event_days, strict=True)
    return Report(
        id,
        page.name,
        found.story.outlet or page.outlet,
        story.published,
        id,
        tuple(
            _telling(TellingKey(id, at), event, day, story, page.text, ids)
            for at, (event, day) in enumerate(events)
        ),
        tuple(
            _saying(TellingKey(id, at), said, story, page.text, ids)
            for at, said in enumerate(found.statements)
        ),
    )


def _telling(
    key: TellingKey, event: Event, day: EventDay, story: DatedStory, text: str, ids: Sequence[str]
) -> Telling:
    told_by = None
    if event.statement is not None:
        speaker = story.annotated.statements[event.statement].speaker
        told_by = None if speaker is None else ids[speaker]
    return Telling(
        key,
        Span(event.start, event.end),
        event.type,
        event.kind,
        event.status,
        text[event.cue.start : event.cue.end],
        window_of(day),
        event.mutual,
        tuple(dict.fromkeys(ids[actor] for actor in event.actors)),
        tuple(dict.fromkeys(ids[recipient] for recipient in event.recipients)),
        None if event.place is None else ids[event.place],
        told_by,
        tuple(_figure(story.annotated.quantities[at]) for at in event.quantities),
        text[event.start : sentence_end(text, Span(event.start, event.end))],
        gist(text, event.cue),
    )


def _saying(
    key: TellingKey, said: Statement, story: DatedStory, text: str, ids: Sequence[str]
) -> Saying:
    published = Window(story.published.earliest, story.published.latest)
    when = published
    if said.said is not None:
        when = window_of(story.times[said.said])
    return Saying(
        key,
        Span(said.start, said.end),
        None if said.speaker is None else ids[said.speaker],
        said.act.value,
        said.verb,
        text[said.start : said.end],
        when if when.earliest or when.latest else published,
        tuple(ids[carrier] for carrier in said.via),
    )


def window_of(day: EventDay | Timex) -> Window:
    """The window of a solved day, whose ends are written."""
    return Window(_day(day.earliest), _day(day.latest))


def _figure(quantity: QuantityMention) -> Figure:
    return Figure(quantity.low, quantity.high, quantity.unit, quantity.of)


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def named(report: Report, ids: Sequence[str], account: str) -> Report:
    """`report`, whose entities are positions, with the chronicle's `ids` and its account."""

    def one(position: str | None) -> str | None:
        return None if position is None else ids[int(position)]

    def many(positions: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids[int(position)] for position in positions))

    return replace(
        report,
        account=account,
        tellings=tuple(
            replace(
                telling,
                actors=many(telling.actors),
                recipients=many(telling.recipients),
                place=one(telling.place),
                told_by=one(telling.told_by),
            )
            for telling in report.tellings
        ),
        sayings=tuple(
            replace(saying, speaker=one(saying.speaker), via=many(saying.via))
            for saying in report.sayings
        ),
    )
