"""Asking for many ids at once."""

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import ColumnElement, func, select


def among(column: ColumnElement[Any], values: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column is one of any number of texts."""
    each = func.json_each(orjson.dumps(sorted(values)).decode()).table_valued("value")
    return column.in_(select(each.c.value))
