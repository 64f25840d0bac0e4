"""The site on a free port of this machine, and a Chromium that reads it."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from tests.web.conftest import required
from waqai.web.app import create_app


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        assert not required(), "CI must have Chromium: install the package chromium."
        pytest.skip("there is no Chromium here: install it to run these tests")
    with sync_playwright() as playwright:
        # as root, as in a container, Chromium's own sandbox cannot be set up
        args = ["--no-sandbox"] if os.geteuid() == 0 else []
        started = playwright.chromium.launch(executable_path=path, args=args)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(chronicle: Path) -> Iterator[str]:
    """Where the site over the sample pages is."""
    with served(chronicle) as found:
        yield found


@pytest.fixture(scope="session")
def hostile_address(hostile_chronicle: Path) -> Iterator[str]:
    """Where the site over the hostile pages is."""
    with served(hostile_chronicle) as found:
        yield found


@contextmanager
def served(chronicle: Path) -> Iterator[str]:
    """The site over `chronicle` on a free port, for as long as it is needed."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(create_app(chronicle), log_level="error", access_log=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=20)
