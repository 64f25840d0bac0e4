"""Today: what changed since a day, what is due in the days to come, what is overdue."""

from datetime import date, datetime, timedelta

from fastapi import APIRouter

from waqai.exports import findings
from waqai.model.chronicle import Outcome
from waqai.store.queries import changes, contested, entities, happenings, ledger
from waqai.web.asked import Asked
from waqai.web.cast import announced, cast_of, disputed
from waqai.web.news import new_conflicts, new_positions
from waqai.web.screen import Listed, Shown, add
from waqai.web.values import value_words

router = APIRouter(include_in_schema=False)
_DAY = timedelta(days=1)


def show(asked: Asked) -> Shown:
    """What changed from `since` through `on`; both are days of the address.

    Without `on` the last day counts on which something was published, so that a chronicle of
    another year opens on its own last day.
    """
    connection, rows = asked.chronicle.connection, asked.rows
    on = asked.day("on") or changes.last_published(connection, _now()) or _now()
    since = min(asked.day("since") or on - _DAY, on)
    changed = changes.changes(connection, since, on)
    new, told = changed.new[:rows], changed.told[:rows]
    found = happenings.by_ids(connection, [*new, *told])
    due = ledger.Due(
        outcome=Outcome.OPEN,
        first=on,
        last=on + timedelta(days=asked.settings.ahead_days),
        within=True,
    )
    over = ledger.Due(outcome=Outcome.OPEN, over=on)
    coming = announced(connection, ledger.some(connection, due, rows))
    overdue = announced(connection, ledger.some(connection, over, rows, latest_first=True))
    conflicts = new_conflicts(connection, (*changed.new, *changed.told), since, on)
    positions = new_positions(connection, asked.chronicle.positions(), since, on)
    names = {
        "on": on,
        "since": since,
        "published": changes.published(connection, since, on),
        "ahead": asked.settings.ahead_days,
        "new": [found[id] for id in new],
        "new_total": len(changed.new),
        "told": [found[id] for id in told],
        "told_total": len(changed.told),
        "due": coming,
        "due_total": ledger.count(connection, due),
        "overdue": overdue,
        "overdue_total": ledger.count(connection, over),
        "conflicts": conflicts[:rows],
        "conflicts_total": len(conflicts),
        "in_conflict": happenings.by_ids(connection, [one.happening for one in conflicts[:rows]]),
        "in_dispute": disputed(connection, conflicts[:rows]),
        "value_words": value_words,
        "positions": positions[:rows],
        "positions_total": len(positions),
        "holders": entities.by_ids(connection, [one.actor for one in positions[:rows]]),
        "contested": contested.slots_of(connection, found),
    }

    def listed() -> Listed:
        who = cast_of(connection, list(found.values()))
        rows = [
            {"change": change, **findings.happening(found[id], who.__getitem__)}
            for change, ids in (("new", new), ("told", told))
            for id in ids
        ]
        return Listed("changes", len(changed.new) + len(changed.told), rows)

    return Shown(names, listed)


def _now() -> date:
    return datetime.now().astimezone().date()


add(router, "/today", "today.html", show)
