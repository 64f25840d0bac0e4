"""Briefs as compact JSON, lists in the order of the records' fields, and back.

The size and the speed count here: a build reads the briefs of all stories again.
"""

from datetime import date
from fractions import Fraction
from typing import Any

import orjson

from waqai.model.chronicle import Brief, Figure, Report, Saying, Telling, TellingKey, Window
from waqai.model.events import EventType, Status
from waqai.model.names import Entity, EntityKind
from waqai.model.page import Span
from waqai.model.publication import Publication, Reason

_List = list[Any]
_UNKNOWN = Window()


def pack(brief: Brief) -> bytes:
    """The JSON of `brief`; `unpack` gives the brief back."""
    report = brief.report
    published = report.published
    return orjson.dumps(
        [
            [report.id, report.page, report.outlet, report.account],
            [
                published.earliest,
                published.latest,
                published.likely,
                list(map(_reason, published.why)),
            ],
            list(map(_telling, report.tellings)),
            list(map(_saying, report.sayings)),
            list(map(_entity, brief.entities)),
            brief.signature.hex(),
            brief.topic.hex(),
        ]
    )


def unpack(packed: bytes) -> Brief:
    """The brief that `pack` wrote."""
    about, published, tellings, sayings, entities, signature, topic = orjson.loads(packed)
    id, page, outlet, account = about
    earliest, latest, likely, why = published
    report = Report(
        id,
        page,
        outlet,
        Publication(_day(earliest), _day(latest), tuple(map(_reason_of, why)), _day(likely)),
        account,
        tuple(_telling_of(id, row) for row in tellings),
        tuple(_saying_of(id, row) for row in sayings),
    )
    kept = tuple(map(_entity_of, entities))
    return Brief(report, kept, bytes.fromhex(signature), bytes.fromhex(topic))


def _reason(reason: Reason) -> _List:
    return [
        reason.rule,
        reason.en,
        reason.ar,
        reason.start,
        reason.end,
        reason.kept,
        reason.stories,
    ]


def _reason_of(row: _List) -> Reason:
    rule, en, ar, start, end, kept, stories = row
    return Reason(rule, en, ar, start, end, kept, tuple(stories))


def _telling(told: Telling) -> _List:
    return [
        told.key.event,
        told.span.start,
        told.span.end,
        told.type,
        told.kind,
        told.status,
        told.cue,
        told.day.earliest,
        told.day.latest,
        told.mutual,
        told.actors,
        told.recipients,
        told.place,
        told.told_by,
        [[_number(f.low), _number(f.high), f.unit, f.of] for f in told.figures],
        told.words,
        told.gist,
    ]


def _telling_of(story: str, row: _List) -> Telling:
    return Telling(
        TellingKey(story, row[0]),
        Span(row[1], row[2]),
        _TYPES[row[3]],
        row[4],
        _STATUSES[row[5]],
        row[6],
        _window(row[7], row[8]),
        row[9],
        tuple(row[10]),
        tuple(row[11]),
        row[12],
        row[13],
        tuple(Figure(_fraction(low), _fraction(high), *of) for low, high, *of in row[14]),
        row[15],
        tuple(row[16]),
    )


def _saying(said: Saying) -> _List:
    return [
        said.key.event,
        said.span.start,
        said.span.end,
        said.speaker,
        said.act,
        said.verb,
        said.words,
        said.day.earliest,
        said.day.latest,
        said.via,
    ]


def _saying_of(story: str, row: _List) -> Saying:
    return Saying(
        TellingKey(story, row[0]),
        Span(row[1], row[2]),
        row[3],
        row[4],
        row[5],
        row[6],
        _window(row[7], row[8]),
        tuple(row[9]),
    )


def _entity(entity: Entity) -> _List:
    return [
        entity.id,
        entity.kind,
        entity.name,
        entity.name_en,
        entity.aliases,
        entity.country,
        entity.role,
        entity.transliterated,
        entity.body,
        entity.latitude,
        entity.longitude,
        entity.sector,
    ]


def _entity_of(row: _List) -> Entity:
    id, kind, name, name_en, aliases, *rest = row
    return Entity(id, _KINDS[kind], name, name_en, tuple(aliases), *rest)


def _number(bound: Fraction | None) -> str | None:
    return None if bound is None else str(bound)


def _fraction(written: str | None) -> Fraction | None:
    return None if written is None else Fraction(written)


def _window(earliest: str | None, latest: str | None) -> Window:
    if earliest is None and latest is None:
        return _UNKNOWN
    return Window(_day(earliest), _day(latest))


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


# a look-up is faster than the call of an Enum
_TYPES = {one.value: one for one in EventType}
_STATUSES = {one.value: one for one in Status}
_KINDS = {one.value: one for one in EntityKind}
