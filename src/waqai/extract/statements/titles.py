"""The titles that persons bear in a text, by which they are spoken of again."""

from functools import cache

from waqai.extract.statements.ground import COMMAS, Ground, Named
from waqai.extract.statements.vocabulary import cues, heads, listed, phrases
from waqai.model.names import EntityKind

#: How many words a title may have.
_TITLE_TOKENS = 7


def of_another(missing: set[str], called: set[str]) -> bool:
    """Whether what is missing names another state than what the other is called by."""
    return any(map(adjective, missing)) and any(map(adjective, called))


def adjective(word: str) -> bool:
    """A word, without its article, shaped like a demonym: روسي, قطريه."""
    return len(word) > 3 and word.endswith(("ي", "يه"))


def title_before(ground: Ground, named: Named) -> list[str]:
    """The words that stand as a title before a person's name, or before a comma and the name
    ("المبعوث الأممي إلى كذا، فلان"), from a role on."""
    if named.kind is not EntityKind.PERSON:
        return []
    words = ground.tokens.words
    comma = named.begin > 0 and words[named.begin - 1] in COMMAS
    stop = k = named.begin - comma
    best = stop
    if not comma and words[k - 1 : k] and words[k - 1] in listed("words", "construct"):
        return []  # "متحدثة باسم فلان"
    while k > 0 and stop - k < _TITLE_TOKENS and words[k - 1][0].isalpha():
        if k - 1 in ground.time_at:
            break
        inner = ground.name_end.get(k)
        if inner is not None and inner.kind is EntityKind.PERSON:
            break
        k = k - 1 if inner is None or inner.clitic else inner.begin
        word = words[k]
        if plain(word) in _bodies():
            continue
        if word in heads():
            best = k
            if plain(word) not in listed("words", "honours"):
                break
        elif word in _title_stops() or word in cues():
            break
    kin = best < stop and words[best] in listed("words", "kin")
    if kin and words[best + 1].startswith("ال"):
        return []  # "محامية الفتاة فلانة"
    return words[best:stop]


@cache
def _title_stops() -> frozenset[str]:
    return (listed("words", "adverbial") | listed("words", "fillers")) - listed("words", "where")


@cache
def _bodies() -> frozenset[str]:
    """Nouns of bodies, without their article: they stand in titles and are none."""
    return frozenset(map(plain, listed("words", "within")))


def title_behind(ground: Ground, named: Named) -> list[str]:
    """ "فلان، وزير الخارجية والهجرة،": the role between the name and the next comma."""
    k = named.end + 1
    if named.kind is not EntityKind.PERSON or ground.word(named.end) not in COMMAS:
        return []
    person = ground.name_at.get(k)
    if ground.word(k) not in heads() or (person is not None and person.entity != named.entity):
        return []
    end = k
    while end < k + _TITLE_TOKENS and ground.word(end)[:1].isalpha() and end not in ground.time_at:
        end += 1
    closed = ground.word(end) in COMMAS | {":"}
    return ground.tokens.words[k:end] if closed else []


def plain(word: str) -> str:
    """`word` without و and without the article; of words that mean one role, the first."""
    if word.startswith("وال"):
        word = word[1:]
    word = word[2:] if word.startswith("ال") and len(word) > 4 else word
    return _same_roles().get(word, word)


@cache
def _same_roles() -> dict[str, str]:
    pairs = phrases("sources", "same")
    return {rest[0]: word for word, rows in pairs.items() for rest in rows}
