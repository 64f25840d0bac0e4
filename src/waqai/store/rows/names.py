"""Entities, the names that mean them, and quantities as rows."""

from fractions import Fraction

import orjson

from waqai.model.names import Entity, EntityKind, NameForm, NameMention, QuantityMention
from waqai.store.rows.row import Row, span_if_any, span_row


def entity_row(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "name_en": entity.name_en,
        "aliases": orjson.dumps(entity.aliases).decode(),
        "country": entity.country,
        "role": entity.role,
        "transliterated": entity.transliterated,
        "body": entity.body,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "sector": entity.sector,
    }


def entity_of(row: Row) -> Entity:
    return Entity(
        row["id"],
        EntityKind(row["kind"]),
        row["name"],
        row["name_en"],
        tuple(orjson.loads(row["aliases"])),
        row["country"],
        row["role"],
        row["transliterated"],
        row["body"],
        row["latitude"],
        row["longitude"],
        row["sector"],
    )


def name_row(name: NameMention) -> Row:
    return {
        "start": name.start,
        "end": name.end,
        "entity": name.entity,
        **span_row("title", name.title),
        "form": name.form.value,
        "role": name.role,
        "country": name.country,
    }


def name_of(row: Row) -> NameMention:
    return NameMention(
        row["start"],
        row["end"],
        row["entity"],
        span_if_any("title", row),
        NameForm(row["form"]),
        row["role"],
        row["country"],
    )


def quantity_row(quantity: QuantityMention) -> Row:
    return {
        "start": quantity.start,
        "end": quantity.end,
        "low": _written(quantity.low),
        "high": _written(quantity.high),
        "unit": quantity.unit,
        "of": quantity.of,
    }


def quantity_of(row: Row) -> QuantityMention:
    return QuantityMention(
        row["start"],
        row["end"],
        _fraction(row["low"]),
        _fraction(row["high"]),
        row["unit"],
        row["of"],
    )


def _written(bound: Fraction | None) -> str | None:
    # as text: an integer column ends at 64 bits, and a real one rounds
    return None if bound is None else str(bound)


def _fraction(written: str | None) -> Fraction | None:
    return None if written is None else Fraction(written)
