"""Actors: who is in the chronicle, who takes part in most first."""

from fastapi import APIRouter

from waqai.exports.named import whole
from waqai.model.names import EntityKind
from waqai.store.queries import company, entities
from waqai.web.asked import Asked
from waqai.web.filters import meant
from waqai.web.screen import Listed, Shown, add

router = APIRouter(include_in_schema=False)


def show(asked: Asked) -> Shown:
    """Whom a name means, or a page of all who take part in something."""
    connection = asked.chronicle.connection
    kind, name = asked.one_of("kind", EntityKind), meant(asked, "q")
    if name is None:
        active = company.active(connection, kind, asked.rows, asked.offset)
        total = company.count_active(connection, kind)
    else:
        found = [one for one in name.found if kind in (None, one.kind)]
        active = company.of(connection, [one.id for one in found])
        total = len(active)
    who = entities.by_ids(connection, [one.id for one in active])
    names = {
        "active": active,
        "who": who,
        "total": total,
        "name": name,
        "kinds": [one.value for one in EntityKind],
    }

    def listed() -> Listed:
        rows = [{**whole(who[one.id]), "happenings": one.happenings} for one in active]
        return Listed("entities", total, rows)

    return Shown(names, listed)


add(router, "/actors", "actors.html", show)
