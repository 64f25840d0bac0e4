"""The only writes of the site: who may make them, and one at a time."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request

from waqai.web.errors import Refused

_LOCK = Lock()
_PATIENCE = 30.0  # seconds to wait for another judgement to be worked in


def check(request: Request, form: FormData) -> None:
    """Raise Refused unless the form was sent from a page of this site, by its own token."""
    if not request.app.state.settings.writes:
        raise Refused("forbidden")
    check_origin(request)
    token = form.get("token")
    known = isinstance(token, str) and secrets.compare_digest(
        token.encode(), request.app.state.token.encode()
    )
    if not known:
        raise Refused("forbidden")


def check_origin(request: Request) -> None:
    """Raise Refused unless a page of this site sent the request, as browsers tell it."""
    origin = request.headers.get("origin", "")
    site = request.headers.get("sec-fetch-site", "same-origin")
    if urlsplit(origin).netloc != request.headers.get("host") or site != "same-origin":
        raise Refused("forbidden")


@contextmanager
def alone() -> Iterator[None]:
    """While no other judgement of this site is worked in. Raises Refused when it takes long."""
    if not _LOCK.acquire(timeout=_PATIENCE):
        raise Refused("busy")
    try:
        yield
    finally:
        _LOCK.release()


def text_of(form: FormData, name: str) -> str:
    """A field of a form. Raises Refused when it is not there."""
    value = form.get(name)
    if not isinstance(value, str) or not value:
        raise Refused("bad_request", name)
    return value
