"""Who is who in the chronicle: its entities, and which entity of which story is one of them."""

from sqlalchemy import Boolean, Column, Float, ForeignKeyConstraint, Index, Table, Text

from waqai.store.schema.columns import entity, metadata, owned, owner, part_of, position

#: The entities of all stories, each once.
chronicle_entities = Table(
    "chronicle_entities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_en", Text),
    Column("transliterated", Boolean, nullable=False),
    Column("country", Text),  # ISO 3166
    Column("role", Text),
    Column("body", Text),  # id of the organisation whose role it is
    Column("latitude", Float),  # degrees of WGS 84
    Column("longitude", Float),
    Column("sector", Text),
)

#: All that an entity is called; `folded` is the form in which it is looked up.
aliases = owned(
    "aliases",
    owner("chronicle_entities"),
    position(),  # 0 the name; the English name stands here too
    Column("alias", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("listed", Boolean, nullable=False),  # false: the name or the English name itself
    Index("aliases_by_form", "folded"),
)

#: The stories that the findings are made of, and the text that each goes back to.
accounts = owned(
    "accounts",
    owner("stories"),
    Column("account", Text, nullable=False),  # id of the first story that has nearly this text
    Index("accounts_by_text", "account"),
)

#: Which entity of the chronicle each entity of a story is.
named = owned(
    "named",
    *part_of("entities", "position"),
    ForeignKeyConstraint(["story"], ["accounts.story"], ondelete="CASCADE"),
    entity("entity", nullable=False),
    Index("named_by_entity", "entity"),
)
