"""`waqai build`: pages into a chronicle's file."""

from datetime import date
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
    run when you like, and run the same line again to go on. When all are read, what they say
    together is worked out: happenings, announcements, positions, conflicts. What cannot be read is
    told on standard error, one line each, and kept in the table quarantine. The exit code is 3 when
    nothing could be read.
    """
    run(paths, out, published, changes, grown=False)


def run(
    paths: list[str], out: Path, published: date | None, changes: list[str], *, grown: bool
) -> None:
    """Build, tell what was done, and end with the exit code. `grown`: the file must be there."""
    from waqai.api import build as built

    bounds = limits(changes)
    with (
        console.ending_well(f"What was read is kept in {out}; run the same line again to go on."),
        console.progress("reading") as tell,
    ):
        growth = built(
            as_paths(paths), out, published=published, limits=bounds, tell=tell, grown=grown
        )
    console.say(
        f"{out}: {growth.new} new, {growth.known} known before, {growth.quarantined} set aside"
    )
    if not growth.read:
        raise typer.Exit(console.READ_NOTHING)
