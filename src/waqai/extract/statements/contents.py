"""What a verb of saying has for content: which opener is its own, and from which word on."""

from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.openers import Opener, Strength, find_opener, object_at
from waqai.extract.statements.reading import Reading
from waqai.extract.statements.speakers import Subject
from waqai.extract.statements.vocabulary import Cue, bounds, heads, listed


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
    if opener.strength is Strength.PREPOSITION or cue.saying.person:
        return _with_object(reading, behind, opener, cue)
    adjacent = ground.past_fillers(behind) == opener.mark
    if not adjacent and opener.strength is Strength.COMPLEMENT and subject is not None:
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


def _with_object(reading: Reading, behind: int, opener: Opener, cue: Cue) -> Opener:
    """The opener moved to the one spoken to: "دعا ⟨الصين إلى⟩"."""
    ground = reading.ground
    if not cue.saying.person or opener.strength > Strength.COMPLEMENT:
        return opener
    k = ground.past_fillers(behind)
    while ground.word(k) in COMMAS and k < opener.mark:
        k = ground.past_fillers(k + 1)
    noun = ground.word(k)[:1].isalpha() and ground.word(k) not in bounds()
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


def joins(reading: Reading, i: int, cue: Cue) -> bool:
    """Whether the verb goes on from what was said: و, ف, لكنه."""
    return bool(cue.clitics) or reading.ground.word(i - 1) in listed("words", "resumptions")
