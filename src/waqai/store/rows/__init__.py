"""A dated page as rows of the chronicle's tables, and back: nothing is lost on the way."""

from waqai.store.rows.page import OF_PAGE, OF_STORY, from_rows, to_rows
from waqai.store.rows.row import Parts, Row

__all__ = ["OF_PAGE", "OF_STORY", "Parts", "Row", "from_rows", "to_rows"]
