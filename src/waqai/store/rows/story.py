"""A dated story as the row of the story and the rows of its parts."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Table

from waqai.model.annotated import AnnotatedStory, DatedStory
from waqai.model.names import Entity
from waqai.model.page import Span, Stamp
from waqai.model.story import Story
from waqai.store import schema
from waqai.store.rows.cast import publication_of, publication_row, reason_row
from waqai.store.rows.events import (
    event_day_of,
    event_quantity_rows,
    event_row,
    events_of,
    role_rows,
)
from waqai.store.rows.names import (
    entity_of,
    entity_row,
    name_of,
    name_row,
    quantity_of,
    quantity_row,
)
from waqai.store.rows.row import Parts, Row, iso, numbered, span_if_any, span_row
from waqai.store.rows.statements import statement_row, statements_of, via_rows
from waqai.store.rows.times import period_of, period_row, time_of, time_row

_SAID = ("title", "outlet", "author", "agency", "dateline")


def story_row(story: DatedStory) -> Row:
    told, published = story.annotated.story, story.published
    return {
        **{name: getattr(told, name) for name in _SAID},
        **span_row("title", told.title_span),
        "published": iso(published.day),
        **publication_row(published),
    }


def story_parts(
    story: DatedStory, stamps: Sequence[Stamp]
) -> Iterator[tuple[Table, Iterable[Row]]]:
    """The rows of a story's parts by table, owners before what they own.

    `stamps` are those of its page. Raises ValueError when a list that is parallel to another has
    not its length.
    """
    found = story.annotated
    told = found.story
    yield schema.blocks, numbered({"start": a, "end": b} for a, b in told.blocks)
    yield schema.story_stamps, numbered({"stamp": stamps.index(stamp)} for stamp in told.stamps)
    yield schema.times, numbered(map(time_row, story.times))
    yield schema.periods, numbered(map(period_row, found.periods))
    yield schema.reasons, numbered(map(reason_row, story.published.why))
    yield schema.entities, numbered(map(entity_row, found.entities))
    yield schema.bearers, _bearer_rows(story)
    yield schema.names, numbered(map(name_row, found.names))
    yield schema.quantities, numbered(map(quantity_row, found.quantities))
    yield schema.statements, numbered(map(statement_row, found.statements))
    yield schema.statement_via, via_rows(found.statements)
    events = zip(found.events, story.event_days, strict=True)
    yield schema.events, numbered(event_row(event, day) for event, day in events)
    yield schema.event_roles, role_rows(found.events)
    yield schema.event_quantities, event_quantity_rows(found.events)


def story_of(row: Row, parts: Parts, stamps: Sequence[Stamp]) -> DatedStory:
    """The story that `story_row` and `story_parts` wrote."""
    told = Story(
        tuple(Span(b["start"], b["end"]) for b in parts[schema.blocks]),
        title_span=span_if_any("title", row),
        stamps=tuple(stamps[s["stamp"]] for s in parts[schema.story_stamps]),
        **{name: row[name] for name in _SAID},
    )
    times = tuple(map(time_of, parts[schema.times]))
    entities = tuple(map(entity_of, parts[schema.entities]))
    events = parts[schema.events]
    found = AnnotatedStory(
        told,
        tuple(timex.mention for timex in times),
        tuple(map(period_of, parts[schema.periods])),
        entities,
        tuple(map(name_of, parts[schema.names])),
        tuple(map(quantity_of, parts[schema.quantities])),
        tuple(statements_of(parts[schema.statements], parts[schema.statement_via])),
        tuple(events_of(events, parts[schema.event_roles], parts[schema.event_quantities])),
    )
    published = publication_of(row, parts[schema.reasons])
    resolved = _resolved(entities, parts[schema.bearers])
    return DatedStory(found, published, times, resolved, tuple(map(event_day_of, events)))


def _bearer_rows(story: DatedStory) -> Iterator[Row]:
    pairs = zip(story.annotated.entities, story.entities, strict=True)
    for position, (entity, resolved) in enumerate(pairs):
        if resolved != entity:
            yield {"position": position, **entity_row(resolved)}


def _resolved(entities: Sequence[Entity], bearers: Sequence[Row]) -> tuple[Entity, ...]:
    by_position = {row["position"]: entity_of(row) for row in bearers}
    return tuple(by_position.get(position, entity) for position, entity in enumerate(entities))
