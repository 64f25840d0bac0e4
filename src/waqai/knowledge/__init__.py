"""What waqai knows of Arabic and of the world, as data: TOML files with examples that are tests."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table `knowledge/NAME.toml`. Raises FileNotFoundError when there is none.

    The dictionary is shared: read it, do not change it.
    """
    source = resources.files(__name__).joinpath(f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
