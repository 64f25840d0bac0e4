"""`waqai explain`: from a finding to its sentences."""

from typing import Annotated

import typer

from waqai.cli import asking, console
from waqai.cli.options import File


def explain(
    file: File,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The id of a happening, announcement, position, conflict, entity, story or page; "
            "or a page's name.",
        ),
    ],
    json: asking.Json = False,
) -> None:
    """Show how a finding is known: the sentences with their page and offsets, and the reasons."""
    from waqai.exports import answers, explained_text

    with asking.asked(file) as chronicle:
        found = chronicle.explain(id)
        if not found:
            console.fail(f"nothing here has the id {id}: timeline, who and search show ids.")
        asking.answer(
            json,
            lambda: answers.explained(chronicle, found),
            lambda: (line for one in found for line in explained_text.listing(chronicle, one)),
        )
