"""`waqai annotate`: pages in, their stories, times and days out."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import Annotated

import typer

from waqai.cli import console
from waqai.cli.options import Changes, Choice, Paths, Published, as_paths, limits
from waqai.model.annotated import DatedPage


class Format(Choice):
    jsonl = "jsonl"
    html = "html"
    text = "text"


def annotate(
    paths: Paths,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="jsonl: one JSON object a page; html: one page to look at, names, times, "
            "sayings and events marked; text: a listing for the terminal.",
        ),
    ] = Format.jsonl,
    published: Published = None,
    changes: Changes = [],  # noqa: B006 - typer copies it
) -> None:
    """Find the stories of pages, the times they name, and the days they were published.

    What cannot be read is told on standard error, one line each, and the run goes on. The exit
    code is 3 when nothing could be read.
    """
    from waqai.api import annotate as annotated

    read = 0
    bounds = limits(changes)

    def pages(tell: console.Tell) -> Iterator[DatedPage]:
        nonlocal read
        for page in annotated(
            as_paths(paths), published=published, limits=bounds, on_quarantine=tell
        ):
            read += 1
            tell(page.page)
            yield page

    # on a terminal the output itself shows how far the run is
    shown = nullcontext(console.tell_quarantined)
    with (
        console.ending_well(),
        shown if sys.stdout.isatty() else console.progress("reading") as tell,
    ):
        _write(format, pages(tell))
    if not read:
        raise typer.Exit(console.READ_NOTHING)


def _write(format: Format, pages: Iterable[DatedPage]) -> None:
    if format is Format.text:
        from waqai.exports import text

        for page in pages:
            console.show(text.listing(page))
        return
    if format is Format.html:
        from waqai.exports import html

        pieces = html.pieces(pages)
    else:
        from waqai.exports import annotations

        pieces = annotations.lines(pages)
    for piece in pieces:
        console.write(piece)
