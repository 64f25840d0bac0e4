"""Reading a text that somebody tries, in a process of its own that can be stopped."""

import pickle
import subprocess
import sys
from datetime import date
from threading import BoundedSemaphore

from waqai.model.annotated import DatedPage
from waqai.web.errors import Refused

_AT_ONCE = BoundedSemaphore(2)
_PATIENCE = 5.0  # seconds to wait for others' texts
_MEMORY = 3 * 1024**3  # bytes that the process may take


def try_text(text: str, published: date | None, seconds: float) -> DatedPage:
    """`text` as waqai reads a page that it is all of; `published` when the day is known.

    Raises Refused when other texts are being read, when it takes longer than `seconds`, or when
    nothing can be read there.
    """
    if not _AT_ONCE.acquire(timeout=_PATIENCE):
        raise Refused("busy")
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=pickle.dumps((text, published)),
            capture_output=True,
            timeout=seconds,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("slow_reading") from error
    except subprocess.CalledProcessError as error:
        raise Refused("unread") from error
    finally:
        _AT_ONCE.release()
    page = pickle.loads(done.stdout)  # what our own process wrote
    if not isinstance(page, DatedPage):
        raise Refused("unread")
    return page


def _read() -> None:
    """Read the text on standard input, and write its page on standard output."""
    from waqai.api import annotate
    from waqai.model.page import Page

    _limit_memory()
    text, published = pickle.load(sys.stdin.buffer)
    page = next(iter(annotate(Page("text", text), published=published)), None)
    sys.stdout.buffer.write(pickle.dumps(page))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    _read()
