"""The tables of findings as they stand in a file, to compare two files by."""

import sqlite3
from contextlib import closing
from pathlib import Path

from waqai.store.findings.kinds import KINDS

TABLES = tuple(table.name for kind in KINDS for table in (kind.owner, *kind.parts))


def findings(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the findings, and their digests, each table in order."""
    with closing(sqlite3.connect(file)) as shell:
        return {
            name: sorted(shell.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in (*TABLES, "digests")
        }
