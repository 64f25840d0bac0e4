"""`waqai positions`: what somebody is on record as holding."""

from typing import Annotated

import typer

from waqai.cli import asking, console
from waqai.cli.options import File


def positions(
    file: File,
    actor: Annotated[
        str,
        typer.Argument(metavar="ACTOR", help="Any name, Arabic or Latin, or an id."),
    ],
    issue: Annotated[
        str | None, typer.Option("--issue", metavar="ISSUE", help="On this issue alone.")
    ] = None,
    json: asking.Json = False,
) -> None:
    """Show what an actor is on record as holding, issue by issue, with the sentences."""
    from waqai.chronicle.identity import position_id
    from waqai.exports import answers, explained_text

    with asking.asked(file) as chronicle:
        asking.meant(chronicle, actor)
        found = [one for one in chronicle.positions(actor) if issue in (None, one.issue)]
        asking.answer(
            json,
            lambda: answers.positions(chronicle, found),
            lambda: (
                line
                for one in found
                for explained in chronicle.explain(position_id(one))
                for line in explained_text.listing(chronicle, explained)
            ),
        )
        if not found:
            console.say("No position on record.")
