"""The events that waqai finds in one text, each with the words that tell its parts.

Where a party stands: the mention of its entity that lies nearest to the trigger, of those within
the event's own span, else of those in the text; its title belongs to it, and to an adjective
("الروسية") the noun that it describes. A party that no name
covers ("مسلحون") stands where its words stand, by the same order.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from waqai.arabic.tokens import Tokens, tokenize
from waqai.extract.events.words import prepositions
from waqai.model.annotated import AnnotatedStory
from waqai.model.events import Event
from waqai.model.names import NameForm, NameMention
from waqai.model.page import Page, Span
from waqai.pipeline import annotate_page

Words = frozenset[str]

_ARTICLE = "ال"
_DESCRIBED = 3  # adjectives and their noun before the last


@dataclass(frozen=True, slots=True)
class Told:
    """An event as `text` tells it; the words of trigger, actors and recipients, folded."""

    type: str
    kind: str
    status: str
    text: str
    verb: Words
    source: Words
    target: Words


#: Finds the events of a text.
Teller = Callable[[str], list[Told]]


def read_events(text: str) -> list[Told]:
    """The events of `text` read as a page of its own, in page order."""
    tokens = tokenize(text)
    return [
        Told(
            type=event.type.value,
            kind=event.kind,
            status=event.status.value,
            text=text[event.start : event.end],
            verb=words_in(tokens, [event.cue]),
            source=words_in(tokens, _phrases(tokens, text, story, event, event.actors)),
            target=words_in(tokens, _phrases(tokens, text, story, event, event.recipients)),
        )
        for story in annotate_page(Page("text", text)).stories
        for event in story.events
    ]


def _phrases(
    tokens: Tokens, text: str, story: AnnotatedStory, event: Event, parties: Iterable[int]
) -> Iterator[Span]:
    """Where the parties stand, each with the noun that its adjective describes."""
    demonyms = {name.start for name in story.names if name.form is NameForm.DEMONYM}
    for span in where_parties_stand(text, story, event, parties):
        yield described(tokens, span) if span.start in demonyms else span


def described(tokens: Tokens, span: Span) -> Span:
    """The noun phrase that ends in the adjective at `span`: "القوات البرية الروسية".

    A definite adjective follows a definite noun, and so does each between them; one without
    article follows the word before it.
    """
    k = bisect_right(tokens.starts, span.start) - 1
    definite = tokens.words[k].startswith(_ARTICLE)
    first = k
    while first > 0 and k - first < _DESCRIBED and tokens.words[first - 1][0].isalpha():
        before = tokens.words[first - 1]
        if definite is not (_ARTICLE in before[: len(_ARTICLE) + 2]) or before in prepositions():
            break
        first -= 1
        if not definite:
            break
    return Span(tokens.starts[first], span.end)


def words_in(tokens: Tokens, spans: Iterable[Span]) -> Words:
    """The words and numbers that `spans` touch, each whole with its clitics."""
    return frozenset(
        word
        for start, end in spans
        for word, first, last in zip(tokens.words, tokens.starts, tokens.ends, strict=True)
        if first < end and start < last and word[0].isalnum()
    )


def where_parties_stand(
    text: str, story: AnnotatedStory, event: Event, parties: Iterable[int]
) -> Iterator[Span]:
    """Where each party, an index of the story's entities, stands; nothing for one nowhere."""
    for party in parties:
        found = [_with_title(mention) for mention in story.names if mention.entity == party]
        found = found or list(_written(text, story.entities[party].name))
        inside = [span for span in found if event.start <= span.start and span.end <= event.end]
        if found:
            yield min(inside or found, key=lambda span: _distance(span, event.cue))


def _with_title(mention: NameMention) -> Span:
    if mention.title is None:
        return Span(mention.start, mention.end)
    return Span(min(mention.start, mention.title.start), max(mention.end, mention.title.end))


def _written(text: str, name: str) -> Iterator[Span]:
    """Where `name` is written in `text`, "المتظاهرين" also as in "للمتظاهرين"."""
    for form in (name, "ل" + name.removeprefix(_ARTICLE)):
        at = text.find(form)
        while at >= 0:
            yield Span(at, at + len(form))
            at = text.find(form, at + 1)
        if not name.startswith(_ARTICLE):
            return


def _distance(span: Span, cue: Span) -> int:
    return max(span.start - cue.end, cue.start - span.end, 0)
