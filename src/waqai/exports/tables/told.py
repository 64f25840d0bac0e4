"""The tables of what single stories tell and say: events, statements; and of the stories."""

from collections.abc import Iterator

from waqai.exports.tables.columns import (
    EVIDENCE,
    FLAG,
    PLACE,
    STORY,
    TEXT,
    TEXTS,
    WHOLE,
    Cells,
    Table,
    evidence_cells,
    parties,
    parties_cells,
    party,
    party_cells,
    place_cells,
    story_cells,
    window,
    window_cells,
)
from waqai.store.queries import listing
from waqai.store.reading import Chronicle


def _events(chronicle: Chronicle) -> Iterator[Cells]:
    for one in listing.told_events(chronicle.connection, chronicle.text):
        yield {
            "id": f"{one.key.story}#{one.key.event}",
            "happening": one.happening,
            "type": one.type,
            "kind": one.kind,
            "mode": one.mode,
            "cameo": one.cameo,
            "status": one.shown.status and one.shown.status.value,
            "mutual": one.mutual,
            **window_cells(one.shown.day),
            **parties_cells("actor", one.actors, chronicle),
            **parties_cells("recipient", one.recipients, chronicle),
            **place_cells(one.place, chronicle),
            "figures": one.figures,
            **party_cells("told_by", one.shown.by, chronicle),
            **evidence_cells(one.shown),
        }


def _statements(chronicle: Chronicle) -> Iterator[Cells]:
    for one in listing.statements_said(chronicle.connection, chronicle.text):
        yield {
            "id": f"{one.key.story}#{one.key.event}",
            "act": one.act,
            "mode": one.mode,
            "verb": one.verb or None,
            **party_cells("speaker", one.shown.by, chronicle),
            "via": tuple(chronicle.entity(id).name for id in one.via),
            "via_ids": one.via,
            **party_cells("addressee", one.addressee, chronicle),
            "within": None if one.within is None else f"{one.key.story}#{one.within}",
            **evidence_cells(one.shown),
        }


def _stories(chronicle: Chronicle) -> Iterator[Cells]:
    for one in listing.stories(chronicle.connection):
        yield {
            **story_cells(one.place),
            "position": one.place.position,
            "author": one.author,
            "agency": one.agency,
            "dateline": one.dateline,
            "account": one.account,
            "source": one.source,
        }


EVENTS = Table(
    "events",
    {
        **dict.fromkeys(("id", "happening", "type", "kind", "mode", "cameo", "status"), TEXT),
        "mutual": FLAG,
        **window(),
        **parties("actor"),
        **parties("recipient"),
        **PLACE,
        "figures": TEXTS,
        **party("told_by"),
        **EVIDENCE,
    },
    _events,
)
STATEMENTS = Table(
    "statements",
    {
        **dict.fromkeys(("id", "act", "mode", "verb"), TEXT),
        **party("speaker"),
        "via": TEXTS,
        "via_ids": TEXTS,
        **party("addressee"),
        "within": TEXT,
        **EVIDENCE,
    },
    _statements,
)
STORIES = Table(
    "stories",
    {
        **STORY,
        "position": WHOLE,
        **dict.fromkeys(("author", "agency", "dateline", "account", "source"), TEXT),
    },
    _stories,
)
