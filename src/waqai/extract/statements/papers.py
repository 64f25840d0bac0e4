"""What papers say: "صحيفة … ورد فيها أن", "جاء في البيان: …"."""

from waqai.extract.statements.drafts import Draft, is_carrier
from waqai.extract.statements.noun_phrases import noun_phrase
from waqai.extract.statements.openers import Strength, find_opener
from waqai.extract.statements.reading import Reading, keep
from waqai.extract.statements.speakers import Subject, main_subject, subject_at
from waqai.extract.statements.vocabulary import Cue, listed


def in_it(reading: Reading, i: int, end: int, cue: Cue) -> bool:
    """ "صحيفة … ورد فيه أن": the carrier or paper before it speaks."""
    ground = reading.ground
    if ground.word(end) == "في":
        return _in_paper(reading, i, end, cue)
    if ground.word(end) not in listed("words", "in_it"):
        return False
    opener = find_opener(ground, end, cue, near=True)
    if opener is None:
        return False
    entity = None
    for named in reversed(ground.names):
        if ground.begins[i] <= named.begin and named.end <= i and is_carrier(ground, named.entity):
            entity = named.entity
            break
    if entity is None:
        entity = _unnamed_carrier(reading, ground.begins[i], i)
    if entity is None:
        subject = main_subject(ground, ground.begins[i], i)
        entity = reading.floor.entity_of(subject) if subject is not None else None
    if entity is None:
        return False
    keep(reading, Draft(cue, i, end, entity, opener, 0, named=True, gap=(end, opener.mark)))
    return True


def _in_paper(reading: Reading, i: int, end: int, cue: Cue) -> bool:
    """ "جاء في البيان: …": he who has the floor speaks, if the paper is his; else the paper."""
    ground = reading.ground
    word = ground.word(end + 1)
    if word.removeprefix("ال") not in listed("sources", "papers"):
        return False
    subject = subject_at(ground, end + 1)
    stop = subject.end if subject is not None else end + 2
    opener = find_opener(ground, stop, cue)
    if opener is None or opener.strength < Strength.COMPLEMENT:
        return False
    alone = stop == end + 2 and word.startswith("ال")
    entity = reading.floor.running(None) if alone else None
    if entity is None and subject is not None:
        entity = reading.floor.entity_of(subject)
    if entity is None:
        return False
    keep(reading, Draft(cue, i, end, entity, opener, 0, named=True, gap=(end, opener.mark)))
    return True


def _unnamed_carrier(reading: Reading, begin: int, end: int) -> int | None:
    ground = reading.ground
    for k in range(end - 1, begin - 1, -1):
        if ground.word(k) in listed("sources", "carriers") and k not in ground.name_at:
            stop = noun_phrase(ground, k)
            if stop <= end:
                return reading.floor.entity_of(Subject(k, stop, None, True))
    return None
