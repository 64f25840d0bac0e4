"""Noun phrases: how far the words go that name who speaks."""

from waqai.extract.statements.ground import Ground
from waqai.extract.statements.morphology import Form
from waqai.extract.statements.vocabulary import (
    OBJECT,
    Saying,
    bounds,
    complements,
    cues,
    heads,
    listed,
    listed_object,
)
from waqai.model.names import EntityKind

_NP_TOKENS = 14
_APPOSED = {EntityKind.PERSON, EntityKind.ORGANISATION}


def noun_phrase(ground: Ground, i: int, saying: Saying | None = None) -> int:
    """The token behind the noun phrase that begins at `i`; `i` where none can.

    It ends at a preposition or object that belongs to the verb of `saying`.
    """
    if _prepositional(ground, i) or _is_participle(ground, i):
        return i
    if saying is not None and i not in ground.name_at and _governed(ground, i, saying.takes):
        return i
    k, limit = i, min(i + _NP_TOKENS, len(ground.tokens))
    while k < limit:
        after = _one_more(ground, i, k, saying)
        if after == k:
            break
        seated = k > i and ground.word(k) in listed("words", "loose") and k + 1 in ground.name_at
        k = min(after, len(ground.tokens))
        if seated and not _person_next(ground, k):
            break
    return k


def _one_more(ground: Ground, begin: int, k: int, saying: Saying | None) -> int:
    """The token behind the word or name at `k`, where it goes on the phrase; else `k`."""
    word, first = ground.word(k), k == begin
    if k in ground.opened and ground.names_something(ground.opened[k]) and not first:
        return ground.opened[k].close + 1
    if word in {"#", "@"}:
        return k + 1
    if not word[0].isalpha() or word in complements() or word in listed("words", "results"):
        return k
    named = ground.name_at.get(k)
    if k in ground.time_at and not first and named is None:
        return k
    if word in listed("words", "loose") and not first:
        return _within(ground, k, saying)
    if named is not None and not (named.clitic and not word.startswith("و")):
        apart = not named.clitic and named.kind not in _APPOSED and not _describes(word)
        return k if apart and not first and _complete(ground, k) else named.end
    if word in bounds():
        return k
    return k if not first and _new_phrase(ground, k, saying) else k + 1


def _within(ground: Ground, k: int, saying: Saying | None) -> int:
    """Behind "في وزارة", "من المعارضة", "في موسكو": what tells where a source sits; else `k`."""
    word = ground.word(k)
    if word == "عن" or (saying is not None and word in saying.takes):
        return k
    named = ground.name_at.get(k + 1)
    if named is not None and not named.clitic:
        return named.end
    return k + 2 if ground.word(k + 1) in listed("words", "within") else k


def _new_phrase(ground: Ground, k: int, saying: Saying | None) -> bool:
    if _stops(ground, k):
        return True
    if saying is None:
        return False
    return _object_begins(ground, k, saying) or _governed(ground, k, saying.takes)


def _object_begins(ground: Ground, k: int, saying: Saying) -> bool:
    """Whether the verb's object begins at `k`: an indefinite noun, or one that can be spoken to,
    behind a phrase that is complete."""
    word = ground.word(k)
    if saying.objects and listed_object(word, saying.objects):
        return True
    if OBJECT not in saying.takes and not saying.person:
        return False
    if not _complete(ground, k) or word in listed("words", "name_parts"):
        return False
    if word.startswith("وال"):
        return False
    if word.startswith("ال"):
        before = ground.name_end.get(k)
        state = before is not None and before.kind is EntityKind.COUNTRY
        if state and not _describes(word):
            return True
        return word in heads() or _another_gender(ground.word(k - 1), word)
    return len(word) > 2


def _another_gender(before: str, word: str) -> bool:
    """Whether a definite word cannot describe the same noun as the one before it."""
    if before.endswith("يه"):
        return not word.endswith(("ه", "ي", "ات"))
    return before.endswith("ي") and word.endswith(("ات", "يه"))


def _complete(ground: Ground, k: int) -> bool:
    """Whether the phrase before token `k` needs no noun after it: its last word is definite."""
    before = ground.word(k - 1)
    definite = before.startswith("ال") or k in ground.name_end
    plural = before.endswith("ون") and before in heads()  # "معارضون", not "مسؤولون محليون"
    whole = plural and not ground.word(k).endswith("ون")
    return definite or whole or ground.owned(k - 1)


def _describes(word: str) -> bool:
    """A demonym with its article: it describes the noun before it."""
    return word.startswith("ال") and word.endswith(("ي", "يه", "يين", "يون", "يتين", "يات"))


def _person_next(ground: Ground, k: int) -> bool:
    named = ground.name_at.get(k)
    return named is not None and named.kind is EntityKind.PERSON and not named.clitic


def _governed(ground: Ground, k: int, stop: frozenset[str]) -> bool:
    """Whether the word has a preposition of the verb written before it (بمحاولة, لوقف)."""
    word = ground.word(k)
    if word in listed("words", "not_clitic") | listed("words", "name_parts"):
        return False
    return len(word) > 3 and word[0] in "بل" and word[0] in stop


def _stops(ground: Ground, k: int) -> bool:
    """Whether a new phrase begins at `k`: a clitic preposition, another verb of saying."""
    word = ground.word(k)
    if word in listed("words", "name_parts"):
        return False
    if _prepositional(ground, k):
        titled = word[0] == "ل" and ground.word(k - 1) in listed("words", "title_adjectives")
        return not titled
    if word[:2] in {"سي", "ست"} and _complete(ground, k) and len(word) > 4:
        return k not in ground.name_at  # a verb in the future
    rows = cues().get(word)
    return (
        bool(rows) and word not in heads() and any(not c.saying.unsure or c.clitics for c in rows)
    )


def _is_participle(ground: Ground, i: int) -> bool:
    """Whether an accusative participle of saying stands at `i` (مخاطبا أنصاره)."""
    word = ground.word(i)
    rows = cues().get(word) if word.endswith("ا") else ()
    return any(c.form is Form.PARTICIPLE for c in rows)


def _prepositional(ground: Ground, k: int) -> bool:
    """Whether the word at `k` has a preposition written before it (للصحفيين, لوكالة, بالقول)."""
    word = ground.word(k)
    if not word:
        return True
    if word.startswith("لل") or (word[0] in "بلك" and ground.name_at.get(k) is not None):
        return True
    if word[0] == "ل" and word[1:] in heads() | listed("sources", "carriers"):
        return True
    if word[0] == "ب" and word[1:] in listed("words", "reporters"):
        return True
    return word[0] == "ب" and len(word) > 4 and word[1:3] == "ال"
