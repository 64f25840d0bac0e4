"""Events as rows, each with its day, and those who take part in them."""

from collections.abc import Iterator, Sequence

from waqai.model.events import Event, EventDay, EventType, Status
from waqai.store.rows.row import Row, span_at, span_if_any, span_row

_ACTOR, _RECIPIENT = "actor", "recipient"


def event_row(event: Event, day: EventDay) -> Row:
    return {
        "start": event.start,
        "end": event.end,
        "type": event.type.value,
        "kind": event.kind,
        "mode": event.mode,
        "cameo": event.cameo,
        "status": event.status.value,
        "mutual": event.mutual,
        **span_row("cue", event.cue),
        **span_row("operator", event.operator),
        "place": event.place,
        "time": event.time,
        "until": event.until,
        "since": event.since,
        "days": event.days,
        "statement": event.statement,
        "value": day.value,
        "earliest": day.earliest,
        "latest": day.latest,
    }


def role_rows(events: Sequence[Event]) -> Iterator[Row]:
    for index, event in enumerate(events):
        for role, parties in ((_ACTOR, event.actors), (_RECIPIENT, event.recipients)):
            for position, entity in enumerate(parties):
                yield {"event": index, "role": role, "position": position, "entity": entity}


def event_quantity_rows(events: Sequence[Event]) -> Iterator[Row]:
    for index, event in enumerate(events):
        for position, quantity in enumerate(event.quantities):
            yield {"event": index, "position": position, "quantity": quantity}


def events_of(
    rows: Sequence[Row], roles: Sequence[Row], quantities: Sequence[Row]
) -> Iterator[Event]:
    """The events that were written, `roles` and `quantities` in the order of positions."""
    parties: dict[tuple[int, str], list[int]] = {}
    for row in roles:
        parties.setdefault((row["event"], row["role"]), []).append(row["entity"])
    counted: dict[int, list[int]] = {}
    for row in quantities:
        counted.setdefault(row["event"], []).append(row["quantity"])
    for index, row in enumerate(rows):
        yield Event(
            row["start"],
            row["end"],
            EventType(row["type"]),
            row["kind"],
            Status(row["status"]),
            span_at("cue", row),
            tuple(parties.get((index, _ACTOR), ())),
            tuple(parties.get((index, _RECIPIENT), ())),
            row["place"],
            row["time"],
            row["until"],
            tuple(counted.get(index, ())),
            row["statement"],
            row["mode"],
            row["cameo"],
            row["mutual"],
            span_if_any("operator", row),
            row["since"],
            row["days"],
        )


def event_day_of(row: Row) -> EventDay:
    return EventDay(row["value"], row["earliest"], row["latest"])
