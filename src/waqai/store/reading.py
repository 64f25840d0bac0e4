"""Reading a chronicle: its pages as the records that were written, and what they say together."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select, true

from waqai.model.annotated import DatedPage
from waqai.model.chronicle import Announcement, Conflict, Happening, Judgement, Position
from waqai.model.names import Entity
from waqai.model.quarantine import Quarantined
from waqai.store import schema
from waqai.store.marks import is_concluded
from waqai.store.opening import give_up_after, open_for_reading
from waqai.store.queries import entities, filters, gathering
from waqai.store.queries.explain import Explanation, explain
from waqai.store.queries.judgements import judgements
from waqai.store.queries.ordering import by_day, by_due, by_issue
from waqai.store.queries.pages import page_of
from waqai.store.queries.profile import Profile, profile
from waqai.store.queries.search import Passage, search
from waqai.store.resolving import resolved

_TEXTS = 256  # page texts held in memory while something walks over many pages
_ENTITIES = 16_384  # likewise


class Chronicle:
    """A chronicle's file, open for reading. Use it in a `with` statement, or close it.

    Where an actor or a place is asked for, an id or any name will do, Arabic or Latin.
    Raises FileNotFoundError when there is no such file, NotAChronicleError when it is another's.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.connection: Connection = open_for_reading(self.path).connect()
        self._text = lru_cache(_TEXTS)(self._read_text)
        self._entity = lru_cache(_ENTITIES)(self._read_entity)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def give_up_after(self, seconds: float) -> None:
        """From now on, end whatever is asked when so many seconds have passed.

        What is then under way raises OperationalError, which says "interrupted".
        """
        give_up_after(self.connection, seconds)

    @property
    def concluded(self) -> bool:
        """Whether the findings are those of the pages: False while a build is under way, or when
        one was stopped before its end."""
        return is_concluded(self.connection)

    def pages(self, *, settled: bool = False) -> Iterator[DatedPage]:
        """The current pages, in the order of their names (by code point), then of their places.

        With `settled`, a story whose day other stories tell is read for that day.
        """
        pages = schema.pages.c
        query = select(pages.id).where(pages.current).order_by(pages.name, pages.source, pages.id)
        for id in self.connection.scalars(query).all():
            page = page_of(self.connection, id)
            yield resolved(self.connection, id, page) if settled else page

    def entities(self) -> tuple[Entity, ...]:
        """Who and what the stories speak of, each once, in the order of their ids."""
        return tuple(entity for _, entity in gathering.entities(self.connection))

    def entity(self, id: str) -> Entity:
        """The entity with the id `id`. Raises KeyError when there is none."""
        return self._entity(id)

    def who(self, name: str) -> tuple[Entity, ...]:
        """Whom `name` may mean: those called just that first, then by how many speak of them."""
        return entities.find(self.connection, name)

    def profile(self, entity: Entity, limit: int = 10) -> Profile:
        """What is known of `entity`, with the latest `limit` of what it did and said."""
        return profile(self.connection, entity, limit)

    def happenings(
        self,
        *,
        actor: str | None = None,
        place: str | None = None,
        type: str | None = None,
        status: str | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> tuple[Happening, ...]:
        """What happened, by day; with `first` and `last`, what may lie between these days."""
        wanted = filters.Wanted(
            None if actor is None else self._ids(actor),
            None if place is None else self._ids(place),
            type,
            status,
            first,
            last,
        )
        found = (one for _, one in gathering.happenings(self.connection, wanted.condition()))
        return tuple(sorted(found, key=by_day))

    def happening(self, id: str) -> Happening:
        """The happening with the id `id`. Raises KeyError when there is none."""
        for _, one in gathering.happenings(self.connection, schema.happenings.c.id == id):
            return one
        raise KeyError(id)

    def announcements(self, *, actor: str | None = None) -> tuple[Announcement, ...]:
        """What was told before its time, by the day it was due; of `actor`, by whom or of whom."""
        where = filters.announced(None if actor is None else self._ids(actor))
        found = (one for _, one in gathering.announcements(self.connection, where))
        return tuple(sorted(found, key=by_due))

    def positions(self, actor: str | None = None) -> tuple[Position, ...]:
        """What actors hold, by actor, issue and day; with `actor`, what that one holds."""
        where = true() if actor is None else schema.positions.c.actor.in_(self._ids(actor))
        found = (one for _, one in gathering.positions(self.connection, where))
        return tuple(sorted(found, key=by_issue))

    def conflicts(self) -> tuple[Conflict, ...]:
        """Where independent sources differ, in the order of happenings."""
        found = (one for _, one in gathering.conflicts(self.connection))
        return tuple(sorted(found, key=lambda one: (one.happening, one.slot)))

    def judgements(self) -> tuple[Judgement, ...]:
        """What people judged."""
        return tuple(judgements(self.connection))

    def search(self, words: str, limit: int = 20) -> tuple[Passage, ...]:
        """The best sentences with all of `words`, the best first; "words in quotes" are a phrase.

        Hamza, taa marbuta, articles and clitics do not matter. Full names, Arabic and English, of
        those whom a sentence names count as words of it.
        """
        return search(self.connection, words, limit)

    def explain(self, id: str) -> tuple[Explanation, ...]:
        """The way from a finding to its sentences; empty when there is none with the id `id`.

        `id` is a happening's, an announcement's, a position's, a conflict's, an entity's, a
        story's or a page's, or a page's name: of a page each story is explained.
        """
        return explain(self.connection, id)

    def quarantine(self) -> Iterator[Quarantined]:
        """What could not be read, in the order of its sources."""
        query = select(schema.quarantine).order_by(*schema.quarantine.c)
        for row in self.connection.execute(query):
            yield Quarantined(row.source, row.code, row.reason)

    def text(self, page: str) -> str:
        """The text of the page with the id `page`. Raises KeyError when there is none."""
        return self._text(page)

    def _ids(self, name: str) -> list[str]:
        return [entity.id for entity in self.who(name)]

    def _read_entity(self, id: str) -> Entity:
        for _, entity in gathering.entities(self.connection, schema.chronicle_entities.c.id == id):
            return entity
        raise KeyError(id)

    def _read_text(self, page: str) -> str:
        pages = schema.pages.c
        text = self.connection.scalar(select(pages.text).where(pages.id == page))
        if text is None:
            raise KeyError(page)
        return str(text)
