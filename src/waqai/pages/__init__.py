"""Stage 2: page → stories and residue, with the title, signature and stamps of each."""

from waqai.pages.split import split

__all__ = ["split"]
