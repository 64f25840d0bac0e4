"""What the statement tests share: a text read with names from a small list."""

from collections.abc import Mapping

from waqai.arabic.letters import bare
from waqai.arabic.tokens import tokenize
from waqai.extract.statements import find_statements
from waqai.mentions.times import find_times
from waqai.model.names import Entity, EntityKind, NameMention
from waqai.model.page import Span
from waqai.model.statements import Statement

_CLITICS = ("", "و", "ل", "ب", "ف", "ول", "وب")


def read(
    text: str, names: Mapping[str, str] | None = None
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """The statements of `text`; `names` gives each name's kind ("person", "organisation", …)."""
    tokens = tokenize(text)
    entities: list[Entity] = []
    mentions: list[NameMention] = []
    for name, kind in (names or {}).items():
        entities.append(Entity(name, EntityKind(kind), name, aliases=(name,)))
        words = tokenize(bare(name)).words
        for i in range(len(tokens) - len(words) + 1):
            for clitics in _CLITICS:
                if tokens.words[i : i + len(words)] == [clitics + words[0], *words[1:]]:
                    start = tokens.cut(i, len(clitics))
                    end = tokens.ends[i + len(words) - 1]
                    mentions.append(NameMention(start, end, len(entities) - 1))
    mentions.sort(key=lambda m: m.start)
    times, _ = find_times(text, (Span(0, len(text)),))
    return find_statements(tokens, entities, mentions, times)
