"""Paths in, pages and rows out: nothing raises, nothing is lost, the order never changes."""

import gzip
import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waqai.model.page import Page, StampRole
from waqai.model.quarantine import Quarantined
from waqai.model.settings import Limits, Settings
from waqai.sources import read

TEXT = "قال المتحدث إن الوفدين اتفقا، اليوم الخميس، على عقد جولة ثانية في القاهرة.\n"
HTML = f'<meta charset="windows-1256"><h1>اتفاق في القاهرة</h1><article><p>{TEXT}</p></article>'
RECORD = json.dumps({"id": "r1", "text": TEXT}) + "\n"
GOLD = Path(__file__).parents[3] / "shared" / "gold"


def brief(*paths: str | Path, config: Settings = Settings()) -> list[str]:  # noqa: B008
    rows = read(paths, config)
    return [row.code if isinstance(row, Quarantined) else row.name for row in rows]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "b"
    inner.mkdir()
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.HTM").write_bytes(HTML.encode("cp1256"))
    (inner / "2.jsonl").write_text(RECORD, encoding="utf-8")
    (inner / "1.ndjson.gz").write_bytes(gzip.compress(RECORD.encode()))
    (inner / "3.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_with_those_inside_in_the_order_of_names(folder: Path) -> None:
    assert brief(folder) == ["a.HTM", "r1", "r1", "WQ110", "c.txt"]


def test_paths_are_read_in_the_order_given(folder: Path) -> None:
    assert brief(folder / "c.txt", folder / "b" / "2.jsonl", folder / "a.HTM") == [
        "c.txt",
        "r1",
        "a.HTM",
    ]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["c.txt", ".hidden.txt"]),
        ("b/?.json*", ["r1"]),
        ("**/*.jsonl", ["r1"]),
        ("[ac].*", ["a.HTM", "c.txt"]),
        ("b*", ["r1", "r1", "WQ110"]),
        ("**/*.docx", ["WQ111"]),
    ],
)
def test_patterns_match_as_in_a_shell(folder: Path, pattern: str, names: list[str]) -> None:
    assert sorted(brief(folder / pattern)) == sorted(names)
    assert brief(folder / pattern) == brief(folder / pattern)


def test_one_path_may_stand_for_the_list(folder: Path) -> None:
    assert [row.source for row in read(str(folder / "c.txt"))] == [str(folder / "c.txt")]


def test_a_text_file_keeps_every_character_and_its_whole_name(tmp_path: Path) -> None:
    text = "\n سطر\r\nثان\r\0ثالث\t\u200f \n\n"
    (tmp_path / "000_x.txt").write_bytes(text.encode())
    (page,) = read(tmp_path)
    assert isinstance(page, Page)
    assert (page.text, page.name, page.encoding) == (text, "000_x.txt", "utf-8")


def test_html_is_decoded_by_evidence_and_brings_its_metadata(folder: Path) -> None:
    (page,) = read(folder / "a.HTM")
    assert isinstance(page, Page)
    assert page.text == f"اتفاق في القاهرة\n\n{TEXT.strip()}"
    assert (page.title, page.encoding) == ("اتفاق في القاهرة", "windows-1256")


