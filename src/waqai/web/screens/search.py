"""Search: sentences by their words, as people type them, and whom a name means."""

from itertools import pairwise

from fastapi import APIRouter
from markupsafe import Markup

from waqai.exports import findings
from waqai.store.queries import search
from waqai.store.wording import hits
from waqai.web.asked import Asked
from waqai.web.foreign import visible
from waqai.web.screen import Listed, Shown, add

router = APIRouter(include_in_schema=False)
_PEOPLE = 8  # whom the words may name that are shown
_LONGEST = 1_500  # characters of a sentence that are shown
_WORDS = 300  # characters of a question that are heard


def show(asked: Asked) -> Shown:
    """A page of the sentences with all of the words of the address, the best first."""
    connection = asked.chronicle.connection
    words = (asked.word("q") or "")[:_WORDS]
    found = search.search(connection, words, asked.rows, asked.offset)
    total = search.count(connection, words)
    names = {
        "words": words,
        "found": [(one, marked(one.words[:_LONGEST], words)) for one in found],
        "total": total,
        "people": asked.chronicle.who(words)[:_PEOPLE] if words else (),
    }
    return Shown(names, lambda: Listed("found", total, [findings.passage(one) for one in found]))


def marked(sentence: str, words: str) -> Markup:
    """`sentence` in one line with the words that were looked for marked."""
    edges = [0, *(edge for span in hits(sentence, words) for edge in span), len(sentence)]
    parts = [visible(sentence[a:b]) for a, b in pairwise(edges)]
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if i % 2 else part for i, part in enumerate(parts)
    )


add(router, "/search", "search.html", show)
