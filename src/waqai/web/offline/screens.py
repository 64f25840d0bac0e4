"""The screens of the site made for a folder: the same views and templates, without a server."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from starlette.requests import Request

from waqai.store.queries import changes, entities
from waqai.store.reading import Chronicle
from waqai.web import screens
from waqai.web.asked import Asked
from waqai.web.offline.addresses import LISTS, Address, address_of
from waqai.web.offline.extent import Extent
from waqai.web.offline.links import relinked
from waqai.web.offline.names import by_letter
from waqai.web.reader import Reader
from waqai.web.screen import SCREENS, Screen, Shown, json, list_of, table_of
from waqai.web.settings import SiteSettings
from waqai.web.templating import NAVIGATION, render

_SETTINGS = SiteSettings(rows=100, writes=False)
_NAVIGATION = (
    *((path, key) for path, key in NAVIGATION if key in LISTS),
    ("/names", "names"),
)
_SHEETS = "/static/"
assert screens.ROUTERS  # importing them fills SCREENS


class Folder:
    """A chronicle's site as it is handed over: makes each file of it, and tells where it leads."""

    def __init__(self, chronicle: Chronicle, extent: Extent) -> None:
        self._chronicle = chronicle
        self._extent = extent
        self._on = changes.last_published(chronicle.connection, date.max)

    def make(self, address: Address) -> tuple[bytes, dict[Address, None]]:
        """The bytes of the file, and the addresses that it leads to, in their order."""
        if address.ending == "json":
            return bytes(json(list_of(self._shown(address, _SETTINGS.table_rows)[1])).body), {}
        if address.ending == "csv":
            return table_of(self._shown(address, _SETTINGS.table_rows)[1]), {}
        return self._page(address)

    def _page(self, address: Address) -> tuple[bytes, dict[Address, None]]:
        asked, shown = self._shown(address)
        names = {
            **shown.names,
            "copy": self._extent,
            "navigation": _NAVIGATION,
            "twins": address.has_twins,
        }
        template = "names.html" if address.screen == "names" else _screen(address).template
        html = bytes(render(asked, template, names).body).decode()
        leads: dict[Address, None] = {}

        def file_of(link: str) -> str | None:
            if link.startswith(_SHEETS):
                return link[1:]
            found = address_of(link, address.lang, self._extent)
            if found is None:
                return None
            leads[found] = None
            return found.file

        return relinked(html, address.file, file_of).encode(), leads

    def _shown(self, address: Address, rows: int | None = None) -> tuple[Asked, Shown]:
        request = _request(address, self._parameters(address))
        asked = Asked(request, self._chronicle, Reader(address.lang), _SETTINGS, rows)
        if address.screen == "names":
            return asked, Shown({"letters": self._letters(asked.reader)})
        return asked, _screen(address).view(asked)

    def _parameters(self, address: Address) -> Mapping[str, str]:
        """What the address asks for; Today is of the last day on which something was published,
        whatever the day on which the copy is made."""
        asked = dict([address.filter] if address.filter else [])
        if address.screen == "today" and self._on is not None:
            return {"on": self._on.isoformat(), "rows": str(_SETTINGS.most_rows)}
        return asked if address.page == 1 else asked | {"page": str(address.page)}

    def _letters(self, reader: Reader) -> object:
        found = entities.by_ids(self._chronicle.connection, self._extent.entities)
        return by_letter(reader, found.values())


def _screen(address: Address) -> Screen:
    path = f"/{address.screen}"
    return SCREENS[path if address.id is None else f"{path}/{{id:path}}"]


def _request(address: Address, asked: Mapping[str, str]) -> Request:
    path = f"/{address.screen}" if address.id is None else f"/{address.screen}/{address.id}"
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "server": ("localhost", 80),
        "path": path,
        "query_string": urlencode(asked).encode(),
        "headers": [],
        "path_params": {"id": address.id},
    }
    return Request(scope)
