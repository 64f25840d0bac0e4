"""Tables as Parquet files: typed columns (days, whole numbers, lists), compressed with zstd."""

from collections.abc import Iterator, Sequence
from itertools import islice
from tempfile import TemporaryFile

from waqai.exports.formats import NotInstalledError
from waqai.exports.tables import TABLES, Kind
from waqai.store.reading import Chronicle

_BATCH = 4_096  # rows that are held in memory
_CHUNK = 1 << 20


def pieces(chronicle: Chronicle, what: Sequence[str]) -> Iterator[bytes]:
    """The one table of `what`, piece by piece. Raises NotInstalledError without pyarrow."""
    try:
        import pyarrow as pa  # type: ignore[import-untyped]
        from pyarrow import parquet
    except ImportError:
        raise NotInstalledError(
            "parquet needs pyarrow, which is not installed: pip install 'waqai[tables]'"
        ) from None
    types = {
        Kind.TEXT: pa.string(),
        Kind.LINK: pa.string(),
        Kind.DAY: pa.date32(),
        Kind.WHOLE: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.FLAG: pa.bool_(),
        Kind.TEXTS: pa.list_(pa.string()),
    }
    [name] = what
    table = TABLES[name]
    schema = pa.schema([(column, types[kind]) for column, kind in table.columns.items()])
    rows = table.rows(chronicle)
    with TemporaryFile() as file:
        with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
            while some := list(islice(rows, _BATCH)):
                columns = zip(*some, strict=True)
                arrays = [
                    pa.array(cells, field.type)
                    for cells, field in zip(columns, schema, strict=True)
                ]
                writer.write_batch(pa.record_batch(arrays, schema=schema))
        file.seek(0)
        while piece := file.read(_CHUNK):
            yield piece
