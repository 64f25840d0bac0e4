"""The tables: each links to what it speaks of, what is looked up is indexed, all is documented."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Table

from tests.store.harbour import PAGE
from waqai.store import schema
from waqai.store.writing import Writer

_DOCS = Path(__file__).parents[2] / "docs" / "store.md"
_TABLES = schema.metadata.sorted_tables


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    file = tmp_path_factory.mktemp("schema") / "file.db"
    with Writer(file, reader="1") as writer:
        writer.keep(PAGE)
    with closing(sqlite3.connect(file)) as connection:
        yield connection


@pytest.mark.parametrize("table", _TABLES, ids=lambda table: table.name)
def test_what_belongs_to_a_page_goes_when_it_goes(table: Table, shell: sqlite3.Connection) -> None:
    shell.execute("PRAGMA foreign_keys = ON")
    count = f"SELECT count(*) FROM {table.name}"
    before = shell.execute(count).fetchone()[0]
    shell.execute("DELETE FROM pages")
    after = shell.execute(count).fetchone()[0]
    shell.rollback()
    assert after == (before if table.name in {"meta", "quarantine"} else 0)


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE names SET entity = 6",
        "UPDATE bearers SET position = 6",
        "UPDATE statements SET speaker = 6",
        "UPDATE statements SET addressee = 6",
        "UPDATE statements SET said = 2",
        "UPDATE statements SET within = 1",
        "UPDATE statement_via SET entity = 6",
        "UPDATE events SET place = 6",
        "UPDATE events SET time = 2",
        "UPDATE events SET until = 2",
        "UPDATE events SET statement = 1",
        "UPDATE event_roles SET entity = 6",
        "UPDATE event_quantities SET quantity = 2",
    ],
)
def test_nothing_can_point_at_what_is_not_there(broken: str, shell: sqlite3.Connection) -> None:
    shell.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        shell.executescript(f"BEGIN; {broken}; COMMIT;")
    shell.rollback()


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT * FROM entities WHERE id = 'x'", "entities_by_id"),
        ("SELECT * FROM bearers WHERE id = 'x'", "bearers_by_id"),
        ("SELECT * FROM name_list WHERE id = 'x'", "entities_by_id"),
        ("SELECT * FROM name_list WHERE id = 'x'", "bearers_by_id"),
        ("SELECT * FROM events WHERE type = 'CONSULT' AND kind = 'meeting'", "events_by_kind"),
        ("SELECT * FROM event_list WHERE type = 'CONSULT'", "events_by_kind"),
        ("SELECT * FROM events WHERE earliest >= '2025-08-01'", "events_by_day"),
        (
            "SELECT * FROM statements JOIN entities ON statements.story = entities.story"
            " AND statements.speaker = entities.position WHERE entities.id = 'x'",
            "statements USING PRIMARY KEY (story=?)",
        ),
        (
            "SELECT * FROM event_roles AS part JOIN entities ON part.story = entities.story"
            " AND part.entity = entities.position WHERE entities.id = 'x'",
            "part USING PRIMARY KEY (story=?)",
        ),
    ],
)
def test_what_is_looked_up_is_found_without_reading_all(
    query: str, index: str, shell: sqlite3.Connection
) -> None:
    plan = [row[3] for row in shell.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert any(index in step for step in plan), plan


@pytest.mark.parametrize("view", ["name_list", "quantity_list", "statement_list", "event_list"])
def test_a_view_reads_the_entities_of_its_rows_only(view: str, shell: sqlite3.Connection) -> None:
    query = f"SELECT * FROM {view} WHERE page = 'x'"
    plan = [row[3] for row in shell.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert any("SEARCH" in step for step in plan)
    assert not [step for step in plan if re.match(r"SCAN (entities|bearers|whom|place)\b", step)]


def test_the_docs_name_every_table_and_view(shell: sqlite3.Connection) -> None:
    made = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    # the index of the search has tables of its own, search_data and so on
    names = {name for (name,) in shell.execute(made) if not name.startswith("search_")}
    assert len(names) == len(_TABLES) + len(schema.VIEWS) + 1
    text = _DOCS.read_text(encoding="utf-8")
    assert {name for name in names if f"`{name}`" not in text} == set()
