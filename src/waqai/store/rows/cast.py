"""The chronicle's entities as rows, and what becomes of each story in it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waqai.model.names import Entity, EntityKind
from waqai.model.publication import Publication, Reason
from waqai.store import schema
from waqai.store.rows.row import Parts, Row, day_of, iso, numbered
from waqai.store.wording import name_form

_FIELDS = ("name", "name_en", "transliterated", "country", "role", "body", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class StoryFinding:
    """A story in the chronicle: the text that it goes back to, who its entities are, and its day.

    `settled` is the publication that other stories tell, None where its own reading stands.
    """

    story: str
    account: str
    named: tuple[str, ...]
    settled: Publication | None


def entity_rows(entity: Entity) -> Parts:
    """The rows of an entity of the chronicle."""
    row = {name: getattr(entity, name) for name in _FIELDS}
    return {
        schema.chronicle_entities: [
            {"id": entity.id, "kind": entity.kind.value, "sector": entity.sector, **row}
        ],
        schema.aliases: [{"entity": entity.id, **row} for row in numbered(_aliases(entity))],
    }


def chronicle_entity_of(row: Row, aliases: Sequence[Row]) -> Entity:
    """The entity that `entity_rows` wrote."""
    return Entity(
        id=row["id"],
        kind=EntityKind(row["kind"]),
        aliases=tuple(alias["alias"] for alias in aliases if alias["listed"]),
        sector=row["sector"],
        **{name: row[name] for name in _FIELDS},
    )


def story_rows(found: StoryFinding) -> Parts:
    """The rows of what the chronicle finds of a story."""
    named = ({"entity": id} for id in found.named)
    rows: Parts = {
        schema.accounts: [{"story": found.story, "account": found.account}],
        schema.named: [{"story": found.story, **row} for row in numbered(named)],
    }
    if found.settled is not None:
        days = publication_row(found.settled)
        reasons = numbered(map(reason_row, found.settled.why))
        rows[schema.settled] = [{"story": found.story, **days}]
        rows[schema.settled_reasons] = [{"story": found.story, **row} for row in reasons]
    return rows


def publication_row(published: Publication) -> Row:
    """The columns `earliest`, `latest` and `likely`."""
    return {
        "earliest": iso(published.earliest),
        "latest": iso(published.latest),
        "likely": iso(published.likely),
    }


def publication_of(row: Row, reasons: Sequence[Row]) -> Publication:
    """The publication that `publication_row` wrote."""
    return Publication(
        day_of(row["earliest"]),
        day_of(row["latest"]),
        tuple(map(reason_of, reasons)),
        day_of(row["likely"]),
    )


def reason_row(reason: Reason) -> Row:
    return {
        "rule": reason.rule,
        "en": reason.en,
        "ar": reason.ar,
        "start": reason.start,
        "end": reason.end,
        "kept": reason.kept,
        "stories": json.dumps(reason.stories),
    }


def reason_of(row: Row) -> Reason:
    return Reason(
        row["rule"],
        row["en"],
        row["ar"],
        row["start"],
        row["end"],
        bool(row["kept"]),
        tuple(json.loads(row["stories"])),
    )


def _aliases(entity: Entity) -> Iterator[Row]:
    for name in (entity.name, entity.name_en):
        if name:
            yield {"alias": name, "folded": name_form(name), "listed": False}
    for alias in entity.aliases:
        yield {"alias": alias, "folded": name_form(alias), "listed": True}
