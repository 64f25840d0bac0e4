"""The parent's end of the child process that takes HTML apart (`worker.py`)."""

import pickle
import subprocess
import sys
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self

from waqai.model.settings import Limits
from waqai.sources import worker
from waqai.sources.codes import Code, Refused

if TYPE_CHECKING:  # importing html imports trafilatura, which only the child needs
    from waqai.sources.html import HtmlPage

# The child finds this package where the parent found it, installed or not.
_START = "import sys; sys.path[:] = {path!r}; from waqai.sources.worker import main; main()"
# Parsers leave memory behind; a new child every so many pages keeps a long run flat.
_PAGES = 2000


class HtmlReader:
    """HTML → articles in a child process, started with the first page, ended with the block.

    A page that takes longer than `limits.seconds`, or that brings the child down, costs that
    page alone: the next one gets a new child. Starting one takes about half a second.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def extract(self, html: str) -> "HtmlPage":
        """The article of a page. Raises Refused when there is none or it cost too much."""
        child = self._running()
        self._served += 1
        try:
            result = _ask(child, html)
        except (EOFError, OSError, pickle.UnpicklingError):
            status = self._stop()
            if status == worker.SLOW:
                raise Refused(
                    Code.TOO_SLOW,
                    f"not taken apart within {self._limits.seconds:g} seconds;"
                    " raise the limit in the settings, or save the page's text as .txt",
                ) from None
            raise Refused(
                Code.EXTRACTOR_FAILED,
                f"taking the page apart ended the process (status {status}); save its text as .txt",
            ) from None
        except BaseException:  # Ctrl-C between question and answer: the answer must not be next
            self._stop()
            raise
        if isinstance(result, tuple):
            raise Refused(*result)
        page: HtmlPage = result  # type: ignore[assignment]
        return page

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._served >= _PAGES:
            self._stop()
        if self._child is None:
            self._child = _start(self._limits)
            self._served = 0
        return self._child

    def _stop(self) -> int | None:
        """End the child, if there is one: its exit status."""
        child, self._child = self._child, None
        if child is None:
            return None
        for pipe in (child.stdin, child.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        try:
            return child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            child.kill()
            return child.wait()


def _start(limits: Limits) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", _START.format(path=[p for p in sys.path if p])]
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if _ask(child, limits) == worker.READY:
            return child
        reason = "it did not answer"
    except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
        reason = str(error) or type(error).__name__
    raise Refused(
        Code.EXTRACTOR_FAILED,
        f"the process that takes HTML apart did not start ({reason});"
        " see that Python may start processes and that waqai is installed whole",
    )


def _ask(child: "subprocess.Popen[bytes]", question: object) -> object:
    assert child.stdin is not None
    assert child.stdout is not None
    pickle.dump(question, child.stdin)
    child.stdin.flush()
    return pickle.load(child.stdout)
