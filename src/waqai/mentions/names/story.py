"""Within the story: which names are of one entity, and which entity each is."""

from dataclasses import replace

from waqai.arabic.tokens import Tokens
from waqai.mentions.names.found import Found, Title
from waqai.mentions.names.gazetteer import COMMON, Known, Mark, gazetteer
from waqai.mentions.names.roles import sectors
from waqai.mentions.names.transliteration import transliterate
from waqai.mentions.names.words import vocabulary
from waqai.model.names import Entity, EntityKind, NameForm, NameMention
from waqai.model.page import Span

_RANK = {
    EntityKind.COUNTRY: 4, EntityKind.PERSON: 3, EntityKind.ORGANISATION: 2, EntityKind.GROUP: 2,
    EntityKind.PLACE: 1,
}  # fmt: skip


class Cast:
    """The entities of a story as they are found out, and the mentions of each."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.entities: list[Entity] = []
        self.aliases: list[dict[str, None]] = []
        self.roles: dict[int, tuple[tuple[str, ...], str | None]] = {}
        self.by_key: dict[str, int] = {}
        self.mentions: list[NameMention] = []
        self.countries: set[str] = set()

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
        return " ".join(self.tokens.text[start : self.tokens.ends[end - 1]].split())

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


def settle(
    tokens: Tokens, found: list[Found]
) -> tuple[tuple[Entity, ...], tuple[NameMention, ...]]:
    """The entities of the names found, and their mentions, in order of the text."""
    cast = Cast(tokens)
    people = _people(cast, found)
    cast.countries = _countries(found)
    last: int | None = None  # the man last named
    role: tuple[str, ...] = ()  # the role last said
    for name in found:
        at: int | None
        if name.form is NameForm.REFERENCE and name.title is None:
            at = last
        elif name.title is not None and name.title.roles == ("counterpart",):
            name.title.roles = role
            at = _person(cast, people, name)
        elif name.kind is EntityKind.PERSON:
            at = _person(cast, people, name)
        else:
            at = _other(cast, name)
        if at is None:
            continue
        cast.mention(name, at)
        if name.kind is EntityKind.PERSON:
            last = at
            if name.title is not None and name.title.roles:
                role = name.title.roles
                cast.roles[at] = (role, name.title.country)
    cast.mentions.sort(key=lambda m: (m.start, m.end))
    entities = tuple(
        replace(e, aliases=tuple(a)) for e, a in zip(cast.entities, cast.aliases, strict=True)
    )
    return entities, tuple(cast.mentions)


class People:
    """The persons that a story names in full, by which its shorter forms are told."""

    def __init__(self) -> None:
        self.listed: set[int] = set()  # those of the knowledge, named so that they are sure
        self.unlisted: dict[tuple[str, ...], Found] = {}
        self.by_word: dict[str, tuple[str, ...]] = {}
        self.by_last: dict[str, int] = {}  # those of the knowledge, by the last word of the name
        self.by_role: dict[tuple[str, str | None], Found] = {}


def _people(cast: Cast, found: list[Found]) -> People:
    people = People()
    for name in found:
        if name.kind is not EntityKind.PERSON or name.form is not NameForm.NAME:
            continue
        if name.title is not None:
            for role in name.title.roles:
                people.by_role.setdefault((role, name.title.country), name)
        if name.senses:
            sure = [w for w, m in name.senses if m is Mark.PLAIN]
            if len(sure) == 1:
                people.listed.add(sure[0])
                people.by_last.setdefault(cast.words(name)[-1], sure[0])
        else:
            words = cast.words(name)
            people.unlisted.setdefault(words, name)
    for words in sorted(people.unlisted, key=len, reverse=True):
        for word in {words[-1], words[0], " ".join(words[1:])} if len(words) > 1 else words:
            people.by_word.setdefault(word, words)
    return people


def _person(cast: Cast, people: People, name: Found) -> int | None:
    if name.form is not NameForm.NAME:
        return _by_role(cast, people, name)
    words = cast.words(name)
    what = _chosen(cast, people, name, words)
    if what is not None:
        return cast.entity(gazetteer().known[what].entity)
    if name.senses and not name.sure and words[0] not in people.by_word:
        return None
    key = words
    if len(words) <= 2:
        full = people.by_word.get(" ".join(words))
        key = full if full is not None and len(full) >= len(words) else words
    source = people.unlisted.get(key, name)
    return cast.entity(_unlisted(cast, source, EntityKind.PERSON))


def _unlisted(cast: Cast, name: Found, kind: EntityKind) -> Entity:
    text = cast.text(name.begin, name.end, name.clitics)
    if name.clitics and cast.words(name)[0][0] == "ا" and text[0] == "ل":
        text = "ا" + text
    country = name.title.country if name.title is not None else name.country
    key = f"{kind}:{'_'.join(cast.words(name))}"
    return Entity(key, kind, text, transliterate(text), (), country, None, True)


def _chosen(cast: Cast, people: People, name: Found, words: tuple[str, ...]) -> int | None:
    """Which of the knowledge's namesakes a name means; None when it is none of them for sure."""
    senses = [what for what, _ in name.senses]
    for what in senses:
        if what in people.listed:
            return what
    if len(words) == 1 and words[0] in people.by_last:
        return people.by_last[words[0]]
    if len(words) == 1 and words[0] in people.by_word:
        return None
    known = gazetteer().known
    if name.title is not None and name.title.roles:
        for what in senses:
            if _held(known[what], name.title):
                return what
    if not name.sure:
        return senses[0] if senses and name.title is not None and name.title.roles else None
    plain = [what for what, mark in name.senses if mark not in COMMON] or senses
    here = [what for what in plain if known[what].entity.country in cast.countries]
    return here[0] if here else (plain[0] if plain else None)


