"""`waqai watch`: a chronicle that grows by what feeds name."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli import console
from waqai.cli.options import Changes, limits

if TYPE_CHECKING:
    from waqai.chronicle.watching import Round


def watch(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.db",
            help="The chronicle: made when it is not there, grown when it is.",
            show_default=False,
        ),
    ],
    feeds: Annotated[
        list[str],
        typer.Argument(
            metavar="FEEDS",
            help="Addresses of RSS or Atom feeds, or files with one a line.",
            show_default=False,
        ),
    ],
    once: Annotated[
        bool, typer.Option("--once", help="One round of what is due, then end: for a timer.")
    ] = False,
    every: Annotated[
        float,
        typer.Option(
            "--every",
            min=1,
            metavar="MINUTES",
            help="How long to leave a feed alone between polls.",
        ),
    ] = 15,
    changes: Changes = [],  # noqa: B006 - typer copies it
) -> None:
    """Poll feeds, and grow a chronicle by the pages they name.

    A page is looked at again for a week: when its text changes, both versions are kept; when it
    disappears, that is noted. Sites are asked slowly and as their robots.txt says. Stop with
    Ctrl-C, and run the same line again to go on.
    """
    from waqai.api import watch as watched

    bounds = limits(changes)
    with (
        console.ending_well(f"What was read is kept in {file}; run the same line again to go on."),
        console.progress("watching") as tell,
    ):
        try:
            for done in watched(_listed(feeds), file, every=every, limits=bounds, tell=tell):
                console.say(f"{file}: {_told(done)}")
                if once:
                    return
        except ValueError as error:
            console.fail(str(error))


def _listed(feeds: Iterable[str]) -> Iterator[str]:
    """The addresses among `feeds`, and those in the files among them; "#" begins a remark."""
    for feed in feeds:
        if "://" in feed:
            yield feed
            continue
        for raw in Path(feed).read_text(encoding="utf-8").splitlines():
            line = raw.strip()
            if line and not line.startswith("#"):
                yield line


def _told(done: "Round") -> str:
    counts = (
        (done.new, "new"),
        (done.changed, "changed"),
        (done.gone, "gone"),
        (done.set_aside, "set aside"),
    )
    told = ", ".join(f"{count} {what}" for count, what in counts)
    if done.due is None:
        return told
    return f"{told}; next at {datetime.fromtimestamp(done.due).astimezone():%H:%M}"
