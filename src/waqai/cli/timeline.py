"""`waqai timeline`: a chronicle by day."""

from datetime import date
from typing import Annotated

import typer

from waqai.cli import console
from waqai.cli.options import Choice, File, day


class Format(Choice):
    text = "text"
    json = "json"
    csv = "csv"


def timeline(
    file: File,
    first: Annotated[
        date | None,
        typer.Option("--from", parser=day, metavar="DATE", help="The first day to show."),
    ] = None,
    last: Annotated[
        date | None,
        typer.Option("--to", parser=day, metavar="DATE", help="The last day to show."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", "-n", min=1, metavar="N", help="Show the latest N days only."),
    ] = None,
    format: Annotated[
        Format,
        typer.Option("--format", "-f", help="text for the terminal, json or csv for programs."),
    ] = Format.text,
) -> None:
    """Show by day what was published, and the sentences that speak of that day.

    Stories whose publication day is not known stand at the end, with what is known of it.
    """
    from waqai.api import open_chronicle
    from waqai.store.timeline import timeline as by_day

    with console.ending_well(), open_chronicle(file) as chronicle:
        found = by_day(chronicle, first, last, limit)
        if format is Format.text:
            from waqai.exports import timeline_text

            console.show(timeline_text.listing(found))
        else:
            from waqai.exports import timeline_data

            console.write(
                timeline_data.as_json(found)
                if format is Format.json
                else timeline_data.as_csv(found).encode()
            )
