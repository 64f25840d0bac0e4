"""Search: the sentences of stories in the form in which they are looked up.

`passages` holds for each sentence the stems of its words; in `names` the full names, Arabic and
Latin, of those it speaks of, and what may stand behind a clitic in unknown words. `search` is its
FTS5 index. Triggers keep the two alike.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from waqai.store.schema.columns import metadata, span

passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("story", Text, ForeignKey("stories.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    *span(),
    Column("words", Text, nullable=False),
    Column("names", Text, nullable=False),
    Index("passages_by_story", "story", "position", unique=True),
)

#: In the order in which they can be made.
SEARCH = (
    """CREATE VIRTUAL TABLE search USING fts5(
        words, names, content='passages', content_rowid='id',
        tokenize="unicode61 remove_diacritics 2"
    )""",
    """CREATE TRIGGER passages_written AFTER INSERT ON passages BEGIN
        INSERT INTO search(rowid, words, names) VALUES (new.id, new.words, new.names);
    END""",
    """CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
        INSERT INTO search(search, rowid, words, names)
        VALUES ('delete', old.id, old.words, old.names);
    END""",
)
