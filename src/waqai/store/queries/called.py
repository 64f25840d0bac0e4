"""What the tellings of the chronicle call things, and in whose words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from waqai.model.chronicle import Slot
from waqai.model.names import EntityKind
from waqai.store import schema

_TOLD, _STORY, _EVENT = schema.tellings.c, schema.stories.c, schema.events.c


@dataclass(frozen=True, slots=True)
class Called:
    """`words` in `tellings` events of `kind`: the trigger (`of` is "act") or an unnamed party.

    `outlet` printed them; `by` is the id of the entity whose word it is, None where the outlet
    speaks itself.
    """

    words: str
    of: str
    kind: str
    outlet: str | None
    by: str | None
    tellings: int


def acts(connection: Connection, kinds: Iterable[str]) -> Iterator[Called]:
    """The triggers of events of these kinds."""
    value, one = schema.slot_values.c, schema.happenings.c
    group = (value.value, one.kind, _STORY.outlet, _TOLD.told_by)
    query = (
        select(*group, func.count().label("many"))
        .join_from(schema.happenings, schema.slot_values, value.happening == one.id)
        .join(
            schema.tellings,
            (_TOLD.happening == value.happening) & (_TOLD.position == value.telling),
        )
        .join(schema.stories, _STORY.id == _TOLD.story)
        .where(one.kind.in_(sorted(kinds)), value.slot == Slot.WORDING.value)
        .group_by(*group)
        .order_by(*group)
    )
    for row in connection.execute(query):
        yield Called(row.value, "act", row.kind, row.outlet, row.told_by, row.many)


def group_names(connection: Connection) -> tuple[str, ...]:
    """What groups without a name of their own are called."""
    who = schema.entities.c
    query = select(who.name).where(who.kind == EntityKind.GROUP.value).distinct()
    return tuple(connection.scalars(query.order_by(who.name)))


def parties(connection: Connection, names: Sequence[str]) -> Iterator[Called]:
    """The parties that are groups called by one of `names`."""
    role, who = schema.event_roles.c, schema.entities.c
    group = (who.name, role.role, _EVENT.kind, _STORY.outlet, _TOLD.told_by)
    query = (
        select(*group, func.count().label("many"))
        .join_from(
            schema.entities,
            schema.event_roles,
            (role.story == who.story) & (role.entity == who.position),
        )
        .join(schema.events, (_EVENT.story == role.story) & (_EVENT.position == role.event))
        .join(schema.tellings, (_TOLD.story == role.story) & (_TOLD.event == role.event))
        .join(schema.stories, _STORY.id == role.story)
        # SQLite is told that they are few, so that it begins with them
        .where(who.kind == EntityKind.GROUP.value, func.unlikely(who.name.in_(names)))
        .group_by(*group)
        .order_by(*group)
    )
    for row in connection.execute(query):
        yield Called(row.name, f"{row.role}s", row.kind, row.outlet, row.told_by, row.many)
