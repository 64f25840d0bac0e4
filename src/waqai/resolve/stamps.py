"""What a page's date stamps say of a story: evidence, not truth, the sharper the weaker."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from waqai.knowledge import load
from waqai.model.page import Stamp, StampRole
from waqai.model.story import Story
from waqai.resolve.domains import Days, Horizon
from waqai.resolve.evidence import FIRM, Evidence

#: The role whose stamp speaks for every story of a page alike.
_SHARED = StampRole.CLOCK


def stamp_evidence(
    stamps: Sequence[Stamp], story: Story, stories: Sequence[Story], horizon: Horizon
) -> list[Evidence]:
    """What `stamps` say of the publication day of `story`, which is one of `stories`.

    A stamp gives a family of steps: on that day, within a few days, within about a year. One
    that stands at another story of the page says less.
    """
    found: list[Evidence] = []
    for stamp in dict.fromkeys(stamps):
        place = "own" if _stands_at(stamp, story, stories) else "other"
        found += _steps(stamp, place, horizon)
    return found


def _steps(stamp: Stamp, place: str, horizon: Horizon) -> Iterator[Evidence]:
    role = stamp.role.value
    for step in load("dating")["stamp"][role][place]:
        name, weight = step["step"], step["weight"]
        yield Evidence(
            rule=f"stamp.{role}" if name == "day" else f"stamp.{role}.{name}",
            days=_days(stamp.day, step, horizon),
            weight=weight,
            family=f"stamp {role} {stamp.day} {stamp.start}",
            template=f"step.{name}",
            source="elsewhere" if place == "other" and stamp.start is not None else role,
            day=stamp.day,
            start=stamp.start,
            end=stamp.end,
            quiet=step.get("quiet", False) or weight < FIRM,
            decides=name == "day",
        )


def _days(day: date, step: dict[str, Any], horizon: Horizon) -> Days:
    earliest = _moved(day, step["from"]) if "from" in step else None
    return horizon.window(earliest, _moved(day, step["to"]))


def _moved(day: date, by: int) -> date:
    """`day` moved, but not past the end of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


def _stands_at(stamp: Stamp, story: Story, stories: Sequence[Story]) -> bool:
    """Whether no other story of the page stands between the stamp and `story`.

    What is said outside the text is said of the page's first story.
    """
    if stamp.role is _SHARED or len(stories) < 2:
        return True
    start, end = _extent(story)
    others = [_extent(other) for other in stories if other is not story]
    if stamp.start is None:
        return all(start <= other_start for other_start, _ in others)
    low, high = min(start, stamp.start), max(end, stamp.start)
    return not any(low <= at < high for at, _ in others) and not any(
        low < at <= high for _, at in others
    )


def _extent(story: Story) -> tuple[int, int]:
    start = min((block.start for block in story.blocks), default=0)
    if story.title_span is not None:
        start = min(start, story.title_span.start)
    return start, max((block.end for block in story.blocks), default=start)
