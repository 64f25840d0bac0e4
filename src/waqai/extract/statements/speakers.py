"""Who speaks: the subject of a verb of saying, read before or behind it."""

from dataclasses import dataclass

from waqai.extract.statements.ground import COMMAS, Ground, Named
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
_ACTING = {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.GROUP}


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase that can speak: tokens `[begin, end)`; `named` when it is one of the names.

    `sure` tells that its head is a name or a noun known to speak.
    """

    begin: int
    end: int
    named: Named | None
    sure: bool
    clitics: int = 0  # letters written together before its first word


def subject_at(ground: Ground, i: int, saying: Saying | None = None) -> Subject | None:
    """The subject that begins at token `i`, with its appositions, or None."""
    named = _name(ground, i)
    if named is not None:
        return _apposed(ground, Subject(named.begin, _after_name(ground, named), named, True))
    if i in ground.opened:
        quote = ground.opened[i]
        inner = ground.name_at.get(i + 1)
        if inner is not None and ground.names_something(quote):
            return _apposed(ground, Subject(i, quote.close + 1, inner, True))
        return None
    end = noun_phrase(ground, i, saying)
    if end == i:
        return None
    person = _person_within(ground, i, end)
    if person is not None:
        return Subject(i, max(end, person.end), person, True)
    sure = ground.word(i) in heads()
    return _apposed(ground, Subject(i, end, _organisation_within(ground, i, end), sure))


def _name(ground: Ground, i: int) -> Named | None:
    named = ground.name_at.get(i)
    if named is None or named.clitic or named.kind not in _ACTING | {EntityKind.PLACE}:
        return None
    return named


def _after_name(ground: Ground, named: Named) -> int:
    """Behind the name, a bracket after it, and what is joined to it by و."""
    end = named.end
    if named.kind is EntityKind.PERSON and ground.word(named.core) in heads():
        while _adjective(ground, end):
            end += 1
    end = ground.past_bracket(end)
    for _ in range(3):
        joined = ground.name_at.get(end)
        if joined is None or not joined.clitic or not ground.word(end).startswith("و"):
            break
        end = ground.past_bracket(joined.end)
    return end


def _apposed(ground: Ground, subject: Subject) -> Subject:
    """`subject` with a name in apposition: "وزير الدفاع، فلان الفلاني، …"."""
    if ground.word(subject.end) not in COMMAS:
        return subject
    person = ground.name_at.get(subject.end + 1)
    if person is None and ground.word(subject.end + 1) in heads():
        end = noun_phrase(ground, subject.end + 1)
        person = _person_within(ground, subject.end + 1, end)
    own = subject.named
    role_only = own is None or (own.begin == own.core and ground.word(own.core) in heads())
    if person is None or person.kind is not EntityKind.PERSON or person.clitic or not role_only:
        return subject
    closed = ground.word(person.end) in COMMAS | {":"} or person.end in ground.opened
    behind = ground.word(person.end)
    if closed or behind in complements() or behind in listed("words", "adverbial"):
        return Subject(subject.begin, ground.past_bracket(person.end), person, True)
    if behind.startswith("ل") or person.end in ground.time_at:
        return Subject(subject.begin, person.end, person, True)
    return subject


def noun_phrase(ground: Ground, i: int, saying: Saying | None = None) -> int:
    """The token behind the noun phrase that begins at `i`; `i` where none can.

    It ends at a preposition or object that belongs to the verb of `saying`.
    """
    if _prepositional(ground, i) or _is_participle(ground, i):
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
    if not word[0].isalpha() or word in complements():
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
        return word in heads() or (state and before is not None and not _describes(word))
    return len(word) > 2


def _complete(ground: Ground, k: int) -> bool:
    """Whether the phrase before token `k` needs no noun after it: its last word is definite."""
    return ground.word(k - 1).startswith("ال") or k in ground.name_end


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
        rows is not None
        and word not in heads()
        and any(not c.saying.unsure or c.clitics for c in rows)
    )


def _is_participle(ground: Ground, i: int) -> bool:
    """Whether an accusative participle of saying stands at `i` (مخاطبا أنصاره)."""
    word = ground.word(i)
    rows = cues().get(word) if word.endswith("ا") else None
    return rows is not None and any(c.form is Form.PARTICIPLE for c in rows)


def _prepositional(ground: Ground, k: int) -> bool:
    """Whether the word at `k` has a preposition written before it (للصحفيين, لوكالة, بالقول)."""
    word = ground.word(k)
    if not word:
        return True
    if word.startswith("لل") or (word[0] in "بلك" and ground.name_at.get(k) is not None):
        return True
    if word[0] == "ل" and word[1:] in heads() | listed("sources", "carriers"):
        return True
    return word[0] == "ب" and len(word) > 4 and word[1:3] == "ال"


def _person_within(ground: Ground, begin: int, end: int) -> Named | None:
    """The person named at the end of a phrase that tells what he is."""
    found: Named | None = None
    k = begin
    while k < end:
        named = ground.name_at.get(k)
        if named is None:
            k += 1
            continue
        if named.kind is EntityKind.PERSON and not named.clitic and _apposes(ground, begin, named):
            found = named
        k = max(named.end, k + 1)
    return found


def _apposes(ground: Ground, begin: int, named: Named) -> bool:
    """Whether the name stands beside the phrase, not under its last noun ("محامي فلان")."""
    before = ground.word(named.begin - 1)
    if named.begin == begin:
        return True
    if before in listed("words", "construct") or before in listed("words", "prepositions"):
        return False
    return before.startswith("ال") or named.begin in ground.name_end or before not in heads()


def _organisation_within(ground: Ground, begin: int, end: int) -> Named | None:
    """The organisation that the phrase is the full form of: حركة محلية, وكالة رويترز."""
    first = ground.word(begin)
    if first not in listed("sources", "carriers") and first not in listed("words", "within"):
        return None
    for k in (begin + 1, begin + 2, begin + 3):
        named = ground.name_at.get(k)
        if named is not None and k < end + 1:
            return named if named.kind is EntityKind.ORGANISATION else None
    return None


def _adjective(ground: Ground, k: int) -> bool:
    """A definite adjective behind a role ("البرلماني البريطاني المعارض")."""
    word = ground.word(k)
    plain = word.startswith("ال") and len(word) > 4 and k not in ground.name_at
    return plain and k not in ground.time_at and word not in listed("words", "relatives")


def subject_before(ground: Ground, i: int, *, relative: bool = False) -> Subject | None:
    """The subject that ends before token `i`: "فلان قال", "فلان الذي يقول", "فلان، قد أعلن"."""
    k = i
    skipped = listed("words", "fillers") | listed("words", "pronouns")
    while k > ground.begins[min(i, len(ground.begins) - 1)]:
        before = ground.word(k - 1)
        if before in listed("words", "relatives"):
            relative, k = True, k - 1
        elif (before in skipped and k not in ground.name_end) or (before in COMMAS and relative):
            k -= 1
        elif (time := _time_ending(ground, k)) is not None:
            k = time
        else:
            break
    named = ground.name_end.get(k)
    if named is None and k - 1 in ground.closed:
        named = ground.name_end.get(k - 1)
    if named is not None and (
        not named.clitic or relative or ground.word(named.begin).startswith("و")
    ):
        begin = named.begin
        first = named
        while first.clitic and first.begin in ground.name_end:
            first = ground.name_end[first.begin]
        if _under_preposition(ground, first.begin) and not relative:
            return None
        return Subject(begin, k, named, True)
    return _unnamed_before(ground, k, relative)


def _time_ending(ground: Ground, k: int) -> int | None:
    for back in range(1, 5):
        found = ground.time_at.get(k - back)
        if found is not None and found[0] == k:
            return k - back
    return None


def _unnamed_before(ground: Ground, k: int, relative: bool) -> Subject | None:
    for begin in range(k - 1, max(k - 7, ground.begins[min(k, len(ground.begins) - 1)] - 1), -1):
        word = ground.word(begin)
        if not word[:1].isalpha():
            return None
        if word in heads() and noun_phrase(ground, begin) >= k:
            if ground.word(begin - 1) in heads():
                continue
            if _under_preposition(ground, begin) and not relative:
                return None
            return Subject(begin, k, None, True)
    return None


def _under_preposition(ground: Ground, begin: int) -> bool:
    return ground.word(begin - 1) in listed("words", "prepositions")


def main_subject(ground: Ground, begin: int, end: int) -> Subject | None:
    """The first name between two tokens that no preposition governs: whom the sentence is about."""
    k = begin
    while k < end:
        named = ground.name_at.get(k)
        if named is not None and named.begin == k:
            acting = named.kind in _ACTING
            if acting and not named.clitic and not _under_preposition(ground, k):
                return Subject(k, named.end, named, True)
            k = max(named.end, k + 1)
            continue
        word = ground.word(k)
        if word in heads() and k not in ground.time_at and not _under_preposition(ground, k):
            stop = noun_phrase(ground, k)
            if stop > k:
                person = _person_within(ground, k, stop)
                return Subject(k, stop, person or _organisation_within(ground, k, stop), True)
        k += 1
    return None
