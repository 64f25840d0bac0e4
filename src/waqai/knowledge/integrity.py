"""The integrity of the knowledge: every table parses, has its shape, and contradicts none.

What the tables mean to the grammar is tested with the grammar; this is what a contributor who
knows Arabic and no Python is told before anything runs.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib import resources
from importlib.resources.abc import Traversable

from waqai.knowledge.contradictions import RULES, Table
from waqai.knowledge.shapes import misfits, uneven_rows
from waqai.knowledge.tenures import tenure_faults

_SHAPES = "shapes.toml"
_TENURES = "tenures.toml"


@dataclass(frozen=True, slots=True)
class Report:
    """What the check found: how many tables (files) and entries it read, and every fault."""

    tables: int
    entries: int
    faults: tuple[str, ...]


def check(folder: Traversable | None = None) -> Report:
    """The report on the tables in `folder`, by default those that waqai reads. Raises nothing."""
    home = folder or resources.files("waqai.knowledge")
    faults: list[str] = []
    tables: dict[str, Table] = {}
    lists: dict[str, str] = {}
    for source in sorted(home.iterdir(), key=lambda entry: entry.name):
        try:
            if source.name.endswith(".toml"):
                tables[source.name] = tomllib.loads(source.read_text(encoding="utf-8"))
            elif source.name.endswith(".tsv"):
                lists[source.name] = source.read_text(encoding="utf-8")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(f"{source.name}: cannot be read: {error}")
    declared = tables.pop(_SHAPES, {})
    unsound = set()
    for name, table in tables.items():
        found = list(_shape_faults(name, table, declared))
        faults += found
        unsound |= {name} if found else set()
    faults += _missing(tables, declared)
    faults += [fault for name, text in lists.items() for fault in uneven_rows(text, f"{name}:")]
    faults += _contradictions({**tables, _SHAPES: declared}, unsound)
    if _TENURES in tables and _TENURES not in unsound:
        faults += tenure_faults(lists, tables[_TENURES])
    entries = sum(map(_entries, tables.values())) + sum(map(_rows, lists.values()))
    return Report(len(tables) + len(lists), entries, tuple(faults))


def _shape_faults(name: str, table: Table, declared: Table) -> Iterator[str]:
    shapes = declared.get("shape", {})
    stem = name.removesuffix(".toml")
    shape = shapes.get(stem) or shapes.get(stem.partition("_")[0] + "_*")
    if shape is None:
        yield f"{name}: shapes.toml declares no shape for it"
    else:
        yield from misfits(table, shape, f"{name}:")


def _missing(tables: dict[str, Table], declared: Table) -> Iterator[str]:
    if not declared:
        yield f"{_SHAPES}: is not there, or declares nothing"
    for name in declared.get("shape", {}):
        if not any(fnmatch(table, f"{name}.toml") for table in tables):
            yield f"{name}.toml: is declared in shapes.toml and cannot be read"


def _contradictions(tables: dict[str, Table], unsound: set[str]) -> Iterator[str]:
    """The faults of every rule whose tables are there."""
    for stems, rule in RULES:
        names = [f"{stem}.toml" for stem in stems]
        if not tables.keys() >= set(names):
            continue
        try:
            yield from rule(*(tables[name] for name in names))
        except (AttributeError, KeyError, TypeError, ValueError):
            if unsound.isdisjoint(names):
                raise  # else what is out of shape has been told


def _entries(value: object) -> int:
    """How many leaves a table has."""
    if isinstance(value, dict):
        return sum(map(_entries, value.values()))
    if isinstance(value, list):
        return sum(map(_entries, value))
    return 1


def _rows(text: str) -> int:
    """How many rows a list has."""
    return sum(bool(line.strip()) and not line.startswith("#") for line in text.splitlines())
