"""`waqai timeline`: a chronicle by day."""

from datetime import date
from typing import Annotated

import typer

from waqai.cli import asking, console
from waqai.cli.options import Choice, File, day
from waqai.model.events import EventType, Status


class Format(Choice):
    text = "text"
    json = "json"
    csv = "csv"


def timeline(
    file: File,
    actor: Annotated[
        str | None,
        typer.Option("--actor", metavar="NAME", help="What this one takes part in; any name."),
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="What is there; any name.")
    ] = None,
    type: Annotated[
        EventType | None,
        typer.Option("--type", case_sensitive=False, help="Of this PLOVER type.", metavar="TYPE"),
    ] = None,
    status: Annotated[
        Status | None,
        typer.Option("--status", help="What stands so to the world.", metavar="STATUS"),
    ] = None,
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
    stories: Annotated[
        bool,
        typer.Option(
            "--stories", help="Show what was published too, and the sentences that speak of a day."
        ),
    ] = False,
    format: Annotated[
        Format,
        typer.Option("--format", "-f", help="text for the terminal, json or csv for programs."),
    ] = Format.text,
) -> None:
    """Show by day what happened, what is to come, and what was called off.

    What happened on a day that is not known stands at the end, with what is known of it. json and
    csv hold the stories too, unless you ask for some happenings only.
    """
    from waqai.store.timeline import timeline as by_day

    with asking.asked(file) as chronicle:
        for name in (actor, place):
            if name is not None:
                asking.meant(chronicle, name)
        some = any(asked is not None for asked in (actor, place, type, status))
        found = by_day(
            chronicle,
            first,
            last,
            limit,
            happenings=chronicle.happenings(
                actor=actor,
                place=place,
                type=type and type.value,
                status=status and status.value,
                first=first,
                last=last,
            ),
            stories=stories or not (some or format is Format.text),
        )
        if format is Format.text:
            from waqai.exports import timeline_text

            console.show(timeline_text.listing(found))
        else:
            from waqai.exports import timeline_data

            console.write(
                timeline_data.as_json(found, chronicle.entity)
                if format is Format.json
                else timeline_data.as_csv(found, chronicle.entity).encode()
            )
