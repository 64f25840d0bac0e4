"""Evidence: one thing that a page says about the day a story was published."""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from waqai.knowledge import load
from waqai.model.story import Story
from waqai.model.times import TimeMention
from waqai.resolve.constraints import On, Unknown
from waqai.resolve.domains import Days

#: Evidence of this weight or more can move a window; what is lighter only picks a day in one.
FIRM = 100


@dataclass(frozen=True)  # no slots: the label is made once
class Evidence:
    """The publication day is one of `days`, as `rule` has it.

    `template` is the path of its wording in `knowledge/dating.toml`; `text`, `day`, `last`,
    `weekday` what the wording names. `family` joins the steps of one stamp, or all that one
    mention says: of a family only the sharpest is told. `start` and `end` are offsets of the page.
    `quiet` evidence is not worth a line when it is set aside; `decides` when it names a day or
    a weekday itself. What rests on other stories has their ids, and the names of their `pages`.
    """

    rule: str
    days: Days
    weight: int
    family: str
    template: str
    text: str = ""
    source: str = ""
    day: date | None = None
    last: date | None = None
    weekday: int | None = None
    start: int | None = None
    end: int | None = None
    quiet: bool = False
    decides: bool = False
    stories: tuple[str, ...] = ()
    pages: str = ""

    @cached_property
    def label(self) -> str:
        """A name that no other evidence of the story has."""
        return f"{self.rule} {self.day} {self.start} {self.end} {' '.join(self.stories)}"

    def about(self, unknown: Unknown) -> On:
        """The constraint that this evidence puts on `unknown`."""
        return On(unknown, self.days, self.weight, self.label)


def mention_evidence(
    rule: str,
    days: Days,
    mention: TimeMention,
    text: str,
    day: date | None = None,
    weekday: int | None = None,
) -> Evidence:
    """What `mention` says by `rule`, with the weight and wording that the knowledge gives it.

    `day` and `weekday` are what its wording names.
    """
    template = f"text.{rule}"
    row = wording_row(template)
    return Evidence(
        rule=rule,
        days=days,
        weight=row["weight"],
        family=f"text {mention.start}",
        template=template,
        text=text[mention.start : mention.end],
        day=day,
        weekday=weekday,
        start=mention.start,
        end=mention.end,
        quiet=row.get("quiet", False) or row["weight"] < FIRM,
        decides=rule.startswith(("today", "yesterday", "tomorrow")),
    )


@cache
def wording_row(template: str) -> dict[str, Any]:
    """The row of `knowledge/dating.toml` at a dotted path."""
    table = load("dating")
    for key in template.split("."):
        table = table[key]
    return table


def opening_end(story: Story) -> int:
    """Where the opening of a story ends: an offset into the page."""
    left = load("dating")["reach"]["opening"]
    body = story.title_span.end if story.title_span is not None else 0
    end = 0
    for block in story.blocks:
        start = max(block.start, body)
        if start >= block.end:
            continue
        end = min(block.end, start + left)
        left -= end - start
        if left <= 0:
            break
    return int(end)
