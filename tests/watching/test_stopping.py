"""A watch can be killed or stopped at any moment: the next one ends where it would have."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.sources.fetching import site
from tests.sources.fetching.site import Asked, Reply, fetcher, serving
from tests.watching.newsroom import STORIES, Newsroom, noted, rows
from waqai.api import watch
from waqai.chronicle import watching
from waqai.model.page import Page
from waqai.model.quarantine import Quarantined
from waqai.store.watching import FileWatchlist

_CHILD = """if True:
    import sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[4])
    from site_of_ours import StillClock, fetcher
    from waqai.api import watch
    clock = StillClock(float(sys.argv[3]))
    make = lambda shelf, clock: fetcher(clock, shelf=shelf)
    next(watch(sys.argv[1], Path(sys.argv[2]), fetcher=make, clock=clock))
"""
_TABLES = {
    "pages": "name, text, current",
    "stories": "id, published",
    "watch_notes": "url, position, noted, page",
    "watch_pages": "url, feed, page, digest, gone",
    "happenings": "id",
    "accounts": "story",
}


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with serving() as started:
        yield Newsroom(started)


def contents(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """What must be the same, however the watch came to its end."""
    return {
        table: rows(
            file,
            f"SELECT {columns} FROM {table} ORDER BY 1, 2"
            if "," in columns
            else f"SELECT {columns} FROM {table} ORDER BY 1",
        )
        for table, columns in _TABLES.items()
    }


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that kills")
@pytest.mark.parametrize("path", ["/feed", *STORIES])
def test_killed_over_any_request_nothing_is_lost_or_doubled(
    room: Newsroom, tmp_path: Path, path: str
) -> None:
    room.watch(whole := tmp_path / "whole.db")
    expected = contents(whole)
    file = tmp_path / "file.db"
    reply = room.site.replies[path]
    child: subprocess.Popen[bytes] | None = None

    def killing(asked: Asked) -> Reply:
        assert child is not None
        child.kill()
        child.wait()
        raise OSError

    room.site.replies[path] = killing
    (tmp_path / "site_of_ours.py").write_bytes(Path(site.__file__).read_bytes())
    arguments = [room.feed, str(file), str(room.clock.at), str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    child = subprocess.Popen([sys.executable, "-c", _CHILD, *arguments], env=environment)
    assert child.wait(timeout=60) == -signal.SIGKILL
    room.site.replies[path] = reply
    room.clock.at += 60  # it is later than it was for the child
    room.watch(file)
    assert contents(file) == expected
    with closing(sqlite3.connect(file)) as shell:
        assert shell.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("step", ["keep", "looked", "polled"])
def test_stopped_before_or_after_any_step_it_ends_the_same(
    room: Newsroom, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the page that is kept and the note of it, too."""
    room.watch(whole := tmp_path / "whole.db")
    for number in range(3):
        file = tmp_path / f"{number}.db"
        with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
            _stop(patch, step, number)
            room.watch(file)
        room.watch(file)
        assert contents(file) == contents(whole)
        assert noted(file) == [("council", "new"), ("market", "new"), ("port", "new")]


def _stop(patch: pytest.MonkeyPatch, step: str, number: int) -> None:
    """Stop at the step of that number: before it when that is even, else behind it."""
    owner = watching if step == "keep" else FileWatchlist
    name = "grow" if step == "keep" else step
    real: Callable[..., object] = getattr(owner, name)
    left = number

    def stopping(*arguments: object) -> object:
        nonlocal left
        left -= 1
        if left >= 0:
            return real(*arguments)
        if number % 2:
            real(*arguments)
        raise KeyboardInterrupt

    patch.setattr(owner, name, stopping)


def test_stopped_while_it_waits_it_leaves_all_in_order(room: Newsroom, tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    rounds = watch(room.feed, file, fetcher=lambda shelf, clock: fetcher(clock), clock=room.clock)
    next(rounds)

    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    room.clock.sleep = interrupted  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        next(rounds)
    assert not file.with_name("file.db-wal").exists()
    assert rows(file, "SELECT count(*) FROM pages") == [(3,)]


@pytest.mark.skipif(not hasattr(signal, "SIGINT"), reason="needs signals")
def test_ctrl_c_stops_the_command(tmp_path: Path) -> None:
    """The command itself speaks to public addresses only, and so sets a feed at home aside."""
    command = [sys.executable, "-c", "from waqai.cli import main; main()", "watch"]
    with serving() as quiet:
        process = subprocess.Popen(
            [*command, str(tmp_path / "file.db"), quiet.url("/feed")],
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stderr is not None
        told = [process.stderr.readline(), process.stderr.readline()]
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        try:
            told.append(process.communicate(timeout=30)[1])
        finally:
            process.kill()
        assert process.returncode == 130
    assert told[0].startswith("WQ132 http://127.0.0.1:")
    assert "0 new, 0 changed, 0 gone, 1 set aside; next at" in told[1]
    assert "stopped" in told[2]
    assert "Traceback" not in told[2]
    assert quiet.asked == []


def test_tell_hears_of_pages_and_of_what_is_set_aside(room: Newsroom, tmp_path: Path) -> None:
    heard: list[Page | Quarantined] = []
    room.announce("/port", "/missing")
    room.watch(tmp_path / "file.db", tell=heard.append)
    assert [type(thing) for thing in heard] == [Quarantined, Page]
