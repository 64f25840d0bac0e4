"""What the chronicle keeps for its own making: briefs, people's judgements, digests of findings."""

from sqlalchemy import CheckConstraint, Column, LargeBinary, Text

from waqai.store.schema.columns import owned, owner

#: What each story gives to the chronicle. A cache: all of it can be made of the other tables.
briefs = owned("briefs", owner("stories"), Column("brief", LargeBinary, nullable=False))

#: What people judged of two entities or two tellings ("STORY#EVENT"). They outlive every build.
judgements = owned(
    "judgements",
    Column("first", Text, primary_key=True),
    Column("second", Text, primary_key=True),
    Column("verdict", Text, CheckConstraint("verdict IN ('same', 'different')"), nullable=False),
    CheckConstraint("first < second"),
)

#: What each finding was when it was written, so that only what differs is written again.
digests = owned(
    "digests",
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
)
