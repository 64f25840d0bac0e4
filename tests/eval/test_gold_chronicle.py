"""The gold pages built together: both scorers are asked, and their figures kept apart."""

import json
from pathlib import Path

import pytest

from eval.floors import read_pins
from eval.gold_chronicle import PAGES, SET, Built, build, report
from eval.shared import Shared

SHARED = Shared(Path("../shared"))
PAGE_SCORER = """
def score(gold_dir, system, misses=None):
    misses.append("a page: wrong")
    return {"published": {"right": len(system), "of": 2, "rate": len(system) / 2}}
"""
CHRONICLE_SCORER = """
import json, sys
gold, system, option = sys.argv[1:]
counts = {"happenings": len(json.load(open(gold))), "found": len(json.load(open(system)))}
print("missed one") if option == "--misses" else None
print(json.dumps(counts) if option == "--json" else "\\n".join(map(str, counts.items())))
"""


def test_the_figures_of_both_scorers_and_all_misses_are_kept(tmp_path: Path) -> None:
    shared = Shared(tmp_path)
    shared.page_annotations.mkdir(parents=True)
    shared.scorer.write_text(PAGE_SCORER, encoding="utf-8")
    shared.chronicle_scorer.write_text(CHRONICLE_SCORER, encoding="utf-8")
    shared.chronicle.write_text("[1, 2, 3]", encoding="utf-8")
    found = report(shared, read_pins(), lambda pages: Built({"a": {}}, b"[1, 2]"))
    assert found.figures[SET, "happenings", "count"] == 3
    assert found.figures[SET, "found", "count"] == 2
    assert found.figures[PAGES, "published", "right"] == 1
    assert found.misses == [f"[{SET}] missed one", f"[{PAGES}] a page: wrong"]


def test_a_folder_is_built_and_exported_as_pages_and_as_one_object(tmp_path: Path) -> None:
    text = "عنوان\n\nوصل الوفد يوم السبت 16 أغسطس 2025."
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    built = build(tmp_path)
    assert list(built.pages) == ["page.txt"]
    assert [page["page"] for page in json.loads(built.chronicle)["pages"]] == ["page.txt"]


@pytest.mark.skipif(not SHARED.chronicle_files(), reason="the shared gold is not here")
def test_the_gold_is_scored_in_every_measure_that_has_a_bound() -> None:
    figures = report(SHARED, read_pins()).figures
    asked = {(one.set, one.layer, one.measure) for one in read_pins().bounds((SET, PAGES))}
    assert asked
    assert asked <= set(figures)
