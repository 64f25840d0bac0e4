"""Exports as files: which file holds what, and none that is left half written."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from waqai.exports.formats import Format
from waqai.store.reading import Chronicle


def pieces(chronicle: Chronicle, format: Format, what: Sequence[str] = ()) -> Iterator[bytes]:
    """The bytes of one file, piece by piece: with the tables `what`, by default all that fit.

    Raises ValueError when the format has no such table, or its files hold one only;
    NotInstalledError when a package is missing.
    """
    chosen = _chosen(format, what)
    if format.apart:
        chosen = chosen if what else chosen[:1]
        if len(chosen) > 1:
            raise ValueError(
                f"a file of {format.name} holds one of {', '.join(chosen)}: say which."
            )
    return format.load()(chronicle, chosen)


def write(
    chronicle: Chronicle, format: Format, out: Path, what: Sequence[str] = ()
) -> tuple[Path, ...]:
    """Write the export to the file `out`; gives the files that were written.

    Where each table is a file of its own and `out` is no name of one, it is a folder, which is
    made when it is not there. What was there before is replaced once all is written. Raises as
    `pieces` does, and OSError when something cannot be written.
    """
    if not (format.apart and _is_folder(format, out, what)):
        if out.is_dir():
            raise ValueError(
                f"{out} is a folder: name a file, such as {out / 'file'}{format.ending}."
            )
        _write(chronicle, out, pieces(chronicle, format, what))
        return (out,)
    tables = _chosen(format, what)
    files = tuple(out / f"{table}{format.ending}" for table in tables)
    for table, file in zip(tables, files, strict=True):
        found = pieces(chronicle, format, (table,))
        out.mkdir(exist_ok=True)
        _write(chronicle, file, found)
    return files


def _chosen(format: Format, what: Sequence[str]) -> tuple[str, ...]:
    for table in what:
        if table not in format.tables:
            known = f"it has {', '.join(format.tables)}" if format.tables else "it has no tables"
            raise ValueError(f"{format.name} has no table {table}: {known}.")
    return tuple(table for table in format.tables if not what or table in what)


def _is_folder(format: Format, out: Path, what: Sequence[str]) -> bool:
    return out.is_dir() or not (out.suffix == format.ending or len(set(what)) == 1)


def _write(chronicle: Chronicle, out: Path, found: Iterable[bytes]) -> None:
    if out.exists() and out.samefile(chronicle.path):
        raise ValueError(f"{out} is the chronicle itself: name another file.")
    with _replacing(out) as file:
        file.writelines(found)


@contextmanager
def _replacing(out: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of `out` when all went well."""
    if out.exists() and not out.is_file():  # a pipe or a device
        with out.open("wb") as file:
            yield file
        return
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
