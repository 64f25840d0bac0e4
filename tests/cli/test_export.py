"""`waqai export`: to standard output, a file or a folder, and what it says when that cannot be."""

import csv
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.sample import build, sample
from waqai.exports.formats import FORMATS

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of some of the examples."""
    file = tmp_path_factory.mktemp("export") / "file.db"
    build(file, sample()[:4])
    return file


def test_a_table_goes_to_standard_output(run: Run, chronicle: Path) -> None:
    done = run("export", chronicle, "--format", "csv", "--what", "stories")
    assert (done.returncode, done.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))
    assert len(rows) >= 4
    assert all(row["page"] for row in rows)


def test_tables_go_to_a_folder(run: Run, chronicle: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    arguments = ["--what", "events", "--what", "happenings"]
    done = run("export", chronicle, "--format", "csv", "-o", out, *arguments)
    assert (done.returncode, done.stdout) == (0, "")
    assert sorted(file.name for file in out.iterdir()) == ["events.csv", "happenings.csv"]


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_a_file_holds_what_standard_output_does(
    run: Run, chronicle: Path, tmp_path: Path, name: str
) -> None:
    ending = FORMATS[name].ending
    assert run("export", chronicle, "-f", name, "-o", tmp_path / f"x{ending}").returncode == 0
    written = (tmp_path / f"x{ending}").read_bytes()
    waqai = [sys.executable, "-c", "from waqai.cli import main; main()"]
    piped = subprocess.run(
        [*waqai, "export", chronicle, "-f", name], capture_output=True, check=True
    )
    assert piped.stdout == written


def test_a_format_or_table_that_is_none_is_told_with_those_there_are(
    run: Run, chronicle: Path
) -> None:
    none = run("export", chronicle, "--format", "papyrus")
    assert none.returncode == 2
    assert "csv" in none.stderr
    table = run("export", chronicle, "--format", "csv", "--what", "rumours")
    assert (table.returncode, table.stdout) == (1, "")
    assert "happenings, events" in table.stderr


def test_the_chronicle_is_not_written_over(run: Run, chronicle: Path) -> None:
    before = chronicle.read_bytes()
    done = run("export", chronicle, "--format", "chronicle", "-o", chronicle)
    assert done.returncode == 1
    assert "name another file" in done.stderr
    assert chronicle.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(run: Run, chronicle: Path, tmp_path: Path) -> None:
    done = run("export", chronicle, "--format", "plover", "-o", tmp_path / "none" / "x.jsonl")
    assert done.returncode == 1
    assert "none" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_help_tells_every_format(run: Run) -> None:
    told = " ".join(run("export", "--help").stdout.replace("│", " ").split())
    for one in FORMATS.values():
        assert f"{one.name}: {one.about}" in told


def test_the_site_goes_to_a_folder(run: Run, chronicle: Path, tmp_path: Path) -> None:
    done = run("export", chronicle, "--format", "site", "-o", tmp_path / "site")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "site" / "index.html").is_file()
    assert (tmp_path / "site" / "en" / "timeline.html").is_file()


def test_a_site_without_a_folder_is_refused(run: Run, chronicle: Path, tmp_path: Path) -> None:
    done = run("export", chronicle, "--format", "site")
    assert done.returncode != 0
    assert "name a folder for them with -o" in done.stderr
    (tmp_path / "own.txt").write_text("own")
    done = run("export", chronicle, "--format", "site", "-o", tmp_path)
    assert done.returncode != 0
    assert "holds other files" in done.stderr
