"""The commands that ask a chronicle, and people's judgements, as a user runs them."""

import json
import sqlite3
import subprocess
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

Run = Callable[..., subprocess.CompletedProcess[str]]

_EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def file(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("asking") / "file.db"
    assert run("build", _EXAMPLES, "-o", out).returncode == 0
    return out


def _json(run: Run, *arguments: str | Path) -> dict[str, Any]:
    done = run(*arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    source = resources.files("waqai").joinpath("schema", "answers.schema.json")
    found: dict[str, Any] = json.loads(done.stdout)
    Draft202012Validator(json.loads(source.read_text(encoding="utf-8"))).validate(found)
    return found


def test_the_timeline_is_asked_by_actor_type_status_and_day(run: Run, file: Path) -> None:
    everything = run("timeline", file).stdout.count("◆")
    of_one = run("timeline", file, "--actor", "Putin").stdout.count("◆")
    planned = run("timeline", file, "--actor", "بوتن", "--status", "planned").stdout
    assert everything > of_one > planned.count("◆") > 0
    assert planned.count("· planned ·") == planned.count("◆")
    calls = run("timeline", file, "--type", "consult", "--from", "2025-08-15", "--to", "2025-08-15")
    assert "Friday 15 August 2025" in calls.stdout
    assert calls.stdout.count("CONSULT") == calls.stdout.count("◆") > 0
    found = json.loads(run("timeline", file, "--actor", "Putin", "--format", "json").stdout)
    assert found["undated"] == []
    people = [
        {party["id"] for side in ("actors", "recipients") for party in one[side]}
        for one in [*found["sometime"], *(h for day in found["days"] for h in day["happenings"])]
    ]
    assert people
    assert all("vladimir_putin" in some for some in people)


def test_announcements_tell_what_came_of_them(run: Run, file: Path) -> None:
    found = _json(run, "announcements", file)["announcements"]
    assert "held" in {one["outcome"] for one in found}
    held = run("announcements", file, "--outcome", "held").stdout
    assert held.count("◇") == sum(one["outcome"] == "held" for one in found)
    of_one = _json(run, "announcements", file, "--actor", "زيلينسكي")["announcements"]
    assert 0 < len(of_one) < len(found)


@pytest.mark.parametrize("name", ["ترمب", "trump", "الرئيس ترامب", "donald_trump"])
def test_who_finds_by_any_name(run: Run, file: Path, name: str) -> None:
    [found] = _json(run, "who", file, name)["found"]
    assert found["id"] == "donald_trump"
    assert found["stories"] > 10
    assert len(found["did"]) == len(found["said"]) == 5
    assert "Donald Trump" in run("who", file, name).stdout


def test_search_and_explain_lead_to_the_same_page(run: Run, file: Path) -> None:
    found = _json(run, "search", file, "الكرملين", "ترامب", "--limit", "5")["found"]
    assert found
    shown = run("search", file, "الكرملين", "ترامب", "--limit", "5").stdout
    assert all(" ".join(one["text"].split()) in shown for one in found)
    pages = [_json(run, "explain", file, one["page"])["explained"] for one in found]
    stories = [story for page in pages for story in page if story["related"]]
    assert {story["kind"] for story in stories} == {"story"}
    [happening] = _json(run, "explain", file, stories[0]["related"][0])["explained"]
    assert stories[0]["story"]["page"] in {shown["page"] for shown in happening["evidence"]}


def test_positions_and_conflicts_answer_though_they_be_none(run: Run, file: Path) -> None:
    for arguments in (("positions", file, "Putin"), ("conflicts", file)):
        done = run(*arguments)
        assert done.returncode == 0
        assert done.stdout or done.stderr
        assert set(_json_of(run(*arguments, "--json"))) == {arguments[0]}


def _json_of(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    "arguments",
    [
        ("who", "غيمة"),
        ("positions", "غيمة"),
        ("explain", "h0"),
        ("timeline", "--actor", "غيمة"),
        ("timeline", "--place", "غيمة"),
        ("announcements", "--actor", "غيمة"),
        ("judge same", "غيمة", "donald_trump"),
        ("judge undo", "vladimir_putin", "donald_trump"),
        ("judge different", "donald_trump", "donald_trump"),
    ],
)
def test_what_is_not_there_is_exit_code_1_and_advice(
    run: Run, file: Path, arguments: tuple[str, ...]
) -> None:
    command, *rest = arguments
    done = run(*command.split(), file, *rest)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("waqai: ")
    assert ": " in done.stderr.removeprefix("waqai: ")


def test_add_grows_a_file_that_is_there_and_makes_none(
    run: Run, file: Path, tmp_path: Path
) -> None:
    [page, *rest] = sorted(_EXAMPLES.iterdir())
    missing = run("add", page, "-o", tmp_path / "grown.db")
    assert missing.returncode == 1
    assert "waqai build" in missing.stderr
    assert not (tmp_path / "grown.db").exists()
    run("build", *rest, "-o", tmp_path / "grown.db")
    assert "1 new" in run("add", page, "-o", tmp_path / "grown.db").stderr
    both = [run("export", db, "-f", "chronicle").stdout for db in (file, tmp_path / "grown.db")]
    assert both[0] == both[1]


def test_people_judge_and_take_it_back(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    pages = sorted(_EXAMPLES.iterdir())[:6]
    run("build", *pages, "-o", file)
    before = run("export", file, "-f", "chronicle").stdout
    done = run("judge", "same", file, "vladimir_putin", "donald_trump")
    assert (done.returncode, done.stdout) == (0, "")
    wanted = {"first": "donald_trump", "second": "vladimir_putin", "verdict": "same"}
    assert _json(run, "judge", "list", file) == {"judgements": [wanted]}
    assert "same donald_trump vladimir_putin" in run("judge", "list", file).stdout
    assert run("export", file, "-f", "chronicle").stdout != before
    assert run("judge", "undo", file, "vladimir_putin", "donald_trump").returncode == 0
    assert run("export", file, "-f", "chronicle").stdout == before


def test_a_file_whose_findings_lag_is_read_with_a_warning(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    pages = sorted(_EXAMPLES.iterdir())[:2]
    run("build", *pages, "-o", file)
    with sqlite3.connect(file) as shell:
        shell.execute("DELETE FROM meta WHERE key = 'findings'")
    shell.close()
    done = run("timeline", file)
    assert done.returncode == 0
    assert "was stopped" in done.stderr
    assert "0 new" in run("add", pages[0], "-o", file).stderr
    assert run("timeline", file).stderr == ""
