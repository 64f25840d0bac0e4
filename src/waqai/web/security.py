"""What every answer carries, and which requests are heard at all."""

import logging
from collections.abc import Callable, Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waqai.web.errors import refusal

_log = logging.getLogger("waqai")

#: Everything comes from this site, and nothing runs or shows that does not.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-frame-options": "DENY",
}
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Guard:
    """Lets in what asks for this site by one of its names, in a body of a fair size.

    A page elsewhere whose name was made to point here (DNS rebinding) asks by that name, and is
    turned away. A body that tells no length, or a longer one, is not read. What fails inside is
    logged and answered with what `broken` gives, which says nothing of how.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: Iterable[str],
        body_bytes: int,
        broken: Callable[[Request], Response],
    ) -> None:
        self._app = app
        self._broken = broken
        self._hosts = LOCAL | {host.lower() for host in hosts}
        self._body_bytes = body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        begun = False

        async def with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if "cache-control" not in headers:
                    headers["cache-control"] = "no-cache"
            await send(message)

        headers = Headers(scope=scope)
        if host_of(headers.get("host", "")) not in self._hosts:
            await refusal(400, "wrong_host")(scope, receive, with_headers)
        elif not self._is_fair(scope["method"], headers):
            await refusal(413, "too_large")(scope, receive, with_headers)
        else:
            try:
                await self._app(scope, receive, with_headers)
            except Exception:
                _log.exception("%s %s failed", scope["method"], scope["path"])
                if begun:
                    raise
                await self._broken(Request(scope))(scope, receive, with_headers)

    def _is_fair(self, method: str, headers: Headers) -> bool:
        if method in ("GET", "HEAD", "OPTIONS"):
            return True
        length = headers.get("content-length", "")
        return length.isdecimal() and int(length) <= self._body_bytes


def host_of(header: str) -> str:
    """The name in a Host header, without the port: "[::1]:80" gives "::1"."""
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.partition(":")[0].lower()
