"""Opening a chronicle's file: made when it is not there, refused when it is something else."""

import sqlite3
from pathlib import Path
from time import monotonic
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool

from waqai.store.schema import APPLICATION_ID, SEARCH, VERSION, VIEWS, metadata

_PATIENCE = 600.0  # seconds to wait for another build: it may be drawing its conclusions
_STEPS = 20_000  # of SQLite's machine between two looks at the clock: a few milliseconds
_GLANCE = 0.5  # seconds of waiting in which Ctrl-C is not heard


class NotAChronicleError(OSError):
    """The file is there, but waqai cannot work with it; the message says what to do."""


def open_for_writing(path: Path, *, grown: bool = False) -> Engine:
    """The chronicle at `path`, made when there is none; `grown` asks for one that is there.

    Raises NotAChronicleError when the file is another's, FileNotFoundError when it is missing or
    has no folder.
    """
    if grown:
        _must_be_there(path)
    if not path.parent.is_dir():
        raise FileNotFoundError(f"There is no folder {path.parent}: make it first.")
    engine = _engine(path, "rwc")
    try:
        with engine.connect() as connection:
            _prepare(connection, path)
    except DatabaseError as error:
        raise explained(error, path) from error
    return engine


def open_for_reading(path: Path) -> Engine:
    """The chronicle at `path`, which nothing done here can change.

    Raises FileNotFoundError when there is none, NotAChronicleError when the file is another's.
    """
    _must_be_there(path)
    last: OperationalError | None = None
    # "rw" first, with query_only below, so that SQLite can clear its side files away again; then
    # for a file that may only be read, and for a folder in which nothing can be written
    for mode in ("rw", "ro", "ro&immutable=1"):
        engine = _engine(path, mode)
        try:
            with engine.connect() as connection:
                _check(connection, path)
        except OperationalError as error:
            last = error
        except DatabaseError as error:
            raise explained(error, path) from error
        else:
            return engine
    assert last is not None
    raise explained(last, path) from last


def give_up_after(connection: Connection, seconds: float) -> None:
    """End whatever `connection` is asked from now on when `seconds` have passed."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    end = monotonic() + seconds
    raw.set_progress_handler(lambda: int(monotonic() > end), _STEPS)


def _must_be_there(path: Path) -> None:
    if not path.is_file():
        raise FileNotFoundError(
            f"There is no file {path}: make it with `waqai build PAGES -o {path}`."
        )


def _engine(path: Path, mode: str) -> Engine:
    address = f"file:{quote(str(path.resolve()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        # isolation_level None: transactions begin where SQLAlchemy says so, not at the first write
        connection = sqlite3.connect(address, uri=True, timeout=_GLANCE, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA query_only = {int(mode != 'rwc')}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin_writing if mode == "rwc" else _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection) -> None:
    """Begin once no other program is writing; wait for that, but not for ever."""
    patience = monotonic() + _PATIENCE
    while True:
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as error:
            if "locked" not in str(error.orig) or monotonic() > patience:
                raise
        else:
            return


def _prepare(connection: Connection, path: Path) -> None:
    """Lay the tables out in an empty file; leave a chronicle as it is."""
    with connection.begin():
        fresh = not connection.scalar(text("SELECT count(*) FROM sqlite_master"))
        if fresh and not _pragma(connection, "application_id"):
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
            metadata.create_all(connection)
            for statement in (*SEARCH, *VIEWS):
                connection.exec_driver_sql(statement)
        _check(connection, path)
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.execute("PRAGMA journal_mode = WAL")  # cannot be set inside a transaction


def _check(connection: Connection, path: Path) -> None:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise NotAChronicleError(f"{path} is not a chronicle of waqai: name another file.")
    if (version := _pragma(connection, "user_version")) != VERSION:
        remedy = "update waqai" if version > VERSION else "build its pages into a new file"
        raise NotAChronicleError(
            f"{path} has tables of version {version}, this waqai knows version {VERSION}: {remedy}."
        )


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


def explained(error: DatabaseError, path: Path) -> NotAChronicleError:
    """What the database says of the file at `path`, with what to do."""
    said = str(error.orig)
    if "not a database" in said:
        return NotAChronicleError(f"{path} is not a chronicle of waqai: name another file.")
    if "locked" in said:
        return NotAChronicleError(
            f"{path} is being written by another program: wait for it to end."
        )
    return NotAChronicleError(
        f"{path} cannot be worked with ({said}): is there room, and is it yours to read and write?"
    )
