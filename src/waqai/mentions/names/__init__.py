"""Stage 3: the persons, organisations, countries, places and groups that a story names."""

from waqai.mentions.names.finder import find_names

__all__ = ["find_names"]
