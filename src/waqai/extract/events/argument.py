"""One argument of a clause."""

from typing import NamedTuple

from waqai.model.names import EntityKind

QUOTES = frozenset({'"', "“", "”", "«", "»", "'"})
#: A preposition that brings nothing to the event: what stands behind belongs to something else.
THEME = "~"


class Argument(NamedTuple):
    """One argument: tokens `[begin, end)`, the preposition before it ("" for none).

    `entity` is None for a noun that names no party ("مبنى سكنيا"). `joined`: by و to the one
    before. `head` is the noun that a demonym describes ("المفاوضون الروس"), "" for a name.
    `located`: behind a noun of place ("الأراضي الأوكرانية"). `people`: those whom a demonym alone
    names, not their state ("الفلسطينيين"). A tuple, for every clause makes some, and a frozen
    dataclass takes three times as long to make.
    """

    entity: int | None
    kind: EntityKind | None
    preposition: str
    begin: int
    end: int
    joined: bool = False
    head: str = ""
    located: bool = False
    people: bool = False
