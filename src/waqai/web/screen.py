"""How a screen is put on the site: one function, shown as a page, as JSON and as CSV."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

import orjson
from fastapi import APIRouter
from sqlalchemy.exc import OperationalError
from starlette.requests import Request
from starlette.responses import Response

from waqai.api import open_chronicle
from waqai.chronicle.references import Json
from waqai.web.asked import Asked
from waqai.web.errors import Refused
from waqai.web.reader import COOKIE, Reader
from waqai.web.settings import SiteSettings
from waqai.web.shelf import Shelf, state_of
from waqai.web.tables import as_csv
from waqai.web.templating import render


@dataclass(frozen=True, slots=True)
class Listed:
    """The list that a screen shows, for programs: `{"total": n, key: [records]}`.

    `total` is how many there are; `records` those of the page that was asked for.
    """

    key: str
    total: int
    records: Sequence[Json]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a screen shows: the names of its template, and its list, made when it is asked for."""

    names: Mapping[str, object] = field(default_factory=dict)
    listed: Callable[[], Listed] | None = None


View = Callable[[Asked], Shown]


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: the template that shows what its view gives."""

    template: str
    view: View


#: The screens by their path, as `add` put them on the site.
SCREENS: dict[str, Screen] = {}
_METHODS = ["GET", "HEAD"]


def add(router: APIRouter, path: str, template: str, view: View, *, twins: bool = True) -> None:
    """Put `view` on the site at `path`; with `twins` at `path`.json and `path`.csv too."""
    SCREENS[path] = Screen(template, view)

    def as_page(request: Request) -> Response:
        def make() -> Response:
            with asked_of(request) as asked:
                return render(asked, template, view(asked).names)

        state, url = request.app.state, request.url
        today = datetime.now().astimezone().date()
        key = (url.path, url.query, reader_of(request), state_of(state.chronicle), today)
        shelf: Shelf = state.shelf
        return shelf.answer(key, make)

    def as_json(request: Request) -> Response:
        with asked_of(request) as asked:
            return json(list_of(view(asked)))

    def as_table(request: Request) -> Response:
        with asked_of(request, rows=_settings(request).table_rows) as asked:
            shown = view(asked)
            name = f'attachment; filename="{_list(shown).key}.csv"'
            return Response(
                table_of(shown),
                headers={"content-disposition": name},
                media_type="text/csv; charset=utf-8",
            )

    if twins:
        router.add_api_route(f"{path}.json", as_json, methods=_METHODS)
        router.add_api_route(f"{path}.csv", as_table, methods=_METHODS)
    router.add_api_route(path, as_page, methods=_METHODS)


@contextmanager
def asked_of(request: Request, *, rows: int | None = None) -> Iterator[Asked]:
    """The request with the chronicle open for it, for as long as a question may take.

    Raises Refused when it takes longer, or when the file cannot be opened now.
    """
    settings = _settings(request)
    try:
        opened = open_chronicle(request.app.state.chronicle)
    except OSError as error:
        raise Refused("unavailable", str(error)) from error
    with opened as chronicle:
        chronicle.give_up_after(settings.query_seconds)
        try:
            yield Asked(request, chronicle, reader_of(request), settings, rows)
        except OperationalError as error:
            slow = "interrupted" in str(error.orig)
            raise Refused("slow_query" if slow else "unavailable") from error


def list_of(shown: Shown) -> Json:
    """The list of a screen as an object: `{"total": n, key: [records]}`."""
    listed = _list(shown)
    return {"total": listed.total, listed.key: list(listed.records)}


def table_of(shown: Shown) -> bytes:
    """The list of a screen as CSV."""
    return as_csv(_list(shown).records).encode("utf-8", "replace")


def reader_of(request: Request) -> Reader:
    """How the one who asks wants the site."""
    return Reader.of(request.cookies.get(COOKIE), request.query_params)


def json(content: Json, status: int = 200) -> Response:
    """An answer in JSON, in UTF-8; what is no character is written as one that says so."""
    try:
        body = orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # a lone surrogate, which a damaged page may hold
        body = orjson.dumps(_sound(content), option=orjson.OPT_APPEND_NEWLINE)
    return Response(body, status, media_type="application/json")


def _sound(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {key: _sound(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_sound(inner) for inner in value]
    return value


def _settings(request: Request) -> SiteSettings:
    settings: SiteSettings = request.app.state.settings
    return settings


def _list(shown: Shown) -> Listed:
    assert shown.listed is not None, "a screen with twins gives its list"
    return shown.listed()
