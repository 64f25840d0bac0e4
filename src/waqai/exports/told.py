"""What a story tells, as JSON: its quantities, statements and events."""

from fractions import Fraction

from waqai.chronicle.references import Json
from waqai.exports.named import Entities, each_once, one_or_none, words
from waqai.model.events import Event, EventDay
from waqai.model.names import QuantityMention
from waqai.model.statements import Statement

_EXACT = 2**53  # readers of JSON keep whole numbers exact up to here (RFC 8259, section 6)


def quantity(text: str, mention: QuantityMention) -> Json:
    """The JSON object of a number of something."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "low": _number(mention.low),
        "high": _number(mention.high),
        "unit": mention.unit,
        "of": mention.of,
    }


def statement(text: str, said: Statement, entities: Entities) -> Json:
    """The JSON object of a statement; `text` is the page's."""
    return {
        "start": said.start,
        "end": said.end,
        "text": text[said.start : said.end],
        "speaker": one_or_none(entities, said.speaker),
        "mode": said.mode.value,
        "act": said.act.value,
        "verb": said.verb or None,
        "cue": list(said.cue),
        "via": each_once(entities, said.via),
        "addressee": one_or_none(entities, said.addressee),
        "occasion": words(text, said.occasion),
        "said": said.said,
        "within": said.within,
    }


def event(text: str, told: Event, day: EventDay, entities: Entities) -> Json:
    """The JSON object of an event that happened, or is due, in the window `day`."""
    return {
        "start": told.start,
        "end": told.end,
        "text": text[told.start : told.end],
        "type": told.type.value,
        "kind": told.kind,
        "mode": told.mode,
        "cameo": told.cameo,
        "status": told.status.value,
        "mutual": told.mutual,
        "actors": each_once(entities, told.actors),
        "recipients": each_once(entities, told.recipients),
        "place": one_or_none(entities, told.place),
        "time": {
            "value": day.value,
            "earliest": day.earliest,
            "latest": day.latest,
            "first": told.time,
            "last": told.time if told.until is None else told.until,
        },
        "quantities": list(told.quantities),
        "cue": list(told.cue),
        "operator": told.operator and list(told.operator),
        "statement": told.statement,
    }


def _number(bound: Fraction | None) -> int | float | None:
    if bound is None:
        return None
    whole = bound.denominator == 1 and abs(bound) <= _EXACT
    return int(bound) if whole else float(bound)
