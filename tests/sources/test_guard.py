"""A page that is too slow or brings the child process down costs itself alone."""

import os
import signal
import sys

import pytest

from waqai.model.settings import Limits
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
def test_a_child_that_dies_costs_one_page() -> None:
    with HtmlReader(Limits()) as reader:
        reader.extract(PAGE)
        assert reader._child is not None
        os.kill(reader._child.pid, signal.SIGKILL)
        reader._child.wait()
        with pytest.raises(Refused) as refused:
            reader.extract(PAGE)
        assert refused.value.code is Code.EXTRACTOR_FAILED
        assert reader.extract(PAGE).title == "الوفد يصل"


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
        child = reader._child
    assert child is not None
    assert child.poll() == 0
