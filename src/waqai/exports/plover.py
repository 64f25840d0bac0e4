"""Events in PLOVER's data interchange format: a JSON record a line, its fields as the manual names
them; what PLOVER has no field for stands in fields of our own.

docs/exports.md tells the fields, schema/plover.schema.json defines them.
"""

from collections.abc import Iterator

import orjson

from waqai.chronicle.references import Json
from waqai.exports.annotations import iso
from waqai.exports.coding import Coded, code, coded_events, country, sector
from waqai.exports.findings import window
from waqai.model.chronicle import Window
from waqai.model.names import Entity
from waqai.store.queries.evidence import Evidence
from waqai.store.reading import Chronicle

_QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")


def pieces(chronicle: Chronicle) -> Iterator[bytes]:
    """The records, a line each. What has no day at all has none: PLOVER requires a date."""
    for one in coded_events(chronicle):
        if one.day != Window():
            yield orjson.dumps(record(one), option=orjson.OPT_APPEND_NEWLINE)


def record(one: Coded) -> Json:
    """The record of an event some of whose day is known."""
    told = one.announced
    return {
        "id": one.id,
        **_dates(one.day),
        "source": [_actor(entity) for entity in one.sources],
        "recipient": [_actor(entity) for entity in one.recipients],
        "event": [one.type],
        "mode": [one.mode] if one.mode else [],
        "context": list(one.contexts),
        "quad_code": _QUADS.index(one.quad) + 1,
        "event_scale": one.score,
        "event_loc": one.place and _location(one.place),
        "link": one.link,
        "event_text": [one.shown.excerpt.words],
        "text": str(one.shown.excerpt),
        "text_info": {
            "start": one.shown.excerpt.mention.start,
            "end": one.shown.excerpt.mention.end,
        },
        "cite_info": _citation(one.shown),
        "coder": "waqai",
        "comment": one.happening.headline_en,
        "kind": one.happening.kind,
        "status": "planned" if told else one.happening.status.value,
        "due": None if told is None else window(told.due),
        "outcome": None if told is None else told.outcome.value,
        "page": one.shown.place.page,
        "stories": one.happening.stories,
        "accounts": one.happening.accounts,
    }


def _dates(day: Window) -> Json:
    """The day; of a window its first and its last; `date_open` tells on which side it is open."""
    open_side = "before" if day.earliest is None else "after" if day.latest is None else None
    return {
        "date": iso(day.earliest or day.latest),
        "enddate": iso(day.latest) if open_side is None and day.day is None else None,
        "date_open": open_side,
    }


def _actor(entity: Entity) -> Json:
    return {
        "code": code(entity),
        "sector": sector(entity),
        "actor_text": entity.name,
        "identifier_text": entity.name_en,
        "office": entity.role,
        "id": entity.id,
    }


def _location(place: Entity) -> Json:
    """A location object; its fields are those of geonames.org."""
    return {
        "name": place.name_en or place.name,
        "alternatenames": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country code": place.country,
        "cc3": country(place),
    }


def _citation(shown: Evidence) -> Json:
    return {
        "url": shown.place.url,
        "title": shown.place.title,
        "language": "ar",
        "publication": shown.place.outlet,
        "date": iso(shown.place.published.day),
    }
