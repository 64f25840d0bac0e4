"""Annotations as JSON lines: one object a page, with its stories and what each holds and tells.

The keys are promised: docs/json.md tells them, schema/annotations.schema.json defines them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

import orjson

from waqai.chronicle.references import Json, encode, encode_clock
from waqai.exports import told
from waqai.exports.named import each_once, entities_of, name
from waqai.model.annotated import DatedPage, DatedStory, Timex
from waqai.model.page import Span, Stamp
from waqai.model.publication import Publication, Reason
from waqai.model.times import CalendarDate, Period


def lines(pages: Iterable[DatedPage]) -> Iterator[bytes]:
    """One line of UTF-8 for each page, with its line end."""
    for page in pages:
        yield orjson.dumps(annotation(page), option=orjson.OPT_APPEND_NEWLINE)


def annotation(page: DatedPage) -> Json:
    """The JSON object of one page."""
    text = page.page.text
    return {
        "page": page.page.name,
        "source": page.page.source,
        "url": page.page.url,
        "encoding": page.page.encoding,
        "stories": [_story(text, story) for story in page.stories],
        "residue": [[r.start, r.end] for r in page.residue],
        "residue_kinds": [r.kind.value for r in page.residue],
        "stamps": [_stamp(stamp) for stamp in (*page.page.stamps, *page.stamps)],
        "times": [_stamp_time(stamp) for stamp in stamps_in_residue(page)],
    }


def published(publication: Publication) -> Json:
    """The JSON object of a publication day: its value only when it is one day."""
    return {
        "value": iso(publication.day),
        "earliest": iso(publication.earliest),
        "latest": iso(publication.latest),
        "likely": iso(publication.likely),
        "why": [reason_row(reason) for reason in publication.why],
    }


def reason_row(reason: Reason) -> Json:
    """The JSON object of a reason."""
    return {
        "rule": reason.rule,
        "en": reason.en,
        "ar": reason.ar,
        "start": reason.start,
        "end": reason.end,
        "kept": reason.kept,
        "stories": list(reason.stories),
    }


def stamps_in_residue(page: DatedPage) -> list[Stamp]:
    """The date stamps in the text that stand in no story, in page order: times of the page."""
    blocks = sorted(block for story in page.stories for block in story.annotated.story.blocks)
    return [s for s in page.stamps if (span := stamp_span(s)) and not _touches(blocks, span)]


def stamp_span(stamp: Stamp) -> Span | None:
    """Where a stamp stands in the text, None when it stands outside."""
    if stamp.start is None or stamp.end is None:
        return None
    return Span(stamp.start, stamp.end)


def stamp_value(stamp: Stamp) -> str:
    """The TIMEX3 value of a stamp: the day, with the time of day in hours and minutes if given."""
    clock = "" if stamp.clock is None else f"T{stamp.clock:%H:%M}"
    return stamp.day.isoformat() + clock


def iso(day: date | None) -> str | None:
    """An ISO day, None for none."""
    return None if day is None else day.isoformat()


def _story(text: str, story: DatedStory) -> Json:
    found, piece, entities = story.annotated, story.annotated.story, entities_of(story)
    return {
        "blocks": [[start, end] for start, end in piece.blocks],
        "title": piece.title,
        "title_span": piece.title_span and list(piece.title_span),
        "outlet": piece.outlet,
        "author": piece.author,
        "agency": piece.agency,
        "dateline": piece.dateline,
        "published": published(story.published),
        "stamps": [_stamp(stamp) for stamp in piece.stamps],
        "times": [_time(text, timex) for timex in story.times],
        "periods": [_period(text, period) for period in found.periods],
        "entities": each_once(entities, range(len(entities))),
        "names": [name(text, mention, entities) for mention in found.names],
        "quantities": [told.quantity(text, mention) for mention in found.quantities],
        "statements": [told.statement(text, said, entities) for said in found.statements],
        "events": [
            told.event(text, event, day, entities)
            for event, day in zip(found.events, story.event_days, strict=True)
        ],
    }


def _time(text: str, timex: Timex) -> Json:
    mention = timex.mention
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "type": mention.type.value,
        "value": timex.value,
        "earliest": timex.earliest,
        "latest": timex.latest,
        "mod": mention.portion and mention.portion.value,
        "part": mention.part and mention.part.value,
        "clock": encode_clock(mention.clock),
        "anchor": mention.anchor,
        "reference": encode(mention.reference),
    }


def _stamp_time(stamp: Stamp) -> Json:
    """A date stamp in the shape of a time."""
    day, clock = stamp.day, stamp.clock
    return {
        "start": stamp.start,
        "end": stamp.end,
        "text": stamp.text,
        "type": "DATE" if clock is None else "TIME",
        "value": stamp_value(stamp),
        "earliest": day.isoformat(),
        "latest": day.isoformat(),
        "mod": None,
        "part": None,
        "clock": clock and {
            "hour": clock.hour, "minute": clock.minute, "second": clock.second or None, "zone": None
        },
        "anchor": None,
        "reference": encode(CalendarDate(day.year, day.month, day.day)),
    }  # fmt: skip


def _stamp(stamp: Stamp) -> Json:
    return {
        "day": stamp.day.isoformat(),
        "clock": None if stamp.clock is None else f"{stamp.clock:%H:%M:%S}",
        "role": stamp.role.value,
        "text": stamp.text,
        "start": stamp.start,
        "end": stamp.end,
    }


def _period(text: str, period: Period) -> Json:
    return {
        "start": period.start,
        "end": period.end,
        "text": text[period.start : period.end],
        "first": period.first,
        "last": period.last,
    }


def _touches(blocks: list[Span], span: Span) -> bool:
    """Whether `span` shares a character with one of `blocks`, which are sorted and disjoint."""
    after = bisect_right(blocks, (span.end - 1, len(blocks) and blocks[-1].end))
    return after > 0 and blocks[after - 1].end > span.start
