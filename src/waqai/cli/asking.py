"""What commands that ask a chronicle share: opening it, saying what it lacks, how they answer."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.cli import console

if TYPE_CHECKING:
    from rich.text import Text

    from waqai.model.names import Entity
    from waqai.store.reading import Chronicle

Json = Annotated[
    bool, typer.Option("--json", help="One JSON object for programs; docs/json.md tells its keys.")
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="Show N at most.")]


@contextmanager
def asked(file: Path) -> "Iterator[Chronicle]":
    """The chronicle at `file`; says on standard error when its findings lag behind its pages."""
    from waqai.api import open_chronicle

    with console.ending_well(), open_chronicle(file) as chronicle:
        if not chronicle.concluded:
            console.say(
                f"waqai: a build of {file} is under way or was stopped: what is said here may not "
                "tell all of its pages. To finish it: waqai build PAGES -o FILE.db, with any page."
            )
        yield chronicle


def answer(
    as_json: bool, data: "Callable[[], dict[str, Any]]", text: "Callable[[], Iterable[Text]]"
) -> None:
    """Write one of the two on standard output."""
    if as_json:
        from waqai.exports.answers import line

        console.write(line(data()))
    else:
        console.show(text())


def meant(chronicle: "Chronicle", name: str) -> "tuple[Entity, ...]":
    """Whom `name` means; ends the command when the chronicle knows nobody of that name."""
    found = chronicle.who(name)
    if not found:
        console.fail(f"nobody and nothing here is called {name}: try one word of the name.")
    return found
