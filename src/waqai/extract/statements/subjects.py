"""The subject of a verb of saying, wherever it stands."""

from waqai.extract.statements.ground import COMMAS
from waqai.extract.statements.morphology import Form, Gender
from waqai.extract.statements.reading import Reading
from waqai.extract.statements.speakers import Subject, main_subject, subject_at, subject_before
from waqai.extract.statements.vocabulary import Cue, cues, listed, listed_object


def subject_of(reading: Reading, i: int, end: int, cue: Cue) -> tuple[Subject | None, int]:
    """The subject of the verb, and the first token behind the verb and its particles."""
    ground = reading.ground
    begin = ground.past_fillers(end)
    if ground.word(end) in listed("words", "in_it"):
        before = subject_before(ground, i - (ground.word(i - 1) in COMMAS), relative=True)
        if before is not None and ground.word(before.begin - 1) in listed("words", "where"):
            before = main_subject(ground, ground.begins[i], i) or before
        if before is not None:
            return before, begin
    copula = copula_subject(reading, i)
    if copula is not None:
        return copula, begin
    found = None
    if _can_be_subject(reading, begin, cue):
        found = subject_at(ground, begin, cue.saying)
    before = None
    if (
        not cue.clitics
        and _agrees(ground.word(i - 1), cue)
        and (found is None or not found.sure or cue.saying.person or cue.form is Form.PRESENT)
    ):
        before = subject_before(ground, i)
    if before is not None and (found is None or _prefers_before(reading, i, before, found, cue)):
        return before, begin
    return found, begin


def _agrees(before: str, cue: Cue) -> bool:
    """Whether a relative pronoun before the verb can be its subject: in "الدول التي قال إنها" it
    cannot."""
    if before in listed("words", "relatives_f"):
        return cue.gender is not Gender.MALE
    return not (before in listed("words", "relatives_m") and cue.gender is Gender.FEMALE)


def _prefers_before(reading: Reading, i: int, before: Subject, found: Subject, cue: Cue) -> bool:
    """Subject first ("فلان يدعو فلانا"): at the line's begin, or behind أن."""
    ground = reading.ground
    if not found.sure:
        return True
    outset = before.begin == ground.begins[i] or ground.word(before.begin - 1) in {
        "ان",
        "بان",
        "لان",
    }
    return outset and before.end == i


def _can_be_subject(reading: Reading, begin: int, cue: Cue) -> bool:
    ground = reading.ground
    word = ground.word(begin)
    if not word or (begin in ground.opened and ground.can_be_said(ground.opened[begin])):
        return False
    if cue.saying.objects and listed_object(word, cue.saying.objects):
        return False
    if cue.plural or (cue.pronoun and not cue.saying.person):
        return False  # before its subject the verb stands in the singular
    return begin in ground.opened or word[0].isalpha()


def copula_subject(reading: Reading, i: int) -> Subject | None:
    """The subject of "كان فلان قد قال": it stands behind كان."""
    ground = reading.ground
    copulas = listed("words", "copulas")
    for k in range(i - 1, max(ground.begins[i] - 1, i - 30), -1):
        if ground.word(k) in copulas:
            found = subject_at(ground, k + 1)
            if found is None or found.end > i or not found.sure:
                return None
            between = {ground.word(j) for j in range(found.end, i)}
            behind = ground.name_at.get(i + 1)
            own = behind is not None and not behind.clitic
            if (
                "قد" in between
                or (found.end >= i - 3 and not own)
                or (ground.word(i - 1) in COMMAS and k == ground.begins[i])
            ):
                return found
            return None
        if k != i - 1 and _is_verb_cue(reading, k):
            return None
    return None


def _is_verb_cue(reading: Reading, k: int) -> bool:
    rows = cues().get(reading.ground.word(k))
    return bool(rows) and any(c.form is Form.PAST and not c.saying.unsure for c in rows)
