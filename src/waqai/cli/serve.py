"""`waqai serve`: the site over a chronicle."""

from typing import Annotated

import typer

from waqai.cli import console
from waqai.cli.options import File
from waqai.cli.site_options import Changes, settings


def serve(
    file: File,
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8377,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Let nobody judge: the file is only read.")
    ] = False,
    host_name: Annotated[
        list[str] | None,
        typer.Option(
            "--host-name",
            metavar="NAME",
            help="A further name by which browsers may ask, as behind a proxy of your own.",
            show_default=False,
        ),
    ] = None,
    changes: Changes = None,
) -> None:
    """Show a chronicle in the browser.

    The site answers on this machine alone (127.0.0.1) and asks nothing of the network.
    """
    chosen = settings(changes or (), writes=not read_only, hosts=tuple(host_name or ()))
    with console.ending_well():
        from waqai.web.serving import serve as serve_site

        serve_site(file, port, chosen, lambda address: console.say(f"{file}: {address}"))
