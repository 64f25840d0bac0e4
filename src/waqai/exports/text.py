"""Annotations for a terminal: each story, its day with the reasons, its times in their sentences.

A line is of one direction, Latin or Arabic, so that it reads well in terminals that turn Arabic
and in those that do not.
"""

from collections.abc import Iterator

from rich.text import Text

from waqai.chronicle.excerpts import excerpt, opening
from waqai.exports.annotations import stamp_value, stamps_in_residue
from waqai.exports.days import window_en
from waqai.model.annotated import DatedPage, DatedStory, Timex
from waqai.model.publication import Publication

_COLOURS = {"DATE": "blue", "TIME": "cyan", "DURATION": "yellow", "SET": "magenta"}


def listing(page: DatedPage) -> Iterator[Text]:
    """The lines about one page, an empty one last. Their `plain` is what a pipe gets."""
    yield Text(page.page.name, "bold reverse")
    for stamp in stamps_in_residue(page):
        yield Text.assemble(
            ("  page stamp  ", "dim"), f"{stamp_value(stamp)}  {stamp.role.value}  ", stamp.text
        )
    for number, story in enumerate(page.stories, 1):
        yield Text()
        yield from _story(page.page.text, story, f"{number}/{len(page.stories)}")
    if not page.stories:
        yield Text("  no story found", "dim")
    yield Text()


def _story(text: str, story: DatedStory, number: str) -> Iterator[Text]:
    told = story.annotated.story
    yield Text(f"  story {number}", "dim")
    if told.title is None:
        yield Text(f"  {opening(text, told.blocks)}", "italic")
    else:
        yield Text(f"  {' '.join(told.title.split())}", "bold")
    for label in ("outlet", "author", "agency", "dateline"):
        if value := getattr(told, label):
            yield Text.assemble((f"  {label:<10}", "dim"), value)
    yield from _published(story.published)
    for timex in story.times:
        yield from _time(text, timex)


def _published(published: Publication) -> Iterator[Text]:
    known = window_en(published.earliest, published.latest)
    yield Text.assemble(
        ("  published ", "dim"), (known, "bold green" if published.day else "yellow")
    )
    for reason in published.why:
        sign = "because" if reason.kept else "against"
        yield Text(f"    {sign} {reason.en}", "dim")


def _time(text: str, timex: Timex) -> Iterator[Text]:
    mention = timex.mention
    colour = _COLOURS[mention.type]
    mod = f" {mention.portion}" if mention.portion else ""
    yield Text.assemble("  ", (f"{mention.type:<8}", colour), f"  {timex.value}{mod}")
    around = excerpt(text, mention.start, mention.end)
    yield Text.assemble(
        "      ", around.before, (f"[{around.words}]", f"bold {colour}"), around.after
    )
