"""The gate fails below a floor and on a changed gold, and is silent where there is no gold."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.corpus import CORPUS_SETS
from eval.date_case_match import Found
from eval.floors import read_pins
from eval.gold import UNDATED_DAY
from eval.report import Report
from eval.sets import SETS, Set, date_case_set, gold_set
from eval.shared import Shared
from eval.system import Annotate

SHARED = Shared(Path("../shared"))
EVERY_SET = (*SETS, *CORPUS_SETS)

# A scorer in the shape of the real one: a page is right when the system gives it the right day.
SCORER = """
import json

def score(gold_dir, system, misses=None):
    right = of = 0
    for path in sorted(gold_dir.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        got = system.get(page["page"], {}).get("day")
        right += got == page["day"]
        of += 1
        if got != page["day"] and misses is not None:
            misses.append(f"{page['page']}: {got}")
    row = {"p": right / of, "r": right / of, "f1": right / of, "gold": of, "system": of}
    return {"times_value": row}
"""
CASES = """[{"Input": "عاد اليوم", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
  "Results": [{"Text": "اليوم", "Start": 4, "Length": 5, "Type": "date", "Value": {
    "Timex": "2016-11-07", "FutureResolution": {"date": "2016-11-07"},
    "PastResolution": {"date": "2016-11-07"}}}]}]"""


@pytest.fixture
def shared(tmp_path: Path) -> Shared:
    """A gold of two pages and one article, and one date case."""
    found = Shared(tmp_path / "shared")
    for folder in (found.pages, found.page_annotations, found.article_annotations):
        folder.mkdir(parents=True)
    found.date_cases.mkdir(parents=True)
    found.scorer.write_text(SCORER, encoding="utf-8")
    for name in ("one.txt", "two.txt"):
        found.pages.joinpath(name).write_text("نص", encoding="utf-8")
        row = f'{{"page": "{name}", "day": "2025-08-07"}}'
        found.page_annotations.joinpath(name + ".json").write_text(row, encoding="utf-8")
    found.articles.write_text("{}", encoding="utf-8")
    row = '{"page": "three", "day": "2025-08-07"}'
    found.article_annotations.joinpath("three.json").write_text(row, encoding="utf-8")
    cases = found.date_cases / "Specs_DateTime_Arabic_DateParser.json"
    cases.write_text(CASES, encoding="utf-8-sig")
    return found


def pin(shared: Shared, folder: Path, at_least: float, gold: str | None = None) -> Path:
    """A file of floors for the fixture: one floor, and the hashes as they are."""
    path = folder / "floors.toml"
    path.write_text(
        f'[hash]\ngold = "{gold or shared.hash(shared.gold_files())}"\n'
        f'date_cases = "{shared.hash(shared.date_case_files())}"\n\n'
        f'[[floor]]\nset = "pages"\nlayer = "times_value"\nmeasure = "f1"\nat_least = {at_least}\n',
        encoding="utf-8",
    )
    return path


def half_right(source: Path, published: date | None) -> Mapping[str, Mapping[str, Any]]:
    """A system that has the first page and the article right, the second page wrong."""
    day = "2025-08-07"
    return {"one.txt": {"day": day}, "two.txt": {"day": "2020-01-01"}, "three": {"day": day}}


def nothing_found(text: str, published: date | None) -> list[Found]:
    return []


def own_set(name: str, found: int) -> Set:
    """A set of our own material in which `found` things are found that should not be."""
    report = Report([], {(name, "events", "count"): float(found)}, ["found something"])
    return Set(name, (name,), None, lambda shared, pins: report)


def gate(shared: Shared, floors: Path, *options: str, annotate: Annotate = half_right) -> int:
    arguments = ["--shared", str(shared.root), "--floors", str(floors), *options]
    sets = (gold_set(annotate), date_case_set(nothing_found), own_set("own", found=3))
    return main(arguments, sets)


def ceiling(floors: Path, at_most: int) -> None:
    """Adds a ceiling on what is found in our own material."""
    row = f'[[ceiling]]\nset = "own"\nlayer = "events"\nmeasure = "count"\nat_most = {at_most}\n'
    floors.write_text(floors.read_text(encoding="utf-8") + "\n" + row, encoding="utf-8")


def test_a_floor_that_is_reached_passes(shared: Shared, tmp_path: Path) -> None:
    assert gate(shared, pin(shared, tmp_path, at_least=0.5)) == 0


def test_a_floor_that_is_not_reached_fails_and_is_named(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate(shared, pin(shared, tmp_path, at_least=0.51)) == 1
    assert "pages times_value f1: 0.5000 is under the floor of 0.51" in capsys.readouterr().out


def test_a_floor_without_a_figure_fails(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = pin(shared, tmp_path, at_least=0.5)
    text = floors.read_text(encoding="utf-8").replace("times_value", "no_such_layer")
    floors.write_text(text, encoding="utf-8")
    assert gate(shared, floors) == 1
    assert "no figure was measured" in capsys.readouterr().out


def test_a_changed_gold_fails_though_the_floors_are_held(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = pin(shared, tmp_path, at_least=0.5)
    shared.pages.joinpath("one.txt").write_text("نص آخر", encoding="utf-8")
    assert gate(shared, floors) == 1
    assert "the gold files are not those the floors were set on" in capsys.readouterr().out


def test_changed_date_cases_fail(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = pin(shared, tmp_path, at_least=0.5)
    cases = next(shared.date_cases.iterdir())
    cases.write_text(CASES.replace("عاد", "رجع"), encoding="utf-8-sig")
    assert gate(shared, floors) == 1
    assert "the date_cases files are not those" in capsys.readouterr().out


def test_a_ceiling_is_held_up_to_it_and_not_above(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = pin(shared, tmp_path, at_least=0.5)
    ceiling(floors, at_most=3)
    assert gate(shared, floors) == 0
    assert "2 floors and ceilings, 0 failures" in capsys.readouterr().out
    ceiling(floors, at_most=2)
    assert gate(shared, floors) == 1
    assert "own events count: 3 is over the ceiling of 2" in capsys.readouterr().out


def test_an_absent_gold_passes_and_says_so(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = pin(shared, tmp_path, at_least=1.01)
    assert gate(Shared(tmp_path / "nowhere"), floors) == 0
    assert "nothing was scored on it" in capsys.readouterr().out


def test_without_the_gold_our_own_material_is_still_held_to_its_bounds(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = pin(shared, tmp_path, at_least=1.01)
    ceiling(floors, at_most=2)
    assert gate(Shared(tmp_path / "nowhere"), floors) == 1
    assert "1 floors and ceilings, 1 failures" in capsys.readouterr().out


def test_beside_the_gold_a_set_that_is_gone_fails_its_floor(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = pin(shared, tmp_path, at_least=0.5)
    row = '[[floor]]\nset = "date_cases"\nlayer = "dated_value"\nmeasure = "rate"\nat_least = 0\n'
    floors.write_text(floors.read_text(encoding="utf-8") + "\n" + row, encoding="utf-8")
    assert gate(shared, floors) == 0
    for path in shared.date_case_files():
        path.unlink()
    assert gate(shared, floors) == 1
    assert "date_cases dated_value rate: no figure was measured" in capsys.readouterr().out


def test_one_set_can_be_scored_alone(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = pin(shared, tmp_path, at_least=1.01)
    assert gate(shared, floors, "--only", "own", "--misses") == 0
    out = capsys.readouterr().out
    assert "[own] found something" in out
    assert "times_value" not in out


def test_misses_are_printed_on_demand(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = pin(shared, tmp_path, at_least=0.5)
    gate(shared, floors)
    assert "two.txt: 2020-01-01" not in capsys.readouterr().out
    gate(shared, floors, "--misses")
    out = capsys.readouterr().out
    assert "[pages] two.txt: 2020-01-01" in out
    assert "[date_cases] DateParser #0" in out


def test_tables_come_as_markdown_on_demand(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gate(shared, pin(shared, tmp_path, at_least=0.5), "--markdown")
    assert "| times_value | 0.5000 | 0.5000 | 0.5000 | 2 | 2 |" in capsys.readouterr().out


def test_the_page_without_a_date_is_read_again_with_its_day(shared: Shared, tmp_path: Path) -> None:
    days: list[date | None] = []

    def watching(source: Path, published: date | None) -> Mapping[str, Mapping[str, Any]]:
        days.append(published)
        return half_right(source, published)

    gate(shared, pin(shared, tmp_path, at_least=0.5), annotate=watching)
    assert days == [None, UNDATED_DAY, None]


def test_a_file_renamed_or_cut_in_two_changes_the_hash(shared: Shared) -> None:
    before = shared.hash(shared.gold_files())
    page = shared.pages / "one.txt"
    page.rename(shared.pages / "zero.txt")
    renamed = shared.hash(shared.gold_files())
    shared.pages.joinpath("zero.txt").rename(page)
    assert before == shared.hash(shared.gold_files())
    assert before != renamed


def test_layers_are_shown_in_the_order_of_the_work_each_with_its_rates(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rate = '{"right": 1, "of": 2, "rate": 0.5}'
    rows = f'{{"events": row, "speaker": {rate}, "new": row, "statements": row, "stories": row}}'
    scorer = SCORER.replace('{"times_value": row}', rows)
    shared.scorer.write_text(scorer, encoding="utf-8")
    gate(shared, pin(shared, tmp_path, at_least=0.5))
    table = capsys.readouterr().out.split("\n\n")[0]
    shown = [line.split()[0] for line in table.splitlines()[2:]]
    assert shown == ["stories", "statements", "speaker", "events", "new"]
    assert table.splitlines()[4].split() == ["speaker", "0.5000", "1/2"]


def test_every_set_has_a_name_of_its_own_and_every_bound_a_set() -> None:
    pins, names = read_pins(), [one.name for one in EVERY_SET]
    measures = [measure for one in EVERY_SET for measure in one.measures]
    assert len(names) == len(set(names))
    assert len(measures) == len(set(measures))
    assert pins.bounds(measures) == [*pins.floors, *pins.ceilings]


@pytest.mark.skipif(not SHARED.has_gold(), reason="the shared gold is not here")
def test_the_pinned_hashes_are_those_of_the_material() -> None:
    there = {one.name: one.files(SHARED) for one in EVERY_SET if one.files is not None}
    assert read_pins().hashes == {name: SHARED.hash(files) for name, files in there.items()}
