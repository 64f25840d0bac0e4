"""The words that an event's parts are told in: where a party stands, and what is a word."""

from eval.told_events import described, read_events, where_parties_stand, words_in
from waqai.arabic.tokens import tokenize
from waqai.model.annotated import AnnotatedStory
from waqai.model.events import Event, EventType, Status
from waqai.model.names import Entity, EntityKind, NameMention
from waqai.model.page import Span
from waqai.model.story import Story

TEXT = "تحدثت روسيا أولا. ثم قصفت روسيا البلدة وتصدت للمتظاهرين فيها. وصمتت روسيا."
CUE = "قصفت"


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def standing(name: str, mentions: tuple[NameMention, ...] = (), until: str = "فيها") -> list[Span]:
    """Where the one party of the event stands that reaches from its trigger to `until`."""
    entity = Entity("x", EntityKind.GROUP, name, aliases=(name,))
    story = AnnotatedStory(
        Story((Span(0, len(TEXT)),)), times=(), entities=(entity,), names=mentions
    )
    start, end = span(CUE).start, span(until).end
    event = Event(start, end, EventType.ASSAULT, "shelling", Status.HAPPENED, span(CUE))
    return list(where_parties_stand(TEXT, story, event, (0,)))


def mention(words: str, nth: int = 0, title: Span | None = None) -> NameMention:
    return NameMention(*span(words, nth), entity=0, title=title)


def test_a_party_stands_where_the_event_names_it() -> None:
    russia = tuple(mention("روسيا", nth) for nth in range(3))
    assert standing("روسيا", russia) == [span("روسيا", 1)]


def test_a_party_that_the_event_does_not_name_stands_at_its_nearest_mention() -> None:
    assert standing("روسيا", (mention("روسيا"), mention("روسيا", 2))) == [span("روسيا")]


def test_a_title_belongs_to_the_party_that_bears_it() -> None:
    found = standing("البلدة", (mention("البلدة", title=span("روسيا", 1)),))
    assert found == [(span("روسيا", 1).start, span("البلدة").end)]


def test_a_party_without_a_name_stands_where_its_words_do() -> None:
    assert standing("البلدة") == [span("البلدة")]
    assert standing("المتظاهرين") == [span("لمتظاهرين")]
    assert standing("مسلحون") == []


def test_words_are_whole_and_folded_and_signs_are_none() -> None:
    tokens = tokenize("وأُصيب «للمتظاهرين» 30 شخصاً، أمس.")
    assert words_in(tokens, [Span(2, 10)]) == {"واصيب", "للمتظاهرين"}
    assert words_in(tokens, [Span(0, len(tokens.text))]) == {
        "واصيب",
        "للمتظاهرين",
        "30",
        "شخصا",
        "امس",
    }


def test_a_text_is_read_as_a_page_of_its_own() -> None:
    text = "قصفت روسيا مدينة خاركيف أمس."
    (event,) = [one for one in read_events(text) if one.type == "ASSAULT"]
    assert event.verb == {"قصفت"}
    assert event.source == {"روسيا"}
    assert event.text in text
    assert read_events("") == []


def test_an_adjective_of_a_people_has_the_noun_that_it_describes() -> None:
    tokens = tokenize("انسحبت القوات البرية الروسية وقتل جنود روس")
    definite = tokens.words.index("الروسيه")
    span = described(tokens, Span(tokens.starts[definite], tokens.ends[definite]))
    assert words_in(tokens, [span]) == {"القوات", "البريه", "الروسيه"}
    bare = tokens.words.index("روس")
    span = described(tokens, Span(tokens.starts[bare], tokens.ends[bare]))
    assert words_in(tokens, [span]) == {"جنود", "روس"}
