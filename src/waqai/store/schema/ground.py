"""What is kept so that a page that comes later is compared with few others: a cache, all of it.

Nothing here is a finding. `node` and `first` name a telling as "STORY#EVENT"; a node is known by
the first of the tellings that say the same.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, Text

from waqai.store.schema.columns import owned

#: The parts of its signature under which a story is looked up when copies of it are sought.
ground_bands = owned(
    "ground_bands",
    Column("band", LargeBinary, primary_key=True),
    Column("story", Text, primary_key=True),
)

#: What a story tells of who bears a name, by the name and by the words that begin and end it.
ground_told = owned(
    "ground_told",
    Column("key", Text, primary_key=True),
    Column("story", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("country", Text, primary_key=True),  # "" where none is said
)

#: The keys of what others may tell of those whom a story names.
ground_asked = owned(
    "ground_asked",
    Column("key", Text, primary_key=True),
    Column("story", Text, primary_key=True),
)

#: Who is named in a story, of those who say something of the rest of it.
ground_company = owned(
    "ground_company",
    Column("story", Text, primary_key=True),
    Column("company", Text, nullable=False),  # JSON: names in order
)

#: Tellings as they are compared, each with its node.
ground_tellings = owned(
    "ground_tellings",
    Column("story", Text, primary_key=True),
    Column("event", Integer, primary_key=True),
    Column("telling", LargeBinary, nullable=False),  # JSON
    Column("within", Text),  # the account in which it may stand for others; null: in any
    Column("node", Text, nullable=False),
    Index("ground_tellings_by_node", "node"),
)

#: What nodes must have in common to be compared.
ground_blocks = owned(
    "ground_blocks",
    Column("block", Text, primary_key=True),
    Column("node", Text, primary_key=True),
    Index("ground_blocks_by_node", "node"),
)

#: Nodes that are like each other.
ground_likes = owned(
    "ground_likes",
    Column("first", Text, primary_key=True),
    Column("second", Text, primary_key=True),
    Column("less", Integer, nullable=False),  # tenths of likeness, below zero
    Index("ground_likes_by_second", "second"),
)

#: People's judgements of which the findings were made.
ground_judgements = owned(
    "ground_judgements",
    Column("first", Text, primary_key=True),
    Column("second", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
)

#: The names of entities on which they bear.
ground_judged = owned("ground_judged", Column("name", Text, primary_key=True))

#: All of them.
GROUND = (
    ground_bands,
    ground_told,
    ground_asked,
    ground_company,
    ground_tellings,
    ground_blocks,
    ground_likes,
    ground_judgements,
    ground_judged,
)
