"""The command `watch`: feeds from the line or a file, one round or many."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from waqai.cli.watch import _listed

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_feeds_stand_on_the_line_and_in_files(tmp_path: Path) -> None:
    file = tmp_path / "feeds.txt"
    file.write_text("# our own\nhttps://a.test/feed\n\n  https://b.test/feed  \n", encoding="utf-8")
    given = ["https://c.test/feed", str(file)]
    assert list(_listed(given)) == [
        "https://c.test/feed",
        "https://a.test/feed",
        "https://b.test/feed",
    ]


def test_once_is_one_round(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    done = run("watch", file, "http://127.0.0.1:9/feed", "--once")
    assert done.returncode == 0
    assert done.stderr.startswith("WQ132 http://127.0.0.1:9/feed: 127.0.0.1 leads to 127.0.0.1")
    assert "1 set aside" in done.stderr
    assert file.exists()


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        ("file:///etc/passwd", "only http and https are fetched"),
        ("http://name:word@a.test/", "it holds a name or a password"),
        ("no-such-file.txt", "no-such-file.txt"),
    ],
)
def test_what_is_no_feed_is_told(run: Run, tmp_path: Path, feed: str, said: str) -> None:
    done = run("watch", tmp_path / "file.db", feed, "--once")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_feeds_are_not_polled_more_often_than_each_minute(run: Run, tmp_path: Path) -> None:
    done = run("watch", tmp_path / "file.db", "http://127.0.0.1:9/feed", "--every", "0")
    assert done.returncode == 2
