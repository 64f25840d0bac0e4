"""The child process in which HTML is taken apart, so that no page can hang or crash a run.

It reads pages from its standard input and writes results to its standard output, both pickled by
the two ends of one program (`guard.py`). A watchdog of the interpreter's own, a thread below
Python, ends the process when a page takes too long, even inside a C library.
"""

import faulthandler
import os
import pickle
import signal
import sys
from typing import BinaryIO

from waqai.model.settings import Limits
from waqai.sources.codes import Code, Refused

READY = "ready"
SLOW = 1  # the exit status of faulthandler's watchdog
_LONGEST = 1e6  # seconds: what the watchdog takes


def main() -> None:
    """Serve pages until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent; its end is ours
    pages = sys.stdin.buffer
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints stays out of the results
    from waqai.sources.html import extract

    limits: Limits = pickle.load(pages)
    _send(READY, results)
    while True:
        try:
            html: str = pickle.load(pages)
        except EOFError:
            return
        faulthandler.dump_traceback_later(min(max(limits.seconds, 0.001), _LONGEST), exit=True)
        result: object
        try:
            result = extract(html, limits)
        except Refused as refused:
            result = (refused.code, refused.reason)
        except Exception as error:
            name = type(error).__name__
            result = (
                Code.EXTRACTOR_FAILED,
                f"taking the page apart failed ({name}); save its text as .txt",
            )
        faulthandler.cancel_dump_traceback_later()
        _send(result, results)


def _send(result: object, results: BinaryIO) -> None:
    pickle.dump(result, results)
    results.flush()


if __name__ == "__main__":
    main()
