"""The child process in which HTML is taken apart and archives are opened, so that no page and no
file can hang or crash a run.

It reads questions from its standard input and writes answers to its standard output, both pickled
by the two ends of one program (`guard.py`). A watchdog of the interpreter's own, a thread below
Python, ends the process when an answer takes too long, even inside a C library; the system keeps
it within its memory, ends it before any other process when memory runs out, and lets it write no
file.
"""

import faulthandler
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO

from waqai.model.settings import Limits
from waqai.sources.codes import Code, Refused

READY = "ready"
END = "end"
SLOW = 1  # the exit status of faulthandler's watchdog
_LONGEST = 1e6  # seconds: what the watchdog takes
#: The modules that a child is made for; each has a function `serve(limits)`, which gives what
#: answers questions. They are imported before the limits of memory are set.
HTML, CAPTURES, TABLE = "html", "warc", "tables"


def main() -> None:
    """Answer questions until standard input ends: first what to serve, then one by one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent; its end is ours
    questions = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints stays out of the answers
    served, limits = pickle.load(questions)
    try:
        answer = import_module(f"waqai.sources.{served}").serve(limits)
    except Refused as refused:
        _send(refused, answers)
        return
    _confine(limits)
    _send(READY, answers)
    while True:
        try:
            question = pickle.load(questions)
        except EOFError:
            return
        faulthandler.dump_traceback_later(min(max(limits.seconds, 0.001), _LONGEST), exit=True)
        result = _answered(answer, question)
        faulthandler.cancel_dump_traceback_later()
        _send(result, answers)


def one_by_one(
    opened: Callable[[str, Limits], Iterator[object]], limits: Limits
) -> Callable[[str | None], object]:
    """What answers a path with the first thing in the file there, None with the next, and with
    END behind the last.
    """
    found: Iterator[object] = iter(())

    def answer(path: str | None) -> object:
        nonlocal found
        if path is not None:
            found = opened(path, limits)
        return next(found, END)

    return answer


def _answered(answer: Callable[[Any], object], question: object) -> object:
    try:
        return answer(question)
    except Refused as refused:
        return refused
    except MemoryError:
        return _too_much_memory()
    # A panic of a library in Rust is no Exception.
    except BaseException as error:
        name = type(error).__name__
        return Refused(
            Code.EXTRACTOR_FAILED, f"taking it apart failed ({name}); save its text as .txt"
        )


def _confine(limits: Limits) -> None:
    """Keep this process within its memory and away from files, where the system can."""
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:  # noqa: PTH123
        file.write("1000")
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = _in_use() + limits.memory_bytes
    with suppress(OSError, ValueError):
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
    for kind in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (0, 0))


def _in_use() -> int:
    """The bytes of address space that the interpreter and its libraries take already."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _too_much_memory() -> Refused:
    return Refused(
        Code.TOO_MUCH_MEMORY,
        "taking it apart needs more memory than it may have; raise memory_bytes in the settings,"
        " or save its text as .txt",
    )


def _send(result: object, answers: BinaryIO) -> None:
    try:
        data = pickle.dumps(result)
    except MemoryError:
        data = pickle.dumps(_too_much_memory())
    answers.write(data)
    answers.flush()


if __name__ == "__main__":
    main()
