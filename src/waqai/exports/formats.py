"""The formats in which a chronicle can be taken elsewhere, by name.

A format has a module of its own, which is imported when it is asked for: `load` does that.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waqai.store.reading import Chronicle

#: Gives the bytes of a format, piece by piece: of the chronicle, the tables that are asked for.
Pieces = Callable[["Chronicle", Sequence[str]], Iterator[bytes]]


class NotInstalledError(ImportError):
    """A package that a format needs is missing; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `about` is its line in the help, `ending` that of its files, such as ".csv".

    `tables` are those that can be chosen among, the first the one that is meant when one file can
    hold but one and none was chosen; no tables: the format is one thing. With `apart` each table
    is a file of its own. What is `binary` does not belong on a terminal.
    """

    name: str
    about: str
    ending: str
    load: Callable[[], Pieces]
    tables: tuple[str, ...] = ()
    apart: bool = False
    binary: bool = False


def _annotations() -> Pieces:
    from waqai.exports import annotations

    return lambda chronicle, _: annotations.lines(chronicle.pages(settled=True))


def _chronicle() -> Pieces:
    from waqai.exports import chronicle

    return lambda opened, _: chronicle.pieces(opened)


#: In the order in which the help lists them.
FORMATS = {
    one.name: one
    for one in (
        Format("annotations", "the lines that annotate prints, read anew", ".jsonl", _annotations),
        Format("chronicle", "one JSON object for all findings and pages", ".json", _chronicle),
    )
}
