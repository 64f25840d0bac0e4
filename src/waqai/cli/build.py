"""`waqai build`: pages into a chronicle's file."""

from pathlib import Path
from typing import Annotated

import typer

from waqai.cli import console
from waqai.cli.options import Changes, Paths, Published, as_paths, limits


def build(
    paths: Paths,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE.db",
            help="The chronicle: made when it is not there, grown when it is.",
            show_default=False,
        ),
    ],
    published: Published = None,
    changes: Changes = [],  # noqa: B006 - typer copies it
) -> None:
    """Read pages into a chronicle, one SQLite file that grows with every build.

    Pages that it holds already change nothing. Each page is written as soon as it is read: stop the
    run when you like, and run the same line again to go on. What cannot be read is told on
    standard error, one line each, and kept in the table quarantine. The exit code is 3 when nothing
    could be read.
    """
    from waqai.api import build as built

    bounds = limits(changes)
    with (
        console.ending_well(f"What was read is kept in {out}; run the same line again to go on."),
        console.progress("reading") as tell,
    ):
        growth = built(as_paths(paths), out, published=published, limits=bounds, tell=tell)
    console.say(
        f"{out}: {growth.new} new, {growth.known} known before, {growth.quarantined} set aside"
    )
    if not growth.read:
        raise typer.Exit(console.READ_NOTHING)
