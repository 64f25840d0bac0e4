"""`waqai export`: a chronicle as data for other programs."""

from typing import Annotated

import typer

from waqai.cli import asking, console
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
            help="annotations: the lines that annotate prints, by name of page, with the days that "
            "other pages tell; chronicle: one JSON object for all that they say together.",
        ),
    ] = Format.annotations,
) -> None:
    """Write a chronicle to standard output as JSON.

    Of a page that changed between two builds, the newest text counts.
    """
    from waqai.exports import annotations, chronicle

    with asking.asked(file) as opened:
        for piece in (
            annotations.lines(opened.pages(settled=True))
            if format is Format.annotations
            else chronicle.pieces(opened)
        ):
            console.write(piece)
