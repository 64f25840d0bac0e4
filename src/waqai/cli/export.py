"""`waqai export`: a chronicle as data for other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from waqai.cli import asking, console
from waqai.cli.options import File
from waqai.exports.formats import FORMATS, NotInstalledError


def _known(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(FORMATS)}.")
    return name


def export(
    file: File,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            parser=_known,
            autocompletion=lambda: list(FORMATS),
            help="; ".join(f"{one.name}: {one.about}" for one in FORMATS.values()) + ".",
        ),
    ] = "annotations",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write to this file, or folder where each table is a file of its own; without "
            "it, to standard output.",
            show_default=False,
        ),
    ] = None,
    what: Annotated[
        list[str] | None,
        typer.Option(
            "--what",
            metavar="TABLE",
            help="One of the format's tables, such as events; again for another.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Take a chronicle elsewhere, in a format that other programs read.

    Of a page that changed between two builds, the newest text counts.
    """
    from waqai.exports import writing

    chosen, tables = FORMATS[format], what or ()
    if output is None and chosen.binary and sys.stdout.isatty():
        console.fail(f"{format} is not for the screen: name a file with -o.")
    with asking.asked(file) as opened:
        try:
            if output is not None:
                writing.write(opened, chosen, output, tables)
                return
            for piece in writing.pieces(opened, chosen, tables):
                console.write(piece)
        except (NotInstalledError, ValueError) as error:
            console.fail(str(error))
