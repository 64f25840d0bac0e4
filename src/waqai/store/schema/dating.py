"""The days of stories that other stories tell: beside what `stories` holds, which is their own."""

from sqlalchemy import Boolean, Column, ForeignKey, Text

from waqai.store.schema.columns import owned, position, span, window

settled = owned(
    "settled",
    Column("story", Text, ForeignKey("accounts.story", ondelete="CASCADE"), primary_key=True),
    *window(),
    Column("likely", Text),  # the likeliest day of a window that is wider
)

settled_reasons = owned(
    "settled_reasons",
    Column("story", Text, ForeignKey("settled.story", ondelete="CASCADE"), primary_key=True),
    position(),
    Column("rule", Text, nullable=False),
    Column("en", Text, nullable=False),
    Column("ar", Text, nullable=False),
    *span(nullable=True),
    Column("kept", Boolean, nullable=False),
    Column("stories", Text, nullable=False),  # JSON: ids of the other stories that it rests on
)
