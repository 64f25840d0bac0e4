"""Exports as files: which file holds what, and none is left half written."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.store.sample import build, sample
from waqai.api import export
from waqai.exports.formats import FORMATS, Format, Pieces
from waqai.exports.writing import pieces, write
from waqai.store.reading import Chronicle

_DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chronicle]:
    file = tmp_path_factory.mktemp("file") / "file.db"
    build(file, sample()[:2])
    with Chronicle(file) as opened:
        yield opened


def _names() -> Pieces:
    return lambda _, what: (table.encode() for table in what)


def _breaks() -> Pieces:
    def found(_: Chronicle, __: Sequence[str]) -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError("stopped")

    return found


_APART = Format("apart", "", ".csv", _names, ("cats", "dogs"), apart=True)
_TOGETHER = Format("together", "", ".jsonl", _names, ("cats", "dogs"))


def test_each_table_is_a_file_of_its_own_in_a_folder(chronicle: Chronicle, tmp_path: Path) -> None:
    files = write(chronicle, _APART, tmp_path / "new")
    assert files == (tmp_path / "new" / "cats.csv", tmp_path / "new" / "dogs.csv")
    assert [file.read_text() for file in files] == ["cats", "dogs"]
    assert write(chronicle, _APART, tmp_path / "new", ["dogs"]) == files[1:]


def test_a_file_of_a_table_is_a_file(chronicle: Chronicle, tmp_path: Path) -> None:
    assert write(chronicle, _APART, tmp_path / "x.csv") == (tmp_path / "x.csv",)
    assert (tmp_path / "x.csv").read_text() == "cats"
    write(chronicle, _APART, tmp_path / "dogs", ["dogs"])
    assert (tmp_path / "dogs").read_text() == "dogs"
    with pytest.raises(ValueError, match="one of cats, dogs"):
        write(chronicle, _APART, tmp_path / "x.csv", ["cats", "dogs"])


def test_tables_that_go_together_are_one_file(chronicle: Chronicle, tmp_path: Path) -> None:
    assert b"".join(pieces(chronicle, _TOGETHER)) == b"catsdogs"
    assert b"".join(pieces(chronicle, _TOGETHER, ["dogs"])) == b"dogs"
    with pytest.raises(ValueError, match="is a folder"):
        write(chronicle, _TOGETHER, tmp_path)


def test_a_table_that_is_none_is_told(chronicle: Chronicle) -> None:
    with pytest.raises(ValueError, match="no table birds: it has cats, dogs"):
        pieces(chronicle, _TOGETHER, ["birds"])
    with pytest.raises(ValueError, match="it has no tables"):
        pieces(chronicle, FORMATS["chronicle"], ["birds"])


def test_an_export_that_breaks_leaves_what_was_there(chronicle: Chronicle, tmp_path: Path) -> None:
    out = tmp_path / "x.json"
    out.write_text("before")
    with pytest.raises(RuntimeError):
        write(chronicle, Format("breaks", "", ".json", _breaks), out)
    assert [file.name for file in tmp_path.iterdir()] == ["x.json"]
    assert out.read_text() == "before"


def test_the_chronicle_is_not_written_over(chronicle: Chronicle) -> None:
    before = chronicle.path.read_bytes()
    with pytest.raises(ValueError, match="the chronicle itself"):
        export(chronicle, "chronicle", chronicle.path)
    assert chronicle.path.read_bytes() == before


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_gives_the_same_bytes_from_python(
    chronicle: Chronicle, tmp_path: Path, name: str
) -> None:
    first = export(chronicle, name, tmp_path / "first")
    second = export(chronicle, name, tmp_path / "second")
    assert first
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_a_format_that_is_none_is_told(chronicle: Chronicle, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="annotations, chronicle"):
        export(chronicle, "papyrus", tmp_path / "x")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_and_table_is_documented(name: str) -> None:
    text = (_DOCS / "exports.md").read_text(encoding="utf-8")
    assert f"| [`{name}`](#{name}) |" in text
    section = text.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]
    assert f"$ waqai export file.db --format {name}" in section
    assert [table for table in FORMATS[name].tables if f"`{table}`" not in section] == []
