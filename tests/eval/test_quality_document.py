"""Figures reach docs/quality.md between their marks, and nothing else in it changes."""

from pathlib import Path

import pytest

from eval.quality import PARTS, with_figures

DOCUMENT = Path(__file__).parents[2] / "docs" / "quality.md"


@pytest.mark.parametrize("part", list(PARTS))
def test_the_document_has_a_place_for_every_part(part: str) -> None:
    written = with_figures(DOCUMENT.read_text(encoding="utf-8"), part, "| a | b |")
    assert "\n\n| a | b |\n\n<!-- end of " + part in written


def test_figures_replace_the_old_ones_and_leave_the_rest() -> None:
    text = "a\n<!-- gate: written by eval.quality -->\nold\n<!-- end of gate -->\nb\n"
    once = with_figures(text, "gate", "new \\1")
    assert "old" not in once
    assert "new \\1" in once
    assert once.startswith("a\n")
    assert once.endswith("-->\nb\n")
    assert with_figures(once, "gate", "new \\1") == once


def test_a_document_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no marks for gate"):
        with_figures("nothing here", "gate", "figures")
