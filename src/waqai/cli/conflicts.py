"""`waqai conflicts`: where independent sources give different values for the same thing."""

from typing import Annotated

import typer

from waqai.cli import asking, console
from waqai.cli.options import Choice, File


class Slot(Choice):
    day = "day"
    place = "place"
    actors = "actors"
    recipients = "recipients"
    status = "status"
    figures = "figures"
    wording = "wording"


def conflicts(
    file: File,
    slot: Annotated[
        Slot | None, typer.Option("--slot", help="About this alone.", show_choices=True)
    ] = None,
    json: asking.Json = False,
) -> None:
    """Show where independent sources differ: on the day, the place, who, how many, what to call it.

    Near-copies of one text are one source.
    """
    from waqai.exports import answers, findings_text

    with asking.asked(file) as chronicle:
        found = [
            one for one in chronicle.conflicts() if slot is None or one.slot.value == slot.value
        ]
        asking.answer(
            json,
            lambda: answers.conflicts(chronicle, found),
            lambda: (line for one in found for line in findings_text.conflict(chronicle, one)),
        )
        if not found:
            console.say("No conflict found.")
