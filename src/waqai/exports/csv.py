"""Tables as comma-separated values (RFC 4180), as spreadsheets open them right.

UTF-8 with a byte order mark, without which Excel takes Arabic for another encoding. What a
spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from datetime import date

from waqai.exports.tables import BETWEEN, TABLES, Cell
from waqai.store.reading import Chronicle

_BATCH = 512  # rows that are written at once
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")  # the wide forms: some spreadsheets fold them
_UNREADABLE = re.compile("\0")  # readers of CSV take it for the end


def pieces(chronicle: Chronicle, what: Sequence[str]) -> Iterator[bytes]:
    """The one table of `what`, piece by piece."""
    [name] = what
    table = TABLES[name]
    yield BOM_UTF8 + lines([tuple(table.columns)])
    batch: list[tuple[Cell, ...]] = []
    for row in table.rows(chronicle):
        batch.append(row)
        if len(batch) == _BATCH:
            yield lines(batch)
            batch = []
    yield lines(batch)


def lines(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Rows as lines of CSV in UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8", "replace")


def harmless(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula.

    >>> harmless("=1+1"), harmless("2025")
    ("'=1+1", '2025')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def plain(text: str) -> str:
    """`text` as a cell: what readers of CSV take for its end is left out, and no formula runs."""
    return harmless(_UNREADABLE.sub("", text))


def _written(cell: Cell) -> str | int | float:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return cell
        case date():
            return cell.isoformat()
        case str():
            return plain(cell)
        case _:
            return plain(BETWEEN.join(cell))
