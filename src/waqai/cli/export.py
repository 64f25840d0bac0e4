"""`waqai export`: a chronicle as data for other programs."""

from typing import Annotated

import typer

from waqai.cli import console
from waqai.cli.options import Choice, File


class Format(Choice):
    annotations = "annotations"
    chronicle = "chronicle"


def export(
    file: File,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="annotations: the lines that annotate prints, by name of page; chronicle: one "
            "JSON object for the whole.",
        ),
    ] = Format.annotations,
) -> None:
    """Write a chronicle to standard output as JSON.

    Of a page that changed between two builds, the newest text counts.
    """
    from waqai.api import open_chronicle
    from waqai.exports import annotations, chronicle

    write = annotations.lines if format is Format.annotations else chronicle.pieces
    with console.ending_well(), open_chronicle(file) as opened:
        for piece in write(opened.pages()):
            console.write(piece)
