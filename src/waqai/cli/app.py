"""The commands of `waqai` put together."""

from typing import Annotated

import typer

from waqai.cli.annotate import annotate
from waqai.cli.build import build
from waqai.cli.export import export
from waqai.cli.options import examples
from waqai.cli.timeline import timeline

app = typer.Typer(
    name="waqai",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads Arabic news pages as evidence: their stories, the days they were published, the "
    "times they speak of, and the sentence that says so.",
    epilog=examples(
        ("look at pages", "waqai annotate pages/ --format html > pages.html"),
        ("keep them", "waqai build pages/ -o file.db"),
        ("see them by day", "waqai timeline file.db"),
        ("take them elsewhere", "waqai export file.db --format annotations > pages.jsonl"),
    ),
)


def _version(asked: bool) -> None:
    if asked:
        from waqai import __version__

        typer.echo(f"waqai {__version__}")
        raise typer.Exit


@app.callback()
def waqai(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """What every command shares."""


for _command, _examples in (
    (
        annotate,
        (
            ("one JSON object a page", "waqai annotate pages/ > pages.jsonl"),
            ("a page to look at in a browser", "waqai annotate story.html --format html > s.html"),
            ("a listing for the eye", "waqai annotate 'pages/*.txt' --format text | less"),
            ("from another program", "curl -s $URL | waqai annotate - --published 2025-08-16"),
        ),
    ),
    (
        build,
        (
            ("a folder of pages", "waqai build pages/ -o file.db"),
            ("grow it with more", "waqai build articles.jsonl.gz more/ -o file.db"),
            ("all of one day", "waqai build today/ -o file.db --published 2025-08-16"),
        ),
    ),
    (
        timeline,
        (
            ("everything", "waqai timeline file.db | less -R"),
            ("a week", "waqai timeline file.db --from 2025-08-11 --to 2025-08-17"),
            ("the last ten days, as a table", "waqai timeline file.db --limit 10 --format csv"),
        ),
    ),
    (
        export,
        (
            ("what annotate prints", "waqai export file.db --format annotations > pages.jsonl"),
            ("pages with their days", "waqai export file.db --format chronicle > file.json"),
        ),
    ),
):
    app.command(epilog=examples(*_examples), no_args_is_help=True)(_command)
