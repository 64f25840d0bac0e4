"""The site on a port of this machine."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from waqai.api import open_chronicle
from waqai.web.app import create_app
from waqai.web.settings import SiteSettings

ADDRESS = "127.0.0.1"


def serve(path: Path, port: int, settings: SiteSettings, tell: Callable[[str], None]) -> None:
    """Serve the chronicle at `path` until the user stops it; `tell` hears the site's address.

    Raises OSError when there is no such chronicle, or the port is taken.
    """
    open_chronicle(path).close()
    with socket.create_server((ADDRESS, port)) as listening:
        tell(f"http://{ADDRESS}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(
            create_app(path, settings),
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        uvicorn.Server(config).run(sockets=[listening])
