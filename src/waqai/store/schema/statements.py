"""Who says what, and through whom we know it."""

from sqlalchemy import Column, Text

from waqai.store.schema.columns import link, owned, owner, part_of, position, span

statements = owned(
    "statements",
    owner("stories"),
    position(),
    *span(),
    *link("speaker", "entities"),
    Column("mode", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("verb", Text, nullable=False),
    *span("cue"),
    *link("addressee", "entities"),
    *span("occasion", nullable=True),
    *link("said", "times"),
    *link("within", "statements"),
)

#: Through whom a statement is known, from its speaker outwards.
statement_via = owned(
    "statement_via",
    *part_of("statements", "statement"),
    position(),
    *link("entity", "entities", nullable=False),
)
