"""Search: the sentences in which words stand, whatever their spelling and clitics."""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from waqai.model.page import Span
from waqai.store.queries.evidence import Place, place_of
from waqai.store.wording import match

_FIND = text("""
    SELECT passages.story, passages."start", passages."end",
           substr(pages.text, passages."start" + 1, passages."end" - passages."start") AS words
    FROM search JOIN passages ON passages.id = search.rowid
         JOIN stories ON stories.id = passages.story JOIN pages ON pages.id = stories.page
    WHERE search MATCH :query AND pages.current
    ORDER BY round(bm25(search, 1.0, 0.5), 6), pages.name, pages.id, passages."start"
    LIMIT :limit OFFSET :offset
""")
_COUNT = text("""
    SELECT count(*) FROM search JOIN passages ON passages.id = search.rowid
         JOIN stories ON stories.id = passages.story JOIN pages ON pages.id = stories.page
    WHERE search MATCH :query AND pages.current
""")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that was found. `words` is the sentence as it stands at `span` of the page."""

    place: Place
    span: Span
    words: str


def search(connection: Connection, words: str, limit: int, offset: int = 0) -> tuple[Passage, ...]:
    """Sentences with all of `words` in them, the best first, `limit` from `offset` on."""
    query = match(words)
    if query is None:
        return ()
    rows = connection.execute(_FIND, {"query": query, "limit": limit, "offset": offset}).all()
    return tuple(
        Passage(place_of(connection, row.story), Span(row.start, row.end), row.words)
        for row in rows
    )


def count(connection: Connection, words: str) -> int:
    """In how many sentences all of `words` stand."""
    query = match(words)
    return 0 if query is None else connection.execute(_COUNT, {"query": query}).scalar_one()
