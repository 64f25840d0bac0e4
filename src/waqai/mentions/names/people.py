"""Who a person's name, or a role alone, means within the story."""

from waqai.mentions.names.cast import Cast
from waqai.mentions.names.found import Found, Title
from waqai.mentions.names.gazetteer import gazetteer
from waqai.mentions.names.index import COMMON, Mark
from waqai.mentions.names.known import Known
from waqai.mentions.names.roles import sectors
from waqai.model.names import Entity, EntityKind, NameForm


class People:
    """The persons that a story names in full, by which its shorter forms are told."""

    def __init__(self) -> None:
        self.listed: set[int] = set()  # those of the knowledge, named so that they are sure
        self.unlisted: dict[tuple[str, ...], Found] = {}
        self.by_word: dict[str, tuple[str, ...]] = {}
        self.by_last: dict[str, int] = {}  # those of the knowledge, by the last word of the name
        self.by_role: dict[tuple[str, str | None], Found] = {}


def people_of(cast: Cast, found: list[Found]) -> People:
    """The persons that the names found give in full."""
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


def person(cast: Cast, people: People, name: Found) -> int | None:
    """The index of the entity that a person's name or role means, None when nobody for sure."""
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
    return cast.unlisted(source, EntityKind.PERSON)


def _chosen(cast: Cast, people: People, name: Found, words: tuple[str, ...]) -> int | None:
    """Which of the knowledge's namesakes a name means; None when it is none of them for sure."""
    own = [what for what, mark in name.senses if mark not in COMMON]
    if len(own) == 1 and len(words) == 1 and words[0] not in people.by_word:
        return own[0]  # "ترامب" is the president, "ميلانيا ترامب" is not
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
    here = [what for what in own or senses if known[what].entity.country in cast.countries]
    # "جوناثان" is many: it is the one listed only where the story speaks of his country
    return next(iter([*here, *own]), None)


def _held(known: Known, title: Title) -> bool:
    return any(
        tenure.role in title.roles and title.country in (None, tenure.country)
        for tenure in known.tenures
    )


def _by_role(cast: Cast, people: People, name: Found) -> int | None:
    """The person whom a role alone means: one that the story names, else the role itself."""
    title = name.title
    if title is None or not title.roles:
        return None
    named = _bearer(people, title)
    if named is not None:
        return person(cast, people, named)
    known = gazetteer().known
    for what in sorted(people.listed):
        if title.country is not None and _held(known[what], title):
            return cast.entity(known[what].entity)
    role = title.roles[0]
    body = known[title.body].entity.id if title.body is not None else None
    if (title.country is None and body is None) or sectors().get(role) in _NO_ONE:
        return None
    text = cast.written(name)
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
        for (held, country), bearer in people.by_role.items():
            if held == role and title.country is None:
                return bearer
            if role == _ANY_MINISTER and held.endswith(_MINISTER) and country == title.country:
                return bearer
    return None


_ANY_MINISTER, _MINISTER = "minister", "_minister"  # "الوزير الروسي" is the one named before
_NO_ONE = {"CVL", "MED", "BUS"}  # roles that many hold at once
