"""Annotations for a terminal: each story with its day, who is named, what is said and what happens.

Last come its times in their sentences.

A line is of one direction, Latin or Arabic, so that it reads well in terminals that turn Arabic
and in those that do not.
"""

from collections.abc import Iterator

from rich.text import Text

from waqai.chronicle.excerpts import excerpt, opening
from waqai.exports.annotations import stamp_value, stamps_in_residue
from waqai.exports.cast import Cast
from waqai.exports.days import window_en
from waqai.exports.summaries import event_line, parts, statement_line
from waqai.exports.telling import labels
from waqai.model.annotated import DatedPage, DatedStory, Timex
from waqai.model.page import Span
from waqai.model.publication import Publication

_COLOURS = {"DATE": "blue", "TIME": "cyan", "DURATION": "yellow", "SET": "magenta"}
_ARABIC = "      "  # what stands before a line in Arabic
_WORDS = 150  # code points of what is said that are shown


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
    cast = Cast(text, story)
    yield from _names(cast)
    yield from _statements(text, story, cast)
    yield from _events(text, story, cast)
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


def _names(cast: Cast) -> Iterator[Text]:
    """One line a kind: the names, with how often each stands there."""
    groups = cast.figures()
    if groups:
        yield Text("  names", "dim")
    for kind, figures in groups.items():
        names = labels()["comma"].join(
            f"{figure.entity.name} {figure.count or ''}".rstrip() for figure in figures
        )
        yield Text(f"{_ARABIC}{labels()['entity_kinds_plural'][kind.value]}: {names}")


def _statements(text: str, story: DatedStory, cast: Cast) -> Iterator[Text]:
    """Two lines a statement: who says it and how, then its first words; its parts under it."""
    statements = story.annotated.statements
    inside = parts(statements)
    if statements:
        yield Text("  statements", "dim")

    def lines(within: int | None, margin: str) -> Iterator[Text]:
        for number in inside.get(within, ()):
            said = statements[number]
            yield Text(f"{margin}{statement_line(text, story, cast, said)}", "bold")
            yield Text(f"{margin}  {opening(text, (Span(said.start, said.end),), _WORDS)}")
            yield from lines(number, f"{margin}    ")

    yield from lines(None, _ARABIC)


def _events(text: str, story: DatedStory, cast: Cast) -> Iterator[Text]:
    """Two lines an event: what happens, then its first words."""
    events = story.annotated.events
    if events:
        yield Text("  events", "dim")
    for event, day in zip(events, story.event_days, strict=True):
        yield Text(f"{_ARABIC}{event_line(story, cast, event, day)}", "bold")
        yield Text(f"{_ARABIC}  {opening(text, (Span(event.start, event.end),), _WORDS)}")


def _time(text: str, timex: Timex) -> Iterator[Text]:
    mention = timex.mention
    colour = _COLOURS[mention.type]
    mod = f" {mention.portion}" if mention.portion else ""
    yield Text.assemble("  ", (f"{mention.type:<8}", colour), f"  {timex.value}{mod}")
    around = excerpt(text, mention.start, mention.end)
    yield Text.assemble(
        _ARABIC, around.before, (f"[{around.words}]", f"bold {colour}"), around.after
    )
