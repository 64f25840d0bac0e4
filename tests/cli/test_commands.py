"""The commands as a user runs them: output, errors, exit codes."""

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

Run = Callable[..., subprocess.CompletedProcess[str]]

_MAIN = [sys.executable, "-c", "from waqai.cli import main; main()"]


def _valid(name: str, row: object) -> bool:
    source = resources.files("waqai").joinpath("schema", f"{name}.schema.json")
    return Draft202012Validator(json.loads(source.read_text(encoding="utf-8"))).is_valid(row)


@pytest.fixture(scope="module")
def chronicle(run: Run, pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("chronicle") / "file.db"
    done = run("build", pages, "-o", file)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{file}: 3 new, 0 known before, 0 set aside\n"
    return file


def test_annotate_prints_a_line_a_page(run: Run, pages: Path) -> None:
    done = run("annotate", pages)
    assert (done.returncode, done.stderr) == (0, "")
    rows = {row["page"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert list(rows) == sorted(path.name for path in pages.iterdir())
    assert all(_valid("annotations", row) for row in rows.values())
    assert rows["ميناء.txt"]["stories"][0]["published"]["value"] == "2025-08-16"
    assert rows["بلا-تاريخ.txt"]["stories"][0]["published"]["value"] is None


def test_published_dates_what_bears_no_date(run: Run, pages: Path) -> None:
    done = run("annotate", pages / "بلا-تاريخ.txt", "--published", "2025-08-16")
    [story] = json.loads(done.stdout)["stories"]
    assert story["published"]["value"] == "2025-08-16"
    assert "2025-08-18" in [row["value"] for row in story["times"]]


def test_html_and_text_are_for_looking(run: Run, pages: Path) -> None:
    html = run("annotate", pages, "--format", "html").stdout
    assert html.startswith("<!doctype html>")
    assert html.endswith("</html>\n")
    text = run("annotate", pages, "-f", "text").stdout
    assert "[اليوم السبت]" in text
    assert "\x1b" not in text


def test_what_cannot_be_read_is_one_line_and_the_run_goes_on(
    run: Run, pages: Path, tmp_path: Path
) -> None:
    (tmp_path / "فارغ.txt").write_bytes(b"")
    done = run("annotate", tmp_path / "none.txt", tmp_path, pages)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 3
    first, second = done.stderr.splitlines()
    assert first.startswith(f"WQ101 {tmp_path / 'none.txt'}: ")
    assert second.startswith(f"WQ109 {tmp_path / 'فارغ.txt'}: ")


@pytest.mark.parametrize("command", [["annotate"], ["build", "-o", "file.db"]])
def test_reading_nothing_is_exit_code_3(run: Run, tmp_path: Path, command: list[str]) -> None:
    arguments = [tmp_path / a if a == "file.db" else a for a in command]
    done = run(*arguments, tmp_path / "none.txt")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("WQ101 ")


def test_standard_input_is_a_page(run: Run, pages: Path) -> None:
    text = (pages / "ميناء.txt").read_text(encoding="utf-8")
    done = run("annotate", "-", stdin=text)
    assert json.loads(done.stdout)["stories"][0]["published"]["value"] == "2025-08-16"


def test_output_is_utf8_whatever_the_locale(run: Run, pages: Path) -> None:
    odd = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    for arguments in (["annotate", pages], ["annotate", pages, "-f", "text"]):
        assert run(*arguments, env=odd).stdout == run(*arguments).stdout


def test_the_same_pages_twice_change_nothing(run: Run, pages: Path, chronicle: Path) -> None:
    before = run("export", chronicle).stdout
    done = run("build", pages, "-o", chronicle)
    assert done.stderr == f"{chronicle}: 0 new, 3 known before, 0 set aside\n"
    assert run("export", chronicle).stdout == before


def test_export_equals_annotate(run: Run, pages: Path, chronicle: Path) -> None:
    assert run("export", chronicle).stdout == run("annotate", pages).stdout


def test_the_order_of_pages_does_not_matter(
    run: Run, pages: Path, chronicle: Path, tmp_path: Path
) -> None:
    backwards = sorted(pages.iterdir(), reverse=True)
    run("build", *backwards, "-o", tmp_path / "file.db")
    for format in ("annotations", "chronicle"):
        wanted = run("export", chronicle, "--format", format).stdout
        assert run("export", tmp_path / "file.db", "--format", format).stdout == wanted


def test_the_chronicle_lists_pages_with_their_days(run: Run, chronicle: Path) -> None:
    whole = json.loads(run("export", chronicle, "--format", "chronicle").stdout)
    assert _valid("chronicle", whole)
    days = {page["page"]: page["stories"][0]["published"]["value"] for page in whole["pages"]}
    assert days == {"بلا-تاريخ.txt": None, "سوق.txt": "2025-08-18", "ميناء.txt": "2025-08-16"}


def test_the_timeline_goes_by_day_and_ends_with_the_undated(run: Run, chronicle: Path) -> None:
    lines = run("timeline", chronicle, "--stories").stdout.splitlines()
    days = [line for line in lines if line and not line.startswith(" ")]
    assert days[-1] == "Publication day not known"
    assert "Saturday 16 August 2025" in days
    at = lines.index("Saturday 16 August 2025")
    assert any("■ الوفد يصل إلى الميناء بعد تأخير" in line for line in lines[at:])
    assert any("[اليوم السبت]" in line for line in lines[at:])
    assert "undated" in lines[-2]


def test_the_timeline_can_be_cut(run: Run, chronicle: Path) -> None:
    from_to = run(
        "timeline", chronicle, "--stories", "--from", "2025-08-16", "--to", "2025-08-17"
    ).stdout
    assert "Saturday 16 August 2025" in from_to
    assert "Thursday 14 August 2025" not in from_to
    assert "Monday 18 August 2025" not in from_to
    limited = run("timeline", chronicle, "--stories", "--limit", "1").stdout
    assert "earlier days not shown" in limited
    assert "Saturday 16 August 2025" not in limited


def test_the_timeline_has_twins_for_programs(run: Run, chronicle: Path) -> None:
    whole = json.loads(run("timeline", chronicle, "--format", "json").stdout)
    assert _valid("timeline", whole)
    rows = list(csv.DictReader(io.StringIO(run("timeline", chronicle, "-f", "csv").stdout)))
    told = [row for row in rows if row["entry"] == "told"]
    assert [row["day"] for row in told] == [
        day["day"] for day in whole["days"] for _ in day["told"]
    ]
    assert [row["page"] for row in rows if row["entry"] == "undated"] == ["بلا-تاريخ.txt"]


def test_every_sentence_of_the_timeline_reproduces_its_text(
    run: Run, pages: Path, chronicle: Path
) -> None:
    whole = json.loads(run("timeline", chronicle, "--format", "json").stdout)
    told = [row for day in whole["days"] for row in day["told"]]
    assert told
    for row in told:
        text = (pages / row["page"]).read_text(encoding="utf-8")
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["text"] in row["sentence"]


@pytest.mark.parametrize("command", ["timeline", "export"])
def test_a_missing_or_foreign_file_is_told_with_advice(
    run: Run, pages: Path, tmp_path: Path, command: str
) -> None:
    missing = run(command, tmp_path / "none.db")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "waqai build" in missing.stderr
    foreign = run(command, pages / "سوق.txt")
    assert foreign.returncode == 1
    assert "not a chronicle" in foreign.stderr


def test_a_day_that_is_none_is_told_with_the_way_to_write_it(run: Run, pages: Path) -> None:
    done = run("annotate", pages, "--published", "16/8/2025")
    assert done.returncode == 2
    assert "2025-08-16" in done.stderr


@pytest.mark.parametrize("change", ["seconds", "seconds=soon", "seconds=0", "colour=3"])
def test_a_limit_that_is_none_is_told_with_the_names(run: Run, pages: Path, change: str) -> None:
    done = run("annotate", pages, "--set", change)
    assert done.returncode == 2
    assert "html_nodes" in done.stderr


def test_a_limit_can_be_set(run: Run, pages: Path) -> None:
    done = run("annotate", pages / "سوق.txt", "--set", "text_bytes=100")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("WQ103 ")


def test_a_reader_that_goes_away_ends_the_command_quietly(pages: Path, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": str(n), "text": (pages / "سوق.txt").read_text(encoding="utf-8")})
        for n in range(200)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [*_MAIN, "annotate", str(tmp_path / "many.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def _records(pages: Path, file: Path, count: int) -> Path:
    text = (pages / "ميناء.txt").read_text(encoding="utf-8")
    rows = [json.dumps({"id": f"{n:04}", "text": f"{text}\nالخبر رقم {n}"}) for n in range(count)]
    file.write_text("\n".join(rows), encoding="utf-8")
    return file


def _kept(file: Path, least: int) -> int:
    """How many pages a build in progress has written, once there are at least so many."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if file.exists():
            try:
                connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
                kept: int = connection.execute("SELECT count(*) FROM pages").fetchone()[0]
                connection.close()
            except sqlite3.OperationalError:
                kept = 0
            if kept >= least:
                return kept
        time.sleep(0.01)
    raise AssertionError("the build wrote nothing")


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_stopped_build_run_again_ends_the_same(
    run: Run, pages: Path, tmp_path: Path, how: signal.Signals
) -> None:
    records = _records(pages, tmp_path / "many.jsonl", 400)
    file = tmp_path / "stopped.db"
    command = [*_MAIN, "build", str(records), "-o", str(file)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        kept = _kept(file, 5)
        process.send_signal(how)
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.send_signal(how)  # what falls into a finaliser of Python's is lost: press again
        _, told = process.communicate(timeout=60)
    assert process.returncode == (-how if how is signal.SIGKILL else 130)
    if how is signal.SIGINT:
        advice = f"What was read is kept in {file}; run the same line again to go on."
        assert told == f"waqai: stopped. {advice}\n"
    again = run("build", records, "-o", file)
    new, known, aside = (int(word) for word in again.stderr.split() if word.isdigit())
    assert known >= kept
    assert (new + known, aside) == (400, 0)
    run("build", records, "-o", tmp_path / "whole.db")
    assert run("export", file).stdout == run("export", tmp_path / "whole.db").stdout
