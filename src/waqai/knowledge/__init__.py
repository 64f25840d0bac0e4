"""What waqai knows of Arabic and of the world, as data: TOML files with examples that are tests."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

#: A line that holds an example alone: the tests read it, a run of the system does not need it.
_EXAMPLE = re.compile(r"^(?:no_)?match = .*$", re.MULTILINE)


@cache
def load(name: str, *, examples: bool = True) -> dict[str, Any]:
    """The table `knowledge/NAME.toml`, with or without the lines of its examples.

    Raises FileNotFoundError when there is none. The dictionary is shared: read it, do not change
    it. Without its examples a table loads in half the time.
    """
    source = resources.files(__name__).joinpath(f"{name}.toml")
    text = source.read_text(encoding="utf-8")
    return tomllib.loads(text if examples else _EXAMPLE.sub("", text))


@cache
def tables(prefix: str) -> tuple[str, ...]:
    """The names of the TOML tables that begin with `prefix`, in order."""
    names = (source.name for source in resources.files(__name__).iterdir())
    return tuple(sorted(n[:-5] for n in names if n.startswith(prefix) and n.endswith(".toml")))
