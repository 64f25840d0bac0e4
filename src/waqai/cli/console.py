"""What commands say beside their output: progress, what was set aside, and how they end."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from rich.console import Console
from rich.text import Text

from waqai.model.page import Page
from waqai.model.quarantine import Quarantined

READ_NOTHING = 3  # the exit code when no page could be read
STOPPED = 130  # the exit code when the user stopped the run

Tell = Callable[[Page | Quarantined], None]


def fail(message: str, code: int = 1) -> NoReturn:
    """End the command with a message that says what to do."""
    say(f"waqai: {message}")
    raise typer.Exit(code)


@contextmanager
def ending_well(kept: str = "") -> Iterator[None]:
    """End quietly when the reader of our output goes away or the user stops us.

    `kept` is what to tell the user of what was done until then.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # the interpreter flushes standard output once more when it ends: into nothing, then
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except KeyboardInterrupt:
        say(f"waqai: stopped. {kept}".rstrip())
        raise typer.Exit(STOPPED) from None
    except OSError as error:
        fail(str(error))


def tell_quarantined(thing: Page | Quarantined) -> None:
    """One line on standard error for a thing that was set aside; a page needs none."""
    if isinstance(thing, Quarantined):
        reason = " ".join(thing.reason.split())
        say(f"{thing.code} {thing.source}: {reason}")


@contextmanager
def progress(doing: str) -> Iterator[Tell]:
    """A bar on standard error while pages are read, when that is a terminal; gives what to tell."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield tell_quarantined
        return
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f} pages"),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(doing, total=None, rate="")

        def tell(arrival: Page | Quarantined) -> None:
            if isinstance(arrival, Quarantined):
                tell_quarantined(arrival)
                return
            bar.advance(task)
            if speed := bar.tasks[0].finished_speed or bar.tasks[0].speed:
                bar.update(task, rate=f"{speed:,.0f}/s")

        yield tell


def show(lines: Iterable[Text]) -> None:
    """Lines on standard output: wrapped and coloured on a terminal, plain and whole in a pipe."""
    if not sys.stdout.isatty():
        for line in lines:
            write((line.plain.rstrip() + "\n").encode("utf-8", "replace"))
        return
    console = Console(highlight=False)
    for line in lines:
        console.print(line)


def write(piece: bytes) -> None:
    """Bytes on standard output, whatever encoding the terminal asks for: waqai writes UTF-8."""
    sys.stdout.buffer.write(piece)


def say(line: str) -> None:
    """A line on standard error, above the progress bar when there is one."""
    print(line.encode("utf-8", "replace").decode(), file=sys.stderr)  # noqa: T201
