"""What a verb of saying has for content: which opener is its own, and from which word on."""

from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.noun_phrases import noun_phrase
from waqai.extract.statements.openers import Opener, Strength, find_opener, object_at
from waqai.extract.statements.reading import Reading
from waqai.extract.statements.speakers import Subject
from waqai.extract.statements.vocabulary import OBJECT, Cue, bounds, heads, listed
from waqai.model.names import EntityKind
from waqai.model.statements import SpeechAct


def content_of(reading: Reading, behind: int, cue: Cue, subject: Subject | None) -> Opener | None:
    ground = reading.ground
    if cue.saying.objects:
        found = object_at(ground, behind, cue)
        return found or find_opener(ground, behind, cue, near=True)
    opener = find_opener(ground, behind, cue)
    if cue.saying.strong and opener is not None and opener.strength < Strength.COMPLEMENT:
        return None
    if opener is None:
        if subject is None and cue.saying.unsure:
            plain = object_at(ground, behind, cue)
            return plain if plain is not None and plain.strength is Strength.QUOTE else None
        return object_at(ground, behind, cue) if subject is None or subject.sure else None
    adjacent = ground.past_fillers(behind) == opener.mark
    if (
        cue.saying.continues
        and cue.saying.unsure
        and not (adjacent or adverbial_gap(reading, behind, opener.mark))
    ):
        return None  # "تواصل العمل بعد أن" goes on with something else than speech
    if opener.strength is Strength.PREPOSITION and not adjacent and OBJECT in cue.saying.takes:
        plain = object_at(ground, behind, cue)
        if plain is not None and not adverbial_gap(reading, behind, opener.mark):
            return plain  # "أكد دعم بلاده لدولة على حدود": the preposition is the object's
    if opener.strength is Strength.PREPOSITION or cue.saying.person:
        return _with_object(reading, behind, opener, cue, subject)
    far = opener.strength is Strength.COMPLEMENT or (
        opener.strength is Strength.QUOTE and ground.word(opener.mark) != ":"
    )
    if not adjacent and far and subject is not None:
        plain = object_at(ground, behind, cue)
        if (
            plain is not None
            and plain.strength is Strength.OBJECT
            and not adverbial_gap(reading, behind, opener.mark)
        ):
            return plain
    return opener


def adverbial_gap(reading: Reading, begin: int, end: int) -> bool:
    ground = reading.ground
    first = ground.word(ground.past_fillers(begin))
    return (
        first in COMMAS
        or first in heads()  # in apposition: "سالم رئيس البلدية"
        or first in listed("words", "adverbial")
        or first in listed("words", "relatives")
        or first[:1] in "لب("
        or ground.phrase(ground.past_fillers(begin), "words", "occasions")
        > ground.past_fillers(begin)
    )


def _with_object(
    reading: Reading, behind: int, opener: Opener, cue: Cue, subject: Subject | None
) -> Opener:
    """The opener moved to the one spoken to ("دعا ⟨الصين إلى⟩"), or behind him ("طلب من فلان ⟨عدم
    كذا⟩")."""
    ground = reading.ground
    if not cue.saying.person or opener.strength > Strength.COMPLEMENT:
        return opener
    k = ground.past_fillers(behind)
    if ground.word(k) == "من" and k == opener.mark and cue.saying.act is SpeechAct.DEMAND:
        return _behind_addressee(reading, opener, cue)
    while ground.word(k) in COMMAS and k < opener.mark:
        k = ground.past_fillers(k + 1)
    word = ground.word(k)
    noun = word[:1].isalpha() and word not in bounds() and not _of_whom(word)
    if noun and subject is not None and k < opener.mark:
        noun = not _in_apposition(reading, k, behind, subject, opener)
    if k < opener.mark and noun:
        return Opener(k, k, opener.strength)
    last = k
    for j in range(k, opener.mark):
        if ground.word(j) in COMMAS:
            last = ground.past_fillers(j + 1)
    word = ground.word(last)
    if last < opener.mark and word[:1].isalpha() and word not in listed("words", "adverbial"):
        return Opener(last, last, opener.strength)
    return opener


def _of_whom(word: str) -> bool:
    """ل before a body or person: "الرئيس التنفيذي لشركة كذا" still tells who speaks."""
    return word.startswith("لل") or (word[:1] == "ل" and word[1:] in heads())


def _in_apposition(reading: Reading, k: int, behind: int, subject: Subject, opener: Opener) -> bool:
    """Whether the noun at `k` still tells who speaks: "فلان رئيس كذا، اليوم، من أن"."""
    ground = reading.ground
    person = subject.named is not None and subject.named.kind is EntityKind.PERSON
    if not person or subject.begin > behind or ground.word(k) not in heads():
        return False
    if any(n.begin <= k < n.end and n.kind is EntityKind.PERSON for n in ground.names):
        return False
    return any(ground.word(j) in COMMAS for j in range(k + 1, opener.mark))


def _behind_addressee(reading: Reading, opener: Opener, cue: Cue) -> Opener:
    ground = reading.ground
    at = opener.mark + 1
    named = ground.name_at.get(at)
    end = named.end if named is not None else noun_phrase(ground, at, cue.saying)
    end = ground.past_fillers(end)
    word = ground.word(end)
    said = end > at and not word.startswith("و") and (word[:1].isalpha() or end in ground.opened)
    return Opener(end, end, opener.strength) if said and word not in bounds() - {"ان"} else opener


def joins(reading: Reading, i: int, cue: Cue) -> bool:
    """Whether the verb goes on from what was said: و, ف, لكنه."""
    return bool(cue.clitics) or reading.ground.word(i - 1) in listed("words", "resumptions")
