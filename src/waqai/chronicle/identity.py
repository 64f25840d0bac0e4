"""What makes two pages the same page: ids from content, never from order or place."""

import json
from hashlib import blake2b
from typing import Any

from waqai.model.chronicle import Conflict, Position
from waqai.model.page import Page, Stamp

_BYTES = 10  # 80 bits: no two of a million pages meet but once in two hundred billion chronicles
_SHORT = 8  # bytes: what is told apart is thousands, not millions


def page_id(page: Page) -> str:
    """The id of `page`: 20 hexadecimal digits, a digest of all that bears on its reading.

    That is its name, its text and what the source said of it (address, title, outlet, author,
    stamps). Where it was read from and in which encoding are not part of it: a folder copied
    elsewhere holds the same pages.
    """
    said = [page.url, page.title, page.outlet, page.author]
    content = [page.name, page.text, said, [_stamp(stamp) for stamp in page.stamps]]
    return blake2b(json.dumps(content).encode("ascii"), digest_size=_BYTES).hexdigest()


def story_id(page: str, position: int) -> str:
    """The id of the story that stands at `position` (from 0) on the page with the id `page`."""
    return f"{page}.{position}"


def announcement_id(happening: str) -> str:
    """The id of the announcement of the happening with the id `happening`: it has just one."""
    return f"a{happening.removeprefix('h')}"


def position_id(position: Position) -> str:
    """The id of `position`: made of the actor, the issue, the stance and what shows it first."""
    first = min((*position.sayings, *position.tellings), default=None)
    shown = None if first is None else [first.story, first.event, first in position.sayings]
    return "p" + _digest([position.actor, position.issue, position.stance, shown])


def conflict_id(conflict: Conflict) -> str:
    """The id of `conflict`: made of the happening, the slot and the values."""
    return "c" + _digest([conflict.happening, conflict.slot, [v.value for v in conflict.values]])


def _digest(content: list[Any]) -> str:
    return blake2b(json.dumps(content).encode("ascii"), digest_size=_SHORT).hexdigest()


def _stamp(stamp: Stamp) -> list[object]:
    clock = stamp.clock and stamp.clock.isoformat()
    return [stamp.day.isoformat(), stamp.role, stamp.text, stamp.start, stamp.end, clock]
