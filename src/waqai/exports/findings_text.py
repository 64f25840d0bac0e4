"""Findings for a terminal: happenings, announcements, positions, conflicts, sentences, people.

A line is of one direction, Latin or Arabic, so that it reads well in terminals that turn Arabic
and in those that do not.
"""

from collections.abc import Iterable, Iterator

from rich.text import Text

from waqai.chronicle.identity import announcement_id, conflict_id, position_id
from waqai.exports.days import short_en
from waqai.exports.findings import entities_of
from waqai.exports.telling import listed
from waqai.model.chronicle import Announcement, Conflict, Happening, Outcome, Position, Window
from waqai.model.events import Status
from waqai.store.queries.evidence import Evidence, Place
from waqai.store.queries.profile import Profile
from waqai.store.queries.search import Passage
from waqai.store.reading import Chronicle

_COLOURS = {
    Status.HAPPENED: "green",
    Status.PLANNED: "blue",
    Status.PROPOSED: "blue",
    Status.CONDITIONAL: "blue",
}
_OUTCOMES = {Outcome.HELD: "green", Outcome.OPEN: "blue"}


def days_en(window: Window) -> str:
    """A window of days in short.

    "until 16 Aug 2025", "15 Aug 2025 to 16 Aug 2025"
    """
    first, last = window.earliest, window.latest
    if first is None and last is None:
        return "day not known"
    if first == last:
        return short_en(first)
    if first is None:
        return f"until {short_en(last)}"
    if last is None:
        return f"from {short_en(first)}"
    return f"{short_en(first)} to {short_en(last)}"


def happening(one: Happening, *, day: bool = True) -> Iterator[Text]:
    """Two lines: the Arabic headline; the English one, what it is, and how to ask for more."""
    colour = _COLOURS.get(one.status, "red")
    yield Text.assemble(("  ◆ ", colour), (one.headline_ar, "bold"))
    about = [
        one.headline_en,
        f"{one.type.value} {one.kind}",
        one.status.value,
        *([days_en(one.day)] if day else []),
        _count(one.stories, "story", "stories"),
        *([_count(one.accounts, "account", "accounts")] if one.accounts != one.stories else []),
        one.id,
    ]
    yield Text(f"    {_joined(about)}", "dim")


def announcement(chronicle: Chronicle, one: Announcement) -> Iterator[Text]:
    """What was announced, when it was due, and what came of it; then its turns."""
    told = chronicle.happening(one.happening)
    colour = _OUTCOMES.get(one.outcome, "red")
    yield Text.assemble(("  ◇ ", colour), (told.headline_ar, "bold"))
    due = "due on a day not known" if one.due == Window() else f"due {days_en(one.due)}"
    end = ""
    if one.held_on is not None:
        end = f" on {short_en(one.held_on)}"
    elif one.moved_to is not None:
        end = f" to {days_en(one.moved_to)}"
    announced = f"announced {short_en(one.announced_on)}" if one.announced_on else "announced"
    by = _latin(chronicle, one.announced_by)
    about = [
        told.headline_en,
        f"{announced}{f' by {by}' if by else ''}",
        due,
        f"{one.outcome.value}{end}",
        announcement_id(one.happening),
    ]
    yield Text(f"    {_joined(about)}", "dim")


def position(chronicle: Chronicle, one: Position) -> Iterator[Text]:
    """Whose, on what, and how: then the sentences that show it."""
    who = chronicle.entity(one.actor)
    yield Text.assemble(("  ● ", "magenta"), (who.name, "bold"))
    shown = len(one.sayings) + len(one.tellings)
    about = [
        f"{who.name_en or one.actor}: {one.stance.value} {one.issue}",
        days_en(one.day),
        _count(shown, "sentence", "sentences"),
        position_id(one),
    ]
    yield Text(f"    {_joined(about)}", "dim")


def conflict(chronicle: Chronicle, one: Conflict) -> Iterator[Text]:
    """What is disputed of which happening; then each value and how many tell it."""
    told = chronicle.happening(one.happening)
    yield Text.assemble(("  ≠ ", "red"), (told.headline_ar, "bold"))
    yield Text(f"    {_joined([told.headline_en, one.slot.value, conflict_id(one)])}", "dim")
    for value in one.values:
        tellings = _count(len(value.tellings), "telling", "tellings")
        ids = entities_of(one, value)
        words = "، ".join(chronicle.entity(id).name for id in ids) or value.value
        yield Text(f"      {tellings}", "dim")
        yield Text(f"        {words}")


def passage(found: Passage) -> Iterator[Text]:
    """A sentence and where it stands."""
    yield Text(f"  {' '.join(found.words.split())}")
    span = f"[{found.span.start}, {found.span.end})"
    yield Text(f"    {_joined([*_place(found.place), span])}", "dim")


def evidence(chronicle: Chronicle, shown: Evidence) -> Iterator[Text]:
    """A sentence with what counts in brackets, where it stands, and what it says."""
    around = shown.excerpt
    yield Text.assemble(
        ("  · ", "cyan"), around.before, (f"[{around.words}]", "bold cyan"), around.after
    )
    says = []
    if shown.value is not None:
        says.append(shown.value if shown.value.isascii() else "")
    if shown.status is not None:
        says.append(shown.status.value)
    if shown.day is not None and shown.day != Window():
        says.append(days_en(shown.day))
    if by := _latin(chronicle, shown.by):
        says.append(f"by {by}")
    span = f"[{around.mention.start}, {around.mention.end})"
    yield Text(f"    {_joined([*says, *_place(shown.place), span])}", "dim")


def person(one: Profile) -> Iterator[Text]:
    """Who it is, what it is called, and how often the chronicle speaks of it."""
    who, counts = one.entity, one.counts
    yield Text(who.name, "bold reverse")
    about = [who.name_en or "", who.kind.value, who.country or "", who.id]
    yield Text(f"  {_joined(about)}", "dim")
    if one.titles:
        yield Text(f"  {listed(one.titles)}")
    others = [alias for alias in who.aliases if alias not in (who.name, who.name_en)]
    if others:
        yield Text(f"  {listed(others)}", "dim")
    figures = [
        _count(counts.stories, "story", "stories"),
        _count(counts.happenings, "happening", "happenings"),
        _count(counts.statements, "statement", "statements"),
        _count(counts.positions, "position", "positions"),
    ]
    yield Text(f"  {_joined(figures)}", "dim")


def nothing(words: str) -> Iterable[Text]:
    """The line for an empty answer."""
    return (Text(words, "dim"),)


def place_line(place: Place) -> str:
    """Where something stands: page, story, outlet, day of publication."""
    return _joined(_place(place))


def _place(place: Place) -> list[str]:
    page = place.page if place.position == 0 else f"{place.page} (story {place.position + 1})"
    published = "undated" if place.published == Window() else days_en(place.published)
    return [page, place.outlet or "", f"published {published}" if published != "undated" else ""]


def _latin(chronicle: Chronicle, id: str | None) -> str:
    if id is None:
        return ""
    who = chronicle.entity(id)
    return who.name_en or who.name


def _count(n: int, one: str, many: str) -> str:
    return f"{n:,} {one if n == 1 else many}"


def _joined(words: Iterable[str]) -> str:
    return " · ".join(word for word in words if word)