def _held(person: Known, title: Title) -> bool:
    return any(
        tenure.role in title.roles and title.country in (None, tenure.country)
        for tenure in person.tenures
    )


def _by_role(cast: Cast, people: People, name: Found) -> int | None:
    """The person whom a role alone means: one that the story names, else the role itself."""
    title = name.title
    if title is None or not title.roles:
        return None
    named = _bearer(people, title)
    if named is not None:
        return _person(cast, people, named)
    known = gazetteer().known
    for what in sorted(people.listed):
        if title.country is not None and _held(known[what], title):
            return cast.entity(known[what].entity)
    role = title.roles[0]
    body = known[title.body].entity.id if title.body is not None else None
    if (title.country is None and body is None) or sectors().get(role) in _NO_ONE:
        return None
    text = cast.text(name.begin, name.end, name.clitics)
    if name.clitics and text.startswith("ل") and cast.words(name)[0][0] == "ا":
        text = "ا" + text
    key = f"role:{role}:{title.country or body}"
    return cast.entity(
        Entity(key, EntityKind.PERSON, text, None, (), title.country, role, False, body)
    )


def _bearer(people: People, title: Title) -> Found | None:
    """The person that the story names with one of the roles of `title`."""
    for role in title.roles:
        named = people.by_role.get((role, title.country))
        if named is not None:
            return named
        for (held, country), person in people.by_role.items():
            if held == role and title.country is None:
                return person
            if role == _ANY_MINISTER and held.endswith(_MINISTER) and country == title.country:
                return person
    return None


_ANY_MINISTER, _MINISTER = "minister", "_minister"  # "الوزير الروسي" is the one named before
_NO_ONE = {"CVL", "MED", "BUS"}  # roles that many hold at once


def _countries(found: list[Found]) -> set[str]:
    """The countries that a story surely speaks of: by name, by demonym, by somebody's title."""
    known = gazetteer().known
    codes = {name.country for name in found} | {n.title.country for n in found if n.title}
    for name in found:
        if name.sure and name.kind in (EntityKind.COUNTRY, EntityKind.PLACE):
            codes |= {known[w].entity.country for w, _ in name.senses if known[w].weight >= _GREAT}
    return {code for code in codes if code is not None}


_GREAT = 8


def _country_of_story(cast: Cast, name: Found) -> bool:
    """Whether a country's or capital's name that is also a word means it here: "المغرب"."""
    known = gazetteer().known
    located = name.begin > 0 and cast.tokens.words[name.begin - 1] in vocabulary("places", "before")
    for what, _ in name.senses:
        entity = known[what].entity
        if known[what].weight >= _GREAT and (located or entity.country in cast.countries):
            return True
    return False


def _other(cast: Cast, name: Found) -> int | None:
    known = gazetteer().known
    if name.form is NameForm.DEMONYM and name.country is not None:
        return cast.entity(known[gazetteer().by_id[name.country]].entity)
    if name.kind is EntityKind.GROUP and name.country is not None and not name.senses:
        text = cast.text(name.begin, name.end, name.clitics)
        key = f"people:{name.country}"
        return cast.entity(Entity(key, EntityKind.GROUP, text, None, (), name.country))
    if name.senses:
        if not name.sure and not _country_of_story(cast, name):
            return None
        plain = [what for what, mark in name.senses if mark not in COMMON]
        plain = plain or [what for what, _ in name.senses]
        what = max(plain, key=lambda w: _importance(known[w]))
        return cast.entity(known[what].entity)
    return cast.entity(_unlisted(cast, name, name.kind))


def _importance(what: Known) -> tuple[int, int]:
    """A city that stands for a government (تل أبيب) is a city first."""
    return (0 if what.sort == "seat" else _RANK[what.entity.kind], what.weight)
