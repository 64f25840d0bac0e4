"""The chronicle as JSON lines: one object for each finding, and for all that stories tell and say.

The keys are promised: docs/json.md tells them, schema/lines.schema.json defines them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import orjson

from waqai.chronicle.references import Json
from waqai.exports import findings
from waqai.exports.named import whole
from waqai.model.chronicle import TellingKey
from waqai.store.queries import gathering, listing
from waqai.store.queries.evidence import Evidence, events, statements
from waqai.store.reading import Chronicle


def pieces(chronicle: Chronicle, what: Sequence[str]) -> Iterator[bytes]:
    """The lines of each table of `what`, by id; `record` says what an object is."""
    for name in what:
        record, objects = _RECORDS[name]
        for one in objects(chronicle):
            yield orjson.dumps({"record": record, **one}, option=orjson.OPT_APPEND_NEWLINE)


def sentence(shown: Evidence) -> Json:
    """The JSON object of a sentence and where it stands."""
    return {
        **findings.place(shown.place),
        "url": shown.place.url,
        "start": shown.excerpt.mention.start,
        "end": shown.excerpt.mention.end,
        "text": shown.excerpt.words,
        "sentence": str(shown.excerpt),
    }


def _happenings(chronicle: Chronicle) -> Iterator[Json]:
    for _, one in gathering.happenings(chronicle.connection):
        yield {
            **findings.happening(one, chronicle.entity),
            "evidence": _told(chronicle, one.tellings),
        }


def _events(chronicle: Chronicle) -> Iterator[Json]:
    for one in listing.told_events(chronicle.connection, chronicle.text):
        shown = one.shown
        assert shown.status is not None
        assert shown.day is not None
        yield {
            "id": f"{one.key.story}#{one.key.event}",
            "happening": one.happening,
            "type": one.type,
            "kind": one.kind,
            "mode": one.mode,
            "cameo": one.cameo,
            "status": shown.status.value,
            "mutual": one.mutual,
            "date": findings.window(shown.day),
            "actors": _parties(chronicle, one.actors),
            "recipients": _parties(chronicle, one.recipients),
            "place": _party(chronicle, one.place),
            "figures": list(one.figures),
            "by": _party(chronicle, shown.by),
            "evidence": [sentence(shown)],
        }


def _statements(chronicle: Chronicle) -> Iterator[Json]:
    for one in listing.statements_said(chronicle.connection, chronicle.text):
        yield {
            "id": f"{one.key.story}#{one.key.event}",
            "speaker": _party(chronicle, one.shown.by),
            "via": _parties(chronicle, one.via),
            "addressee": _party(chronicle, one.addressee),
            "act": one.act,
            "mode": one.mode,
            "verb": one.verb or None,
            "within": None if one.within is None else f"{one.key.story}#{one.within}",
            "evidence": [sentence(one.shown)],
        }


def _announcements(chronicle: Chronicle) -> Iterator[Json]:
    for _, one in gathering.announcements(chronicle.connection):
        yield {
            **findings.announcement(one, chronicle.entity),
            "evidence": _told(chronicle, (step.telling for step in one.steps)),
        }


def _positions(chronicle: Chronicle) -> Iterator[Json]:
    for _, one in gathering.positions(chronicle.connection):
        said = map(sentence, statements(chronicle.connection, one.sayings))
        yield {
            **findings.position(one, chronicle.entity),
            "evidence": [*said, *_told(chronicle, one.tellings)],
        }


def _conflicts(chronicle: Chronicle) -> Iterator[Json]:
    for _, one in gathering.conflicts(chronicle.connection):
        row = findings.conflict(one, chronicle.entity)
        for told, value in zip(row["values"], one.values, strict=True):
            told["evidence"] = _told(chronicle, value.tellings)
        yield row


def _entities(chronicle: Chronicle) -> Iterator[Json]:
    return (whole(one) for _, one in gathering.entities(chronicle.connection))


def _told(chronicle: Chronicle, keys: Iterable[TellingKey]) -> list[Json]:
    return [sentence(shown) for shown in events(chronicle.connection, keys)]


def _parties(chronicle: Chronicle, ids: Iterable[str]) -> list[Json]:
    return [findings.party(chronicle.entity(id)) for id in ids]


def _party(chronicle: Chronicle, id: str | None) -> Json | None:
    return None if id is None else findings.party(chronicle.entity(id))


_RECORDS: dict[str, tuple[str, Callable[[Chronicle], Iterator[Json]]]] = {
    "happenings": ("happening", _happenings),
    "events": ("event", _events),
    "statements": ("statement", _statements),
    "announcements": ("announcement", _announcements),
    "positions": ("position", _positions),
    "conflicts": ("conflict", _conflicts),
    "entities": ("entity", _entities),
}
