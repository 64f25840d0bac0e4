"""Listings for the terminal: a line is of one direction, and no control signs are added."""

import re

from waqai.arabic.letters import arabic_share
from waqai.exports.text import listing
from waqai.model.annotated import DatedPage


def _lines(page: DatedPage) -> list[str]:
    return [line.plain for line in listing(page)]


def test_a_story_is_listed_with_its_day_its_reasons_and_its_times(page: DatedPage) -> None:
    lines = _lines(page)
    assert "  story 1/2" in lines
    assert "  published Saturday 16 August 2025" in lines
    assert "    because the header says 16 August" in lines
    assert "    against the address says 17 August" in lines
    assert "  published undated, not before 5 Feb 2022" in lines
    at = lines.index("  TIME      2025-08-15TEV")
    assert lines[at + 1].strip().startswith("عاد الوفد [مساء الجمعة]، ويجتمع")


def test_a_story_without_a_title_is_listed_by_its_first_words(page: DatedPage) -> None:
    assert "  خبر ثان بلا عنوان كتب منذ زمن." in _lines(page)


def test_a_page_without_a_story_says_so(page: DatedPage) -> None:
    bare = DatedPage(page.page, (), page.residue, ())
    assert "  no story found" in _lines(bare)


def test_a_sentence_line_is_arabic_alone(page: DatedPage) -> None:
    for line in _lines(page):
        if line.startswith("      "):
            assert arabic_share(line) == 1.0
        assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", line)
