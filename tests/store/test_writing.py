"""Writing: the same pages change nothing, whatever their order; a new text supersedes the old."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from waqai.chronicle.growth import Growth, grow
from waqai.model.annotated import AnnotatedStory, DatedPage, DatedStory
from waqai.model.page import Page, Span
from waqai.model.publication import Publication
from waqai.model.quarantine import Quarantined
from waqai.model.story import Story
from waqai.store import schema
from waqai.store.opening import NotAChronicleError
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer

_DAY = date(2025, 8, 16)


def _read(page: Page) -> DatedPage:
    story = Story((Span(0, len(page.text)),))
    return DatedPage(
        page, (DatedStory(AnnotatedStory(story, ()), Publication(_DAY, _DAY), ()),), (), ()
    )


def _build(file: Path, arrivals: Iterable[Page | Quarantined], reader: str = "1") -> Growth:
    with Writer(file, reader) as writer:
        return grow(arrivals, writer, _read)


def _pages(file: Path) -> list[Page]:
    with Chronicle(file) as chronicle:
        return [dated.page for dated in chronicle.pages()]


def _dump(file: Path) -> list[str]:
    connection = sqlite3.connect(file)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


_FIRST = Page("ا.txt", "افتتح الوزير المعرض.", "pages/ا.txt")
_SECOND = Page("ب.txt", "عاد الوفد إلى العاصمة.", "pages/ب.txt")
_OTHER_PLACE = Page("ا.txt", "أغلق الوزير المعرض.", "more/ا.txt")


def test_the_same_pages_twice_change_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    assert _build(file, [_FIRST, _SECOND]) == Growth(new=2)
    before = _dump(file)
    assert _build(file, [_FIRST, _SECOND]) == Growth(known=2)
    assert _dump(file) == before


def test_the_order_of_pages_does_not_matter(tmp_path: Path) -> None:
    copy = replace(_SECOND, source="copies/ب.txt")
    found = []
    for number, order in enumerate(permutations([_FIRST, _SECOND, _OTHER_PLACE, copy])):
        _build(tmp_path / f"{number}.db", order)
        found.append(_pages(tmp_path / f"{number}.db"))
    assert all(pages == found[0] for pages in found)
    assert found[0] == [_OTHER_PLACE, _FIRST, copy]


@pytest.mark.parametrize("source", ["pages/ا.txt", "elsewhere/ا.txt"])
def test_a_new_text_supersedes_the_old_which_is_kept(tmp_path: Path, source: str) -> None:
    file = tmp_path / "file.db"
    _build(file, [_FIRST, _SECOND])
    new = replace(_FIRST, text="أجل الوزير افتتاح المعرض.", source=source)
    assert _build(file, [new]) == Growth(new=1)
    assert _pages(file) == [new, _SECOND]
    assert any(_FIRST.text in line for line in _dump(file))


def test_a_new_text_supersedes_only_the_page_of_its_place(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    _build(file, [_FIRST, _OTHER_PLACE])
    new = replace(_FIRST, text="أجل الوزير افتتاح المعرض.")
    _build(file, [new])
    assert _pages(file) == [_OTHER_PLACE, new]


def test_an_old_text_that_comes_again_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    new = replace(_FIRST, text="أجل الوزير افتتاح المعرض.")
    _build(file, [_FIRST])
    _build(file, [new])
    assert _build(file, [_FIRST]) == Growth(known=1)
    assert _pages(file) == [new]


def test_a_stopped_build_keeps_what_it_read_and_ends_the_same_when_run_again(
    tmp_path: Path,
) -> None:
    def stopping() -> Iterable[Page]:
        yield _FIRST
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _build(tmp_path / "stopped.db", stopping())
    assert _pages(tmp_path / "stopped.db") == [_FIRST]
    every = [_FIRST, _OTHER_PLACE, _SECOND]
    assert _build(tmp_path / "stopped.db", every) == Growth(new=2, known=1)
    _build(tmp_path / "whole.db", every)
    assert _dump(tmp_path / "stopped.db") == _dump(tmp_path / "whole.db")


def test_a_newer_waqai_reads_known_pages_anew(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    _build(file, [_FIRST, _SECOND], reader="1")
    assert _build(file, [_FIRST], reader="2") == Growth(new=1)
    assert _pages(file) == [_FIRST, _SECOND]


def test_what_was_set_aside_stands_there_once_until_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    broken = Quarantined("pages/ا.txt", "WQ102", "unknown encoding")
    _build(file, [broken, _SECOND])
    _build(file, [broken, _SECOND])
    with Chronicle(file) as chronicle:
        assert list(chronicle.quarantine()) == [broken]
    _build(file, [_FIRST])
    with Chronicle(file) as chronicle:
        assert list(chronicle.quarantine()) == []


def test_a_warning_about_a_page_that_was_read_stays(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    warning = Quarantined("pages/ا.txt", "WQ115", "no day in it")
    for _ in range(2):
        _build(file, [_FIRST, warning])
    with Chronicle(file) as chronicle:
        assert list(chronicle.quarantine()) == [warning]
        assert [dated.page for dated in chronicle.pages()] == [_FIRST]


def test_the_file_opens_with_stock_sqlite(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    _build(file, [_FIRST])
    connection = sqlite3.connect(file)
    pragmas = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "journal_mode", "integrity_check")
    ]
    assert pragmas == [int.from_bytes(b"WQAI"), schema.VERSION, "wal", "ok"]
    assert connection.execute("SELECT page, published FROM story_list").fetchall() == [
        ("ا.txt", "2025-08-16")
    ]
    assert connection.execute("SELECT * FROM time_list").fetchall() == []
    connection.close()


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    text, database = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("ليس قاعدة بيانات، بل نص طويل بما يكفي" * 10, encoding="utf-8")
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE notes (words TEXT)")
    connection.close()
    for file in (text, database):
        before = file.read_bytes()
        with pytest.raises(NotAChronicleError, match="not a chronicle"):
            _build(file, [_FIRST])
        with pytest.raises(NotAChronicleError, match="not a chronicle"):
            Chronicle(file)
        assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("version", "advice"), [(99, "update waqai"), (1, "build its pages into a new file")]
)
def test_a_file_of_another_version_is_left_alone_with_advice(
    tmp_path: Path, version: int, advice: str
) -> None:
    file = tmp_path / "file.db"
    _build(file, [_FIRST])
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(NotAChronicleError, match=advice):
        _build(file, [_FIRST])
    with pytest.raises(NotAChronicleError, match=advice):
        Chronicle(file)
    assert file.read_bytes() == before


def test_a_missing_file_or_folder_is_told_with_advice(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="waqai build"):
        Chronicle(tmp_path / "none.db")
    with pytest.raises(FileNotFoundError, match="make it first"):
        _build(tmp_path / "none" / "file.db", [])
    assert not (tmp_path / "none.db").exists()


def test_an_open_chronicle_cannot_be_changed(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    _build(file, [_FIRST])
    with Chronicle(file) as chronicle, pytest.raises(Exception, match="readonly"):
        chronicle.connection.exec_driver_sql("DELETE FROM pages")
    assert [path.name for path in tmp_path.iterdir()] == ["file.db"]


def test_a_chronicle_that_may_only_be_read_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file.db"
    _build(file, [_FIRST])
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def refusing(address: str, **options: object) -> sqlite3.Connection:
        if "immutable" not in address:
            raise sqlite3.OperationalError("unable to open database file")
        return connect(address, **options)

    monkeypatch.setattr(sqlite3, "connect", refusing)
    assert _pages(file) == [_FIRST]


def test_names_with_odd_characters_make_good_files(tmp_path: Path) -> None:
    file = tmp_path / "ملف 100% #1?.db"
    _build(file, [_FIRST])
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    assert _pages(file) == [_FIRST]


def test_a_full_disk_is_told_and_what_was_written_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "file.db"

    def filling() -> Iterable[Page]:
        yield _FIRST
        writer._connection.exec_driver_sql("PRAGMA max_page_count = 1")
        writer._connection.commit()
        for n in range(100):
            yield replace(_SECOND, name=str(n), text="نص " * 9_000)

    writer = Writer(file, "1")
    with pytest.raises(NotAChronicleError, match="is there room"), writer:
        grow(filling(), writer, _read)
    assert _FIRST in _pages(file)
