"""Events as tab-separated values with the columns of POLECAT, for programs that read its files.

What waqai does not know stays empty: docs/exports.md tells which columns those are.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from waqai.exports.coding import Coded, code, coded_events, country, sector
from waqai.exports.csv import harmless
from waqai.exports.tables import BETWEEN
from waqai.model.names import Entity, EntityKind
from waqai.store.queries.mentions import named_in
from waqai.store.reading import Chronicle

#: Of Scarborough et al., POLECAT Weekly Data (https://doi.org/10.7910/DVN/AJGVIT), in its order.
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude",
    "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_BREAKS = re.compile(r"[\t\r\n\0\v\f\x85\u2028\u2029]+")
_STORY = {
    "Story People": (EntityKind.PERSON,),
    "Story Organizations": (EntityKind.ORGANISATION,),
    "Story Locations": (EntityKind.PLACE, EntityKind.COUNTRY),
}


def pieces(chronicle: Chronicle) -> Iterator[bytes]:
    """The header, then a line for each event, in UTF-8."""
    yield _line(COLUMNS)
    for one in coded_events(chronicle):
        cells = row(one, named_in(chronicle.connection, one.shown.place.story))
        yield _line(cells.get(column, "") for column in COLUMNS)


def row(one: Coded, named: Sequence[tuple[EntityKind, str]]) -> dict[str, str]:
    """The columns of an event that are known; `named` are those whom its story names."""
    return {
        "Event ID": one.id,
        "Event Date": str(one.day.day or ""),
        "Event Type": one.type,
        "Event Mode": one.mode or "",
        "Quad Code": one.quad,
        "Contexts": BETWEEN.join(one.contexts),
        **_side("Actor", one.sources),
        **_side("Recipient", one.recipients),
        **({} if one.place is None else _where(one.place)),
        "Source": one.shown.place.outlet or "",
        "Publication Date": str(one.shown.place.published.day or ""),
        **{
            column: BETWEEN.join(dict.fromkeys(name for kind, name in named if kind in kinds))
            for column, kinds in _STORY.items()
        },
        "Language": "ar",
        "Version": "waqai",
    }


def _side(of: str, them: tuple[Entity, ...]) -> dict[str, str]:
    sectors = [known for entity in them if (known := sector(entity))]
    return {
        f"{of} Name": _each(_english, them),
        f"{of} Country": _each(code, them),
        f"Primary {of} Sector": sectors[0] if sectors else "",
        f"{of} Sectors": BETWEEN.join(dict.fromkeys(sectors)),
        f"{of} Name Raw": _each(lambda entity: entity.name, them),
    }


def _where(place: Entity) -> dict[str, str]:
    return {
        "Placename": _english(place),
        "Country": country(place) or "",
        "Latitude": "" if place.latitude is None else str(place.latitude),
        "Longitude": "" if place.longitude is None else str(place.longitude),
        "Raw Placename": place.name,
    }


def _english(entity: Entity) -> str:
    return entity.name_en or entity.name


def _each(said: Callable[[Entity], str | None], them: Iterable[Entity]) -> str:
    """What is said of each, once."""
    return BETWEEN.join(dict.fromkeys(word for entity in them if (word := said(entity))))


def _line(cells: Iterable[str]) -> bytes:
    out = io.StringIO(newline="")
    written = [_text(cell) for cell in cells]
    csv.writer(out, delimiter="\t", lineterminator="\n").writerow(written)
    return out.getvalue().encode("utf-8", "replace")


def _text(cell: str) -> str:
    """A cell on one line; a number below zero is none that a spreadsheet could take for more."""
    one_line = _BREAKS.sub(" ", cell)
    return one_line if _is_number(one_line) else harmless(one_line)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
