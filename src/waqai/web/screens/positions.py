"""Positions: what actors are on record as holding, on which issue, and since when."""

from collections import Counter
from collections.abc import Iterable, Sequence

from fastapi import APIRouter

from waqai.chronicle.identity import position_id
from waqai.exports import answers
from waqai.model.chronicle import Position, Stance
from waqai.store.queries import entities, evidence
from waqai.web.asked import Asked
from waqai.web.drawing import positions_grid
from waqai.web.filters import meant
from waqai.web.screen import Listed, Shown, add

router = APIRouter(include_in_schema=False)
_HOLDERS = 16  # actors in the grid; not those whom one story alone speaks of
_ISSUES = 6  # issues in the grid
_SENTENCES = 3  # of a position that are shown


def show(asked: Asked) -> Shown:
    """A page of the positions that the address asks for, and the grid of all of them."""
    connection, actor = asked.chronicle.connection, meant(asked, "actor")
    issue, stance = asked.word("issue"), asked.one_of("stance", Stance)
    every = asked.chronicle.positions()
    ids = None if actor is None else set(actor.ids)
    wanted = [
        one
        for one in every
        if (ids is None or one.actor in ids)
        and issue in (None, one.issue)
        and stance in (None, one.stance)
    ]
    shown = wanted[asked.offset : asked.offset + asked.rows]
    issues = _most((one.issue for one in wanted), _ISSUES)
    of_grid = (one.actor for one in wanted if "#" not in one.actor and one.issue in issues)
    holders = _most(of_grid, _HOLDERS)
    who = entities.by_ids(connection, [*holders, *(one.actor for one in shown)])
    cells = _cells(wanted)
    names = {
        "shown": [(one, position_id(one), _sentences(asked, one)) for one in shown],
        "total": len(wanted),
        "every": len(every),
        "holders": holders,
        "issues": issues,
        "grid": positions_grid(asked, [who[id] for id in holders], issues, cells),
        "all_issues": sorted({one.issue for one in every}, key=asked.reader.issue),
        "stances": [one.value for one in Stance],
        "who": who,
        "actor": actor,
        "some": len(wanted) < len(every) or actor is not None,
    }

    def listed() -> Listed:
        rows = answers.positions(asked.chronicle, shown)["positions"]
        return Listed("positions", len(wanted), rows)

    return Shown(names, listed)


def _most(values: Iterable[str], limit: int) -> list[str]:
    """The values that come most often."""
    counted = Counter(values)
    return sorted(counted, key=lambda value: (-counted[value], value))[:limit]


def _cells(found: Sequence[Position]) -> dict[tuple[str, str], list[Position]]:
    """The positions of each actor on each issue, the oldest first."""
    cells: dict[tuple[str, str], list[Position]] = {}
    for one in found:
        cells.setdefault((one.actor, one.issue), []).append(one)
    return cells


def _sentences(asked: Asked, one: Position) -> list[evidence.Evidence]:
    connection = asked.chronicle.connection
    said = list(evidence.statements(connection, one.sayings[:_SENTENCES]))
    return said + list(evidence.events(connection, one.tellings[: _SENTENCES - len(said)]))


add(router, "/positions", "positions.html", show)
