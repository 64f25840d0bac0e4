"""Web servers of our own on loopback, a clock that does not wait, fetchers that may use them."""

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from waqai.sources.fetching import Clock, Fetcher, Manners, RobotsShelf
from waqai.sources.fetching.addresses import Address
from waqai.sources.fetching.wire import Line

HOME = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    #: Pieces that are sent behind `body` until the client has gone.
    endless: bytes = b""


@dataclass(slots=True)
class Asked:
    """A request as it came."""

    path: str
    headers: dict[str, str]


class Site:
    """A server whose answers stand in `replies` by path. `asked` are the requests, in order."""

    def __init__(self, port: int = 0) -> None:
        self.replies: dict[str, Reply | Callable[[Asked], Reply]] = {}
        self.asked: list[Asked] = []
        self.at_once = self.most_at_once = 0
        self._lock = threading.Lock()
        self.server = ThreadingHTTPServer((HOME, port), self._handler())
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]

    def url(self, path: str = "/", host: str = HOME) -> str:
        """The address of `path` here, under any name that leads here."""
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Reply:
        """The reply to a request; a known ETag is answered with 304."""
        reply = self.replies.get(asked.path, Reply(status=404))
        if not isinstance(reply, Reply):
            reply = reply(asked)
        if (etag := reply.headers.get("ETag")) and asked.headers.get("if-none-match") == etag:
            return Reply(status=304, headers={"ETag": etag})
        return reply

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()})
                with site._lock:
                    site.asked.append(asked)
                    site.at_once += 1
                    site.most_at_once = max(site.most_at_once, site.at_once)
                try:
                    self._send(site.answer(asked))
                except OSError:
                    self.close_connection = True
                finally:
                    with site._lock:
                        site.at_once -= 1

            def _send(self, reply: Reply) -> None:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                if not reply.endless and "Content-Length" not in reply.headers:
                    self.send_header("Content-Length", str(len(reply.body)))
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(reply.body)
                while reply.endless:
                    self.wfile.write(reply.endless)

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler


@contextmanager
def serving(port: int = 0) -> Iterator[Site]:
    """A site while the block lasts."""
    site = Site(port)
    thread = threading.Thread(target=site.server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join()


@contextmanager
def dripping(head: bytes, drop: bytes, pause: float) -> Iterator[str]:
    """A server that sends `head`, then `drop` again and again with a `pause`; gives its address."""
    stop = threading.Event()
    with socket.create_server((HOME, 0)) as server:

        def serve() -> None:
            while not stop.is_set():
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                with client:
                    try:
                        request = client.recv(65536)
                        if b"robots.txt" in request:
                            client.sendall(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
                            continue
                        client.sendall(head)
                        while not stop.wait(pause):
                            client.sendall(drop)
                    except OSError:
                        continue

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://{HOME}:{server.getsockname()[1]}/x"
        stop.set()
        server.shutdown(socket.SHUT_RDWR)
    thread.join()


class StillClock(Clock):
    """A clock that goes on only by being slept on."""

    def __init__(self, now: float = 1_755_000_000.0) -> None:
        self.at = now
        self.slept: list[float] = []

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds


def at_home(host: str, port: int) -> Sequence[str]:
    """A resolver to which every name that ends in .test is this machine, and numbers themselves."""
    return [HOME] if host.endswith(".test") else [host]


def permits_home(address: Address) -> bool:
    """Whether `address` is that of the servers of the tests, and nothing else."""
    return str(address) == HOME


def fetcher(
    clock: Clock | None = None,
    manners: Manners = Manners(seconds=5.0),  # noqa: B008 - frozen
    shelf: RobotsShelf | None = None,
    line: Line = Line(at_home, permits_home),  # noqa: B008 - frozen
) -> Fetcher:
    """A fetcher for the servers of the tests, which does not wait."""
    return Fetcher("waqai/0.0-test", manners, clock or StillClock(), shelf, line)