def test_the_users_day_is_the_first_stamp_of_every_page(folder: Path) -> None:
    pages = [p for p in read(folder, Settings(published=date(2025, 8, 7))) if isinstance(p, Page)]
    assert len(pages) == 4
    for page in pages:
        assert (page.stamps[0].role, page.stamps[0].day) == (StampRole.GIVEN, date(2025, 8, 7))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "WQ109"),
        ("a.txt", b" \r\n\t", "WQ109"),
        ("a.txt", b"\xef\xbb\xbf", "WQ109"),
        ("a.html", b"", "WQ109"),
        ("a.jsonl", b"", "WQ109"),
        ("a.jsonl", b"\n\n", "WQ109"),
        ("a.jsonl.gz", gzip.compress(b""), "WQ109"),
        ("a.txt", bytes(range(256)) * 4, "WQ102"),
        ("a.html", bytes(range(256)) * 4, "WQ102"),
        ("a.txt", b"x" * 1_000_001, "WQ103"),
        ("a.html", b"<p>" + b"x" * 2_000_001, "WQ103"),
        ("a.html", b"<p>" * 60_000, "WQ104"),
        ("a.html", b"<img src=x>", "WQ106"),
        ("a.jsonl.gz", b"plain", "WQ112"),
        ("a.jsonl.gz", b"", "WQ109"),
        ("a.docx", b"PK\3\4", "WQ110"),
        ("a", b"text", "WQ110"),
    ],
)
def test_what_cannot_be_read_is_one_row_with_its_code(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (row,) = read(path)
    assert isinstance(row, Quarantined)
    assert (row.code, row.source) == (code, str(path))
    assert len(row.reason) > 20


def test_a_cut_archive_gives_what_it_has_and_a_row(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": i, "text": f"{TEXT} {i * i}"}) + "\n" for i in range(3000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-1000])
    got = brief(tmp_path)
    assert got[0] == "0"
    assert len(got) > 1000
    assert got[-1] == "WQ112"


def test_limits_are_settings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 101)
    assert brief(tmp_path, config=Settings(Limits(text_bytes=100))) == ["WQ103"]
    assert brief(tmp_path, config=Settings(Limits(text_bytes=101))) == ["a.txt"]


@pytest.mark.parametrize("path", ["/no/such/file.txt", "no/such", "a\0b", "x" * 5000, "c.txt/d"])
def test_a_path_that_leads_nowhere_is_a_row(
    folder: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert brief(path, "c.txt") == ["WQ101", "c.txt"]


def test_an_empty_folder_is_a_row(tmp_path: Path) -> None:
    assert brief(tmp_path) == ["WQ111"]


def test_links_are_not_followed_in_circles(folder: Path) -> None:
    (folder / "b" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "b" / "self").symlink_to(folder / "b" / "self")
    (folder / "b" / "gone").symlink_to(folder / "nowhere")
    (folder / "b" / "to_c.txt").symlink_to(folder / "c.txt")
    assert brief(folder / "b") == ["r1", "r1", "WQ110", "WQ101", "WQ101", "WQ101", "to_c.txt"]
    assert brief(folder / "b" / "self") == ["WQ101"]
    assert brief(folder / "**" / "*.txt").count("c.txt") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_inside_a_folder_does_not_hang_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert brief(tmp_path) == ["WQ101"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_what_may_not_be_read_is_a_row(folder: Path) -> None:
    (folder / "c.txt").chmod(0)
    (folder / "b").chmod(0)
    assert brief(folder) == ["a.HTM", "WQ101", "WQ101"]
    (folder / "b").chmod(0o755)


def test_a_folder_that_cannot_be_listed_is_a_row(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert brief(folder) == ["a.HTM", "WQ101", "c.txt"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are Unicode")
def test_odd_bytes_in_a_file_name_do_not_reach_the_page(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xc7\xe1.txt"
    Path(os.fsdecode(path)).write_text(TEXT, encoding="utf-8")
    for row in (*read(tmp_path), *read(os.fsdecode(path))):
        assert isinstance(row, Page)
        assert row.name.encode().endswith(b".txt")
        assert row.source.encode()


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (TEXT.encode(), ["-"]),
        (TEXT.encode("utf-16"), ["-"]),
        (RECORD.encode() * 2, ["r1", "r1"]),
        (RECORD.encode("utf-16"), ["r1"]),
        (gzip.compress(RECORD.encode()), ["r1"]),
        (b"\xef\xbb\xbf \n" + RECORD.encode(), ["r1"]),
        (b"<!DOCTYPE html>" + HTML.encode(), ["-"]),
        (b"{not a record} " + TEXT.encode(), ["-"]),
        (b"", ["WQ109"]),
    ],
)
def test_standard_input_is_read_by_its_look(
    data: bytes, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert brief("-") == names


def test_reading_stops_cleanly_when_nobody_wants_more(folder: Path) -> None:
    rows = read([folder] * 3)
    assert isinstance(next(rows), Page)
    rows.close()  # type: ignore[attr-defined]
    assert list(rows) == []


@given(
    st.sampled_from(["a.txt", "a.jsonl", "a.jsonl.gz", "b.ndjson"]),
    st.binary(max_size=200) | st.text(max_size=60).map(lambda t: t.encode("utf-16", "replace")),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_content_raises(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    rows = list(read(path))
    assert rows
    for row in rows:
        if isinstance(row, Page):
            assert row.text.encode()


def test_no_html_raises(tmp_path: Path) -> None:
    whole = HTML.encode("cp1256")
    cases = [
        *(whole[:cut] for cut in range(0, len(whole), 40)),
        whole[::-1], whole * 2, os.urandom(500), b"\xff\xfe" + whole, whole.replace(b"<", b"\0"),
        b"<html>" + os.urandom(300), HTML.encode("utf-16-be"), b"<" * 5000, b"<div>" * 5000,
    ]  # fmt: skip
    for i, case in enumerate(cases):
        (tmp_path / f"{i:02d}.html").write_bytes(case)
    rows = list(read(tmp_path))
    assert len(rows) == len(cases)


@pytest.mark.skipif(not GOLD.exists(), reason="the shared gold is not here")
def test_the_gold_pages_are_read_as_their_offsets_count_them() -> None:
    pages = {p.name: p for p in read(GOLD / "pages") if isinstance(p, Page)}
    assert len(pages) == 5
    checked = 0
    for page in pages.values():
        notes = GOLD / "annotations" / f"{Path(page.name).stem}.json"
        for row in json.loads(notes.read_text(encoding="utf-8"))["times"]:
            assert page.text[row["start"] : row["end"]] == row["text"]
            checked += 1
    assert checked > 20


def test_pages_of_one_name_in_two_folders_have_two_names(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.txt").write_text("قال الوزير إن الوفد وصل", encoding="utf-8")
    names = [page.name for page in read(tmp_path) if isinstance(page, Page)]
    assert names == ["a/index.txt", "b/index.txt"]
