"""docs/site.md tells every screen, key, limit, option, address and error code."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from waqai.web.api.lists import LISTS
from waqai.web.errors import STATUS
from waqai.web.settings import SiteSettings
from waqai.web.templating import NAVIGATION

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [path for path, _ in NAVIGATION])
def test_every_screen_is_documented(path: str) -> None:
    assert re.search(rf"`{path}[?`/]", DOCUMENT)


def test_every_limit_is_documented_with_its_default() -> None:
    for field in fields(SiteSettings):
        if field.name in ("writes", "hosts"):
            continue
        assert f"| `{field.name}` | {field.default} |" in DOCUMENT, field.name


def test_every_error_code_is_documented_with_its_status() -> None:
    for code, status in STATUS.items():
        assert f"| `{code}` | {status} |" in DOCUMENT, code


def test_every_list_for_programs_is_documented_with_its_key() -> None:
    for path, key, *_ in LISTS:
        assert f"| `{path}` | `{key}` |" in DOCUMENT, path


def test_every_key_is_documented() -> None:
    templates = ROOT / "src" / "waqai" / "web" / "templates"
    bound = {
        key
        for template in templates.glob("*.html")
        for key in re.findall(r'data-key="(\w)"', template.read_text(encoding="utf-8"))
    }
    assert bound >= {"u", "n", "b"}
    table = DOCUMENT.partition("## Keys")[2].partition("##")[0]
    for key in (*bound, "s", "d", "j", "k", "o", "e", "/", "?"):
        assert f"`{key}`" in table, key


def test_every_option_of_the_command_is_documented() -> None:
    command = (ROOT / "src" / "waqai" / "cli" / "serve.py").read_text(encoding="utf-8")
    for option in {*re.findall(r'"(--[a-z-]+)"', command), "--set"}:
        assert f"`{option}" in DOCUMENT, option
