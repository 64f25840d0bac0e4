"""The chronicle as one JSON object: all its findings, each with its evidence, and its pages.

The keys are promised: docs/json.md tells them, schema/chronicle.schema.json defines them.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import orjson

from waqai.chronicle.identity import announcement_id, conflict_id, position_id
from waqai.chronicle.references import Json
from waqai.exports import findings
from waqai.exports.annotations import published
from waqai.exports.named import whole
from waqai.model.annotated import DatedPage
from waqai.store.queries import gathering
from waqai.store.queries.evidence import Evidence, events, spans, statements
from waqai.store.reading import Chronicle


def pieces(chronicle: Chronicle) -> Iterator[bytes]:
    """The object in UTF-8, piece by piece, one finding a line, so that memory stays flat."""
    yield b'{"complete":' + orjson.dumps(chronicle.concluded)
    lists = {
        "entities": map(whole, chronicle.entities()),
        "happenings": _happenings(chronicle),
        "announcements": _announcements(chronicle),
        "positions": _positions(chronicle),
        "conflicts": _conflicts(chronicle),
        "judgements": map(findings.judgement, chronicle.judgements()),
        "pages": map(_page, chronicle.pages(settled=True)),
    }
    for name, rows in lists.items():
        yield f',\n"{name}":['.encode()
        between = b"\n"
        for row in rows:
            yield between + orjson.dumps(row)
            between = b",\n"
        yield b"\n]"
    yield b"}\n"


def _happenings(chronicle: Chronicle) -> Iterator[Json]:
    by_happening = groupby(spans(chronicle.connection), key=itemgetter(0))
    for (id, one), (same, told) in zip(
        gathering.happenings(chronicle.connection), by_happening, strict=True
    ):
        assert id == same
        place = {key: number for number, key in enumerate(one.tellings)}
        yield {
            **findings.happening(one, chronicle.entity),
            "evidence": [
                {"page": page, "story": story, "start": span.start, "end": span.end}
                for _, page, story, span in told
            ],
            "values": [
                {
                    "slot": value.slot.value,
                    "value": value.value,
                    "evidence": [place[key] for key in value.tellings],
                }
                for value in one.values
            ],
        }


def _announcements(chronicle: Chronicle) -> Iterator[Json]:
    for one in sorted(chronicle.announcements(), key=lambda one: announcement_id(one.happening)):
        shown = events(chronicle.connection, (step.telling for step in one.steps))
        yield {**findings.announcement(one, chronicle.entity), "evidence": _spans(shown)}


def _positions(chronicle: Chronicle) -> Iterator[Json]:
    for one in sorted(chronicle.positions(), key=position_id):
        shown = (
            *statements(chronicle.connection, one.sayings),
            *events(chronicle.connection, one.tellings),
        )
        yield {**findings.position(one, chronicle.entity), "evidence": _spans(shown)}


def _conflicts(chronicle: Chronicle) -> Iterator[Json]:
    for one in sorted(chronicle.conflicts(), key=conflict_id):
        row = findings.conflict(one, chronicle.entity)
        for told, value in zip(row["values"], one.values, strict=True):
            told["evidence"] = _spans(events(chronicle.connection, value.tellings))
        yield row


def _spans(shown: Iterable[Evidence]) -> list[Json]:
    """Where each sentence's words stand."""
    return [
        {
            "page": one.place.page,
            "story": one.place.position,
            "start": one.excerpt.mention.start,
            "end": one.excerpt.mention.end,
        }
        for one in shown
    ]


def _page(page: DatedPage) -> Json:
    return {
        "page": page.page.name,
        "url": page.page.url,
        "stories": [
            {
                "title": story.annotated.story.title,
                "outlet": story.annotated.story.outlet,
                "published": published(story.published),
            }
            for story in page.stories
        ],
    }
