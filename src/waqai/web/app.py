"""The site put together."""

import secrets
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from waqai import __version__
from waqai.web import api, screens
from waqai.web.errors import Refused, as_json
from waqai.web.screen import json, reader_of
from waqai.web.security import Guard
from waqai.web.settings import SiteSettings
from waqai.web.shelf import Shelf
from waqai.web.templating import page

#: Newer releases of FastAPI would tell what they do to a collector that the environment names.
_SILENT: Any = dict.fromkeys(
    ("tracing", "metrics", "logs", "operation_spans", "auto_configure"), False
)
_CODES = {404: "not_found", 405: "wrong_method", 413: "too_large", 422: "unread"}


def create_app(chronicle: str | Path, settings: SiteSettings | None = None) -> FastAPI:
    """The site over the chronicle at the path `chronicle`, as an ASGI application.

    The file is opened for each request, so that a page tells what the file holds then.
    """
    chosen = settings or SiteSettings()
    app = FastAPI(
        title="waqai",
        version=__version__,
        summary="What a chronicle of Arabic news pages holds.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        redirect_slashes=False,
        telemetry=_SILENT,
    )
    app.state.chronicle = Path(chronicle)
    app.state.settings = chosen
    app.state.shelf = Shelf(chosen.kept_pages)
    app.state.token = secrets.token_urlsafe(32)
    app.add_middleware(Guard, hosts=chosen.hosts, body_bytes=chosen.body_bytes, broken=_broken)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    for router in (*api.ROUTERS, *screens.ROUTERS):
        app.include_router(router)
    app.add_api_route("/", _home, methods=["GET"], include_in_schema=False)
    app.mount("/static", StaticFiles(packages=[("waqai.web", "static")]), name="static")
    return app


def _home(request: Request) -> Response:
    query = request.url.query
    return RedirectResponse(f"/today?{query}" if query else "/today", 302)


def error_answer(request: Request, code: str, status: int, said: str = "") -> Response:
    """An error as the one who asks can read it: a page, or the one shape for programs."""
    path = request.url.path
    if path.startswith("/api/") or path.endswith((".json", ".csv")):
        return json(as_json(code, said), status)
    names = {"code": code, "said": said}
    return page(reader_of(request), "error.html", path, request.url.query, names, status)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return error_answer(request, error.code, error.status, error.said)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = _CODES.get(error.status_code, "bad_request")
    return error_answer(request, code, error.status_code)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    places = (".".join(map(str, fault["loc"][1:])) for fault in error.errors())
    return error_answer(request, "bad_request", 400, ", ".join(dict.fromkeys(places)))


def _broken(request: Request) -> Response:
    return error_answer(request, "internal", 500)
