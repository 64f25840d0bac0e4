"""Stories: what was published, by whom and when, and how many happenings each tells."""

from fastapi import APIRouter

from waqai.exports import findings
from waqai.store.queries import stories
from waqai.store.queries.outlets import outlets
from waqai.web.asked import Asked
from waqai.web.screen import Listed, Shown, add

router = APIRouter(include_in_schema=False)


def show(asked: Asked) -> Shown:
    """A page of the stories that the address asks for, the latest first."""
    connection = asked.chronicle.connection
    undated = asked.word("undated") is not None
    where = stories.wanted(
        asked.word("outlet"), asked.day("from"), asked.day("to"), undated=undated
    )
    total = stories.count(connection, where)
    found = stories.some(connection, where, asked.rows, asked.offset)
    names = {
        "found": found,
        "total": total,
        "outlets": outlets(connection),
        "undated": undated,
    }

    def listed() -> Listed:
        rows = [{**findings.place(one.place), "happenings": one.happenings} for one in found]
        return Listed("stories", total, rows)

    return Shown(names, listed)


add(router, "/stories", "stories.html", show)
