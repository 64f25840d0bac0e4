"""Who speaks: the subject of a verb of saying, read before or behind it."""

from dataclasses import dataclass

from waqai.extract.statements.ground import COMMAS, Ground, Named
from waqai.extract.statements.noun_phrases import noun_phrase
from waqai.extract.statements.vocabulary import (
    Saying,
    complements,
    heads,
    listed,
)
from waqai.model.names import EntityKind

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
        if quote.closed and not ground.can_be_said(quote) and quote.close > i + 1:
            return Subject(i + 1, quote.close, inner, True)
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
    if named.kind is EntityKind.ORGANISATION:
        end = _past_qualities(ground, end)
    while ground.word(end) == "#":
        end += 2  # a hashtag goes on the name
    end = ground.past_bracket(end)
    for _ in range(3):
        joined = ground.name_at.get(end)
        if joined is None or not joined.clitic or not ground.word(end).startswith("و"):
            break
        end = ground.past_bracket(joined.end)
    return end


def _past_qualities(ground: Ground, k: int) -> int:
    """Behind "الرسمية", "الحكومية "كذا"": what still tells which body it is."""
    end = k
    while _adjective(ground, end) and ground.word(end).endswith("يه"):
        end += 1
    if end in ground.opened and ground.names_something(ground.opened[end]):
        end = ground.opened[end].close + 1
    closed = end in ground.opened or ground.word(end) in complements() | COMMAS
    return end if closed else k


def _apposed(ground: Ground, subject: Subject) -> Subject:
    """`subject` with a name in apposition: "وزير الدفاع، فلان الفلاني، …"."""
    own = subject.named
    role_only = own is None or (own.begin == own.core and ground.word(own.core) in heads())
    beside = ground.name_at.get(subject.end)
    if role_only and own is not None and beside is not None and _apposable(ground, beside):
        return Subject(subject.begin, beside.end, beside, True)
    comma = _comma_behind(ground, subject.end)
    if comma < 0:
        return subject
    person = ground.name_at.get(comma + 1)
    if person is None and ground.word(comma + 1) in heads():
        end = noun_phrase(ground, comma + 1)
        person = _person_within(ground, comma + 1, end)
    if person is None or person.kind is not EntityKind.PERSON or person.clitic or not role_only:
        return subject
    closed = ground.word(person.end) in COMMAS | {":", ".", "\n", ""} or person.end in ground.opened
    behind = ground.word(person.end)
    if closed or behind in complements() or behind in listed("words", "adverbial"):
        return Subject(subject.begin, ground.past_bracket(person.end), person, True)
    if behind.startswith("ل") or person.end in ground.time_at:
        return Subject(subject.begin, person.end, person, True)
    return subject


def _apposable(ground: Ground, named: Named) -> bool:
    other = ground.word(named.begin) in listed("words", "others")  # "نظيره فلان" is spoken to
    return named.kind is EntityKind.PERSON and not named.clitic and not other


def _comma_behind(ground: Ground, k: int) -> int:
    """The comma behind a phrase that ends at `k`, or behind what tells where: "المبعوث إلى كذا،",
    "وزير المغتربين بالخارج،"; -1 where there is none."""
    word = ground.word(k)
    if word in COMMAS:
        return k
    place = ground.name_at.get(k + 1)
    if word in listed("words", "where") and place is not None and ground.word(place.end) in COMMAS:
        return place.end
    clitic = len(word) > 3 and word[0] in "بل" and ground.word(k + 1) in COMMAS
    return k + 1 if clitic else -1


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
    if ground.word(begin) in listed("words", "kin") and ground.word(begin + 1).startswith("ال"):
        return False  # "محامية الفتاة فلانة"
    if any(word in COMMAS for word in ground.tokens.words[named.begin : named.core]):
        return True  # "نائب المدير العام، فلان"
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
        elif (before in skipped and k not in ground.name_end) or (
            before in COMMAS and (relative or (ground.word(k) == "قد" and k > i - 2))
        ):
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
                return _apposed(ground, Subject(k, named.end, named, True))
            k = max(named.end, k + 1)
            continue
        word = ground.word(k)
        if word in heads() and k not in ground.time_at and not _under_preposition(ground, k):
            stop = noun_phrase(ground, k)
            if stop > k:
                person = _person_within(ground, k, stop)
                whole = Subject(k, stop, person or _organisation_within(ground, k, stop), True)
                return _apposed(ground, whole)
        k += 1
    return None
