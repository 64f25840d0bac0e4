"""`waqai add`: more pages into a chronicle that is there."""

from pathlib import Path
from typing import Annotated

import typer

from waqai.cli.build import run
from waqai.cli.options import Changes, Paths, Published


def add(
    paths: Paths,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE.db",
            help="The chronicle that grows. It must be there.",
            show_default=False,
        ),
    ],
    published: Published = None,
    changes: Changes = [],  # noqa: B006 - typer copies it
) -> None:
    """Read more pages into a chronicle. The same as build, but the file must be there.

    The result is the same as that of one build of all pages.
    """
    run(paths, out, published, changes, grown=True)
