"""The knowledge's tables of names, read fast: rows of cells, as written and folded."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

from waqai.arabic.letters import bare

#: A row's cells by column, as written, and the same folded.
Row = tuple[dict[str, str], dict[str, str]]


def lines(name: str) -> Iterator[tuple[str, str]]:
    """The lines of `knowledge/NAME.tsv` that hold a row, as written and folded; the columns first.

    Nothing is yielded when there is no such table.
    """
    source = resources.files("waqai.knowledge").joinpath(f"{name}.tsv")
    if not source.is_file():
        return
    text = source.read_text(encoding="utf-8")
    headed = False
    for line, folded in zip(text.split("\n"), _folded(text).split("\n"), strict=True):
        if line and (line[0] != "#" or not headed):
            headed = True
            yield line, folded


def rows(name: str) -> Iterator[Row]:
    """The rows of `knowledge/NAME.tsv`; none when there is no such table."""
    read = lines(name)
    columns = next(read, ("", ""))[0].lstrip("#").split("\t")
    for line, folded in read:
        yield (
            dict(zip(columns, line.split("\t"), strict=False)),
            dict(zip(columns, folded.split("\t"), strict=False)),
        )


@cache
def countries() -> tuple[Row, ...]:
    """The rows of countries.tsv."""
    return tuple(rows("countries"))


def _folded(text: str) -> str:
    """`bare(text)`, quicker: a table has few letters that change, and many of each."""
    for letter in set(text):
        if (folded := bare(letter)) != letter:
            text = text.replace(letter, folded)
    return text


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
