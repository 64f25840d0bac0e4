"""`waqai export`: a chronicle as data for other programs."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from waqai.cli import asking, console
from waqai.cli.options import File
from waqai.exports.formats import FORMATS, NotInstalledError

#: What is no stream of bytes but a folder: the pages that `waqai serve` shows.
_SITE = "site"
_NAMES = (*FORMATS, _SITE)
_ABOUT = (
    *(f"{one.name}: {one.about}" for one in FORMATS.values()),
    f"{_SITE}: the whole site as files in a folder",
)


def _known(name: str) -> str:
    if name not in _NAMES:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(_NAMES)}.")
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
            autocompletion=lambda: list(_NAMES),
            help="; ".join(_ABOUT) + ".",
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

    if format == _SITE:
        _export_site(file, output, what or ())
        return
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


def _export_site(file: Path, folder: Path | None, what: Sequence[str]) -> None:
    if folder is None:
        console.fail("a site is many files: name a folder for them with -o.")
    if what:
        console.fail("site has no tables: leave --what out.")
    from waqai.web.offline import write_site

    with asking.asked(file) as opened:
        try:
            write_site(opened, folder)
        except ValueError as error:
            console.fail(str(error))
