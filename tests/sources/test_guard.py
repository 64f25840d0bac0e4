"""A page that is too slow or brings the child process down costs itself alone."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from waqai.model.settings import Limits
from waqai.sources import guard
from waqai.sources.codes import Code, Refused
from waqai.sources.guard import HtmlReader

STORY = "وصل الوفد إلى مسقط مساء الأحد للمشاركة في المحادثات."
PAGE = f"<h1>الوفد يصل</h1><article><p>{STORY}</p></article>"
HEAVY = "<div><p>نص طويل في صفحة لا تنتهي</p></div>" * 20_000


def test_pages_go_through_one_child_and_come_back_whole() -> None:
    with HtmlReader(Limits()) as reader:
        first, second = reader.extract(PAGE), reader.extract(PAGE)
    assert first == second
    assert first.text.startswith("الوفد يصل\n\nوصل الوفد")


def test_a_page_that_takes_too_long_is_refused_and_the_next_is_read() -> None:
    # The heavy page takes minutes, the light one milliseconds.
    with HtmlReader(Limits(seconds=2, html_nodes=10**6)) as reader:
        with pytest.raises(Refused) as refused:
            reader.extract(HEAVY)
        assert refused.value.code is Code.TOO_SLOW
        assert reader.extract(PAGE).title == "الوفد يصل"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that kills")
def test_a_page_is_tried_once_more_when_its_child_dies() -> None:
    with HtmlReader(Limits()) as reader:
        reader.extract(PAGE)
        process = reader._child._process
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert reader.extract(PAGE).title == "الوفد يصل"
        assert reader._child._process is not process


def test_a_page_that_brings_down_every_child_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    started = _children(monkeypatch, "os.abort()")
    with HtmlReader(Limits()) as reader, pytest.raises(Refused) as refused:
        reader.extract(PAGE)
    assert refused.value.code is Code.EXTRACTOR_FAILED
    assert len(started) == 2


def test_an_answer_that_would_run_code_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    harm = tmp_path / "harm"
    evil = f"c{os.mkdir.__module__}\nmkdir\n(V{harm}\ntR.".encode()
    _children(monkeypatch, f"sys.stdout.buffer.write({evil!r}); sys.stdout.flush()")
    with HtmlReader(Limits()) as reader, pytest.raises(Refused) as refused:
        reader.extract(PAGE)
    assert refused.value.code is Code.EXTRACTOR_FAILED
    assert not harm.exists()


def _children(monkeypatch: pytest.MonkeyPatch, does: str) -> list[object]:
    """Children that start well and do so over the first page; gives those that were started."""
    start = (
        "import os, pickle, sys; pickle.load(sys.stdin.buffer);"
        " pickle.dump('ready', sys.stdout.buffer); sys.stdout.flush();"
        f" pickle.load(sys.stdin.buffer); {does}"
    )
    monkeypatch.setattr(guard, "_START", start.replace("{", "{{").replace("}", "}}"))
    started: list[object] = []
    real = guard._start

    def counted(served: str, limits: Limits) -> "subprocess.Popen[bytes]":
        started.append(served)
        return real(served, limits)

    monkeypatch.setattr(guard, "_start", counted)
    return started


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are the system's")
def test_the_child_has_its_memory_and_no_more() -> None:
    # half a million elements of 300 bytes and more
    crowd = "<p>" + "<b>x</b>" * 500_000
    limits = Limits(memory_bytes=60_000_000, html_nodes=10**7, html_bytes=10**8)
    with HtmlReader(limits) as reader:
        with pytest.raises(Refused) as refused:
            reader.extract(crowd)
        assert refused.value.code is Code.TOO_MUCH_MEMORY
        assert reader.extract(PAGE).title == "الوفد يصل"
        process = reader._child._process
        assert process is not None
        proc = Path(f"/proc/{process.pid}")
        assert (proc / "oom_score_adj").read_text().strip() == "1000"
        assert "Max file size             0" in (proc / "limits").read_text()


def test_a_child_that_cannot_start_is_a_reason_and_no_exception(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with HtmlReader(Limits()) as reader, pytest.raises(Refused) as refused:
        reader.extract(PAGE)
    assert refused.value.code is Code.EXTRACTOR_FAILED


def test_the_child_ends_with_the_block() -> None:
    with HtmlReader(Limits()) as reader:
        reader.extract(PAGE)
        process = reader._child._process
    assert process is not None
    assert process.poll() == 0
