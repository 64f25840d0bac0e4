"""Builds that are killed, that meet a full disk, or another build; and readers who read on."""

import os
import threading
from pathlib import Path

import pytest

from tests.store import quay
from tests.store.crash import crash
from tests.store.dumping import findings
from tests.store.sample import build, reading, sample
from waqai.chronicle.growth import grow
from waqai.chronicle.making import make
from waqai.model.findings import Findings
from waqai.store.opening import NotAChronicleError
from waqai.store.reading import Chronicle
from waqai.store.writing import Writer


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_builds_that_are_killed_at_any_moment_leave_whole_files(tmp_path: Path) -> None:
    kills = int(os.environ.get("KILLS", "6"))  # `make crash` asks for more
    assert sum(crash(tmp_path, kills, seed=kills).values()) > 0


def _keep(file: Path) -> None:
    with Writer(file, reader="1") as writer:
        for page in quay.PAGES:
            writer.keep(page)


def test_a_disk_that_fills_while_findings_are_written_is_told_and_costs_no_page(
    tmp_path: Path,
) -> None:
    file = tmp_path / "file.db"

    def filling(briefs: object, reread: object, judgements: object) -> Findings:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
        return make(briefs, reread, judgements)  # type: ignore[arg-type]

    writer = Writer(file, reader="1")
    connection = writer._connection
    grow(sample(), writer, reading)
    with pytest.raises(NotAChronicleError, match="is there room"), writer:
        writer.conclude(filling)
    with Chronicle(file) as chronicle:
        assert not chronicle.concluded
        assert len(list(chronicle.pages())) == len(sample())
    assert not any(findings(file).values())
    build(file, [])
    build(tmp_path / "whole.db", sample())
    assert findings(file) == findings(tmp_path / "whole.db")


def test_a_second_build_waits_while_another_concludes_and_readers_read_on(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    _keep(file)
    concluding, go_on = threading.Event(), threading.Event()
    order: list[str] = []

    def slow(briefs: object, reread: object, judgements: object) -> Findings:
        concluding.set()
        assert go_on.wait(30)
        order.append("first")
        return quay.FINDINGS

    def first() -> None:
        with Writer(file, reader="1") as writer:
            writer.conclude(slow)

    def second() -> None:
        with Writer(file, reader="1"):
            order.append("second")

    builds = [threading.Thread(target=first), threading.Thread(target=second)]
    builds[0].start()
    assert concluding.wait(30)
    builds[1].start()
    with Chronicle(file) as chronicle:
        assert chronicle.happenings() == ()
        assert not chronicle.concluded
        assert [page.page.name for page in chronicle.pages()] == ["بلا تاريخ", "رصيف", "ميناء"]
    assert order == []
    go_on.set()
    for one in builds:
        one.join(60)
    assert order == ["first", "second"]
    with Chronicle(file) as chronicle:
        assert len(chronicle.happenings()) == 2
        assert chronicle.concluded


def test_a_build_that_waits_too_long_says_what_it_waits_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file.db"
    _keep(file)
    monkeypatch.setattr("waqai.store.opening._PATIENCE", 0.0)
    with (
        Writer(file, reader="1") as writer,
        writer._connection.begin(),
        pytest.raises(NotAChronicleError, match="being written by another program"),
    ):
        Writer(file, reader="1")
