"""Pages as they were last made, for as long as the chronicle's file stays as it was."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Lock

from starlette.responses import Response

_LARGEST = 1_000_000  # bytes of a page that is kept


class Shelf:
    """At most `most` answers, those that were asked for last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Response] = OrderedDict()
        self._lock = Lock()
        self._making: dict[Hashable, Lock] = {}

    def answer(self, key: Hashable, make: Callable[[], Response]) -> Response:
        """The answer under `key`, made when it is not there; of many who ask at once by one."""
        if self._most == 0:
            return make()
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            try:
                return self._kept(key) or self._made(key, make)
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def _kept(self, key: Hashable) -> Response | None:
        with self._lock:
            if key not in self._answers:
                return None
            self._answers.move_to_end(key)
            return _copy(self._answers[key])

    def _made(self, key: Hashable, make: Callable[[], Response]) -> Response:
        made = make()
        if made.status_code == 200 and len(made.body) <= _LARGEST:
            with self._lock:
                self._answers[key] = _copy(made)
                while len(self._answers) > self._most:
                    self._answers.popitem(last=False)
        return made


def state_of(chronicle: Path) -> Hashable:
    """What changes when something is written to the file, or to the log of it that SQLite keeps.

    To be asked before the file is opened: what is written in between makes a page newer than its
    key, and never older.
    """
    log = chronicle.with_name(f"{chronicle.name}-wal")
    return _state(chronicle), _state(log)


def _state(path: Path) -> tuple[int, int, int] | None:
    """None where there is nothing: an empty log comes and goes with those who only read."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_ino, status.st_mtime_ns, status.st_size) if status.st_size else None


def _copy(answer: Response) -> Response:
    copy = Response(status_code=answer.status_code)
    copy.body, copy.raw_headers = answer.body, list(answer.raw_headers)
    return copy
