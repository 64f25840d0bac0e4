"""Codes of pages that could not be annotated."""

import inspect
import re
from pathlib import Path

from waqai.chronicle import single

_DOCS = Path(__file__).parents[2] / "docs" / "errors.md"


def test_every_code_is_documented_with_what_to_do() -> None:
    codes = set(re.findall(r'"(WQ2\d\d)"', inspect.getsource(single)))
    told = re.findall(r"^## (WQ2\d\d) .*?(?=^## |\Z)", _DOCS.read_text("utf-8"), re.M | re.S)
    assert sorted(codes) == told
    advice = re.findall(r"^What to do:", _DOCS.read_text("utf-8").split("## WQ201")[1], re.M)
    assert len(advice) == len(codes)
