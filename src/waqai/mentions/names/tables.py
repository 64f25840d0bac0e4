"""The knowledge's tables of names, read fast: rows of cells, as written and folded."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

from waqai.arabic.letters import bare

#: A row's cells by column, as written, and the same folded.
Row = tuple[dict[str, str], dict[str, str]]


def rows(name: str) -> Iterator[Row]:
    """The rows of `knowledge/NAME.tsv`; none when there is no such table."""
    source = resources.files("waqai.knowledge").joinpath(f"{name}.tsv")
    if not source.is_file():
        return
    text = source.read_text(encoding="utf-8")
    columns: list[str] = []
    for line, folded in zip(text.split("\n"), bare(text).split("\n"), strict=True):
        if line.startswith("#"):
            columns = columns or line[1:].strip("\r").split("\t")
        elif line:
            cells = line.rstrip("\r").split("\t")
            yield (
                dict(zip(columns, cells, strict=False)),
                dict(zip(columns, folded.rstrip("\r").split("\t"), strict=False)),
            )


@cache
def people_tables() -> tuple[str, ...]:
    """The names of the tables of people (`people_*.tsv`)."""
    files = resources.files("waqai.knowledge").iterdir()
    names = (file.name for file in files)
    return tuple(sorted(n[:-4] for n in names if n.startswith("people_") and n.endswith(".tsv")))


def items(cell: str) -> list[str]:
    """The list that a cell holds, split by `|`.

    >>> items("ترامب|ترمب")
    ['ترامب', 'ترمب']
    """
    return [item for item in cell.split("|") if item] if cell else []
