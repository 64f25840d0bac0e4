"""The tables of what all stories tell together; each row with the sentence that it begins with.

Of a happening that is its first telling, of an announcement its first turn, of a position what
shows it first; the table of events has every telling.
"""

from collections.abc import Iterable, Iterator

from waqai.chronicle.identity import announcement_id, conflict_id, position_id
from waqai.exports.findings import entities_of
from waqai.exports.tables.columns import (
    BETWEEN,
    DAY,
    EVIDENCE,
    NUMBER,
    PLACE,
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
    window,
    window_cells,
)
from waqai.model.chronicle import TellingKey
from waqai.store.queries import gathering
from waqai.store.queries.evidence import Evidence, events, headline, statements
from waqai.store.reading import Chronicle


def _happenings(chronicle: Chronicle) -> Iterator[Cells]:
    for id, one in gathering.happenings(chronicle.connection):
        yield {
            "id": id,
            "type": one.type.value,
            "kind": one.kind,
            "status": one.status.value,
            **window_cells(one.day),
            "headline_ar": one.headline_ar,
            "headline_en": one.headline_en,
            **parties_cells("actor", one.actors, chronicle),
            **parties_cells("recipient", one.recipients, chronicle),
            **place_cells(one.place, chronicle),
            "stories": one.stories,
            "outlets": one.outlets,
            "accounts": one.accounts,
            **evidence_cells(_first_event(chronicle, one.tellings)),
        }


def _announcements(chronicle: Chronicle) -> Iterator[Cells]:
    for _, one in gathering.announcements(chronicle.connection):
        yield {
            "id": announcement_id(one.happening),
            "happening": one.happening,
            **_headlines(chronicle, one.happening),
            "announced_on": one.announced_on,
            **party_cells("announced_by", one.announced_by, chronicle),
            **window_cells(one.due, "due"),
            "outcome": one.outcome.value,
            "held_on": one.held_on,
            **window_cells(one.moved_to, "moved"),
            "steps": len(one.steps),
            **evidence_cells(_first_event(chronicle, (step.telling for step in one.steps))),
        }


def _positions(chronicle: Chronicle) -> Iterator[Cells]:
    for _, one in gathering.positions(chronicle.connection):
        said = statements(chronicle.connection, one.sayings[:1])
        yield {
            "id": position_id(one),
            **party_cells("actor", one.actor, chronicle),
            "issue": one.issue,
            "stance": one.stance.value,
            **window_cells(one.day),
            "statements": len(one.sayings),
            "events": len(one.tellings),
            **evidence_cells(next(said, None) or _first_event(chronicle, one.tellings)),
        }


def _conflicts(chronicle: Chronicle) -> Iterator[Cells]:
    for _, one in gathering.conflicts(chronicle.connection):
        for rank, told in enumerate(one.values, 1):
            ids = entities_of(one, told)
            them = [chronicle.entity(id) for id in ids]
            yield {
                "id": conflict_id(one),
                "happening": one.happening,
                **_headlines(chronicle, one.happening),
                "slot": one.slot.value,
                "rank": rank,
                "value": BETWEEN.join(entity.name for entity in them) or told.value,
                "value_en": BETWEEN.join(entity.name_en or "" for entity in them) or None,
                "value_ids": ids,
                "tellings": len(told.tellings),
                **evidence_cells(_first_event(chronicle, told.tellings)),
            }


def _entities(chronicle: Chronicle) -> Iterator[Cells]:
    for id, one in gathering.entities(chronicle.connection):
        yield {
            "id": id,
            "kind": one.kind.value,
            "name": one.name,
            "name_en": one.name_en,
            "aliases": one.aliases,
            "country": one.country,
            "role": one.role,
            "body": one.body,
            "sector": one.sector,
            "latitude": one.latitude,
            "longitude": one.longitude,
        }


def _first_event(chronicle: Chronicle, keys: Iterable[TellingKey]) -> Evidence | None:
    return next(events(chronicle.connection, keys), None)


def _headlines(chronicle: Chronicle, happening: str) -> Cells:
    arabic, english = headline(chronicle.connection, happening)
    return {"headline_ar": arabic, "headline_en": english}


_HEADLINES = {"headline_ar": TEXT, "headline_en": TEXT}

HAPPENINGS = Table(
    "happenings",
    {
        **dict.fromkeys(("id", "type", "kind", "status"), TEXT),
        **window(),
        **_HEADLINES,
        **parties("actor"),
        **parties("recipient"),
        **PLACE,
        **dict.fromkeys(("stories", "outlets", "accounts"), WHOLE),
        **EVIDENCE,
    },
    _happenings,
)
ANNOUNCEMENTS = Table(
    "announcements",
    {
        "id": TEXT,
        "happening": TEXT,
        **_HEADLINES,
        "announced_on": DAY,
        **party("announced_by"),
        **window("due"),
        "outcome": TEXT,
        "held_on": DAY,
        **window("moved"),
        "steps": WHOLE,
        **EVIDENCE,
    },
    _announcements,
)
POSITIONS = Table(
    "positions",
    {
        "id": TEXT,
        **party("actor"),
        "issue": TEXT,
        "stance": TEXT,
        **window(),
        "statements": WHOLE,
        "events": WHOLE,
        **EVIDENCE,
    },
    _positions,
)
CONFLICTS = Table(
    "conflicts",
    {
        "id": TEXT,
        "happening": TEXT,
        **_HEADLINES,
        "slot": TEXT,
        "rank": WHOLE,
        "value": TEXT,
        "value_en": TEXT,
        "value_ids": TEXTS,
        "tellings": WHOLE,
        **EVIDENCE,
    },
    _conflicts,
)
ENTITIES = Table(
    "entities",
    {
        **dict.fromkeys(("id", "kind", "name", "name_en"), TEXT),
        "aliases": TEXTS,
        **dict.fromkeys(("country", "role", "body", "sector"), TEXT),
        "latitude": NUMBER,
        "longitude": NUMBER,
    },
    _entities,
)
