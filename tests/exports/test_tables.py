"""Tables as CSV, XLSX and Parquet: read back by other programs, whatever stands in the cells."""

import csv
import io
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from waqai.exports import writing, xlsx
from waqai.exports.csv import harmless, lines
from waqai.exports.formats import FORMATS, NotInstalledError
from waqai.exports.tables import BETWEEN, TABLES, Cell, Kind
from waqai.store.reading import Chronicle

_DOCS = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
_TYPES = {
    Kind.TEXT: "VARCHAR",
    Kind.LINK: "VARCHAR",
    Kind.DAY: "DATE",
    Kind.WHOLE: "BIGINT",
    Kind.NUMBER: "DOUBLE",
    Kind.FLAG: "BOOLEAN",
    Kind.TEXTS: "VARCHAR[]",
}


def _rows(chronicle: Chronicle, name: str) -> list[tuple[Cell, ...]]:
    return list(TABLES[name].rows(chronicle))


@pytest.mark.parametrize("format", ["csv", "xlsx", "parquet"])
def test_the_registry_names_the_tables(format: str) -> None:
    assert FORMATS[format].tables == tuple(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_the_columns_of_a_table_are_documented_in_their_order(name: str) -> None:
    found = re.search(rf"^\| `{name}` \| [^|]+ \| (.*) \|$", _DOCS, re.M)
    assert found
    assert re.findall(r"`(\w+)`", found[1]) == list(TABLES[name].columns)
    told = "\n".join(re.findall(r"^\| (`.*?`) \|", _DOCS, re.M))
    assert [column for column in TABLES[name].columns if f"`{column}`" not in told] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_row_has_just_the_cells_of_its_table_and_they_are_of_their_kind(
    chronicle: Chronicle, name: str
) -> None:
    table = TABLES[name]
    of_kind: dict[Kind, tuple[type, ...]] = {
        Kind.TEXT: (str,),
        Kind.LINK: (str,),
        Kind.DAY: (date,),
        Kind.WHOLE: (int,),
        Kind.NUMBER: (float,),
        Kind.FLAG: (bool,),
        Kind.TEXTS: (tuple,),
    }
    rows = list(table.cells(chronicle))
    for cells in rows:
        assert set(cells) == set(table.columns)
        for column, kind in table.columns.items():
            cell = cells[column]
            assert isinstance(cell, of_kind[kind]) or (cell is None and kind is not Kind.TEXTS)
    ids = [str(cells["id"]) for cells in rows if "id" in cells and name != "conflicts"]
    assert len(set(ids)) == len(ids)
    if name not in ("events", "statements"):  # of these the place in the story is a number
        assert ids == sorted(ids)


@pytest.mark.parametrize("name", ["events", "statements", "happenings", "announcements"])
def test_each_row_leads_to_its_words(chronicle: Chronicle, name: str) -> None:
    texts = {}
    for page in chronicle.pages():
        texts[page.page.name] = page.page.text
    for cells in TABLES[name].cells(chronicle):
        start, end = cells["start"], cells["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        words = texts[str(cells["page"])][start:end]
        assert re.sub(r"\s", " ", words) == cells["text"]
        assert str(cells["text"]) in str(cells["sentence"])


def test_every_event_and_statement_of_the_pages_is_a_row(chronicle: Chronicle) -> None:
    stories = [story.annotated for page in chronicle.pages() for story in page.stories]
    assert len(_rows(chronicle, "stories")) == len(stories)
    assert len(_rows(chronicle, "events")) == sum(len(story.events) for story in stories)
    assert len(_rows(chronicle, "statements")) == sum(len(s.statements) for s in stories)


@pytest.mark.parametrize("name", TABLES)
def test_csv_is_read_back_by_python_and_duckdb(
    chronicle: Chronicle, tmp_path: Path, name: str
) -> None:
    [file] = writing.write(chronicle, FORMATS["csv"], tmp_path / "table.csv", [name])
    raw = file.read_bytes()
    assert raw.startswith("\ufeff".encode())
    csv.field_size_limit(sys.maxsize)
    header, *read = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True)
    rows = _rows(chronicle, name)
    assert header == list(TABLES[name].columns)
    assert len(read) == len(rows)
    for cells, row in zip(read, rows, strict=True):
        assert [_plain(cell) for cell in cells] == [_as_text(cell) for cell in row]
        texts = (c for c, of in zip(cells, row, strict=True) if isinstance(of, str | tuple))
        assert not any(re.match(r"[=+\-@\t\r\n]", cell) for cell in texts)
    told = _ask(
        f"SELECT * FROM read_csv('{file}', all_varchar=true, header=true, max_line_size=99999999,"
        " quote='\"', escape='\"', delim=',', strict_mode=false, nullstr='\x01')"
    )
    assert told.columns == header
    assert [list(row) for row in told.fetchall()] == read


def _as_text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case tuple():
            return BETWEEN.join(cell).replace("\0", "")
        case _:
            return str(cell).replace("\0", "")


def _plain(cell: str) -> str:
    """A cell without the apostrophe that makes it harmless."""
    return cell[1:] if re.match(r"'[=+\-@\t\r\n]", cell) else cell


def test_formulas_are_made_harmless_and_numbers_left_alone() -> None:
    texts = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "مرحبا", "1-1", "'=1", ""]
    assert [harmless(text) for text in texts[:8]] == [f"'{text}" for text in texts[:8]]
    assert [harmless(text) for text in texts[8:]] == texts[8:]
    assert lines([(-1, -2.5, True, None, date(2025, 8, 16), ("-a", "b"))]) == (
        b"-1,-2.5,true,,2025-08-16,'-a; b\r\n"
    )


