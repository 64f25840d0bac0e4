"""A timeline for a terminal: day by day what happened, what was published and what is told.

A line is of one direction, Latin or Arabic, so that it reads well in terminals that turn Arabic
and in those that do not.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from waqai.exports.days import day_en, short_en, window_en
from waqai.exports.findings_text import happening
from waqai.model.chronicle import Happening
from waqai.store.timeline import Day, StoryLine, Timeline, Told

#: Of what has no day, so many that most stories tell are shown.
_SOMETIME = 30

_PARTS = {
    "MO": "morning",
    "MI": "noon",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}


def listing(timeline: Timeline) -> Iterator[Text]:
    """The lines of `timeline`. Their `plain` is what a pipe gets."""
    if timeline.left_out:
        earlier = f"{timeline.left_out} earlier days not shown: raise --limit, or name them by --to"
        yield Text(earlier, "dim")
        yield Text()
    for day in timeline.days:
        yield from _day(day)
    if timeline.sometime:
        yield Text("Day not known", "bold reverse")
        yield from _sometime(timeline.sometime)
        yield Text()
    if timeline.undated:
        yield Text("Publication day not known", "bold reverse")
        for story in timeline.undated:
            yield from _story(story, window_en(story.earliest, story.latest))
        yield Text()
    if not (timeline.days or timeline.undated or timeline.sometime):
        yield Text("Nothing in these days.", "dim")


def _sometime(happenings: Sequence[Happening]) -> Iterator[Text]:
    """What has no day, in its order: of much, what most stories tell."""
    most_told = sorted(happenings, key=lambda one: -one.stories)[:_SOMETIME]
    shown = {one.id for one in most_told}
    for one in happenings:
        if one.id in shown:
            yield from happening(one)
    if (more := len(happenings) - len(shown)) > 0:
        yield Text(
            f"  and {more} more, told by no more stories than these: see --format json", "dim"
        )


def _day(day: Day) -> Iterator[Text]:
    yield Text(day_en(day.day), "bold reverse")
    for one in day.happenings:
        yield from happening(one, day=False)
    for story in day.stories:
        yield from _story(story, "published")
    for told in day.told:
        yield from _told(told, day.day)
    yield Text()


def _story(story: StoryLine, state: str) -> Iterator[Text]:
    yield Text.assemble(("  ■ ", "green"), (_one_line(story.headline), "bold"))
    times = "1 time" if story.times == 1 else f"{story.times} times"
    yield Text(f"    {_about(story)} · {state} · {times}", "dim")


def _told(told: Told, day: date) -> Iterator[Text]:
    sentence, story = told.excerpt, told.story
    yield Text.assemble(
        ("  · ", "cyan"), sentence.before, (f"[{sentence.words}]", "bold cyan"), sentence.after
    )
    about = [_about(story), *_hour(told.value)]
    if story.earliest != day or story.latest != day:
        known = story.earliest is not None and story.earliest == story.latest
        window = window_en(story.earliest, story.latest)
        about.append(f"published {short_en(story.earliest)}" if known else window)
    yield Text(f"    {' · '.join(about)}", "dim")


def _hour(value: str) -> list[str]:
    """The part or the time of the day in a TIMEX3 value, if it has one."""
    _, sign, hour = value.partition("T")
    return [_PARTS.get(hour, f"at {hour}")] if sign else []


def _about(story: StoryLine) -> str:
    place = story.page if story.position == 0 else f"{story.page} (story {story.position + 1})"
    return f"{place} · {story.outlet}" if story.outlet else place


def _one_line(text: str) -> str:
    return " ".join(text.split())
