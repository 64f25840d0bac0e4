"""`waqai judge`: people's word that two things are the same, or are not."""

from pathlib import Path
from typing import Annotated

import typer

from waqai.cli import asking, console
from waqai.cli.options import File, examples
from waqai.model.chronicle import Verdict

Id = Annotated[
    str,
    typer.Argument(
        help="The id of an entity or a happening, or STORY#EVENT for one event of a story.",
        show_default=False,
    ),
]

judge = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="Say that two entities, or two happenings, are the same or are not.\n\n"
    "What people judge outlives every build and can be undone; the findings are made anew at once.",
    epilog=examples(
        ("two names of one man", "waqai judge same file.db person:a person:b"),
        ("two calls, not one", "waqai judge different file.db 1f0c.0#2 77ab.1#0"),
        ("what was judged", "waqai judge list file.db"),
        ("take it back", "waqai judge undo file.db person:a person:b"),
    ),
)


@judge.command(no_args_is_help=True)
def same(file: File, first: Id, second: Id) -> None:
    """Say that two entities, or two happenings, are one."""
    _judge(file, Verdict.SAME, first, second)


@judge.command(no_args_is_help=True)
def different(file: File, first: Id, second: Id) -> None:
    """Say that two entities, or what two events tell, are not the same."""
    _judge(file, Verdict.DIFFERENT, first, second)


@judge.command("list", no_args_is_help=True)
def list_(file: File, json: asking.Json = False) -> None:
    """Show what was judged."""
    from rich.text import Text

    from waqai.exports import answers

    with asking.asked(file) as chronicle:
        rows = chronicle.judgements()
        asking.answer(
            json,
            lambda: answers.judgements(chronicle),
            lambda: (Text(f"{one.verdict.value} {one.first} {one.second}") for one in rows),
        )
        if not rows:
            console.say("Nothing judged.")


@judge.command(no_args_is_help=True)
def undo(file: File, first: Id, second: Id) -> None:
    """Take back what was judged of two things."""
    from waqai.api import unjudge

    with console.ending_well():
        if not unjudge(file, first, second):
            console.fail("nothing was judged of the two: see waqai judge list.")
    console.say(f"{file}: undone")


def _judge(file: Path, verdict: Verdict, first: str, second: str) -> None:
    from waqai.api import judge

    with console.ending_well():
        try:
            made = judge(file, verdict, first, second)
        except ValueError as error:
            console.fail(str(error))
    console.say(f"{file}: {made.verdict.value} {made.first} {made.second}")
