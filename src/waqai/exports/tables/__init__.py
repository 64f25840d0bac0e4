"""The chronicle as tables, for the formats that are made of rows and columns.

Rows come in the order of their ids, each with where its words stand. The columns are promised:
docs/exports.md tells them.
"""

from waqai.exports.tables.columns import BETWEEN, Cell, Kind, Table
from waqai.exports.tables.findings import (
    ANNOUNCEMENTS,
    CONFLICTS,
    ENTITIES,
    HAPPENINGS,
    POSITIONS,
)
from waqai.exports.tables.told import EVENTS, STATEMENTS, STORIES

#: By name, in the order in which they are written.
TABLES = {
    table.name: table
    for table in (
        HAPPENINGS,
        EVENTS,
        STATEMENTS,
        ANNOUNCEMENTS,
        POSITIONS,
        CONFLICTS,
        ENTITIES,
        STORIES,
    )
}

__all__ = ["BETWEEN", "TABLES", "Cell", "Kind", "Table"]
