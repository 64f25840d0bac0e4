"""The limits of the site on the command line."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Annotated, Any

import typer

from waqai.web.settings import SiteSettings

Changes = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        help="Change a limit of the site, such as rows=100; docs/site.md lists them.",
        show_default=False,
    ),
]
LIMITS = tuple(
    field.name for field in fields(SiteSettings) if field.name not in ("writes", "hosts")
)


def settings(changes: Iterable[str], *, writes: bool, hosts: tuple[str, ...]) -> SiteSettings:
    """The settings as the command line changes them. Raises BadParameter for a change of none."""
    values: dict[str, Any] = {}
    for change in changes:
        name, _, value = change.partition("=")
        try:
            if name not in LIMITS:
                raise ValueError
            values[name] = type(getattr(SiteSettings(), name))(value)
            good = values[name] > 0
        except ValueError:
            good = False
        if not good:
            names = ", ".join(LIMITS)
            raise typer.BadParameter(
                f"{change!r}: write NAME=VALUE with a number above 0; the names are {names}."
            )
    return SiteSettings(**values, writes=writes, hosts=hosts)
