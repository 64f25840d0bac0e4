"""`waqai search`: sentences by their words."""

from typing import Annotated

import typer

from waqai.cli import asking, console
from waqai.cli.options import File


def search(
    file: File,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help='All of them; "words in quotes" stand together.'),
    ],
    limit: asking.Limit = 20,
    json: asking.Json = False,
) -> None:
    """Find the sentences in which words stand, the best first.

    Hamza, taa marbuta, the article and clitics do not matter. Full names, Arabic and English, of
    those whom a sentence names are found too.
    """
    from waqai.exports import answers, findings_text

    with asking.asked(file) as chronicle:
        found = chronicle.search(" ".join(words), limit)
        asking.answer(
            json,
            lambda: answers.found(found),
            lambda: (line for one in found for line in findings_text.passage(one)),
        )
        if not found:
            console.say("Nothing found.")
