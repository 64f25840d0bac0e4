"""The templates, and what each of them may call."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import Response

from waqai.web.asked import Asked
from waqai.web.foreign import foreign, visible
from waqai.web.reader import COOKIE, Reader

_YEAR = 365 * 24 * 3600

#: The screens of the navigation: their path, and the key of their name.
NAVIGATION = (
    ("/today", "today"),
    ("/timeline", "timeline"),
    ("/announcements", "announcements"),
    ("/actors", "actors"),
    ("/positions", "positions"),
    ("/conflicts", "conflicts"),
    ("/wording", "wording"),
    ("/map", "map"),
    ("/stories", "stories"),
    ("/search", "search"),
    ("/review", "review"),
    ("/try", "try"),
)


def render(asked: Asked, template: str, names: Mapping[str, object], status: int = 200) -> Response:
    """The page that `template` makes of `names`."""
    return page(
        asked.reader,
        template,
        asked.path,
        asked.request.url.query,
        {
            "asked": asked,
            "concluded": asked.chronicle.concluded,
            "writes": asked.settings.writes,
            **names,
        },
        status,
    )


def page(
    reader: Reader,
    template: str,
    path: str,
    query: str,
    names: Mapping[str, object],
    status: int = 200,
) -> Response:
    """A page for `reader`, who is remembered by a cookie."""
    html = (
        environment()
        .get_template(template)
        .render(
            {
                "r": reader,
                "t": reader.t,
                "path": path,
                "switch": lambda **chosen: _switched(path, query, chosen),
                "concluded": True,
                "writes": False,
                "navigation": NAVIGATION,
                "copy": None,
                "twins": True,
                **names,
            }
        )
    )
    headers = {"content-language": reader.lang.value, "vary": "Cookie"}
    answer = Response(
        html.encode("utf-8", "replace"), status, headers, media_type="text/html; charset=utf-8"
    )
    answer.set_cookie(COOKIE, reader.cookie, max_age=_YEAR, httponly=True, samesite="strict")
    return answer


@cache
def environment() -> Environment:
    """The templates of the site; whatever they write is escaped."""
    made = Environment(
        loader=PackageLoader("waqai.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["foreign"] = foreign
    made.filters["visible"] = visible
    made.filters["in_path"] = lambda text: quote(str(text), safe="")
    made.globals["href"] = href
    return made


def href(path: str, id: str | None = None, **asked: object) -> str:
    """The address of a screen: href("/happening", "h12"), href("/timeline", actor="…")."""
    where = path if id is None else f"{path}/{quote(id, safe='')}"
    said = {key.rstrip("_"): value for key, value in asked.items() if value is not None}
    return f"{where}?{urlencode(said)}" if said else where


def _switched(path: str, query: str, chosen: dict[str, Any]) -> str:
    """This page as somebody else would want it: the same address with other choices."""
    kept = {key: value for key, value in parse_qsl(query) if key not in chosen}
    return f"{path}?{urlencode(kept | chosen)}"
