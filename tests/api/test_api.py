"""waqai from Python."""

import logging
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import waqai

_TEXT = "وصل الوفد الحكومي إلى الميناء اليوم السبت، ويغادره يوم الاثنين المقبل إلى العاصمة."


def _days(page: waqai.DatedPage) -> list[date | None]:
    return [story.published.day for story in page.stories]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "ا.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "pages" / "ب.txt").write_bytes(b"")
    return tmp_path / "pages"


def test_read_gives_pages_and_what_could_not_be_read(folder: Path) -> None:
    both: list[str | Path] = [folder / "ا.txt", str(folder / "ب.txt")]
    for paths in (folder, str(folder), both):
        page, broken = waqai.read(paths)
        assert isinstance(page, waqai.Page)
        assert (page.name, page.text) == ("ا.txt", _TEXT)
        assert isinstance(broken, waqai.Quarantined)
        assert broken.code == "WQ109"


@pytest.mark.parametrize("published", ["2025-08-16", date(2025, 8, 16)])
def test_annotate_takes_text_pages_and_paths(folder: Path, published: date | str) -> None:
    for what in (_TEXT, waqai.Page("خبر", _TEXT), folder / "ا.txt", [_TEXT], iter([_TEXT])):
        [page] = waqai.annotate(what, published=published)
        assert _days(page) == [date(2025, 8, 16)]
        assert [timex.value for timex in page.stories[0].times] == ["2025-08-16", "2025-08-18"]


def test_annotate_takes_what_read_gives(folder: Path) -> None:
    broken: list[waqai.Quarantined] = []
    [page] = waqai.annotate(waqai.read(folder), on_quarantine=broken.append)
    assert page.page.name == "ا.txt"
    assert [thing.code for thing in broken] == ["WQ109"]


def test_several_texts_have_names_of_their_own() -> None:
    names = [page.page.name for page in waqai.annotate([_TEXT, f"{_TEXT} وعاد."])]
    assert names == ["text-1", "text-2"]


def test_what_cannot_be_read_is_logged_when_nobody_hears(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "waqai"):
        assert len(list(waqai.annotate(folder))) == 1
    [message] = caplog.messages
    assert message.startswith(f"WQ109 {folder / 'ب.txt'}: ")


def test_a_str_that_names_a_file_is_not_taken_for_a_text(folder: Path) -> None:
    with pytest.raises(ValueError, match="give Path"):
        list(waqai.annotate(str(folder)))


def test_a_line_too_long_for_a_path_is_a_text() -> None:
    [page] = waqai.annotate("قال المتحدث إن الوفد وصل. " * 9)
    assert page.stories


def test_a_day_that_is_none_is_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        list(waqai.annotate(folder, published="16/8"))


def test_half_a_character_is_set_aside() -> None:
    broken: list[waqai.Quarantined] = []
    assert list(waqai.annotate("نص \ud800", on_quarantine=broken.append)) == []
    assert [thing.code for thing in broken] == ["WQ201"]


def test_a_page_that_takes_too_long_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(page: waqai.Page) -> object:
        while True:
            pass

    monkeypatch.setattr("waqai.chronicle.single.annotate_page", endless)
    broken: list[waqai.Quarantined] = []
    limits = waqai.Limits(seconds=0.05)
    assert list(waqai.annotate(_TEXT, limits=limits, on_quarantine=broken.append)) == []
    assert [(thing.code, thing.source) for thing in broken] == [("WQ202", "text-1")]


def test_a_page_on_which_a_stage_fails_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(page: waqai.Page) -> object:
        raise LookupError("nothing there")

    monkeypatch.setattr("waqai.chronicle.single.annotate_page", failing)
    broken: list[waqai.Quarantined] = []
    assert list(waqai.annotate([_TEXT, _TEXT], on_quarantine=broken.append)) == []
    assert [thing.code for thing in broken] == ["WQ203", "WQ203"]
    assert "LookupError: nothing there" in broken[0].reason


def test_build_and_open(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    told: list[object] = []
    growth = waqai.build(str(folder), file, published="2025-08-16", tell=told.append)
    assert (growth.new, growth.known, growth.quarantined) == (1, 0, 1)
    assert [type(thing) for thing in told] == [waqai.Page, waqai.Quarantined]
    with waqai.open_chronicle(file) as chronicle:
        [page] = chronicle.pages()
        assert _days(page) == [date(2025, 8, 16)]
        assert [thing.code for thing in chronicle.quarantine()] == ["WQ109"]
    assert [page] == list(waqai.annotate(folder / "ا.txt", published="2025-08-16"))


def test_build_takes_pages(tmp_path: Path) -> None:
    pages = [waqai.Page("ا", _TEXT), waqai.Page("ب", f"{_TEXT} وعاد.")]
    assert waqai.build(pages, tmp_path / "file.db").new == 2
    assert waqai.build(reversed(pages), tmp_path / "file.db").known == 2


def test_open_refuses_what_is_no_chronicle(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        waqai.open_chronicle(tmp_path / "none.db")
    with pytest.raises(OSError, match="not a chronicle"):
        waqai.open_chronicle(folder / "ا.txt")


def test_the_public_names_are_few_and_explained() -> None:
    assert len(waqai.__all__) <= 12
    for name in waqai.__all__:
        assert name == "__version__" or (getattr(waqai, name).__doc__ or "").strip()


def test_importing_waqai_imports_nothing_heavy() -> None:
    code = (
        "import sys, waqai; "
        "sys.exit(str({'sqlalchemy', 'trafilatura', 'lxml', 'hijridate'} & set(sys.modules) or ''))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
