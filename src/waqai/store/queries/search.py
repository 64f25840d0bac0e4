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
    ORDER BY round(bm25(search, 1.0, 0.5), 6), pages.name, pages.id, passages."start" LIMIT :limit
""")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that was found. `words` is the sentence as it stands at `span` of the page."""

    place: Place
    span: Span
    words: str


def search(connection: Connection, words: str, limit: int) -> tuple[Passage, ...]:
    """The best `limit` sentences with all of `words` in them, the best first."""
    query = match(words)
    if query is None:
        return ()
    rows = connection.execute(_FIND, {"query": query, "limit": limit}).all()
    return tuple(
        Passage(place_of(connection, row.story), Span(row.start, row.end), row.words)
        for row in rows
    )
