"""Findings as JSON objects: entities, happenings, announcements, positions, conflicts, sentences.

The keys are promised: docs/json.md tells them, schema/*.schema.json define them.
"""

from collections.abc import Callable, Iterable

from waqai.chronicle.identity import announcement_id, conflict_id, position_id
from waqai.chronicle.references import Json
from waqai.exports.annotations import iso, reason_row
from waqai.exports.named import whole
from waqai.model.chronicle import (
    Announcement,
    Conflict,
    Happening,
    Judgement,
    Position,
    Slot,
    SlotValue,
    Window,
)
from waqai.model.names import Entity
from waqai.store.queries.entities import Counts
from waqai.store.queries.evidence import Evidence, Place
from waqai.store.queries.search import Passage

#: Gives the entity with an id.
Who = Callable[[str], Entity]

_OF_ENTITIES = frozenset({Slot.PLACE, Slot.ACTORS, Slot.RECIPIENTS})


def window(days: Window) -> Json:
    """The JSON object of a window of days; an open side is null."""
    return {"earliest": iso(days.earliest), "latest": iso(days.latest)}


def party(entity: Entity) -> Json:
    """The JSON object of one who takes part, in short."""
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "name_en": entity.name_en,
        "aliases": list(entity.aliases),
    }


def happening(one: Happening, who: Who) -> Json:
    """The JSON object of a happening, without its evidence."""
    return {
        "id": one.id,
        "type": one.type.value,
        "kind": one.kind,
        "status": one.status.value,
        "date": window(one.day),
        "actors": [party(who(id)) for id in one.actors],
        "recipients": [party(who(id)) for id in one.recipients],
        "place": _one(one.place, who),
        "headline_ar": one.headline_ar,
        "headline_en": one.headline_en,
        "stories": one.stories,
        "outlets": one.outlets,
        "accounts": one.accounts,
        "why": [reason_row(reason) for reason in one.why],
    }


def announcement(one: Announcement, who: Who) -> Json:
    """The JSON object of an announcement, without its evidence."""
    return {
        "id": announcement_id(one.happening),
        "happening": one.happening,
        "announced_on": iso(one.announced_on),
        "announced_by": _one(one.announced_by, who),
        "due": window(one.due),
        "outcome": one.outcome.value,
        "held_on": iso(one.held_on),
        "moved_to": None if one.moved_to is None else window(one.moved_to),
        "steps": [
            {
                "status": step.status.value,
                "on": window(step.on),
                "due": window(step.due),
                "by": _one(step.by, who),
            }
            for step in one.steps
        ],
    }


def position(one: Position, who: Who) -> Json:
    """The JSON object of a position, without its evidence."""
    return {
        "id": position_id(one),
        "actor": party(who(one.actor)),
        "issue": one.issue,
        "stance": one.stance.value,
        "date": window(one.day),
    }


def conflict(one: Conflict, who: Who) -> Json:
    """The JSON object of a conflict, without its evidence."""
    return {
        "id": conflict_id(one),
        "happening": one.happening,
        "slot": one.slot.value,
        "values": [
            {
                "value": value.value,
                "entity": _one(ids[0], who) if len(ids) == 1 else None,
                "tellings": len(value.tellings),
            }
            for value in one.values
            for ids in (entities_of(one, value),)
        ],
    }


def entities_of(one: Conflict, value: SlotValue) -> tuple[str, ...]:
    """The ids of the entities that a value of a conflict names; of a side there may be several."""
    return tuple(value.value.split(" ")) if one.slot in _OF_ENTITIES else ()


def judgement(one: Judgement) -> Json:
    """The JSON object of what somebody judged."""
    return {"first": one.first, "second": one.second, "verdict": one.verdict.value}


def known(entity: Entity, counts: Counts, titles: Iterable[str]) -> Json:
    """The JSON object of an entity with how often the chronicle speaks of it."""
    return {
        **whole(entity),
        "titles": list(titles),
        "stories": counts.stories,
        "happenings": counts.happenings,
        "statements": counts.statements,
        "positions": counts.positions,
    }


def place(found: Place) -> Json:
    """The JSON object of a story that something stands in."""
    return {
        "page": found.page,
        "story": found.position,
        "story_id": found.story,
        "title": found.title,
        "outlet": found.outlet,
        "published": window(found.published),
    }


def evidence(shown: Evidence, who: Who) -> Json:
    """The JSON object of a sentence that shows something."""
    return {
        **place(shown.place),
        "start": shown.excerpt.mention.start,
        "end": shown.excerpt.mention.end,
        "text": shown.excerpt.words,
        "sentence": str(shown.excerpt),
        "status": None if shown.status is None else shown.status.value,
        "date": None if shown.day is None else window(shown.day),
        "by": _one(shown.by, who),
        "value": shown.value,
    }


def passage(found: Passage) -> Json:
    """The JSON object of a sentence that a search found."""
    start, end = found.span
    return {**place(found.place), "start": start, "end": end, "text": found.words}


def _one(id: str | None, who: Who) -> Json | None:
    return None if id is None else party(who(id))
