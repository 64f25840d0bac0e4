"""Parquet → rows with the fields of a JSON record.

This module runs in a guarded child process (`worker.py`), since a table's file may claim any size.
It needs pyarrow, which comes with the extra `tables`.
"""

import os
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from waqai.model.settings import Limits
from waqai.sources.answers import TableRow
from waqai.sources.codes import Code, Refused
from waqai.sources.worker import one_by_one

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

_FIELDS = ("id", "text", "title", "url", "outlet", "published", "author")
_ROWS = 64  # held at a time
_BUFFER = 1 << 20
_FOOTER = 1 << 26  # bytes, and entries, that the file's description of itself may have


def serve(limits: Limits) -> Callable[[str | None], object]:
    """What a child process that reads tables answers with. Raises Refused without pyarrow."""
    os.environ["ARROW_DEFAULT_MEMORY_POOL"] = "system"  # the others take address space in advance
    try:
        import pyarrow.parquet  # type: ignore[import-untyped]  # noqa: F401
    except ImportError:
        raise Refused(
            Code.EXTRA_MISSING,
            "reading Parquet needs pyarrow: install waqai with the extra 'tables'",
        ) from None
    return one_by_one(rows, limits)


def rows(path: str, limits: Limits) -> Iterator[TableRow]:
    """The rows of the file at `path`: its columns id, text, title, url, outlet, published (or
    date) and author.

    A row without an id has its url for one. Raises Refused where the rest cannot be read.
    """
    import pyarrow.parquet as parquet

    try:
        with parquet.ParquetFile(
            path,
            memory_map=False,
            buffer_size=_BUFFER,
            pre_buffer=False,
            thrift_string_size_limit=_FOOTER,
            thrift_container_size_limit=_FOOTER,
            page_checksum_verification=True,
        ) as file:
            names = set(file.schema_arrow.names)
            columns = [name for name in (*_FIELDS, "date") if name in names]
            if "text" not in columns:
                raise Refused(
                    Code.INCOMPLETE_RECORD, "no column 'text' in the table; it needs id and text"
                )
            number = 0
            for batch in file.iter_batches(_ROWS, columns=columns, use_threads=False):
                for at in range(batch.num_rows):
                    number += 1
                    yield TableRow(number, _fields(batch, at))
    except (ValueError, NotImplementedError, OSError) as error:  # what pyarrow's are kinds of
        told = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise Refused(
            Code.DAMAGED_ARCHIVE,
            f"damaged table ({told}); the rows before the damage were read; fetch it again",
        ) from None


def _fields(batch: "pyarrow.RecordBatch", at: int) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in batch.schema.names:
        fields[name] = _plain(batch.column(name)[at])
    if fields.get("id") is None:
        fields["id"] = fields.get("url")
    if fields.get("published") is None:
        fields["published"] = fields.get("date")
    return fields


def _plain(scalar: "pyarrow.Scalar") -> object:
    """A value as JSON would have it: days and moments in ISO 8601."""
    try:
        value = scalar.as_py()
    except UnicodeDecodeError:  # bytes that are no text, in a column of text
        return scalar.as_buffer().to_pybytes().decode("utf-8", "replace")
    except ValueError:  # nanoseconds, which Python's clock does not have
        return str(scalar.cast("timestamp[us]", safe=False).as_py())
    return value.isoformat() if isinstance(value, date) else value
