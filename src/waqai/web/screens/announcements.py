"""The ledger: what was announced, when it was due, and what came of it."""

from fastapi import APIRouter

from waqai.exports import answers
from waqai.model.chronicle import Outcome
from waqai.store.queries import changes, ledger
from waqai.web.asked import Asked
from waqai.web.cast import announced
from waqai.web.filters import Order, meant
from waqai.web.screen import Listed, Shown, add

router = APIRouter(include_in_schema=False)


def show(asked: Asked) -> Shown:
    """A page of the announcements that the address asks for, by the day they are due."""
    connection = asked.chronicle.connection
    actor, outcome = meant(asked, "actor"), asked.one_of("outcome", Outcome)
    order = asked.one_of("order", Order) or Order.LATEST
    ids = None if actor is None else actor.ids
    first, last = asked.day("from"), asked.day("to")
    wanted = ledger.Due(ids, outcome, first, last)
    total = ledger.count(connection, wanted)
    found = ledger.some(
        connection, wanted, asked.rows, asked.offset, latest_first=order is Order.LATEST
    )
    names = {
        "found": announced(connection, found),
        "total": total,
        "outcomes": ledger.outcomes(connection, ledger.Due(ids, None, first, last)),
        "actor": actor,
        "order": order.value,
        "orders": [one.value for one in Order],
        "values": [one.value for one in Outcome],
        "some": wanted != ledger.Due(),
        "last": changes.last_published(connection),
    }

    def listed() -> Listed:
        rows = answers.announcements(asked.chronicle, found)["announcements"]
        return Listed("announcements", total, rows)

    return Shown(names, listed)


add(router, "/announcements", "announcements.html", show)
