"""Announcements as rows, each with its history."""

from collections.abc import Iterator, Sequence

from waqai.chronicle.identity import announcement_id
from waqai.model.chronicle import Announcement, Outcome, Step, Window
from waqai.model.events import Status
from waqai.store import schema
from waqai.store.rows.happenings import key_of, window_of, window_row
from waqai.store.rows.row import Parts, Row, day_of, iso, numbered


def announcement_rows(one: Announcement) -> Parts:
    """The rows of an announcement."""
    id = announcement_id(one.happening)
    row = {
        "id": id,
        "happening": one.happening,
        "announced_on": iso(one.announced_on),
        "announced_by": one.announced_by,
        **window_row(one.due, "due"),
        "outcome": one.outcome.value,
        "held_on": iso(one.held_on),
        "moved": one.moved_to is not None,
        **window_row(one.moved_to or Window(), "moved"),
    }
    return {
        schema.announcements: [row],
        schema.steps: [{"announcement": id, **step} for step in numbered(_steps(one))],
    }


def announcement_of(row: Row, steps: Sequence[Row]) -> Announcement:
    """The announcement that `announcement_rows` wrote."""
    return Announcement(
        row["happening"],
        day_of(row["announced_on"]),
        row["announced_by"],
        window_of(row, "due"),
        Outcome(row["outcome"]),
        day_of(row["held_on"]),
        window_of(row, "moved") if row["moved"] else None,
        tuple(
            Step(
                Status(step["status"]),
                window_of(step, "told"),
                window_of(step, "due"),
                step["by"],
                key_of(step),
            )
            for step in steps
        ),
    )


def _steps(one: Announcement) -> Iterator[Row]:
    for step in one.steps:
        yield {
            "status": step.status.value,
            **window_row(step.on, "told"),
            **window_row(step.due, "due"),
            "by": step.by,
            "story": step.telling.story,
            "event": step.telling.event,
        }
