"""The date stamps of a page as rows: each once, with who gave it."""

from datetime import date, time

from waqai.model.annotated import DatedPage
from waqai.model.page import Stamp, StampRole
from waqai.store.rows.row import Row


def stamps_with_givers(page: DatedPage) -> list[tuple[Stamp, str | None]]:
    """Every stamp of the page with who gave it; the last are those that only a story knows."""
    stamps: list[tuple[Stamp, str | None]] = [(stamp, "source") for stamp in page.page.stamps]
    stamps += [(stamp, "text") for stamp in page.stamps]
    known = [stamp for stamp, _ in stamps]
    for story in page.stories:
        for stamp in story.annotated.story.stamps:
            if stamp not in known:
                known.append(stamp)
                stamps.append((stamp, None))
    return stamps


def stamp_row(stamp: Stamp, given_by: str | None) -> Row:
    return {
        "given_by": given_by,
        "day": stamp.day.isoformat(),
        "clock": stamp.clock and stamp.clock.isoformat(),
        "role": stamp.role.value,
        "text": stamp.text,
        "start": stamp.start,
        "end": stamp.end,
    }


def stamp_of(row: Row) -> Stamp:
    clock = row["clock"] and time.fromisoformat(row["clock"])
    day, role = date.fromisoformat(row["day"]), StampRole(row["role"])
    return Stamp(day, role, row["text"], row["start"], row["end"], clock)
