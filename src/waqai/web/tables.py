"""Lists as CSV: a row for each record, its inner objects in columns of their own."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from waqai.chronicle.references import Json
from waqai.exports.csv import plain

_ENTITY = {"id", "kind", "name", "name_en"}


def as_csv(records: Iterable[Json]) -> str:
    """The records as a table with a byte order mark, by which Excel knows UTF-8.

    Who takes part is told by name, several divided by semicolons. A cell that a spreadsheet would
    take for a formula begins with an apostrophe.
    """
    rows = [dict(_cells(record)) for record in records]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    out = io.StringIO()
    out.write("\ufeff")
    table = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


def _cells(record: Mapping[str, object], under: str = "") -> Iterator[tuple[str, object]]:
    for key, value in record.items():
        column = f"{under}{key}"
        if isinstance(value, Mapping) and not _is_entity(value):
            yield from _cells(value, f"{column}_")
        elif isinstance(value, list | tuple):
            yield column, plain("; ".join(filter(None, map(_word, value))))
        else:
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            yield column, value if is_number else plain(_word(value))


def _word(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        if _is_entity(value):
            return str(value["name"])
        return " ".join(filter(None, map(_word, value.values())))
    return str(value)


def _is_entity(value: Mapping[str, object]) -> bool:
    return value.keys() >= _ENTITY
