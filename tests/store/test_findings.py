"""Findings: read back as written, written only where they differ, the same whatever came before."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import quay
from tests.store.dumping import TABLES, findings
from waqai.model.findings import Findings
from waqai.store.concluding import Make
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer


def _make(found: Findings) -> Make:
    return lambda briefs, reread, judgements: found


def _write(file: Path, *found: Findings) -> None:
    """A file with the pages, and then these findings, one after the other."""
    with Writer(file, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)
        for some in found:
            writer._connection.exec_driver_sql("DELETE FROM meta WHERE key = 'findings'")
            writer._connection.commit()
            assert writer.conclude(_make(some))


@pytest.fixture
def chronicle(tmp_path: Path) -> Iterator[Chronicle]:
    _write(tmp_path / "file.db", quay.FINDINGS)
    with Chronicle(tmp_path / "file.db") as opened:
        yield opened


def test_findings_are_read_back_as_they_were_written(chronicle: Chronicle) -> None:
    assert chronicle.entities() == quay.FINDINGS.entities
    assert chronicle.happenings() == (quay.MEETING, quay.ALONE)
    assert chronicle.announcements() == (quay.ANNOUNCEMENT,)
    assert chronicle.positions() == (quay.POSITION,)
    assert chronicle.conflicts() == (quay.CONFLICT,)
    assert chronicle.concluded


def test_every_table_of_findings_is_written(chronicle: Chronicle) -> None:
    assert [name for name, rows in findings(chronicle.path).items() if not rows] == []


def test_the_views_show_the_findings_in_words(chronicle: Chronicle) -> None:
    with closing(sqlite3.connect(chronicle.path)) as shell:
        shell.row_factory = sqlite3.Row

        def row(query: str) -> dict[str, object]:
            return dict(shell.execute(query).fetchone())

        meeting = row("SELECT * FROM happening_list WHERE id = 'h1'")
        assert (meeting["actors"], meeting["recipients"]) == ("سليم خوري", "العمال; البحارة")
        assert meeting["place"] == "طرابلس"
        assert row("SELECT * FROM announcement_list")["announced_by"] == "سامي الحداد"
        assert row("SELECT * FROM position_list")["actor"] == "سليم خوري"
        assert row("SELECT count(*) AS n FROM position_evidence") == {"n": 2}
        values = [r["value"] for r in shell.execute("SELECT * FROM conflict_list ORDER BY rank")]
        assert values == ["طرابلس", "بيروت"]
        told = row("SELECT * FROM telling_list WHERE page = 'رصيف'")
        assert str(told["words"]).startswith("رئيس الجمهورية سيلتقي")
        undated = row("SELECT * FROM story_list WHERE page = 'بلا تاريخ'")
        assert (undated["published"], undated["earliest"]) == (None, "2025-08-16")
        assert undated["dated_by_others"] == 1
        known = row("SELECT * FROM entity_list WHERE id = 'salim_khoury'")
        assert (known["stories"], known["happenings"], known["positions"]) == (3, 2, 1)


def test_the_same_findings_again_touch_nothing_but_the_mark(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    _write(file, quay.FINDINGS)
    with Writer(file, reader="1") as writer:
        raw = writer._connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.execute("DELETE FROM meta WHERE key = 'findings'")
        before = raw.total_changes
        assert writer.conclude(_make(quay.FINDINGS))
        assert raw.total_changes == before + 1
        assert not writer.conclude(_make(quay.FINDINGS))


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    _write(file, quay.FINDINGS)
    before = findings(file)
    other = replace(quay.ALONE, headline_ar="خبر آخر")
    _write(file, replace(quay.FINDINGS, happenings=(quay.MEETING, other)))
    after = findings(file)
    assert {name for name in before if before[name] != after[name]} == {"happenings", "digests"}
    assert [row for row in after["happenings"] if row not in before["happenings"]] == [
        row for row in after["happenings"] if row[0] == "h2"
    ]


def _subsets() -> st.SearchStrategy[Findings]:
    """Findings of which some are missing, others changed; what they rest on is there."""

    def some(meeting: bool, alone: bool, more: list[bool], words: str) -> Findings:
        first = replace(quay.MEETING, headline_en=words)
        # one event may move from happening to happening
        both = replace(quay.ALONE, tellings=(*quay.ALONE.tellings, *quay.MEETING.tellings))
        kept = (first,) if meeting else ()
        second = (quay.ALONE if meeting else both,) if alone else ()
        return replace(
            quay.FINDINGS,
            happenings=(*kept, *second),
            announcements=(quay.ANNOUNCEMENT,) if meeting and more[0] else (),
            conflicts=(quay.CONFLICT,) if meeting and more[1] else (),
            positions=(quay.POSITION,) if more[2] else (),
            settled=quay.FINDINGS.settled if more[3] else {},
        )

    flags = st.lists(st.booleans(), min_size=4, max_size=4)
    return st.builds(some, st.booleans(), st.booleans(), flags, st.sampled_from(["a", "ب"]))


@settings(max_examples=25, deadline=None)
@given(st.lists(_subsets(), min_size=1, max_size=4))
def test_what_was_found_before_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, history: list[Findings]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    _write(folder / "grown.db", *history)
    _write(folder / "fresh.db", history[-1])
    assert findings(folder / "grown.db") == findings(folder / "fresh.db")
    assert _broken(folder / "grown.db") == []


def _broken(file: Path) -> Iterable[object]:
    with closing(sqlite3.connect(file)) as shell:
        return shell.execute("PRAGMA foreign_key_check").fetchall()


def test_two_findings_of_one_id_are_refused(tmp_path: Path) -> None:
    twice = replace(quay.FINDINGS, happenings=(quay.MEETING, quay.MEETING))
    with pytest.raises(ValueError, match="two happenings have the id h1"):
        _write(tmp_path / "file.db", twice)
    assert not any(findings(tmp_path / "file.db").values())


def test_a_page_read_anew_takes_the_findings_out_until_they_are_made_again(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    _write(file, quay.FINDINGS)
    with Writer(file, reader="2") as writer:
        assert not writer.recognises(quay.FIRST_PAGE.page)
        writer.keep(quay.FIRST_PAGE)
    assert not any(findings(file).values())
    with Chronicle(file) as chronicle:
        assert not chronicle.concluded
        assert chronicle.happenings() == ()
    with Writer(file, reader="2") as writer:
        assert writer.conclude(_make(quay.FINDINGS))
    assert all(findings(file)[name] for name in TABLES)
