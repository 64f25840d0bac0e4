"""The site as files, to be read from a folder without a server."""

from waqai.web.offline.writing import write_site

__all__ = ["write_site"]
