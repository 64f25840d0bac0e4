"""Tables as an Excel workbook: a sheet a table, right to left, dates as dates, links to the pages.

No text becomes a formula. What the format forbids is taken out (control characters) or cut off (a
cell holds 32,767 characters, a sheet 1,048,576 rows: what is more goes on in another sheet).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain, count, islice
from os import PathLike
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from waqai.exports.formats import NotInstalledError
from waqai.exports.tables import BETWEEN, TABLES, Cell, Kind, Table
from waqai.store.reading import Chronicle

if TYPE_CHECKING:
    from openpyxl import Workbook

_ROWS = 1_048_576  # of a sheet, with its header
_UNITS = 32_767  # of UTF-16 in a cell
_LINKS = 65_000  # of a sheet; Excel follows 65,530
_ADDRESS = 2_000  # characters; Excel follows 2,079
_FIRST_YEAR = 1901  # Excel counts days from 1900, with a leap day that never was
_CHUNK = 1 << 20
_SOME_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 - the first that an archive knows; no clock comes in
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TAKEN_FOR_MORE = re.compile("[=#]")  # by openpyxl: for a formula, an error
_LINE_END = re.compile("\r\n?")
_WEB = re.compile("https?://", re.IGNORECASE)
_WIDTHS = {Kind.DAY: 12, Kind.WHOLE: 9, Kind.NUMBER: 11, Kind.FLAG: 8, Kind.LINK: 30}
_WIDE = {"sentence": 90, "text": 50, "title": 50, "headline_ar": 50, "headline_en": 50}
_USUAL = 22  # characters


def pieces(chronicle: Chronicle, what: Sequence[str]) -> Iterator[bytes]:
    """The workbook with the tables of `what`, piece by piece.

    Raises NotInstalledError without openpyxl.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise NotInstalledError(
            "xlsx needs openpyxl, which is not installed: pip install 'waqai[tables]'"
        ) from None
    book = Workbook(write_only=True)
    for name in what:
        _fill(book, TABLES[name], chronicle)
    with TemporaryFile() as file:
        _save(book, file)
        file.seek(0)
        while piece := file.read(_CHUNK):
            yield piece


def _fill(book: "Workbook", table: Table, chronicle: Chronicle) -> None:
    rows = table.rows(chronicle)
    for number in count(1):
        some = list(islice(rows, 1))
        if number > 1 and not some:
            return
        title = table.name if number == 1 else f"{table.name} {number}"
        _append(book, title, table, chain(some, islice(rows, _ROWS - 2)))


def _append(book: "Workbook", title: str, table: Table, rows: Iterable[Sequence[Cell]]) -> None:
    """A sheet with `rows` under a header that stays in sight."""
    links = [kind is Kind.LINK for kind in table.columns.values()]
    sheet = _sheet(book, title, table)
    written, linked = 1, 0
    for row in rows:
        cells = []
        for cell, is_link in zip(row, links, strict=True):
            follow = is_link and linked < _LINKS and _followed(cell)
            linked += follow
            cells.append(_written(sheet, cell, follow=follow))
        sheet.append(cells)
        written += 1
    sheet.auto_filter.ref = f"A1:{_letters(len(links))}{written}"


def _sheet(book: "Workbook", title: str, table: Table) -> Any:  # noqa: ANN401 - stubs lack it
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill

    sheet: Any = book.create_sheet(title)
    sheet.sheet_view.rightToLeft = True
    sheet.freeze_panes = "A2"
    for at, (name, kind) in enumerate(table.columns.items(), 1):
        width = _WIDE.get(name, _WIDTHS.get(kind, _USUAL))
        sheet.column_dimensions[_letters(at)].width = width
    header = []
    for name in table.columns:
        cell = WriteOnlyCell(sheet, name)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE6ED")
        header.append(cell)
    sheet.append(header)
    return sheet


def _written(sheet: Any, cell: Cell, *, follow: bool) -> Any:  # noqa: ANN401
    """What openpyxl is given for a cell: the value, or one with a style where it needs that."""
    match cell:
        case date():
            return cell if cell.year >= _FIRST_YEAR else cell.isoformat()
        case str():
            text = _allowed(cell)
        case tuple():
            text = _allowed(BETWEEN.join(cell))
        case _:
            return cell
    if not follow and not _TAKEN_FOR_MORE.match(text):
        return text or None
    from openpyxl.cell import WriteOnlyCell

    styled = WriteOnlyCell(sheet, text)
    styled.data_type = "s"
    if follow:
        styled.hyperlink = text
        styled.style = "Hyperlink"
    else:
        styled.quotePrefix = True  # so that it stays a text when somebody edits it
    return styled


def _followed(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) <= _ADDRESS and _WEB.match(cell) is not None


def _allowed(text: str) -> str:
    """`text` without what a cell must not hold."""
    text = _FORBIDDEN.sub("", _LINE_END.sub("\n", text))
    if len(text) * 2 <= _UNITS:
        return text
    units = text.encode("utf-16-le", "replace")
    if len(units) <= 2 * _UNITS:
        return text
    return units[: 2 * (_UNITS - 1)].decode("utf-16-le", "ignore") + "…"


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def _save(book: "Workbook", file: IO[bytes]) -> None:
    """Write the workbook without the time of day, so that the same tables are the same bytes."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.creator = "waqai"
    book.properties.created = book.properties.modified = _SOME_DAY
    ExcelWriter(book, _Timeless(file, "w", ZIP_DEFLATED, allowZip64=True)).save()


class _Timeless(ZipFile):
    """An archive whose files are all of one day."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: Any,  # noqa: ANN401 - bytes or text, as the base takes it
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        name = getattr(zinfo_or_arcname, "filename", zinfo_or_arcname)
        super().writestr(_entry(str(name)), data, compress_type, compresslevel)

    def write(
        self,
        filename: str | PathLike[str],
        arcname: str | PathLike[str] | None = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        entry = _entry(str(arcname or filename))
        with Path(filename).open("rb") as source, self.open(entry, "w", force_zip64=True) as out:
            copyfileobj(source, out)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, (_SOME_DAY.year, _SOME_DAY.month, _SOME_DAY.day, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    return entry
