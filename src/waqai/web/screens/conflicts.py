"""Conflicts: where independent sources give values that cannot hold together."""

from fastapi import APIRouter

from waqai.exports import answers
from waqai.model.chronicle import Slot
from waqai.store.queries import disputes, evidence, happenings
from waqai.web.asked import Asked
from waqai.web.cast import disputed
from waqai.web.screen import Listed, Shown, add
from waqai.web.values import value_words

router = APIRouter(include_in_schema=False)
_SENTENCES = 3  # of a value that are shown


def show(asked: Asked) -> Shown:
    """A page of the conflicts, those of what most stories tell first."""
    connection, slot = asked.chronicle.connection, asked.one_of("slot", Slot)
    slots = disputes.by_slot(connection)
    total = sum(slots.values()) if slot is None else slots.get(slot, 0)
    found = disputes.some(connection, slot, asked.rows, asked.offset)
    names = {
        "found": [
            (
                one,
                [
                    (value, list(evidence.events(connection, value.tellings[:_SENTENCES])))
                    for value in one.values
                ],
            )
            for one in found
        ],
        "told": happenings.by_ids(connection, [one.happening for one in found]),
        "who": disputed(connection, found),
        "slots": slots,
        "total": total,
        "value_words": value_words,
    }

    def listed() -> Listed:
        return Listed("conflicts", total, answers.conflicts(asked.chronicle, found)["conflicts"])

    return Shown(names, listed)


add(router, "/conflicts", "conflicts.html", show)
