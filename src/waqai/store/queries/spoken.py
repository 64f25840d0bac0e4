"""Every statement of every story, its parties told by the ids of the chronicle's entities."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from waqai.model.chronicle import TellingKey, Window
from waqai.model.page import Span
from waqai.model.statements import Mode, SpeechAct
from waqai.store import schema
from waqai.store.rows.row import day_of


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement: `span` is what is said, in the text of its page.

    `speaker` and `addressee` are ids of the chronicle's entities, None where they are not known;
    `day` is the window of the day on which it was said, open where the story does not tell it.
    """

    key: TellingKey  # the story's id and the statement's index in it
    span: Span
    mode: Mode
    act: SpeechAct
    speaker: str | None
    addressee: str | None
    day: Window


def spoken(connection: Connection) -> Iterator[Spoken]:
    """The statements of the current pages, by story and place."""
    for row in connection.execute(_QUERY):
        yield Spoken(
            TellingKey(row.story, row.position),
            Span(row.start, row.end),
            Mode(row.mode),
            SpeechAct(row.act),
            row.speaker_id,
            row.addressee_id,
            Window(day_of(row.earliest), day_of(row.latest)),
        )


_SAID, _TIME = schema.statements.c, schema.times.c
_SPEAKER, _TO = schema.named.alias("speaker"), schema.named.alias("addressee")
_QUERY = (
    select(
        *(_SAID[name] for name in ("story", "position", "start", "end", "mode", "act")),
        _SPEAKER.c.entity.label("speaker_id"),
        _TO.c.entity.label("addressee_id"),
        _TIME.earliest,
        _TIME.latest,
    )
    .select_from(schema.statements)
    .join(schema.stories, schema.stories.c.id == _SAID.story)
    .join(schema.pages, schema.pages.c.id == schema.stories.c.page)
    .outerjoin(
        _SPEAKER, and_(_SPEAKER.c.story == _SAID.story, _SPEAKER.c.position == _SAID.speaker)
    )
    .outerjoin(_TO, and_(_TO.c.story == _SAID.story, _TO.c.position == _SAID.addressee))
    .outerjoin(schema.times, and_(_TIME.story == _SAID.story, _TIME.position == _SAID.said))
    .where(schema.pages.c.current)
    .order_by(_SAID.story, _SAID.position)
)
