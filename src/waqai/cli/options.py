"""Options that several commands share, and how their help is written."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from waqai.model.settings import Limits


def day(text: str) -> date:
    """A day of the command line. Raises BadParameter with the way to write it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day: write it as 2025-08-16.") from None


def examples(*pairs: tuple[str, str]) -> str:
    """The block of examples at the end of a command's help: what for, and what to type."""
    rows = (f"[dim]{what}[/dim]\n  {line}" for what, line in pairs)
    return "\n\n".join(["[bold]Examples[/bold]", *rows])


class Choice(StrEnum):
    """A format that a command offers."""


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files (.txt, .html, .jsonl, .jsonl.gz), folders or quoted globs; - is standard "
        "input.",
        show_default=False,
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        "--published",
        parser=day,
        metavar="DATE",
        help="The day on which these pages were published, when you know it better than they do.",
        show_default=False,
    ),
]
File = Annotated[
    Path,
    typer.Argument(metavar="FILE.db", help="A chronicle made by waqai build.", show_default=False),
]


Changes = Annotated[
    list[str],
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        help="Change a limit of reading, such as seconds=30; docs/settings.md lists them.",
        show_default=False,
    ),
]


def limits(changes: Iterable[str]) -> Limits:
    """The limits with the changes of the command line. Raises BadParameter for one that is none."""
    known = {field.name: type(getattr(Limits(), field.name)) for field in fields(Limits)}
    values: dict[str, Any] = {}
    for change in changes:
        name, _, value = change.partition("=")
        try:
            values[name] = known[name](value)
            good = values[name] > 0
        except (KeyError, ValueError):
            good = False
        if not good:
            names = ", ".join(known)
            raise typer.BadParameter(
                f"{change!r}: write NAME=VALUE with a number above 0; the names are {names}."
            )
    return Limits(**values)


def as_paths(paths: Iterable[str]) -> list[str | Path]:
    """The paths of the command line as the API takes them."""
    return [Path(path) for path in paths]