def test_xlsx_is_read_back_by_openpyxl(chronicle: Chronicle, tmp_path: Path) -> None:
    [file] = writing.write(chronicle, FORMATS["xlsx"], tmp_path / "tables.xlsx")
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == list(TABLES)
    for name, table in TABLES.items():
        sheet = book[name]
        assert sheet.sheet_view.rightToLeft
        assert sheet.freeze_panes == "A2"
        header, *read = sheet.iter_rows()
        assert [cell.value for cell in header] == list(table.columns)
        rows = _rows(chronicle, name)
        assert len(read) == len(rows)
        for cells, row in zip(read, rows, strict=True):
            for cell, kind, wanted in zip(cells, table.columns.values(), row, strict=True):
                assert cell.data_type != "f"
                if kind is Kind.DAY and wanted is not None:
                    assert isinstance(cell.value, datetime)
                    assert cell.value.date() == wanted
                elif isinstance(wanted, str | tuple):
                    assert (cell.value or "") == _in_a_cell(wanted)
                else:
                    assert cell.value == wanted
                if cell.hyperlink is not None:
                    assert cell.hyperlink.target == wanted
                    assert str(wanted).startswith(("http://", "https://"))
    if "examples" in str(chronicle.path):
        assert any(cell.hyperlink for row in book["stories"].iter_rows() for cell in row)


def _in_a_cell(wanted: str | Sequence[str]) -> str:
    text = wanted if isinstance(wanted, str) else BETWEEN.join(wanted)
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", re.sub("\r\n?", "\n", text))
    return text if len(text) <= 32_767 else text[:32_766] + "…"


def test_a_sheet_that_is_full_goes_on_in_another(
    chronicle: Chronicle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = len(_rows(chronicle, "entities"))
    monkeypatch.setattr(xlsx, "_ROWS", rows)  # one too few, with the header
    [file] = writing.write(chronicle, FORMATS["xlsx"], tmp_path / "x.xlsx", ["entities"])
    book = openpyxl.load_workbook(file)
    assert [(sheet.title, sheet.max_row) for sheet in book] == [
        ("entities", rows),
        ("entities 2", 2),
    ]


def test_characters_beyond_the_first_plane_count_twice_in_a_cell() -> None:
    assert len(xlsx._allowed("😀" * 16_383)) == 16_383
    assert xlsx._allowed("😀" * 16_384) == "😀" * 16_383 + "…"


def test_parquet_is_read_back_by_duckdb(chronicle: Chronicle, tmp_path: Path) -> None:
    files = writing.write(chronicle, FORMATS["parquet"], tmp_path)
    assert [file.stem for file in files] == list(TABLES)
    for file, table in zip(files, TABLES.values(), strict=True):
        told = _ask(f"SELECT * FROM '{file}'")
        assert told.columns == list(table.columns)
        assert [str(kind) for kind in told.types] == [_TYPES[k] for k in table.columns.values()]
        wanted = [_listed(row) for row in _rows(chronicle, table.name)]
        assert [_listed(row) for row in told.fetchall()] == wanted
    told = _ask(
        f"SELECT e.id FROM '{tmp_path / 'events.parquet'}' AS e"
        f" ANTI JOIN '{tmp_path / 'happenings.parquet'}' AS h ON h.id = e.happening"
        " WHERE e.happening IS NOT NULL"
    )
    assert told.fetchall() == []


def _ask(query: str) -> duckdb.DuckDBPyRelation:
    answer = duckdb.sql(query)
    assert answer is not None
    return answer


def _listed(row: Sequence[Any]) -> list[Any]:
    return [list(cell) if isinstance(cell, tuple | list) else cell for cell in row]


@pytest.mark.parametrize(("format", "package"), [("xlsx", "openpyxl"), ("parquet", "pyarrow")])
def test_a_missing_package_is_told_with_the_way_to_install_it(
    chronicle: Chronicle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format: str,
    package: str,
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(NotInstalledError, match=r"pip install 'waqai\[tables\]'"):
        writing.write(chronicle, FORMATS[format], tmp_path / f"x.{format}", ["stories"])
    assert list(tmp_path.iterdir()) == []
