"""Rows as the database takes and gives them, and the spans in them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Table

from waqai.model.page import Span

Row = dict[str, Any]  # column name to value
Parts = dict[Table, list[Row]]  # the rows of one owner, each table's in order


def numbered(rows: Iterable[Row]) -> Iterator[Row]:
    """`rows` with their positions, from 0."""
    return ({"position": position, **row} for position, row in enumerate(rows))


def span_row(of: str, span: Span | None) -> Row:
    """The two columns of the span `of` a cue, a title, …; both null for none."""
    start, end = span or (None, None)
    return {f"{of}_start": start, f"{of}_end": end}


def span_at(of: str, row: Row) -> Span:
    """The span that `span_row` wrote, where there is always one."""
    return Span(row[f"{of}_start"], row[f"{of}_end"])


def span_if_any(of: str, row: Row) -> Span | None:
    """The span that `span_row` wrote."""
    return None if row[f"{of}_start"] is None else span_at(of, row)


def iso(day: date | None) -> str | None:
    """An ISO day, None for none."""
    return None if day is None else day.isoformat()


def day_of(written: str | None) -> date | None:
    """The day that `iso` wrote."""
    return None if written is None else date.fromisoformat(written)
