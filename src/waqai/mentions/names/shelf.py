"""What is known, by number: kept as lines of tables, made when somebody asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from waqai.mentions.names.known import Cells, Known, Maker


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of the knowledge: its columns, and what makes a row into what is known."""

    columns: tuple[str, ...]
    make: Maker

    def cells(self, line: str) -> Cells:
        """The cells of a line by column."""
        return dict(zip(self.columns, line.split("\t"), strict=False))


class Shelf(dict[int, Known]):
    """What is known by number, from 0 on: made out of its line when it is first asked for."""

    __slots__ = ("_by_id", "_lines")

    def __init__(self) -> None:
        super().__init__()
        #: The table, the line as written and folded; None for what stands in no line of its own.
        self._lines: list[tuple[Listing, str, str] | None] = []
        self._by_id: dict[str, int] | None = None

    def __missing__(self, number: int) -> Known:
        line = self._lines[number]
        if line is None:
            raise LookupError(f"nothing is known under the number {number}")
        listing, written, _ = line
        made = self[number] = listing.make(listing.cells(written))
        return made

    @property
    def size(self) -> int:
        """How much is known, made or not."""
        return len(self._lines)

    def add(self, known: Known) -> int:
        """The number of `known`, which is added."""
        self[len(self._lines)] = known
        self._lines.append(None)
        self._by_id = None
        return len(self._lines) - 1

    def add_line(self, listing: Listing, written: str, folded: str) -> int:
        """The number of what the line tells."""
        self._lines.append((listing, written, folded))
        self._by_id = None
        return len(self._lines) - 1

    def folded(self, number: int) -> Cells:
        """The folded cells of the line; none where there is no line."""
        line = self._lines[number]
        return line[0].cells(line[2]) if line is not None else {}

    def cells_with(self, column: str) -> Iterator[tuple[int, Cells]]:
        """The numbers and cells, as written, of the lines that have the column."""
        for number, line in enumerate(self._lines):
            if line is not None and column in line[0].columns:
                yield number, line[0].cells(line[1])

    def by_id(self) -> dict[str, int]:
        """The number of each entity by its id; of two with one id the first."""
        if self._by_id is None:
            found: dict[str, int] = {}
            for number, line in enumerate(self._lines):
                key = line[1].partition("\t")[0] if line else self[number].entity.id
                found.setdefault(key, number)
            self._by_id = found
        return self._by_id
