"""Which addresses of the site are handed over, and the name of the file of each."""

import re
from dataclasses import dataclass
from hashlib import blake2s
from urllib.parse import parse_qsl, unquote, urlsplit

from waqai.web.asked import CHOICES
from waqai.web.offline.extent import Extent
from waqai.web.reader import Language

#: The lists that are handed over, each with the filters by one of which it can be cut down.
LISTS: dict[str, frozenset[str]] = {
    "today": frozenset(),
    "timeline": frozenset({"actor", "place"}),
    "announcements": frozenset({"actor", "outcome"}),
    "actors": frozenset({"kind"}),
    "positions": frozenset({"actor", "issue"}),
    "conflicts": frozenset({"slot"}),
    "wording": frozenset(),
    "map": frozenset(),
    "stories": frozenset({"outlet"}),
}
#: Pages that are no lists. There is no search in a folder: names stand by the alphabet instead.
PLAIN = frozenset({"names", "help"})
_ONES = frozenset({"happening", "actor", "story"})
_OF_ENTITIES = frozenset({"actor", "place"})
#: A filter that falls where another stands beside it: the longer list holds the shorter one.
_WIDENED = {"announcements": frozenset({"from", "to"}), "positions": frozenset({"issue"})}
_IGNORED = frozenset({*CHOICES, "order", "rows", "on"})
_TWIN = re.compile(r"/(\w+)\.(json|csv)")
_SAFE = re.compile("[a-z0-9_][a-z0-9_.-]{0,62}")
#: Names that no file of Windows may have.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


@dataclass(frozen=True, slots=True)
class Address:
    """A page of the site in one language: a screen, what it is of or is filtered by, its number.

    `ending` is "html", or for a list as data "json" or "csv".
    """

    screen: str
    lang: Language
    id: str | None = None
    filter: tuple[str, str] | None = None
    page: int = 1
    ending: str = "html"

    @property
    def file(self) -> str:
        """The file's name in the folder: "ar/timeline/actor-x/2.html"."""
        if self.ending != "html":
            return f"data/{self.screen}.{self.ending}"
        parts = [self.lang.value, self.screen]
        if self.id is not None:
            parts.append(_slug(self.id))
        if self.filter is not None:
            parts.append(_slug("-".join(self.filter)))
        if self.page > 1:
            parts.append(str(self.page))
        return "/".join(parts) + ".html"

    @property
    def has_twins(self) -> bool:
        """Whether its list is handed over as data too."""
        return self.screen in LISTS and self.filter is None


def address_of(link: str, lang: Language, extent: Extent) -> Address | None:
    """The page that a link of the site leads to, from a page in `lang`; None where none is handed
    over."""
    parts = urlsplit(link)
    if twin := _TWIN.fullmatch(parts.path):
        known = twin[1] in LISTS
        return Address(twin[1], Language.AR, ending=twin[2]) if known else None
    asked = dict(parse_qsl(parts.query))
    lang = Language(asked.get("lang", lang))
    screen, _, id = parts.path.lstrip("/").partition("/")
    if screen in _ONES:
        id = unquote(id)
        return Address(screen, lang, id) if extent.holds(screen, id) else None
    if screen in PLAIN:
        return Address(screen, lang)
    if id or screen not in LISTS:
        return None
    page = int(asked.pop("page", "1"))
    return _list(screen, lang, {k: v for k, v in asked.items() if k not in _IGNORED}, page, extent)


def _list(
    screen: str, lang: Language, filters: dict[str, str], page: int, extent: Extent
) -> Address | None:
    if len(filters) > 1:
        widened = _WIDENED.get(screen, frozenset())
        filters = {key: value for key, value in filters.items() if key not in widened}
    if not filters:
        return Address(screen, lang, page=page)
    (name, value), *more = filters.items()
    if more or name not in LISTS[screen]:
        return None
    if name in _OF_ENTITIES and value not in extent.leading:
        return Address("actor", lang, value) if extent.holds("actor", value) else None
    return Address(screen, lang, filter=(name, value), page=page)


def _slug(text: str) -> str:
    """`text` as the name of a file that every system takes, another one for another text."""
    if _SAFE.fullmatch(text) and not _RESERVED.fullmatch(text):
        return text
    readable = re.sub("[^a-z0-9_-]", "", text.lower())[:24]
    return f"{readable}~{blake2s(text.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"
