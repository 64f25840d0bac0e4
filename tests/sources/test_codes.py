"""Every code is documented, and no number means two things."""

import re
from pathlib import Path

from waqai.sources.codes import Code

DOCS = Path(__file__).parents[2] / "docs" / "errors.md"


def test_every_code_has_its_section_and_every_section_its_code() -> None:
    headings = re.findall(r"^## (WQ1\d\d) (.+)$", DOCS.read_text(encoding="utf-8"), re.M)
    assert [(number, name) for number, name in headings] == [
        (code.value, code.name.replace("_", " ").lower()) for code in Code
    ]


def test_each_section_says_what_to_do() -> None:
    sections = re.split(r"^## WQ", DOCS.read_text(encoding="utf-8"), flags=re.M)[1:]
    lacking = [s[:3] for s in sections if s.startswith("1") and "What to do:" not in s]
    assert lacking == []
