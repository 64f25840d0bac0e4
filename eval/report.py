"""What a measuring prints: tables for the terminal and for docs/quality.md, and what it found."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field


def say(*lines: str) -> None:
    """Prints each line on standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table of strings; the first column is text, the others are set to the right."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = field(default=())

    def text(self) -> str:
        """The table with aligned columns."""
        widths = self._widths()
        lines = [self.title, "  " + _aligned(self.head, widths)]
        lines += ["  " + _aligned(row, widths) for row in self.rows]
        return "\n".join(lines + [f"  {note}" for note in self.notes])

    def markdown(self) -> str:
        """The table as GitHub writes it, its title as a bold line above."""
        rule = ["---", *["---:"] * (len(self.head) - 1)]
        lines = [f"**{self.title}**", ""]
        lines += ["| " + " | ".join(row) + " |" for row in (self.head, rule, *self.rows)]
        if self.notes:
            lines += ["", *(f"- {note}" for note in self.notes)]
        return "\n".join(lines)

    def _widths(self) -> list[int]:
        return [max(map(len, column)) for column in zip(self.head, *self.rows, strict=True)]


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    first = row[0].ljust(widths[0])
    rest = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
    return "  ".join([first, *rest]).rstrip()


@dataclass(slots=True)
class Report:
    """What was measured: tables to show, figures to hold against bounds, differences to print.

    A figure stands under its set ("pages"), layer ("times_value") and measure ("f1").
    """

    tables: list[Table] = field(default_factory=list)
    figures: dict[tuple[str, str, str], float] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, other: "Report") -> None:
        """Takes over what `other` found."""
        self.tables += other.tables
        self.figures |= other.figures
        self.misses += other.misses


def show(table: Table, *, markdown: bool) -> None:
    """Prints a table and an empty line."""
    say(table.markdown() if markdown else table.text(), "")


def percent(part: float, whole: float) -> str:
    """A share as "71.4 %", or a dash when there is nothing to share."""
    return f"{100 * part / whole:.1f} %" if whole else "–"
