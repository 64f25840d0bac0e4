"""A statement or an event on one line of Arabic: for tooltips and for the terminal."""

from collections.abc import Iterable, Sequence

from waqai.exports.cast import Cast, plain
from waqai.exports.telling import kind_name, labels, listed, page_word, window_words
from waqai.model.annotated import DatedStory
from waqai.model.events import Event, EventDay
from waqai.model.names import Entity
from waqai.model.statements import SpeechAct, Statement


def statement_line(text: str, story: DatedStory, cast: Cast, said: Statement) -> str:
    """Who says it, by which verb, how, through whom, where and when.

    "سيرغي لافروف — نفى (قول غير مباشر، نفي، عبر وكالة تاس)"
    """
    via = (f"{page_word('via')} {entity.name}" for entity in cast.each(said.via))
    about = (
        labels()["modes"][said.mode.value],
        act_name(said),
        *via,
        None if said.addressee is None else f"{page_word('to')} {cast.of(said.addressee).name}",
        said.occasion and plain(text, said.occasion),
        day_said(story, said),
    )
    head = " — ".join(filter(None, (speaker_name(cast, said), " ".join(said.verb.split()))))
    return f"{head} ({listed(about)})"


def event_line(story: DatedStory, cast: Cast, event: Event, day: EventDay) -> str:
    """What happened, how it stands, who to whom, where, when, and by whose word."""
    head = f"{event_name(event)} ({labels()['statuses'][event.status.value]})"
    actors, recipients = cast.each(event.actors), cast.each(event.recipients)
    if event.mutual:
        who = [_labelled("parties", named([*actors, *recipients]))]
    else:
        who = [_labelled("actors", named(actors)), _labelled("recipients", named(recipients))]
    where = None if event.place is None else _labelled("place", cast.of(event.place).name)
    when = _labelled("time", window_words(day.earliest, day.latest) or day.value or "")
    about = filter(None, (*who, where, when, according(story, cast, event)))
    return " — ".join(filter(None, (head, page_word("semicolon").join(about))))


def parts(statements: Sequence[Statement]) -> dict[int | None, list[int]]:
    """The indices of the statements that are part of each one; of None, those that stand alone."""
    inside: dict[int | None, list[int]] = {}
    for number, said in enumerate(statements):
        # the whole stands before its part; a part of what follows it would never be reached
        whole = said.within if said.within is not None and said.within < number else None
        inside.setdefault(whole, []).append(number)
    return inside


def act_name(said: Statement) -> str | None:
    """What the saying does, None where it only tells something."""
    name: str = labels()["acts"][said.act.value]
    return None if said.act is SpeechAct.ASSERT else name


def speaker_name(cast: Cast, said: Statement) -> str:
    """Who says it, or that nobody knows."""
    return page_word("unknown_speaker") if said.speaker is None else cast.of(said.speaker).name


def day_said(story: DatedStory, said: Statement) -> str:
    """When it was said: the window, "" when nothing of it is known."""
    if said.said is None:
        return ""
    timex = story.times[said.said]
    return window_words(timex.earliest, timex.latest)


def event_name(event: Event) -> str:
    """The type of an event and its kind, where that has a name: "تشاور: مكالمة هاتفية"."""
    words = (labels()["event_types"][event.type.value], kind_name(event.kind))
    return ": ".join(dict.fromkeys(word for word in words if word))


def according(story: DatedStory, cast: Cast, event: Event) -> str | None:
    """By whose word an event is told, None when it is the story's own."""
    if event.statement is None:
        return None
    speaker = speaker_name(cast, story.annotated.statements[event.statement])
    return f"{page_word('according')} {speaker}"


def named(entities: Iterable[Entity]) -> str:
    """The names of entities in one line."""
    return listed(entity.name for entity in entities)


def _labelled(key: str, words: str) -> str | None:
    return f"{page_word(key)}: {words}" if words else None
