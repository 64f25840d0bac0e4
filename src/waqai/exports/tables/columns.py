"""What tables are made of: typed columns, and those that several tables share."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from waqai.model.chronicle import Window
from waqai.model.names import Entity
from waqai.store.queries.evidence import Evidence, Place
from waqai.store.reading import Chronicle

#: None is not known, or none.
Cell = str | int | float | bool | date | tuple[str, ...] | None
Cells = dict[str, Cell]
BETWEEN = "; "  # several values in one cell


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    DAY = auto()
    WHOLE = auto()  # whole numbers
    NUMBER = auto()
    FLAG = auto()
    TEXTS = auto()  # several texts, in an order; none is an empty list
    LINK = auto()  # the address of a page


TEXT, DAY, WHOLE, NUMBER, FLAG, TEXTS, LINK = Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the chronicle. `columns` gives the kind of each by its name, in their order.

    `cells` makes its rows, one after the other, each with a cell for every column.
    """

    name: str
    columns: Mapping[str, Kind]
    cells: Callable[[Chronicle], Iterator[Cells]]

    def rows(self, chronicle: Chronicle) -> Iterator[tuple[Cell, ...]]:
        """The rows, their cells in the order of the columns."""
        for cells in self.cells(chronicle):
            yield tuple(cells[name] for name in self.columns)


def _sides(of: str) -> tuple[str, str]:
    return (f"{of}_earliest", f"{of}_latest") if of else ("earliest", "latest")


def _of_parties(of: str) -> tuple[str, ...]:
    return (f"{of}s", f"{of}s_en", f"{of}_ids", f"{of}_countries", f"{of}_sectors")


def window(of: str = "") -> dict[str, Kind]:
    """The columns `earliest` and `latest`; `due_earliest` … for the window `of` a due."""
    return dict.fromkeys(_sides(of), DAY)


def window_cells(days: Window | None, of: str = "") -> Cells:
    """The cells of `window`."""
    earliest, latest = _sides(of)
    known = days or Window()
    return {earliest: known.earliest, latest: known.latest}


def party(of: str) -> dict[str, Kind]:
    """The columns of one who is named: Arabic name, English name, id."""
    return {of: TEXT, f"{of}_en": TEXT, f"{of}_id": TEXT}


def party_cells(of: str, id: str | None, chronicle: Chronicle) -> Cells:
    """The cells of `party`, empty for none."""
    entity = None if id is None else chronicle.entity(id)
    names = (None, None) if entity is None else (entity.name, entity.name_en)
    return {of: names[0], f"{of}_en": names[1], f"{of}_id": id}


def parties(of: str) -> dict[str, Kind]:
    """The columns of several (`of` is one of them): lists in the same order, "" for not known."""
    return dict.fromkeys(_of_parties(of), TEXTS)


def parties_cells(of: str, ids: Iterable[str], chronicle: Chronicle) -> Cells:
    """The cells of `parties`."""
    them = [chronicle.entity(id) for id in ids]
    values: tuple[Callable[[Entity], str | None], ...] = (
        lambda one: one.name,
        lambda one: one.name_en,
        lambda one: one.id,
        lambda one: one.country,
        lambda one: one.sector,
    )
    return {
        name: tuple(value(one) or "" for one in them)
        for name, value in zip(_of_parties(of), values, strict=True)
    }


PLACE = {**party("place"), "latitude": NUMBER, "longitude": NUMBER}


def place_cells(id: str | None, chronicle: Chronicle) -> Cells:
    """The cells of `PLACE`, empty for none."""
    entity = None if id is None else chronicle.entity(id)
    return {
        **party_cells("place", id, chronicle),
        "latitude": None if entity is None else entity.latitude,
        "longitude": None if entity is None else entity.longitude,
    }


STORY = {
    "page": TEXT,
    "url": LINK,
    "story": TEXT,
    "title": TEXT,
    "outlet": TEXT,
    **window("published"),
}
EVIDENCE = {**STORY, "start": WHOLE, "end": WHOLE, "text": TEXT, "sentence": TEXT}


def story_cells(place: Place) -> Cells:
    """The cells of `STORY`."""
    return {
        "page": place.page,
        "url": place.url,
        "story": place.story,
        "title": place.title,
        "outlet": place.outlet,
        **window_cells(place.published, "published"),
    }


def evidence_cells(shown: Evidence | None) -> Cells:
    """The cells of `EVIDENCE`, empty for none."""
    if shown is None:
        return dict.fromkeys(EVIDENCE)
    return {
        **story_cells(shown.place),
        "start": shown.excerpt.mention.start,
        "end": shown.excerpt.mention.end,
        "text": shown.excerpt.words,
        "sentence": str(shown.excerpt),
    }
