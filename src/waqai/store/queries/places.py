"""Where happenings took place, and how many at each place."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from waqai.store import schema

_ONE = schema.happenings.c


@dataclass(frozen=True, slots=True)
class Busy:
    """The id of a place, and how many happenings it saw."""

    id: str
    happenings: int


def busy(connection: Connection, where: ColumnElement[bool]) -> tuple[Busy, ...]:
    """The places of the happenings for which `where` holds, the place of most first."""
    many = func.count()
    query = (
        select(_ONE.place, many.label("many"))
        .where(where, _ONE.place.is_not(None))
        .group_by(_ONE.place)
        .order_by(many.desc(), _ONE.place)
    )
    return tuple(Busy(row.place, row.many) for row in connection.execute(query))
