"""Help teaches by example, the documentation is complete, and starting up costs little."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from typer.main import get_command

from waqai import Limits, __version__
from waqai.cli.app import app
from waqai.model.settings import Settings

Run = Callable[..., subprocess.CompletedProcess[str]]

_DOCS = Path(__file__).parents[2] / "docs"
_COMMANDS: dict[str, object] = dict(get_command(app).commands)  # type: ignore[attr-defined]


def _options(command: object) -> Iterator[str]:
    """The options of a command, and of the commands under it."""
    for parameter in command.params:  # type: ignore[attr-defined]
        yield from (opt for opt in parameter.opts if opt.startswith("-"))
    if command is not get_command(app):
        for under in getattr(command, "commands", {}).values():
            yield from _options(under)


def _section(name: str) -> str:
    """What docs/cli.md says of a command."""
    text = (_DOCS / "cli.md").read_text(encoding="utf-8")
    found = re.search(rf"^## `waqai {name}\b.*?(?=^## |\Z)", text, re.M | re.S)
    return found[0] if found else ""


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    section = _section(name)
    options = set(_options(_COMMANDS[name]))
    assert options
    assert sorted(o for o in options if not re.search(rf"`{re.escape(o)}[ `]", section)) == []


def test_every_option_of_all_commands_is_documented() -> None:
    text = (_DOCS / "cli.md").read_text(encoding="utf-8")
    assert "--version" in set(_options(get_command(app)))
    assert sorted(o for o in _options(get_command(app)) if o not in text) == []


def test_no_option_is_documented_that_is_not_there() -> None:
    for name, command in _COMMANDS.items():
        told = set(re.findall(r"^\| `(--[\w-]+)", _section(name), re.M))
        assert told == {option for option in _options(command) if option.startswith("--")}


def test_every_setting_is_documented_with_its_default() -> None:
    text = (_DOCS / "settings.md").read_text(encoding="utf-8")
    for field in fields(Limits):
        assert f"| `{field.name}` | {field.default} |" in text
    for field in fields(Settings):
        assert field.name == "limits" or f"## {field.name}\n" in text


@pytest.mark.parametrize("name", _COMMANDS)
def test_help_has_examples_that_can_be_typed(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0
    examples = done.stdout.split("Examples", 1)[1]
    assert len(re.findall(rf"waqai {name} ", examples)) >= 2
    for option in re.findall(r"(?<=\s)--?[a-z-]+", examples):
        assert option in {*_options(_COMMANDS[name]), "-s", "-R"}


def test_a_command_alone_shows_its_help(run: Run) -> None:
    for arguments in ([], *([name] for name in _COMMANDS)):
        done = run(*arguments)
        assert "Examples" in done.stdout + done.stderr


def test_the_version_is_that_of_the_package(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version").stdout == f"waqai {version('waqai')}\n"
    assert version("waqai") == __version__


def test_help_imports_nothing_heavy() -> None:
    code = """if True:
        import sys
        from waqai.cli import main
        sys.argv = ["waqai", "annotate", "--help"]
        try:
            main()
        except SystemExit:
            pass
        heavy = {"sqlalchemy", "trafilatura", "lxml", "hijridate", "orjson"} & set(sys.modules)
        sys.exit(f"imported: {sorted(heavy)}" if heavy else 0)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
