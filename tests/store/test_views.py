"""Views: what a person with a plain SQLite shell reads are words, names and days."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.harbour import PAGE, TEXT
from waqai.store.schema import VIEWS
from waqai.store.writing import Writer


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with Writer(tmp_path / "file.db", reader="1") as writer:
        writer.keep(PAGE)
    with closing(sqlite3.connect(tmp_path / "file.db")) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def _rows(shell: sqlite3.Connection, query: str) -> list[dict[str, object]]:
    return [dict(row) for row in shell.execute(query)]


def test_names_are_listed_with_whom_they_mean(shell: sqlite3.Connection) -> None:
    rows = _rows(shell, "SELECT * FROM name_list")
    assert len(rows) == 6
    minister, bearer = (
        next(row for row in rows if row["words"] == words)
        for words in ("سامي الحداد", "رئيس الجمهورية")
    )
    assert minister == {
        "page": "ميناء",
        "story": 0,
        "id": "الحداد",
        "kind": "person",
        "name": "سامي الحداد",
        "name_en": "Sami al-Haddad",
        "form": "name",
        "role": "transport_minister",
        "title": "وزير النقل",
        "words": "سامي الحداد",
    }
    assert (bearer["id"], bearer["name"]) == ("salim_khoury", "سليم خوري")
    assert bearer["form"] == "role"


def test_a_role_that_has_a_bearer_is_listed_once_as_its_bearer(shell: sqlite3.Connection) -> None:
    rows = _rows(shell, "SELECT position, id, name FROM resolved_entities ORDER BY position")
    assert [row["position"] for row in rows] == [0, 1, 2, 3, 4, 5]
    assert rows[2] == {"position": 2, "id": "salim_khoury", "name": "سليم خوري"}


def test_quantities_are_listed_as_numbers(shell: sqlite3.Connection) -> None:
    assert _rows(shell, "SELECT * FROM quantity_list WHERE low > 300") == [
        {
            "page": "ميناء",
            "story": 0,
            "low": 2_500_000,
            "high": 2_500_000.5,
            "unit": "LBP",
            "of": None,
            "words": "2.5 مليون ليرة",
        }
    ]


def test_statements_are_listed_with_speaker_and_chain(shell: sqlite3.Connection) -> None:
    assert _rows(shell, "SELECT * FROM statement_list") == [
        {
            "page": "ميناء",
            "story": 0,
            "speaker_id": "الحداد",
            "speaker": "سامي الحداد",
            "act": "asserts",
            "verb": "قال",
            "mode": "indirect",
            "via": "وكالة الميناء; العمال",
            "addressee": "وكالة الميناء",
            "time": "2025-08-15",
            "occasion": "في مؤتمر صحفي",
            "words": TEXT[TEXT.index("رئيس") : -1],
        }
    ]


def test_events_are_listed_with_who_did_what_to_whom(shell: sqlite3.Connection) -> None:
    assert _rows(shell, "SELECT * FROM event_list") == [
        {
            "page": "ميناء",
            "story": 0,
            "type": "CONSULT",
            "kind": "meeting",
            "mode": None,
            "status": "planned",
            "actors": "سليم خوري",
            "recipients": "البحارة; العمال",
            "place": "طرابلس",
            "value": "2025-08-17",
            "earliest": "2025-08-17",
            "latest": "2025-08-17",
            "quantities": "300 وظيفة; 2.5 مليون ليرة",
            "told_by": "سامي الحداد",
            "words": TEXT[TEXT.index("رئيس") : -1],
        }
    ]


def test_lists_show_current_pages_only(shell: sqlite3.Connection, tmp_path: Path) -> None:
    newer = replace(PAGE.page, text="أغلق الميناء.")
    with Writer(tmp_path / "file.db", reader="1") as writer:
        writer.keep(replace(PAGE, page=newer, stories=()))
    lists = [name for name in _views(shell) if name.endswith("_list")]
    assert len(lists) == len(VIEWS) - 2  # all but resolved_entities and position_evidence
    for name in lists:
        assert _rows(shell, f"SELECT * FROM {name}") == []


def _views(shell: sqlite3.Connection) -> list[str]:
    return [
        row["name"] for row in shell.execute("SELECT name FROM sqlite_master WHERE type='view'")
    ]
