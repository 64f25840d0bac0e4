"""One request to one address that was checked, and its answer within its time and its size."""

import http.client
import io
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from time import monotonic
from typing import TYPE_CHECKING, cast

from waqai.sources.codes import Code, Refused
from waqai.sources.fetching.addresses import (
    Address,
    Permits,
    Resolver,
    addresses,
    forbidden,
    is_public,
    resolved,
)
from waqai.sources.fetching.bodies import unpacked
from waqai.sources.fetching.urls import Url
from waqai.sources.files import why
from waqai.sources.streams import too_large

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_HEADERS = 1 << 18  # bytes: what may be sent beside the body
_TRIED = 4  # addresses of one host
_CHUNK = 1 << 16
_HEADER = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]{0,298}[\x21-\x7e])?")


@dataclass(frozen=True, slots=True)
class Response:
    """What a server said. `body` is unpacked, and empty for all but status 200."""

    status: int
    headers: Mapping[str, str]  # in lower case; the first of each name
    body: bytes


@dataclass(frozen=True, slots=True)
class Line:
    """How hosts are found and which may be spoken to. Only tests have other than the defaults."""

    resolver: Resolver = resolved
    permits: Permits = is_public

    def ask(self, url: Url, headers: Mapping[str, str], most: int, seconds: float) -> Response:
        """What the server of `url` says to a GET: at most `most` bytes in at most `seconds`.

        Looking up the name is left to the system and its own limits. Raises Refused when the
        address is not permitted, or no whole answer came.
        """
        found = addresses(url.host, url.port, self.resolver, self.permits)
        ends = monotonic() + seconds
        try:
            with closing(self._connected(url, found, ends)) as plain:
                wire = _Wire(_secured(plain, url, ends), ends, most + _HEADERS)
                with closing(wire):
                    wire.send(_request(url, headers))
                    return _response(wire, most)
        except TimeoutError:
            reason = f"no whole answer within {seconds:g} seconds"
            raise Refused(Code.NOT_FETCHED, reason) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Refused(Code.NOT_FETCHED, f"no whole answer: {_said(error)}") from None

    def _connected(self, url: Url, found: list[Address], ends: float) -> socket.socket:
        """A connection to the first address of `found` that takes one: to a number, no name."""
        last: OSError | None = None
        for address in found[:_TRIED]:
            try:
                sock = socket.create_connection((str(address), url.port), timeout=_left(ends))
            except OSError as error:
                last = error
                continue
            peer = ip_address(sock.getpeername()[0])
            if peer != address or not self.permits(peer):
                sock.close()
                raise forbidden(url.host, peer)
            return sock
        assert last is not None
        raise last


def header(value: str | None) -> str | None:
    """A header's value that can be sent back as it is; None for one that cannot."""
    return value if value is not None and _HEADER.fullmatch(value) else None


class _Wire(io.RawIOBase):
    """A socket as a file that ends at a time and after so many bytes, however they drip."""

    def __init__(self, sock: socket.socket, ends: float, most: int) -> None:
        self._sock, self._ends, self._most = sock, ends, most

    def makefile(self, mode: str) -> io.BufferedReader:
        """What http.client reads from."""
        return io.BufferedReader(self, _CHUNK)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        self._sock.settimeout(_left(self._ends))
        count = self._sock.recv_into(buffer)
        self._most -= count
        if self._most < 0:
            raise Refused(Code.TOO_LARGE, "the answer does not end")
        return count

    def send(self, data: bytes) -> None:
        """Send all of `data`."""
        self._sock.settimeout(_left(self._ends))
        self._sock.sendall(data)

    def close(self) -> None:
        if not self.closed:
            self._sock.close()
        super().close()


def _left(ends: float) -> float:
    left = ends - monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _secured(sock: socket.socket, url: Url, ends: float) -> socket.socket:
    if url.scheme == "http":
        return sock
    sock.settimeout(_left(ends))
    return _trust().wrap_socket(sock, server_hostname=url.host)


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _request(url: Url, headers: Mapping[str, str]) -> bytes:
    lines = [
        f"GET {url.target} HTTP/1.1",
        f"Host: {url.netloc}",
        "Accept-Encoding: gzip",
        "Connection: close",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def _response(wire: _Wire, most: int) -> Response:
    response = http.client.HTTPResponse(cast(socket.socket, wire), method="GET")
    with closing(response):
        response.begin()
        headers: dict[str, str] = {}
        for name, value in response.getheaders():
            headers.setdefault(name.lower(), value)
        body = b""
        if response.status == 200:
            if (response.length or 0) > most:
                raise Refused(Code.TOO_LARGE, too_large(most))
            body = unpacked(_pieces(response), headers.get("content-encoding", ""), most)
        return Response(response.status, headers, body)


def _pieces(response: http.client.HTTPResponse) -> Iterator[bytes]:
    while piece := response.read(_CHUNK):
        yield piece
    if response.length:  # the server promised more
        raise http.client.IncompleteRead(b"", response.length)


def _said(error: Exception) -> str:
    if isinstance(error, http.client.IncompleteRead):
        return "it was cut short"
    text = why(error).strip()[:200]
    return text if text.isprintable() else type(error).__name__
