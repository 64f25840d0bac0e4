"""One page read whole and dated, whatever it does to us: a page that breaks us is set aside."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from waqai.model.annotated import DatedPage
from waqai.model.page import Page
from waqai.model.quarantine import Quarantined
from waqai.pipeline import annotate_page
from waqai.resolve import date


def date_single(page: Page, seconds: float) -> DatedPage | Quarantined:
    """`page` annotated and dated, by itself, in at most `seconds`.

    What cannot be read so is quarantined: WQ201 when the text holds halves of characters, WQ202
    when it takes too long, WQ203 when a stage fails (which is a fault of waqai: please report it).
    """
    source = page.source or page.name
    if not _is_unicode(page.name + page.text):
        return Quarantined(source, "WQ201", "the text holds halves of characters (lone surrogates)")
    try:
        with _deadline(seconds):
            return date(annotate_page(page))
    except _TooSlowError:
        return Quarantined(source, "WQ202", f"reading it took more than {seconds:g} seconds")
    except Exception as error:  # one bad page never stops a run
        return Quarantined(source, "WQ203", f"waqai failed on it ({type(error).__name__}: {error})")


class _TooSlowError(Exception):
    pass


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Raise _TooSlowError in the body after `seconds`, where the platform can: in a main thread."""
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise _TooSlowError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
