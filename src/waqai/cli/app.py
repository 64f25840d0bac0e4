"""The commands of `waqai` put together."""

from typing import Annotated

import typer

from waqai.cli.add import add
from waqai.cli.annotate import annotate
from waqai.cli.announcements import announcements
from waqai.cli.build import build
from waqai.cli.conflicts import conflicts
from waqai.cli.explain import explain
from waqai.cli.export import export
from waqai.cli.judge import judge
from waqai.cli.options import examples
from waqai.cli.positions import positions
from waqai.cli.search import search
from waqai.cli.serve import serve
from waqai.cli.timeline import timeline
from waqai.cli.watch import watch
from waqai.cli.who import who

app = typer.Typer(
    name="waqai",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads Arabic news pages as evidence: who did what to whom, when and where; who said "
    "what; what was announced and what came of it; and the sentence that says so.",
    epilog=examples(
        ("look at pages", "waqai annotate pages/ --format html > pages.html"),
        ("keep them", "waqai build pages/ -o file.db"),
        ("see by day what happened", "waqai timeline file.db"),
        ("find words in them", "waqai search file.db 'وقف إطلاق النار'"),
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
        add,
        (
            ("today's pages", "waqai add today/ -o file.db"),
            ("one page", "waqai add story.html -o file.db"),
        ),
    ),
    (
        watch,
        (
            ("a feed, until you stop it", "waqai watch file.db https://example.org/feed"),
            ("feeds from a file, one round, for a timer", "waqai watch file.db feeds.txt --once"),
        ),
    ),
    (
        timeline,
        (
            ("everything", "waqai timeline file.db | less -R"),
            ("a week", "waqai timeline file.db --from 2025-08-11 --to 2025-08-17"),
            (
                "of one man, what is planned",
                "waqai timeline file.db --actor Putin --status planned",
            ),
            ("the last ten days, as a table", "waqai timeline file.db --limit 10 --format csv"),
        ),
    ),
    (
        announcements,
        (
            ("all of them", "waqai announcements file.db"),
            ("what was not held", "waqai announcements file.db --outcome cancelled"),
        ),
    ),
    (
        positions,
        (
            ("all that one holds", "waqai positions file.db 'الكرملين'"),
            ("on one issue", "waqai positions file.db Zelensky --issue ceasefire"),
        ),
    ),
    (
        conflicts,
        (
            ("all of them", "waqai conflicts file.db"),
            ("on how many", "waqai conflicts file.db --slot figures"),
        ),
    ),
    (
        who,
        (
            ("by an Arabic name", "waqai who file.db ترمب"),
            ("by a Latin one, for a program", "waqai who file.db lavrov --json"),
        ),
    ),
    (
        search,
        (
            ("all of these words", "waqai search file.db القمة ألاسكا"),
            ("a phrase, and a name", "waqai search file.db '\"وقف إطلاق النار\" Putin'"),
        ),
    ),
    (
        explain,
        (
            ("a happening", "waqai explain file.db h03254c4b37049fc6"),
            ("why a page has its day", "waqai explain file.db story.html"),
        ),
    ),
    (
        serve,
        (
            ("the site, on this machine", "waqai serve file.db"),
            ("on another port, for reading alone", "waqai serve file.db --port 9000 --read-only"),
            ("with longer lists", "waqai serve file.db --set rows=100"),
        ),
    ),
    (
        export,
        (
            ("tables for Excel", "waqai export file.db --format xlsx -o file.xlsx"),
            ("one table", "waqai export file.db --format csv --what events > events.csv"),
            ("tables for DuckDB, in a folder", "waqai export file.db --format parquet -o tables/"),
            ("what annotate prints", "waqai export file.db --format annotations > pages.jsonl"),
            ("all that they say together", "waqai export file.db --format chronicle > file.json"),
        ),
    ),
):
    app.command(epilog=examples(*_examples), no_args_is_help=True)(_command)
app.add_typer(judge, name="judge")
