"""Listings for the terminal: a line is of one direction, and no control signs are added."""

import re
from dataclasses import replace

from tests.exports import treaty
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


def test_who_is_named_is_one_line_a_kind_with_counts() -> None:
    lines = _lines(treaty.PAGE)
    at = lines.index("  names")
    assert lines[at + 1 : at + 5] == [
        "      أشخاص: سالم العوفي 2",
        "      مؤسسات: وكالة المرسى 1",
        "      دول: عُمان 1، الهند 1",
        "      أماكن: صور 1",
    ]


def test_a_statement_is_two_lines_and_its_parts_stand_under_it() -> None:
    lines = _lines(treaty.PAGE)
    at = lines.index("  statements")
    assert lines[at + 1] == (
        "      سالم العوفي — قال (قول غير مباشر، عبر وكالة المرسى، في مؤتمر صحافي، "
        "الجمعة 1 أغسطس 2025)"
    )
    assert lines[at + 2] == "        إن 42 سفينة على الأقل ستبحر"
    assert lines[at + 3] == "      سالم العوفي — وأعلن (قول غير مباشر، إلى الهند)"
    assert lines[at + 5] == "          سالم العوفي (قول مباشر، تعهد)"
    assert lines[at + 6] == "            لا عودة عنه"


def test_an_event_is_two_lines() -> None:
    lines = _lines(treaty.PAGE)
    at = lines.index("  events")
    assert re.match(
        r"      اتفاق(: .+)? \(جرى\) — الأطراف: عُمان، الهند؛ المكان: صور؛ "
        "الزمن: بين الأحد 3 أغسطس 2025 والثلاثاء 5 أغسطس 2025؛ بحسب سالم العوفي$",
        lines[at + 1],
    )
    assert lines[at + 2].strip().startswith("وقعت مع الهند")
    assert "(مقرر) — الفاعل: سالم العوفي؛ الزمن: منذ الأربعاء 6 أغسطس 2025" in lines[at + 3]


def test_a_statement_that_is_part_of_a_later_one_is_not_lost() -> None:
    odd = tuple(replace(said, within=2) for said in treaty.FOUND.statements)
    story = replace(treaty.STORY, annotated=replace(treaty.FOUND, statements=odd))
    lines = _lines(replace(treaty.PAGE, stories=(story,)))
    assert "        إن 42 سفينة على الأقل ستبحر" in lines


def test_a_line_that_is_not_latin_is_arabic_alone_on_a_full_page() -> None:
    inner = [line for line in _lines(treaty.PAGE) if line.startswith("      ")]
    assert len(inner) >= 16
    for line in inner:
        assert arabic_share(line) == 1.0


def test_a_sentence_line_is_arabic_alone(page: DatedPage) -> None:
    for line in _lines(page):
        if line.startswith("      "):
            assert arabic_share(line) == 1.0
        assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", line)
