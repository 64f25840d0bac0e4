"""`waqai announcements`: what was announced, and what came of it."""

from typing import Annotated

import typer

from waqai.cli import asking, console
from waqai.cli.options import Choice, File


class Outcome(Choice):
    held = "held"
    cancelled = "cancelled"
    postponed = "postponed"
    missed = "missed"
    open = "open"


def announcements(
    file: File,
    actor: Annotated[
        str | None,
        typer.Option("--actor", metavar="NAME", help="Whose: who announces or takes part."),
    ] = None,
    outcome: Annotated[
        Outcome | None, typer.Option("--outcome", help="What came of it.", show_choices=True)
    ] = None,
    json: asking.Json = False,
) -> None:
    """Show what was told before its time: when and by whom, when it was due, what came of it."""
    from waqai.exports import answers, findings_text

    with asking.asked(file) as chronicle:
        if actor is not None:
            asking.meant(chronicle, actor)
        found = [
            one
            for one in chronicle.announcements(actor=actor)
            if outcome is None or one.outcome.value == outcome.value
        ]
        asking.answer(
            json,
            lambda: answers.announcements(chronicle, found),
            lambda: (line for one in found for line in findings_text.announcement(chronicle, one)),
        )
        if not found:
            console.say("Nothing announced.")
