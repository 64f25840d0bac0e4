"""An actor: what it did, what it said and others say of it, what it holds, and with whom."""

from itertools import groupby

from fastapi import APIRouter

from waqai.chronicle.identity import position_id
from waqai.exports import findings
from waqai.store.queries import company, contested, entities, happenings
from waqai.store.queries.filters import Wanted
from waqai.store.queries.mentions import said
from waqai.store.queries.positions import of_actor
from waqai.web.asked import Asked
from waqai.web.cast import cast_of
from waqai.web.drawing import network, place_map
from waqai.web.errors import Refused
from waqai.web.screen import Listed, Shown, add

router = APIRouter(include_in_schema=False)
_QUOTES = 6
_COMPANIONS = 24
_LATEST = 12  # happenings that are shown


def show(asked: Asked) -> Shown:
    """The entity with the id of the path. Raises Refused when there is none."""
    connection, id = asked.chronicle.connection, asked.request.path_params["id"]
    one = entities.by_ids(connection, [id]).get(id)
    if one is None:
        raise Refused("not_found")
    counts = entities.counts(connection, id)
    where = Wanted(actors=[id]).condition()
    there = Wanted(places=[id]).condition()
    limit, offset = (
        (_LATEST, 0)
        if asked.table_rows is None and not asked.word("rows")
        else (asked.rows, asked.offset)
    )
    quotes = min(asked.rows, counts.statements) if asked.word("rows") else _QUOTES
    did = happenings.some(connection, where, limit, offset, latest_first=True)
    with_whom = company.companions(connection, id, _COMPANIONS)
    held = of_actor(connection, id)
    took_place = happenings.some(connection, there, _LATEST, latest_first=True)
    who = entities.by_ids(connection, [other.id for other in with_whom])
    names = {
        "one": one,
        "counts": counts,
        "titles": entities.titles(connection, id),
        "said": list(said(connection, id, quotes)),
        "did": did,
        "took_place": took_place,
        "took_place_total": happenings.count(connection, there),
        "contested": contested.slots_of(connection, [each.id for each in (*did, *took_place)]),
        "said_of": company.said_of(connection, id, _QUOTES),
        "with_whom": with_whom,
        "who": who,
        "network": network(asked.reader, one, with_whom, who) if with_whom else "",
        "map": place_map(asked.reader, one),
        "held": [(issue, list(ones)) for issue, ones in groupby(held, key=lambda p: p.issue)],
        "position_id": position_id,
    }

    def listed() -> Listed:
        who = cast_of(connection, did)
        rows = [findings.happening(each, who.__getitem__) for each in did]
        return Listed("happenings", counts.happenings, rows)

    return Shown(names, listed)


add(router, "/actor/{id:path}", "actor.html", show)
