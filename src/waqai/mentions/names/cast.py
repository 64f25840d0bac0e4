"""The entities of a story as they are found out, and the mentions of each."""

from dataclasses import replace

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.found import Found
from waqai.mentions.names.transliteration import transliterate
from waqai.mentions.names.words import vocabulary
from waqai.model.names import Entity, EntityKind, NameForm, NameMention
from waqai.model.page import Span

_SPORTING = 4  # words about sports from which on a story is about them


class Cast:
    """The entities of a story as they are found out, and the mentions of each."""

    def __init__(self, tokens: Tokens, countries: set[str]) -> None:
        self.tokens = tokens
        self.entities: list[Entity] = []
        self.aliases: list[dict[str, None]] = []
        self.by_key: dict[str, int] = {}
        self.mentions: list[NameMention] = []
        self.countries = countries
        self._sporting: bool | None = None

    @property
    def sporting(self) -> bool:
        """Whether the story is about sports."""
        if self._sporting is None:
            words = vocabulary("sports", "words")
            self._sporting = sum(map(words.__contains__, self.tokens.words)) >= _SPORTING
        return self._sporting

    def entity(self, entity: Entity) -> int:
        """The index of `entity`, which is new unless its id is there."""
        at = self.by_key.setdefault(entity.id, len(self.entities))
        if at == len(self.entities):
            self.entities.append(entity)
            self.aliases.append(dict.fromkeys((entity.name, *entity.aliases)))
        return at

    def text(self, begin: int, end: int, clitics: int = 0) -> str:
        """The words of tokens `[begin, end)`, without the first clitics, in one line."""
        start = self.tokens.cut(begin, clitics)
        text = self.tokens.text[start : self.tokens.ends[end - 1]]
        return " ".join(text.replace("_", " ").replace("#", "").split())

    def words(self, found: Found) -> tuple[str, ...]:
        """The folded words of a name, without clitics."""
        first = self.tokens.words[found.begin][found.clitics :]
        if found.clitics and self.tokens.words[found.begin][found.clitics - 1] == "ل" == first[:1]:
            first = "ا" + first  # للقاهرة
        return (first, *self.tokens.words[found.begin + 1 : found.end])

    def mention(self, found: Found, at: int) -> None:
        """Adds the mention of entity `at` that `found` is."""
        title = found.title
        span = None
        if title is not None and found.form is NameForm.NAME:
            span = Span(
                self.tokens.cut(title.begin, title.clitics), self.tokens.ends[title.end - 1]
            )
        if found.form in (NameForm.NAME, NameForm.ROLE):
            self.aliases[at].setdefault(self.text(found.begin, found.end, found.clitics))
        start = self.tokens.cut(found.begin, found.clitics)
        end = self.tokens.ends[found.end - 1]
        role = title.roles[0] if title is not None and title.roles else None
        country = found.country or (title.country if title is not None else None)
        self.mentions.append(NameMention(start, end, at, span, found.form, role, country))

    def written(self, found: Found) -> str:
        """The text of a name, with the alif that "للقاهرة" leaves out."""
        text = self.text(found.begin, found.end, found.clitics)
        left_out = found.clitics and text[0] == "ل" and self.words(found)[0][0] == "ا"
        return "ا" + text if left_out else text

    def unlisted(self, found: Found, kind: EntityKind) -> int:
        """The index of the entity that nobody listed and that `found` names."""
        text = self.written(found)
        country = found.title.country if found.title is not None else found.country
        key = f"{kind}:{'_'.join(self.words(found))}"
        return self.entity(Entity(key, kind, text, transliterate(text), (), country, None, True))

    def told(self) -> tuple[tuple[Entity, ...], tuple[NameMention, ...]]:
        """The entities with every form they are called by, and the mentions in order."""
        named = zip(self.entities, self.aliases, strict=True)
        entities = tuple(replace(entity, aliases=tuple(forms)) for entity, forms in named)
        return entities, tuple(sorted(self.mentions, key=lambda m: (m.start, m.end)))
