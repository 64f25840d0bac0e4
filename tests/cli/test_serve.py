"""`waqai serve`: where it listens, and how it ends."""

import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

import waqai
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def file(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / "file.db"
    waqai.build(pages, path)
    return path


def test_it_tells_where_it_listens_and_ends_when_it_is_stopped(file: Path) -> None:
    command = [sys.executable, "-c", "from waqai.cli import main; main()", "serve", str(file), "-p"]
    with subprocess.Popen([*command, "0"], stderr=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stderr is not None
        said = running.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found, said
        with urlopen(f"{found[0]}timeline.json") as answer:
            assert b'"happenings"' in answer.read()
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) in (0, 130)


def test_a_file_that_is_not_there_is_said_to_be_so(run: Run, tmp_path: Path) -> None:
    done = run("serve", tmp_path / "none.db")
    assert done.returncode == 1
    assert "waqai build" in done.stderr


def test_a_port_that_is_taken_is_said_to_be_so(run: Run, file: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", file, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "in use" in done.stderr


@pytest.mark.parametrize("change", ["rows=0", "rows=x", "colour=red", "writes=1"])
def test_a_limit_that_is_none_is_refused(run: Run, file: Path, change: str) -> None:
    done = run("serve", file, "--set", change)
    assert done.returncode == 2
    assert "NAME=VALUE" in done.stderr
