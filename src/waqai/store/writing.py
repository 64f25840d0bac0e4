"""Writing a chronicle: one transaction a page, so that a killed run loses only the page in hand."""

from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DatabaseError

from waqai.chronicle.briefs import MAKER, briefs_of
from waqai.chronicle.identity import page_id, story_id
from waqai.model.annotated import DatedPage
from waqai.model.chronicle import Judgement
from waqai.model.page import Page
from waqai.model.quarantine import Quarantined
from waqai.store import schema
from waqai.store.concluding import Extend, Make, brief_rows, conclude
from waqai.store.findings.writing import forget
from waqai.store.inserting import put, put_over
from waqai.store.marks import (
    BRIEFS,
    FINDINGS,
    GENERATION,
    READER,
    is_concluded,
    mark,
    marks,
    unmark,
)
from waqai.store.opening import explained, open_for_writing
from waqai.store.passages import passage_rows
from waqai.store.queries.judgements import judged_id
from waqai.store.rows import to_rows

# Made once: to make these statements for every page takes longer than to run them.
_KNOWN = select(
    schema.pages.c.source, schema.pages.c.reader, schema.pages.c.generation, schema.pages.c.current
).where(schema.pages.c.id == bindparam("id"))
_OF_NAME = select(schema.pages.c.id).where(schema.pages.c.name == bindparam("name")).limit(1)
_REMOVE = delete(schema.pages).where(schema.pages.c.id == bindparam("id"))
_EXCUSE = delete(schema.quarantine).where(schema.quarantine.c.source == bindparam("source"))


class Writer:
    """The ledger of the chronicle at `path`, for `chronicle.grow`. Use it in a `with` statement.

    `reader` is the version of waqai that reads: pages that another version read are read anew. A
    file that is not there is made, unless `grown` asks for one that is.
    Raises FileNotFoundError when it is missing or has no folder, NotAChronicleError when it is
    another's file.
    """

    def __init__(self, path: Path, reader: str, *, grown: bool = False) -> None:
        self._connection: Connection = open_for_writing(path, grown=grown).connect()
        self._path, self._reader = path, reader
        with self._connection.begin():
            said = marks(self._connection)
            if not self._connection.scalar(select(schema.briefs.c.story).limit(1)):
                mark(self._connection, **{BRIEFS: MAKER})
        self._generation = int(said.get(GENERATION, 1))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close; after a run that came to its end, what comes next is a later build."""
        if error is None:
            with self._connection.begin():
                self._end_generation()
        self._connection.close()
        if isinstance(error, DatabaseError):
            raise explained(error, self._path) from error

    def recognises(self, page: Page) -> bool:
        """Whether this very page stands here already, as this version of waqai reads it."""
        id = page_id(page)
        with self._connection.begin():
            known = self._connection.execute(_KNOWN, {"id": id}).one_or_none()
            if known is None or known.reader != self._reader:
                return False
            excused = self._was_set_aside(page.source)
        if excused or page.source < known.source:
            with self._connection.begin():
                self._excuse(page.source)
                if page.source < known.source:  # of several places the first by name, in any order
                    place = {"source": page.source, "encoding": page.encoding}
                    moved = update(schema.pages).where(schema.pages.c.id == id).values(place)
                    self._connection.execute(moved)
        return True

    def keep(self, page: DatedPage) -> None:
        """Write down a page; one that an older version of waqai read gives way to it."""
        id, place = page_id(page.page), page.page
        briefs = list(brief_rows(briefs_of(page, id)))
        passages = [
            {"id": None, "story": story_id(id, position), **row}
            for position, story in enumerate(page.stories)
            for row in passage_rows(place.text, story)
        ]
        with self._connection.begin():
            unmark(self._connection, FINDINGS)  # they lag behind the pages now
            known = self._connection.execute(_KNOWN, {"id": id}).one_or_none()
            if known is None:
                self._supersede(place)
            else:
                forget(self._connection)  # they speak of what this page told until now
                self._connection.execute(_REMOVE, {"id": id})
            generation, current = (
                (known.generation, known.current) if known else (self._generation, True)
            )
            for table, rows in to_rows(page, id, generation, current, self._reader).items():
                put(self._connection, table, rows)
            put(self._connection, schema.briefs, briefs)
            put(self._connection, schema.passages, passages)
            self._excuse(place.source)

    def set_aside(self, thing: Quarantined) -> None:
        """Write down what could not be read."""
        row = {
            name: value.encode("utf-8", "replace").decode()
            for name, value in (
                ("source", thing.source),
                ("code", thing.code),
                ("reason", thing.reason),
            )
        }
        with self._connection.begin():
            self._connection.execute(upsert(schema.quarantine).values(row).on_conflict_do_nothing())

    def conclude(self, make: Make, extend: Extend | None = None) -> bool:
        """Make the findings anew where they are not those of the pages: whether that was so.

        With `extend`, a few new pages change only what they bear on.

        It is one transaction: readers see the findings of before until all are written.
        """
        with self._connection.begin():
            if is_concluded(self._connection, self._reader):
                return False
            conclude(self._connection, make, extend, self._reader)
        return True

    def judge(self, judgement: Judgement) -> None:
        """Write down what somebody judged, in the place of what was judged of the two before."""
        row = {
            "first": judgement.first,
            "second": judgement.second,
            "verdict": judgement.verdict.value,
        }
        with self._connection.begin():
            put_over(self._connection, schema.judgements, [row])
            unmark(self._connection, FINDINGS)

    def withdraw(self, first: str, second: str) -> bool:
        """Undo what was judged of the two: whether there was something."""
        table = schema.judgements
        low, high = sorted((first, second))
        with self._connection.begin():
            remove = delete(table).where(table.c.first == low, table.c.second == high)
            found = self._connection.execute(remove).rowcount > 0
            if found:
                unmark(self._connection, FINDINGS)
        return found

    def judged(self, id: str) -> str:
        """What a judgement names when it speaks of `id`: for a happening, its first telling.

        Raises ValueError when there is no entity, happening or telling of that id.
        """
        with self._connection.begin():
            found = judged_id(self._connection, id)
        if found is None:
            raise ValueError(f"nothing here has the id {id}: timeline, who and search show ids.")
        return found

    def _supersede(self, page: Page) -> None:
        """Make of the pages of this name those no longer current that `page` is a new text of.

        That is the one that came from the same place, or else all that came with earlier builds.
        Two pages of one name that come in one build from two places are two pages. Nothing here
        depends on the order within a build.
        """
        pages = schema.pages
        if self._connection.scalar(_OF_NAME, {"name": page.name}) is None:
            return
        older = update(pages).where(pages.c.name == page.name, pages.c.current)
        of_place = older.where(pages.c.source == page.source).values(current=False)
        if not self._connection.execute(of_place).rowcount:
            of_earlier = older.where(pages.c.generation < self._generation).values(current=False)
            self._connection.execute(of_earlier)

    def _end_generation(self) -> None:
        last = self._connection.scalar(select(func.max(schema.pages.c.generation))) or 0
        mark(self._connection, **{GENERATION: str(last + 1), READER: self._reader})

    def _was_set_aside(self, source: str) -> bool:
        table = schema.quarantine
        query = select(table.c.code).where(table.c.source == source).limit(1)
        return self._connection.scalar(query) is not None

    def _excuse(self, source: str) -> None:
        """What could not be read before has now been read."""
        self._connection.execute(_EXCUSE, {"source": source})
