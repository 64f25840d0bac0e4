"""Beside the text of a story: what is said in it, what happens, and who is named, as HTML.

Each entry leads to the words in the text, and the words lead back to it.
"""

from collections.abc import Iterable
from html import escape

from waqai.chronicle.excerpts import opening
from waqai.exports.cast import Cast, Figure, plain
from waqai.exports.marks import anchor, event_class, number_link
from waqai.exports.summaries import act_name, day_said, parts, speaker_name
from waqai.exports.telling import country_of, kind_name, labels, page_word, window_words
from waqai.model.annotated import DatedStory
from waqai.model.events import Event, EventDay
from waqai.model.names import Entity
from waqai.model.page import Span
from waqai.model.statements import Statement

_FIRST_WORDS = 72  # code points of an entry's words that are shown


class Lists:
    """The lists of one story: `page` and `number` say which, both counted from 1."""

    def __init__(self, text: str, story: DatedStory, page: int, number: int) -> None:
        self._text = text
        self._story = story
        self._at = (page, number)
        self._cast = Cast(text, story)

    def told(self) -> str:
        """What is said and what happens, "" when nothing is or does."""
        told = self._story.annotated
        inside = parts(told.statements)
        events = [
            self._event(number, event, day)
            for number, (event, day) in enumerate(
                zip(told.events, self._story.event_days, strict=True)
            )
        ]
        sections = (
            _section("statements", len(told.statements), self._statements(inside, None)),
            _section("events", len(events), _list("events", events)),
        )
        inner = "\n".join(filter(None, sections))
        if not inner:
            return ""
        return f'<aside class="lists" aria-label="{page_word("lists")}">\n{inner}\n</aside>'

    def named(self) -> str:
        """Who is named, by kind, "" when nobody is."""
        figures = self._cast.figures()
        groups = "".join(
            f'<div class="group"><h5>{labels()["entity_kinds_plural"][kind.value]}</h5>\n'
            f"{_list('named', map(self._figure, group))}</div>\n"
            for kind, group in figures.items()
        )
        return _section("named", sum(map(len, figures.values())), groups)

    def _statements(self, inside: dict[int | None, list[int]], within: int | None) -> str:
        """Those that are part of the statement `within`, each with its own parts under it."""
        return _list(
            "statements",
            [self._statement(number, inside) for number in inside.get(within, ())],
        )

    def _statement(self, number: int, inside: dict[int | None, list[int]]) -> str:
        said = self._story.annotated.statements[number]
        return (
            f'<li id="{anchor("statement", *self._at, number)}" class="{said.mode.value}">'
            f"{self._speaker(number, said)}{_about(self._circumstances(said))}"
            f"{self._words('said', number, Span(said.start, said.end))}"
            f"{self._statements(inside, number)}</li>"
        )

    def _speaker(self, number: int, said: Statement) -> str:
        """The speaker, and the chain outwards."""
        if said.speaker is None:
            who = f'<span class="unknown">{speaker_name(self._cast, said)}</span>'
        else:
            who = self._who(self._cast.of(said.speaker))
        via = "".join(_step(page_word("via"), self._who(e)) for e in self._cast.each(said.via))
        chip = number_link(anchor("said", *self._at, number), number)
        return f'<p class="head">{chip} {who}{via}</p>'

    def _circumstances(self, said: Statement) -> list[str]:
        verb = " ".join(said.verb.split())
        to = None if said.addressee is None else self._cast.of(said.addressee).name
        words = [
            labels()["modes"][said.mode.value],
            act_name(said) or "",
            f"{page_word('to')} {to}" if to else "",
            plain(self._text, said.occasion) if said.occasion else "",
            day_said(self._story, said),
        ]
        return [
            f'<b class="cue">{escape(verb)}</b>' if verb else "",
            *(escape(word, quote=False) for word in words),
        ]

    def _event(self, number: int, event: Event, day: EventDay) -> str:
        type, status = event.type.value, event.status.value
        called = labels()["event_types"][type]
        kind = kind_name(event.kind)
        head = (
            f'<span class="chip {event_class(type, status)}">'
            f"{called}</span>"
            + (f" <b>{escape(kind)}</b>" if kind and kind != called else "")
            + f' <span class="status">{labels()["statuses"][status]}</span>'
        )
        about = [
            "" if event.place is None else self._who(self._cast.of(event.place)),
            escape(window_words(day.earliest, day.latest) or day.value or ""),
        ]
        return (
            f'<li id="{anchor("event", *self._at, number)}"><p class="head">{head}</p>'
            f"{self._parties(event)}{_about([*about, self._according(event)])}"
            f"{self._words('told', number, Span(event.start, event.end))}</li>"
        )

    def _parties(self, event: Event) -> str:
        """Actors → recipients; ↔ between all who take part in a mutual act."""
        actors, recipients = self._cast.each(event.actors), self._cast.each(event.recipients)
        if event.mutual:
            who = ' <span class="arrow">↔</span> '.join(map(self._who, [*actors, *recipients]))
        else:
            comma = labels()["comma"]
            who = comma.join(map(self._who, actors))
            if recipients:
                who += _step(page_word("recipients"), comma.join(map(self._who, recipients)))
        return f'<p class="who">{who}</p>' if who else ""

    def _according(self, event: Event) -> str:
        if event.statement is None:
            return ""
        said = self._story.annotated.statements[event.statement]
        link = number_link(anchor("statement", *self._at, event.statement), event.statement)
        return f"{page_word('according')} {escape(speaker_name(self._cast, said))} {link}"

    def _words(self, kind: str, number: int, span: Span) -> str:
        words = escape(opening(self._text, (span,), _FIRST_WORDS), quote=False)
        return f'<p class="words"><a href="#{anchor(kind, *self._at, number)}">{words}</a></p>'

    def _who(self, entity: Entity) -> str:
        title = self._cast.title(entity)
        tip = f' title="{escape(title)}"' if title else ""
        return f'<b class="{entity.kind.value}"{tip}>{_isolated(entity.name)}</b>'

    def _figure(self, figure: Figure) -> str:
        entity = figure.entity
        name = f'<span class="{entity.kind.value}">{_isolated(entity.name)}</span>'
        if figure.first is not None:
            name = f'<a href="#{anchor("name", *self._at, figure.first)}">{name}</a>'
        count = f'<span class="count">{figure.count}</span>' if figure.count else ""
        english = ""
        if entity.name_en:
            guessed = f' class="guessed" title="{page_word("transliterated")}"'
            english = (
                f'<bdi lang="en" dir="ltr"{guessed if entity.transliterated else ""}>'
                f"{escape(entity.name_en)}</bdi>"
            )
        more = (figure.title if figure.title != entity.name else None, country_of(entity))
        note = labels()["comma"].join(filter(None, more))
        small = f"<small>{escape(note)}</small>" if note else ""
        return f"<li>{name} {count}{english}{small}</li>"


def _section(key: str, count: int, inner: str) -> str:
    if not inner:
        return ""
    return (
        f'<section class="{key}-list list"><h4>{page_word(key)} '
        f'<span class="count">{count}</span></h4>\n{inner}</section>'
    )


def _list(key: str, entries: Iterable[str]) -> str:
    inner = "\n".join(entries)
    return f'<ol class="{key}">\n{inner}\n</ol>' if inner else ""


def _step(word: str, inner: str) -> str:
    """An arrow onwards, which is to the left, and what it leads to."""
    return f' <span class="arrow" role="img" aria-label="{word}">←</span> {inner}'


def _about(parts: Iterable[str]) -> str:
    inner = " ".join(f"<li>{part}</li>" for part in parts if part)
    return f'<ul class="about">{inner}</ul>' if inner else ""


def _isolated(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"
