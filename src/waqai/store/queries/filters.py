"""Which happenings are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select, true

from waqai.store import schema


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which happenings are asked for; None asks for all.

    `actors` and `places` are entity ids, one of which is enough. `first` and `last` are days: what
    may lie between them counts. `outlet` is one that tells of it.
    """

    actors: Sequence[str] | None = None
    places: Sequence[str] | None = None
    type: str | None = None
    status: str | None = None
    first: date | None = None
    last: date | None = None
    outlet: str | None = None

    def condition(self) -> ColumnElement[bool]:
        """The condition on a row of `happenings`."""
        one = schema.happenings.c
        said: list[ColumnElement[bool]] = [true()]
        if self.actors is not None:
            party = schema.parties.c
            said.append(one.id.in_(select(party.happening).where(party.entity.in_(self.actors))))
        if self.places is not None:
            said.append(one.place.in_(self.places))
        if self.type is not None:
            said.append(one.type == self.type)
        if self.status is not None:
            said.append(one.status == self.status)
        if self.outlet is not None:
            told, story = schema.tellings.c, schema.stories.c
            by_outlet = select(told.happening).join(schema.stories, story.id == told.story)
            said.append(one.id.in_(by_outlet.where(story.outlet == self.outlet)))
        return and_(*said, *between(one.earliest, one.latest, self.first, self.last))


def between(
    earliest: ColumnElement[str], latest: ColumnElement[str], first: date | None, last: date | None
) -> list[ColumnElement[bool]]:
    """That a window, open where null, may lie between two days."""
    said: list[ColumnElement[bool]] = []
    if first is not None:
        said.append(or_(latest.is_(None), latest >= first.isoformat()))
    if last is not None:
        said.append(or_(earliest.is_(None), earliest <= last.isoformat()))
    return said


def announced(actors: Sequence[str] | None) -> ColumnElement[bool]:
    """The condition on a row of `announcements`: one of `actors` announces it or takes part."""
    if actors is None:
        return true()
    one, party = schema.announcements.c, schema.parties.c
    takes_part = select(party.happening).where(party.entity.in_(actors))
    return or_(one.announced_by.in_(actors), one.happening.in_(takes_part))
