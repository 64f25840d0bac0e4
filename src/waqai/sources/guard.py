"""The parent's end of the child processes that take hostile content apart (`worker.py`)."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, Self, cast

from waqai.model.settings import Limits
from waqai.sources import worker
from waqai.sources.answers import ALLOWED, HtmlPage
from waqai.sources.codes import Code, Refused

# The child finds this package where the parent found it, installed or not.
_START = "import sys; sys.path[:] = {path!r}; from waqai.sources.worker import main; main()"
# Parsers leave memory behind; a new child every so many pages keeps a long run flat.
_PAGES = 2000


class HtmlReader:
    """HTML → articles in a child process, started with the first page, ended with the block.

    A page that takes longer than `limits.seconds` costs itself alone: the next one gets a new
    child. One that brings the child down is tried once more in a new one, since the cause may
    have been another (memory that all processes lacked). Starting a child takes half a second.
    """

    def __init__(self, limits: Limits) -> None:
        self._child = Child(worker.HTML, limits)
        self._served = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.stop()

    def extract(self, html: str) -> HtmlPage:
        """The article of a page. Raises Refused when there is none or it cost too much."""
        if self._served >= _PAGES:
            self._child.stop()
            self._served = 0
        self._served += 1
        try:
            return cast(HtmlPage, self._child.ask(html))
        except ChildEndedError:
            pass
        try:
            return cast(HtmlPage, self._child.ask(html))
        except ChildEndedError as ended:
            raise Refused(
                Code.EXTRACTOR_FAILED,
                f"taking the page apart ended the process twice (status {ended.status});"
                " save its text as .txt",
            ) from None


def items(served: str, path: str, limits: Limits) -> Iterator[object]:
    """What a child that serves `served` finds in the file at `path`, one by one.

    Raises Refused where the rest of the file cannot be read.
    """
    child = Child(served, limits)
    try:
        question: object = path
        while (item := child.ask(question)) != worker.END:
            question = None
            yield item
    except ChildEndedError as ended:
        raise Refused(
            Code.EXTRACTOR_FAILED,
            f"reading on ended the process (status {ended.status}); what stood before was read;"
            " fetch the file again",
        ) from None
    finally:
        child.stop()


class ChildEndedError(Exception):
    """A child ended over a question. `status` is its exit status, negative for a signal."""

    def __init__(self, status: int | None) -> None:
        super().__init__(status)
        self.status = status


class Child:
    """A child process that serves one kind of content (`worker.HTML` …) and may be lost."""

    def __init__(self, served: str, limits: Limits) -> None:
        self._served = served
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, question: object) -> object:
        """The answer. Raises Refused for one that is a refusal, or that took too long;
        ChildEndedError when there is none.
        """
        process = self._process = self._process or _start(self._served, self._limits)
        try:
            answer = _ask(process, question)
        except (EOFError, OSError, pickle.UnpicklingError):
            status = self.stop()
            if status != worker.SLOW:
                raise ChildEndedError(status) from None
            raise Refused(
                Code.TOO_SLOW,
                f"not taken apart within {self._limits.seconds:g} seconds;"
                " raise the limit in the settings, or save the page's text as .txt",
            ) from None
        except BaseException:  # Ctrl-C between question and answer: the answer must not be next
            self.stop()
            raise
        if isinstance(answer, Refused):
            raise answer
        return answer

    def stop(self) -> int | None:
        """End the process, if there is one: its exit status."""
        process, self._process = self._process, None
        if process is None:
            return None
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        try:
            return process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _start(served: str, limits: Limits) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", _START.format(path=[p for p in sys.path if p])]
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        answer = _ask(child, (served, limits))
        if answer == worker.READY:
            return child
        if isinstance(answer, Refused):
            child.wait()
            raise answer
        reason = "it did not answer"
    except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
        reason = str(error) or type(error).__name__
    raise Refused(
        Code.EXTRACTOR_FAILED,
        f"the process that takes pages apart did not start ({reason});"
        " see that Python may start processes and that waqai is installed whole",
    )


def _ask(child: "subprocess.Popen[bytes]", question: object) -> object:
    assert child.stdin is not None
    assert child.stdout is not None
    pickle.dump(question, child.stdin)
    child.stdin.flush()
    return _Answers(cast(BinaryIO, child.stdout)).load()


class _Answers(pickle.Unpickler):
    """Answers of a child, which hostile content may have taken over: plain records, no code."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) in ALLOWED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no answer")
