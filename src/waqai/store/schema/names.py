"""Who and what a story speaks of, where it names them, and the quantities it gives."""

from sqlalchemy import Boolean, Column, Float, Index, Text
from sqlalchemy.schema import SchemaItem

from waqai.store.schema.columns import link, owned, owner, part_of, position, span


def _described() -> tuple[SchemaItem, ...]:
    return (
        Column("id", Text, nullable=False),  # the knowledge's key, or made from the name
        Column("kind", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("name_en", Text),
        Column("aliases", Text, nullable=False),  # JSON
        Column("country", Text),  # ISO 3166
        Column("role", Text),  # of a person known by the role alone
        Column("transliterated", Boolean, nullable=False),
        Column("body", Text),  # id of the organisation whose role it is
        Column("latitude", Float),  # degrees of WGS 84
        Column("longitude", Float),
        Column("sector", Text),
    )


#: The entities of a story as its words tell them.
entities = owned(
    "entities", owner("stories"), position(), *_described(), Index("entities_by_id", "id")
)

#: The persons who held, on the story's day, the role that is all that `entities` knows of them.
bearers = owned(
    "bearers", *part_of("entities", "position"), *_described(), Index("bearers_by_id", "id")
)

names = owned(
    "names",
    owner("stories"),
    position(),
    *span(),
    *link("entity", "entities", nullable=False),
    *span("title", nullable=True),
    Column("form", Text, nullable=False),
    Column("role", Text),
    Column("country", Text),
)

quantities = owned(
    "quantities",
    owner("stories"),
    position(),
    *span(),
    Column("low", Text),  # exact: "65000000000", "5/2"
    Column("high", Text),
    Column("unit", Text),
    Column("of", Text),
)
